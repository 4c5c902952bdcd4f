using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>A word of a report as it is compared: where it stands, its form in lower case, and its stem (empty for function words).</summary>
internal readonly record struct StoryWord(TextSpan Span, string Form, string Stem);

/// <summary>The words of one report, in order, and which of them stand in a stretch of the text.</summary>
internal sealed partial class ReportText
{
    public ReportText(Report report, int order, string? outlet = null)
    {
        (Report, Order, Outlet) = (report, order, outlet ?? OutletName.Of(report.Article));
        Words = WordsOf(report.Article.Text);
        Sentences = [.. report.Sentences.Select(s => s.Span)];
        FigureStarts = report.Figures.Select(f => f.Span.Start).ToFrozenSet();
        Index = new ReportIndex(report);
        Answering = report
            .Attributions.Where(a => a is { Response: not null, Cue: not null })
            .Select(a => SentenceAt(a.Cue!.Value.Start))
            .ToFrozenSet();
    }

    public Report Report { get; }

    /// <summary>Place of the report in its story.</summary>
    public int Order { get; }

    public string Id => Report.Article.Id;

    public string Text => Report.Article.Text;

    public ImmutableArray<StoryWord> Words { get; }

    public ImmutableArray<TextSpan> Sentences { get; }

    /// <summary>Where the figures of the report begin.</summary>
    public FrozenSet<int> FigureStarts { get; }

    /// <summary>The report's statements by where they stand.</summary>
    public ReportIndex Index { get; }

    /// <summary>The sentences, by index, in which somebody answers somebody.</summary>
    public FrozenSet<int> Answering { get; }

    /// <summary>Who published it, as a page says it.</summary>
    public string Outlet { get; }

    /// <summary>The words that touch <paramref name="span"/>.</summary>
    public ReadOnlySpan<StoryWord> Within(TextSpan span)
    {
        var first = FirstEndingAfter(span.Start);
        var last = first;
        while (last < Words.Length && Words[last].Span.Start < span.End) last++;
        return Words.AsSpan()[first..last];
    }

    /// <summary>The content words that touch any of these stretches, each once, in order.</summary>
    public IEnumerable<StoryWord> WordsIn(IEnumerable<TextSpan> spans) =>
        spans.SelectMany(s => Within(s).ToArray()).Where(w => w.Stem.Length > 0).DistinctBy(w => w.Span.Start).OrderBy(w => w.Span.Start);

    /// <summary>
    /// Index of the first word of a stretch and of the first behind it, and how far its sentence and <paramref name="reach"/> words on either side
    /// go: [from, first) before it, [behind, to) after it.
    /// </summary>
    public (int From, int First, int Behind, int To) WordsAround(TextSpan span, int reach)
    {
        var sentence = SentenceSpanAt(span.Start);
        var first = FirstEndingAfter(span.Start);
        var behind = first;
        while (behind < Words.Length && Words[behind].Span.Start < span.End) behind++;
        var from = Math.Max(Math.Max(0, first - reach), Math.Min(first, FirstEndingAfter(sentence.Start)));
        var to = Math.Min(Math.Min(Words.Length, behind + reach), Math.Max(behind, FirstEndingAfter(sentence.End)));
        return (from, first, behind, to);
    }

    /// <summary>The terms that touch <paramref name="span"/>.</summary>
    public IEnumerable<Term> TermsWithin(TextSpan span) => TermIndicesWithin(span).Select(i => Report.Terms[i]);

    /// <summary>Places, among the report's terms, of those that touch <paramref name="span"/>.</summary>
    public IEnumerable<int> TermIndicesWithin(TextSpan span)
    {
        var terms = Report.Terms;
        var (low, high) = (0, terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (terms[middle].Span.End > span.Start) high = middle;
            else low = middle + 1;
        }

        for (; low < terms.Length && terms[low].Span.Start < span.End; low++) yield return low;
    }

    /// <summary>Index of the first word that ends after <paramref name="offset"/>.</summary>
    public int FirstEndingAfter(int offset)
    {
        var (low, high) = (0, Words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Span.End > offset) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>Index of the sentence that holds <paramref name="offset"/>, else of the last one before it; -1 before the first.</summary>
    public int SentenceAt(int offset)
    {
        var (low, high) = (0, Sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Start > offset) high = middle;
            else low = middle + 1;
        }

        return low - 1;
    }

    /// <summary>The sentence around <paramref name="offset"/>; the whole text where none is known.</summary>
    public TextSpan SentenceSpanAt(int offset) => SentenceAt(offset) is >= 0 and var i ? Sentences[i] : new TextSpan(0, Text.Length);

