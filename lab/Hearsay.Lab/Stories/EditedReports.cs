using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Hearsay.Copies;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Lab.Stories;

/// <summary>
/// A stream of any length made of real reports, each varied by edits that are known: sentences cut from the end, two neighbours swapped, the first sentence
/// of another report put in front, and, for two in five, all names and numbers exchanged for others, which makes it a report of another event. One in ten
/// holds a passage of <see cref="PassageWords"/> words of a report that came not long before it, half of them with one word in eight exchanged.
/// The same number gives the same report. Reports that were read once stay read: spans move with the sentences.
/// </summary>
internal sealed class EditedReports(ImmutableArray<Report> bases)
{
    /// <summary>The length of a planted passage.</summary>
    public const int PassageWords = 25;

    /// <summary>A passage is planted from a report that came no longer before.</summary>
    private const int Recent = 5000;

    private const int WordsPerEdit = 8;

    private readonly ImmutableArray<string[]> shifts = [.. Enumerable.Range(0, 64).Select(Syllables)];

    private readonly Dictionary<(int, int), bool> share = [];

    /// <summary>The report with this number.</summary>
    public EditedReport this[int number]
    {
        get
        {
            var (plan, random) = (Planned(number), new Random(number));
            var report = bases[plan.Base];
            var draft = new Draft(Id(number), report.Article, plan.Shift == 0 ? null : shifts[plan.Shift]);
            var order = Enumerable.Range(0, report.Sentences.Length).ToList();
            if (plan.IsCut) order.RemoveRange(order.Count - (order.Count / 4), order.Count / 4);
            if (plan.IsSwapped)
            {
                var at = 1 + random.Next(order.Count - 2);
                (order[at], order[at + 1]) = (order[at + 1], order[at]);
            }

            if (plan.Lead >= 0) draft.Add(bases[plan.Lead], 0);
            Planted? planted = null;
            for (var i = 0; i < order.Count; i++)
            {
                if (i == order.Count / 2 && plan.PassageOf >= 0) planted = Plant(draft, bases[plan.PassageOf], random);
                draft.Add(report, order[i]);
            }

            return new EditedReport(number, draft.Report(), planted);
        }
    }

    /// <summary>The number of the report with this id.</summary>
    public static int NumberOf(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    /// <summary>Whether these two reports have text of one base, or of two that share a passage themselves.</summary>
    public bool ShareText(int a, int b) => Planned(a).Bases.Any(x => Planned(b).Bases.Any(y => Share(Math.Min(x, y), Math.Max(x, y))));

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"r{number}");

    private bool Share(int a, int b)
    {
        if (a == b) return true;
        if (!share.TryGetValue((a, b), out var is1)) share[(a, b)] = is1 = CopyDetector.Detect(new Story("", "", [bases[a], bases[b]], [])).Passages.Length > 0;
        return is1;
    }

    private Plan Planned(int number)
    {
        var random = new Random((number * 7_919) + 17);
        var plan = new Plan(
            random.Next(bases.Length),
            // five events share the wording of one: its own and four with other names and numbers
            random.Next(5) < 3 ? 0 : 1 + random.Next(4) + (4 * (number / 20_000 % 15)),
            random.Next(4) == 0,
            random.Next(4) == 0,
            random.Next(10) == 0 ? random.Next(bases.Length) : -1);
        if (random.Next(10) > 0 || number <= Recent) return plan;
        // only what stands in a report that came before, as it is in its base, can be found
        var from = Enumerable.Range(0, 20).Select(_ => Whole(number - 1 - random.Next(Recent))).FirstOrDefault(b => b >= 0, -1);
        return plan with { PassageOf = from };
    }

    private int Whole(int number)
    {
        var random = new Random((number * 7_919) + 17);
        var report = random.Next(bases.Length);
        return random.Next(5) < 3 && random.Next(4) > 0 ? report : -1;
    }

    /// <summary>A stretch of words outside quotations of another report, as a paragraph of its own.</summary>
    private Planted? Plant(Draft draft, Report source, Random random)
    {
        var runs = OwnWords.Runs(source.Article.Text, [.. source.Quotations.Select(q => q.Inner)]).Where(r => r.Length >= PassageWords).ToList();
        if (runs.Count == 0) return null;
        var run = runs[random.Next(runs.Count)];
        var first = random.Next(run.Length - PassageWords + 1);
        var isEdited = random.Next(2) == 0;
        var words = run.AsSpan(first, PassageWords).ToArray()
            .Select((w, i) => isEdited && i % WordsPerEdit == WordsPerEdit / 2 ? shifts[1][random.Next(16)] : w.Span.Of(source.Article.Text).ToString());
        return new Planted(draft.AddParagraph(string.Join(' ', words) + "."), isEdited);
    }

    private readonly record struct Plan(int Base, int Shift, bool IsCut, bool IsSwapped, int Lead)
    {
        public int PassageOf { get; init; } = -1;

        public IEnumerable<int> Bases => new[] { Base, Lead, PassageOf }.Where(b => b >= 0);
    }

