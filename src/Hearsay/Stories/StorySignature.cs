using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>All that grouping has to know of a report: kept where the report itself is not at hand.</summary>
/// <param name="ReportId">The article's id.</param>
/// <param name="Day">The day of publication; null where it is not known.</param>
/// <param name="Words">The lemmas of headline and body with how often each stands there, in ordinal order of the lemmas.</param>
public sealed record StorySignature(string ReportId, DateOnly? Day, ImmutableArray<WordCount> Words)
{
    /// <summary>A word of the headline counts as often as this many in the body.</summary>
    private const int HeadlineWeight = 2;

    /// <summary>The lead: the headline and the first sentences, up to the one in which so many words are reached.</summary>
    private const int LeadWords = 60;

    /// <summary>What a number and a day begin with in a line of words, where no lemma can.</summary>
    private const char NumberMark = '#', DayMark = '@';

    /// <summary>The numbers of the lead, as they are written, in ordinal order.</summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    /// <summary>The days that the lead names, in order.</summary>
    public ImmutableArray<DateOnly> NamedDays { get; init; } = [];

    /// <summary>The signature of a report that was read.</summary>
    public static StorySignature Of(Report report)
    {
        var text = report.Article.Text;
        var end = LeadEnd(report);
        var mentions = report.Names.SelectMany(n => n.Mentions).OrderBy(m => m.End).ToArray();
        var mention = 0;
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        var lemmas = new Dictionary<string, string>(StringComparer.Ordinal);
        var numbers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var term in report.Terms)
        {
            var isLead = term.Span.Start < end;
            while (mention < mentions.Length && mentions[mention].End <= term.Span.Start) mention++;
            var isNamed = mention < mentions.Length && mentions[mention].Contains(term.Span);
            if (term.Tag is Upos.Num && isLead) numbers.Add(term.Span.Of(text).ToString());
            if (term.Tag is Upos.Punct or Upos.Sym or Upos.Num || !IsWord(term.Lemma)) continue;
            var tally = tallies.GetValueOrDefault(term.Lemma);
            tallies[term.Lemma] = new Tally(
                tally.Count + 1, tally.Lead + (isLead ? 1 : 0), tally.Named + (isNamed ? 1 : 0), tally.Verbs + (term.Tag is Upos.Verb ? 1 : 0));
            lemmas.TryAdd(term.Span.Of(text).ToLowerInvariant(), term.Lemma);
        }

        foreach (var word in Text.Words.Of(report.Article.Headline ?? ""))
        {
            var said = word.Span.Of(report.Article.Headline!).ToString();
            var lemma = lemmas.GetValueOrDefault(said.ToLowerInvariant(), word.Key);
            if (char.IsDigit(said[0])) numbers.Add(said);
            if (!IsWord(lemma)) continue;
            var tally = tallies.GetValueOrDefault(lemma);
            tallies[lemma] = tally with { Count = tally.Count + HeadlineWeight, Lead = tally.Lead + 1, Headline = tally.Headline + 1 };
        }

        return new StorySignature(
            report.Article.Id, report.Article.Published.Day,
            [.. tallies.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value.Of(c.Key))])
        {
            Numbers = [.. numbers],
            NamedDays = [.. report.Times.Where(t => t.Span.Start < end).Select(t => DayOf(t.Value)).OfType<DateOnly>().Distinct().Order()],
        };
    }

    /// <summary>The words, numbers and days as one line of text, for keeping, by tabs: <c>lemma count lead headline role</c>, <c>#number</c>, <c>@day</c>.</summary>
    public string WordLine() => string.Join(
        '\t',
        Words.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Word} {w.Count} {w.Lead} {(w.IsHeadline ? 1 : 0)} {(int)w.Role}"))
            .Concat(Numbers.Select(n => NumberMark + n))
            .Concat(NamedDays.Select(d => DayMark + d.ToString("O", CultureInfo.InvariantCulture))));

    /// <summary>The signature whose words were kept by <see cref="WordLine"/>.</summary>
    /// <exception cref="FormatException">The line is not of that form.</exception>
    public static StorySignature Parse(string reportId, DateOnly? day, string wordLine)
    {
        var parts = wordLine.Split('\t', StringSplitOptions.RemoveEmptyEntries);
        return new StorySignature(reportId, day, [.. parts.Where(p => p[0] is not (NumberMark or DayMark)).Select(Word)])
        {
            Numbers = [.. parts.Where(p => p[0] is NumberMark).Select(p => p[1..])],
            NamedDays = [.. parts.Where(p => p[0] is DayMark).Select(p => DateOnly.ParseExact(p[1..], "O", CultureInfo.InvariantCulture))],
        };
    }

    private static WordCount Word(string part)
    {
        var fields = part.Split(' ');
        // a lemma may hold blanks
        return fields.Length >= 5
            ? new WordCount(string.Join(' ', fields[..^4]), Number(fields[^4])) { Lead = Number(fields[^3]), IsHeadline = fields[^2] == "1", Role = (WordRole)Number(fields[^1]) }
            : throw new FormatException($"no counts in “{part}”");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int LeadEnd(Report report)
    {
        var sentences = report.Sentences;
        var (end, words) = (0, Text.Words.Of(report.Article.Headline ?? "").Length);
        for (var s = 0; s < sentences.Length && words < LeadWords; s++)
        {
            end = sentences[s].Span.End;
            words += Text.Words.Of(sentences[s].Span.Of(report.Article.Text).ToString()).Length;
        }

        return end;
    }

    private static DateOnly? DayOf(string value) =>
        value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsWord(string lemma) => lemma.Length > 1 && char.IsLetter(lemma[0]);

    private readonly record struct Tally(int Count, int Lead, int Named, int Verbs)
    {
        public int Headline { get; init; }

        public WordCount Of(string word) => new(word, Count)
        {
            Lead = Lead, IsHeadline = Headline > 0, Role = 2 * Named > InText ? WordRole.Name : 2 * Verbs > InText ? WordRole.Verb : WordRole.Other,
        };

        // headlines are not read for names and tags
        private int InText => Count - (HeadlineWeight * Headline);
    }
}

/// <summary>What a word mostly is in a report.</summary>
public enum WordRole : byte
{
    /// <summary>Neither of the others.</summary>
    Other,

    /// <summary>A name or a part of one.</summary>
    Name,

    /// <summary>A verb.</summary>
    Verb,
}

/// <summary>A lemma and how often it stands in a report.</summary>
public readonly record struct WordCount(string Word, int Count)
{
    /// <summary>How often it stands in the report's headline and first sentences.</summary>
    public int Lead { get; init; }

    /// <summary>Whether it stands in the headline.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>What it mostly is in the report.</summary>
    public WordRole Role { get; init; }
}