    /// <summary>A stretch cut at the ends of sentences, without white space at the edges.</summary>
    public IEnumerable<TextSpan> InSentences(TextSpan span)
    {
        var first = SentenceAt(span.Start);
        if (first < 0) return [span];
        return Sentences.Skip(first).TakeWhile(s => s.Start < span.End).Where(s => s.Overlaps(span))
            .Select(s => TextSpan.Between(Math.Max(s.Start, span.Start), Math.Min(s.End, span.End)));
    }

    /// <summary>A stretch from its first to its last word, with the marks that touch them: without white space and leading punctuation.</summary>
    public TextSpan Trimmed(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(Text[start]) || Text[start] is ',' or ';' or ':' or '.' or '-' or '–' or '—')) start++;
        while (end > start && (char.IsWhiteSpace(Text[end - 1]) || Text[end - 1] is ',' or ';' or ':' or '-' or '–' or '—')) end--;
        return TextSpan.Between(start, end);
    }

    public Citation Cite(TextSpan span) => new(Id, span);

    /// <summary>The words of a text: letters and digits, joined by inner points, commas and apostrophes; hyphens part them.</summary>
    public static ImmutableArray<StoryWord> WordsOf(string text)
    {
        var words = ImmutableArray.CreateBuilder<StoryWord>();
        foreach (var match in WordForm().EnumerateMatches(text))
        {
            var form = Normalised(text.AsSpan(match.Index, match.Length));
            words.Add(new StoryWord(new TextSpan(match.Index, match.Length), form, Stems.IsFunction(form) ? "" : Stems.Of(form)));
        }

        return words.ToImmutable();
    }

    private static string Normalised(ReadOnlySpan<char> form)
    {
        var lower = form.ToString().Replace('’', '\'').Replace('´', '\'').ToLowerInvariant();
        try
        {
            return lower.IsNormalized(NormalizationForm.FormKC) ? lower : lower.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return lower; // half a surrogate pair has no normal form
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[.,'’´][\p{L}\p{N}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex WordForm();
}

/// <summary>
/// The reports of a story in an order that does not hang on the input's, their words, and how much each word tells within the story.
/// </summary>
internal sealed class StoryText
{
    /// <summary>Shorter reports are weighed as if they had so many sentences: in three sentences every word is rare.</summary>
    private const double FewestSentences = 20;

    private readonly FrozenDictionary<string, double> sentencesWith;
    private readonly double sentences;
    private readonly FrozenSet<string> shared;

    public StoryText(Story story)
    {
        var outlets = OutletName.Of(story.Reports);
        Reports = [.. story.Reports
            .OrderBy(r => r.Article.Published.Value ?? "9999", StringComparer.Ordinal).ThenBy(r => r.Article.Id, StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select((r, i) => new ReportText(r, i, outlets[r.Article.Id]))];
        sentences = Math.Max(FewestSentences, Reports.Sum(r => r.Sentences.Length) / Math.Max(1.0, Reports.Length));
        shared = Reports
            .SelectMany(r => r.Words.Select(w => w.Stem).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal))
            .GroupBy(w => w, StringComparer.Ordinal)
            .Where(g => g.Skip(1).Any()).Select(g => g.Key).ToFrozenSet(StringComparer.Ordinal);
        sentencesWith = Reports.SelectMany(SentencesWith).GroupBy(c => c.Key, c => (double)c.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Sum() / g.Count(), StringComparer.Ordinal);
    }

    public ImmutableArray<ReportText> Reports { get; }

    /// <summary>
    /// What the stem tells, above 0, the rarer the more: the inverse share of sentences with it, averaged over the reports that have it, so that a
    /// word which every report uses once tells more than one that a single report uses all the time.
    /// </summary>
    public double Weight(string stem) => Math.Max(0.1, Math.Log((sentences + 1) / (sentencesWith.GetValueOrDefault(stem) + 0.5)));

    /// <summary>
    /// From 0 to 1: how much of what the words tell stands in two reports or more. What has next to nothing in common with any other report is
    /// hardly of this story: a picture gallery, a teaser, another event. Two reports are too few to tell: 1.
    /// </summary>
    public double Shared(IEnumerable<string> stems)
    {
        var (common, all) = (0.0, 0.0);
        foreach (var stem in stems)
        {
            all += 1;
            if (shared.Contains(stem)) common += 1;
        }

        return Reports.Length < 3 || all == 0 ? 1 : common / all;
    }

    /// <summary>The content stems among <paramref name="words"/>, in order, repeated where they are.</summary>
    public static List<string> StemsOf(ReadOnlySpan<StoryWord> words)
    {
        var stems = new List<string>();
        foreach (var word in words)
        {
            if (word.Stem.Length > 0) stems.Add(word.Stem);
        }

        return stems;
    }

    private static Dictionary<string, int> SentencesWith(ReportText report)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in report.Sentences)
        {
            foreach (var stem in StemsOf(report.Within(sentence)).Distinct(StringComparer.Ordinal)) counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        return counts;
    }
}