    private static string[] Syllables(int shift)
    {
        string[] parts = ["bar", "cel", "dun", "fer", "gil", "hov", "jas", "kem", "lun", "mer", "nis", "pol", "rad", "sov", "tul", "ven"];
        return [.. Enumerable.Range(0, 256).Select(i => parts[i % 16] + parts[i / 16] + parts[shift % 16] + parts[(shift / 16 * 5) % 16])];
    }

    /// <summary>A report in the making.</summary>
    private sealed class Draft(string id, Article article, string[]? others)
    {
        private readonly StringBuilder text = new();
        private readonly ImmutableArray<SentenceSpan>.Builder sentences = ImmutableArray.CreateBuilder<SentenceSpan>();
        private readonly ImmutableArray<Term>.Builder terms = ImmutableArray.CreateBuilder<Term>();
        private readonly ImmutableArray<Quotation>.Builder quotations = ImmutableArray.CreateBuilder<Quotation>();
        private readonly ImmutableArray<TimeExpression>.Builder times = ImmutableArray.CreateBuilder<TimeExpression>();
        private readonly ImmutableArray<TextSpan>.Builder names = ImmutableArray.CreateBuilder<TextSpan>();

        public void Add(Report source, int sentence)
        {
            var span = source.Sentences[sentence].Span;
            if (text.Length > 0) text.Append(sentence > 0 && source.Sentences[sentence - 1].Paragraph == source.Sentences[sentence].Paragraph ? " " : "\n\n");
            var start = text.Length;
            var from = span.Start;
            var places = new List<(int From, int To)>();
            var mentions = source.Names.SelectMany(n => n.Mentions).Where(span.Contains).ToList();
            foreach (var term in source.Terms.Where(t => t.Sentence == sentence && span.Contains(t.Span)))
            {
                text.Append(source.Article.Text, from, term.Span.Start - from);
                var at = text.Length;
                var isName = mentions.Exists(m => m.Contains(term.Span));
                var said = term.Span.Of(source.Article.Text).ToString();
                var lemma = term.Lemma;
                if (others is not null && char.IsLetterOrDigit(said[0]) && (isName || term.Tag is Upos.Num))
                {
                    var hash = said.Aggregate(17, (h, c) => unchecked((h * 31) + char.ToLowerInvariant(c)));
                    var other = others[(hash & int.MaxValue) % others.Length];
                    said = isName ? char.ToUpperInvariant(other[0]) + other[1..] : ((hash & int.MaxValue) % 900 + 7).ToString(CultureInfo.InvariantCulture);
                    lemma = isName ? other : said;
                }

                text.Append(said);
                places.Add((term.Span.Start, at));
                if (isName) names.Add(TextSpan.Between(at, text.Length));
                terms.Add(new Term(TextSpan.Between(at, text.Length), lemma, term.Tag, term.Quoted, sentences.Count));
                from = term.Span.End;
            }

            text.Append(source.Article.Text, from, span.End - from);
            foreach (var quotation in source.Quotations.Where(q => q.Inner.Overlaps(span)))
            {
                var inner = TextSpan.Between(Moved(Math.Max(quotation.Inner.Start, span.Start)), Moved(Math.Min(quotation.Inner.End, span.End)));
                quotations.Add(quotation with { Span = inner, Inner = inner });
            }

            times.AddRange(source.Times.Where(t => span.Contains(t.Span)).Select(t => t with { Span = TextSpan.Between(Moved(t.Span.Start), Moved(t.Span.End)) }));
            sentences.Add(new SentenceSpan(TextSpan.Between(start, text.Length), sentences.Count));

            int Moved(int at)
            {
                var before = (From: span.Start, To: start);
                foreach (var place in places)
                {
                    if (place.From > at) break;
                    before = place;
                }

                return Math.Min(before.To + at - before.From, text.Length);
            }
        }

        public TextSpan AddParagraph(string paragraph)
        {
            text.Append("\n\n");
            var span = new TextSpan(text.Length, paragraph.Length);
            text.Append(paragraph);
            sentences.Add(new SentenceSpan(span, sentences.Count));
            return span;
        }

        public Report Report() => new()
        {
            Article = article with { Id = id, Text = text.ToString(), Headline = others is null ? article.Headline : null, Published = PublicationDate.Unknown },
            Sentences = sentences.ToImmutable(), Attributions = [], Times = times.ToImmutable(), Figures = [], Quotations = quotations.ToImmutable(),
            Names = [new NamedThing("names", NameType.Other, names.ToImmutable())], Terms = terms.ToImmutable(),
        };
    }
}

/// <summary>A report of the stream, and the passage of another that was planted in it.</summary>
internal sealed record EditedReport(int Number, Report Report, Planted? Planted);

/// <summary>A passage of another report that stands at <paramref name="Span"/> of a report.</summary>
internal readonly record struct Planted(TextSpan Span, bool IsEdited);
