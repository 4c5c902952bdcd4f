using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>A stretch of a report that asserts something: the content of an attribution with its speaker, or a sentence in the outlet's own voice,
/// compared by what is not attributed in it.
/// <paramref name="Denies"/> where it tells that somebody denies what it holds: that is no support for it.</summary>
internal sealed record ClaimUnit(ReportText Report, TextSpan Span, string? Speaker, WordBag Words, bool Denies = false)
{
    /// <summary>Fewer content words than this say too little to be compared.</summary>
    private const int FewestWords = 2;

    /// <summary>Beside attributed content, a few words are but the frame of it ("said on Monday").</summary>
    private const int FewestBeside = 3;

    /// <summary>Index of the sentence in the report: the nearer to the top, the more important.</summary>
    public int Sentence { get; } = Report.SentenceAt(Span.Start);

    public Citation Citation => Report.Cite(Span);

    /// <summary>The words as a proposition; where they are but a part of one, their whole sentence.</summary>
    public string Text => Wording.Of(Report, Span);

    /// <summary>All units of a story, in the order of its reports and their text.</summary>
    public static ImmutableArray<ClaimUnit> Of(StoryText story) => [.. story.Reports.SelectMany(r => Of(story, r).OrderBy(u => u.Span))];

    private static IEnumerable<ClaimUnit> Of(StoryText story, ReportText report)
    {
        var attributed = AttributedStretch.Of(report);
        foreach (var (span, speaker) in attributed)
        {
            var words = new WordBag(story, StoryText.StemsOf(report.Within(span)));
            if (words.Count >= FewestWords) yield return new ClaimUnit(report, span, speaker, words);
        }

        var frames = report.Report.Attributions.SelectMany(a => new[] { a.Source, a.Cue }).OfType<TextSpan>().Order().ToArray();
        var denied = report.Report.Attributions.Where(AttributedStretch.IsDenial).Select(a => a.Cue ?? a.Content.FirstOrDefault()).ToArray();
        var denials = new SpanBuckets(denied.Select(d => new[] { d }));
        var (nextStretch, nextFrame) = (0, 0);
        foreach (var sentence in report.Sentences)
        {
            while (nextStretch < attributed.Count && attributed[nextStretch].Span.End <= sentence.Start) nextStretch++;
            while (nextFrame < frames.Length && frames[nextFrame].End <= sentence.Start) nextFrame++;
            var inside = attributed.Skip(nextStretch).TakeWhile(a => a.Span.Start < sentence.End).Select(a => a.Span).ToArray();
            var own = LongestBeside(sentence, inside);
            var beside = inside.Length == 0 ? [] : frames.Skip(nextFrame).TakeWhile(f => f.Start < sentence.End).ToArray();
            var words = new WordBag(story, Outside(report, own, beside));
            if (words.Count >= (inside.Length == 0 ? FewestWords : FewestBeside) && report.Within(own).Length > FewestWords)
                yield return new ClaimUnit(report, report.Trimmed(own), null, words, denials.Near(sentence).Any(i => sentence.Contains(denied[i])));
        }
    }

    /// <summary>The longest stretch of a sentence before, between or after what is attributed in it.</summary>
    private static TextSpan LongestBeside(TextSpan sentence, TextSpan[] attributed)
    {
        var (longest, from) = (new TextSpan(sentence.Start, 0), sentence.Start);
        foreach (var stretch in attributed.Append(new TextSpan(sentence.End, 0)))
        {
            var beside = TextSpan.Between(from, Math.Max(from, stretch.Start));
            if (beside.Length > longest.Length) longest = beside;
            from = Math.Min(sentence.End, Math.Max(from, stretch.End));
        }

        return longest;
    }

    /// <summary>Content stems of a sentence that stand outside what is attributed, its sources and its cues.</summary>
    private static List<string> Outside(ReportText report, TextSpan sentence, TextSpan[] frames)
    {
        var own = new List<string>();
        foreach (var word in report.Within(sentence))
        {
            if (word.Stem.Length > 0 && !Array.Exists(frames, f => f.Contains(word.Span))) own.Add(word.Stem);
        }

        return own;
    }
}
