using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>A stretch of a report that asserts something: the content of an attribution with its speaker, or a sentence in the outlet's own voice.</summary>
internal sealed class ClaimUnit(StoryText story, ReportText report, TextSpan span, string? speaker)
{
    /// <summary>Fewer content words than this say too little to be compared.</summary>
    private const int FewestWords = 3;

    public ReportText Report => report;

    public TextSpan Span => span;

    /// <summary>Who says so; null for the outlet's own voice or where it cannot be told.</summary>
    public string? Speaker => speaker;

    public WordBag Words { get; } = new(story, report, span);

    /// <summary>Index of the sentence in the report: the nearer to the top, the more important.</summary>
    public int Sentence { get; } = report.SentenceAt(span.Start);

    public Citation Citation => report.Cite(span);

    public string Text => span.Of(report.Text);

    /// <summary>All units of a story, in the order of its reports and their text.</summary>
    public static ImmutableArray<ClaimUnit> Of(StoryText story) =>
        [.. story.Reports.SelectMany(r => Of(story, r).Where(u => u.Words.Count >= FewestWords).OrderBy(u => u.Span))];

    private static IEnumerable<ClaimUnit> Of(StoryText story, ReportText report)
    {
        var attributed = Attributed(report);
        foreach (var (span, speaker) in attributed) yield return new ClaimUnit(story, report, span, speaker);
        var next = 0;
        foreach (var sentence in report.Sentences)
        {
            while (next < attributed.Count && attributed[next].Span.End <= sentence.Start) next++;
            var inside = attributed.Skip(next).TakeWhile(a => a.Span.Start < sentence.End).Select(a => a.Span).ToArray();
            if (inside.Length == 0 || OwnWords(report, sentence, inside) >= 2 * FewestWords) yield return new ClaimUnit(story, report, sentence, null);
        }
    }

    /// <summary>What is attributed, one stretch a sentence and attribution, in order; of stretches one within the other the outer one, whose speaker answers for all.</summary>
    private static List<(TextSpan Span, string? Speaker)> Attributed(ReportText report)
    {
        var contents = report.Report.Attributions
            .SelectMany(a => a.Content.GroupBy(c => report.SentenceAt(c.Start)).Select(g => (Span: g.Aggregate(TextSpan.Cover), a.Speaker, a.Id)))
            .SelectMany(c => Sentences(report, c.Span).Select(s => (Span: s, c.Speaker, c.Id)))
            .Where(c => StoryText.StemsOf(report.Within(c.Span)).Count >= FewestWords)
            .OrderByDescending(c => c.Span.Length).ThenBy(c => c.Span.Start).ThenBy(c => c.Id, StringComparer.Ordinal);
        var kept = new SortedDictionary<int, (TextSpan Span, string? Speaker)>();
        foreach (var content in contents)
        {
            if (!Overlaps(kept, content.Span)) kept[content.Span.Start] = (content.Span, content.Speaker);
        }

        return [.. kept.Values];
    }

    private static bool Overlaps(SortedDictionary<int, (TextSpan Span, string? Speaker)> kept, TextSpan span) => kept.Values.Any(k => k.Span.Overlaps(span));

    /// <summary>A stretch cut at the ends of sentences.</summary>
    private static IEnumerable<TextSpan> Sentences(ReportText report, TextSpan span)
    {
        var first = report.SentenceAt(span.Start);
        if (first < 0) return [span];
        return report.Sentences.Skip(first).TakeWhile(s => s.Start < span.End).Where(s => s.Overlaps(span))
            .Select(s => TextSpan.Between(Math.Max(s.Start, span.Start), Math.Min(s.End, span.End)));
    }

    /// <summary>Content words of a sentence that stand outside what is attributed, its sources and its cues.</summary>
    private static int OwnWords(ReportText report, TextSpan sentence, TextSpan[] attributed)
    {
        var frames = report.Report.Attributions.SelectMany(a => new[] { a.Source, a.Cue }).OfType<TextSpan>().Where(s => s.Overlaps(sentence)).Concat(attributed).ToArray();
        var own = 0;
        foreach (var word in report.Within(sentence))
        {
            if (word.Stem.Length > 0 && !frames.Any(f => f.Contains(word.Span))) own++;
        }

        return own;
    }
}
