using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>
/// One sentence of a report as it is compared with sentences of other reports: its content stems with what each tells, and apart from them what must
/// not differ where two sentences say the same: verbs, names, numbers, days, polarity, who speaks.
/// </summary>
internal sealed class SentenceSense
{
    private static readonly FrozenSet<string> Negations = FrozenSet.Create(StringComparer.Ordinal, "not", "n't", "no", "never");

    private readonly (int Stem, double Square)[] squares;

    /// <summary>Reads sentence <paramref name="index"/> of a report; <paramref name="ids"/> numbers every content stem met so far, a new one gets the next.</summary>
    public SentenceSense(StoryText story, ReportText report, int index, Dictionary<string, int> ids)
    {
        (Report, Index, Span) = (report, index, report.Sentences[index]);
        var words = report.Within(Span);
        Forms = [.. words.ToArray().Select(w => w.Form)];
        AddStems(story, words);
        squares = [.. Weights.Select(w => (NumberOf(w.Key, ids), w.Value * w.Value)).OrderBy(w => w.Item1)];
        AddTerms(report);
        AddNumbers(report);
        Days = [.. report.Report.Times.Where(t => Span.Contains(t.Span)).Select(DayOf).OfType<string>()];
        var said = report.Index.WithContentNear(Span).Where(a => a.Content.Any(c => c.Overlaps(Span))).ToArray();
        Speakers = [.. said.Select(a => a.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)];
        Forces = [.. said.Select(a => a.Force).Distinct()];
        IsSaid = said.Length > 0;
        IsDenied = said.Any(AttributedStretch.IsDenial);
    }

    public ReportText Report { get; }

    /// <summary>Place among the report's sentences.</summary>
    public int Index { get; }

    public TextSpan Span { get; }

    public Citation Citation => Report.Cite(Span);

    /// <summary>All words in lower case, in order.</summary>
    public string[] Forms { get; }

    /// <summary>Content stems with what each tells within the story.</summary>
    public Dictionary<string, double> Weights { get; } = new(StringComparer.Ordinal);

    /// <summary>Sum of the squares of the weights.</summary>
    public double Squares { get; private set; }

    /// <summary>Content stems that follow each other.</summary>
    public HashSet<(string, string)> Pairs { get; } = [];

    public HashSet<string> Verbs { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Nouns { get; } = new(StringComparer.Ordinal);

    /// <summary>Stems of proper nouns.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Bounds of the figures, and every number in digits that is no part of a date.</summary>
    public HashSet<decimal> Numbers { get; } = [];

    /// <summary>Days, months or years that are named, resolved.</summary>
    public ImmutableArray<string> Days { get; }

    /// <summary>Who is said to say any of it.</summary>
    public ImmutableArray<string> Speakers { get; }

    public ImmutableArray<CueForce> Forces { get; }

    /// <summary>True where any of it is attributed.</summary>
    public bool IsSaid { get; }

    /// <summary>True where any of it is what somebody denies.</summary>
    public bool IsDenied { get; }

    /// <summary>How many words negate.</summary>
    public int Negated { get; private set; }

    /// <summary>How many words stand in direct speech.</summary>
    public int Quoted { get; private set; }

    /// <summary>From 0 to 1: cosine of the weights.</summary>
    public double Cosine(SentenceSense other)
    {
        var (a, b, i, j, common) = (squares, other.squares, 0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i].Stem == b[j].Stem) (common, i, j) = (common + a[i].Square, i + 1, j + 1);
            else if (a[i].Stem < b[j].Stem) i++;
            else j++;
        }

        return common == 0 ? 0 : common / Math.Sqrt(Squares * other.Squares);
    }

    /// <summary>True where nothing that is exact forbids that the other states all of this: its numbers are there, and neither denies what the other asserts.</summary>
    public bool MayBeCarriedBy(SentenceSense other) => IsDenied == other.IsDenied && Numbers.IsSubsetOf(other.Numbers);

    private static int NumberOf(string stem, Dictionary<string, int> ids)
    {
        if (!ids.TryGetValue(stem, out var id)) ids[stem] = id = ids.Count;
        return id;
    }

    private static string? DayOf(TimeExpression time) =>
        time.Type is not (TimeType.Date or TimeType.Time) || time.Value.Length < 4 || !char.IsAsciiDigit(time.Value[0]) ? null
        : time.Value.Length > 10 ? time.Value[..10]
        : time.Value;

    private void AddStems(StoryText story, ReadOnlySpan<StoryWord> words)
    {
        var last = "";
        foreach (var word in words)
        {
            if (word.Stem.Length == 0) continue;
            var weight = story.Weight(word.Stem);
            if (Weights.TryAdd(word.Stem, weight)) Squares += weight * weight;
            if (last.Length > 0) Pairs.Add((last, word.Stem));
            last = word.Stem;
        }
    }

    private void AddTerms(ReportText report)
    {
        foreach (var term in report.TermsWithin(Span))
        {
            var kind = term.Tag switch { Upos.Verb when !Stems.IsFunction(term.Lemma) => Verbs, Upos.Noun => Nouns, Upos.Propn => Names, _ => null };
            kind?.Add(Stems.Of(term.Lemma));
            if (Negations.Contains(term.Lemma)) Negated++;
            if (term.Quoted) Quoted++;
        }
    }

    private void AddNumbers(ReportText report)
    {
        foreach (var figure in report.Index.FiguresNear(Span).Where(f => Span.Contains(f.Span)))
        {
            if (figure.Low is { } low) Numbers.Add(low);
            if (figure.High is { } high) Numbers.Add(high);
        }

        foreach (var word in report.Within(Span).ToArray().Where(w => char.IsAsciiDigit(w.Form[0])))
        {
            if (
                decimal.TryParse(word.Form.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number)
                && !report.Report.Times.Any(t => t.Span.Overlaps(word.Span))
            )
                Numbers.Add(number);
        }
    }
}
