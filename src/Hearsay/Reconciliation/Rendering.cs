using System.Collections.Immutable;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>How one sentence of a report renders what somebody said: between quotation marks, or told in the report's words.</summary>
/// <param name="Report">The report.</param>
/// <param name="Place">The sentence's place among the story's; -1 where no sentence is known.</param>
/// <param name="Span">The words that render it, with their marks.</param>
/// <param name="Speakers">Whoever speaks, the nearest first; empty where it cannot be told.</param>
/// <param name="Quoted">What stands between marks; null where it is told.</param>
internal sealed record Rendering(ReportText Report, int Place, TextSpan Span, ImmutableArray<string> Speakers, QuotedWords? Quoted)
{
    /// <summary>Few words in the midst of the reporter's own.</summary>
    public bool IsFragment => Quoted is { IsShort: true };

    /// <summary>All of a story: what is quoted, then the sentences without a quotation that give what somebody said and do not deny it.</summary>
    public static Rendering[] Of(StoryText story, Judgements judged)
    {
        var quoted = story.Reports.SelectMany(QuotedWords.Of)
            .Select(q => new Rendering(q.Report, judged.PlaceOf(q.Report, q.Sentence), q.Span, q.Speakers, q)).ToArray();
        var known = quoted.Select(q => q.Place).ToHashSet();
        var told = judged.Sentences.Select((s, i) => (Sentence: s, Place: i))
            .Where(x => !known.Contains(x.Place) && !x.Sentence.IsDenied && x.Sentence.Speakers.Length > 0)
            .Select(x => new Rendering(x.Sentence.Report, x.Place, SaidIn(x.Sentence), x.Sentence.Speakers, null));
        return [.. quoted, .. told];
    }

    private static TextSpan SaidIn(Stretch sentence) =>
        sentence.Report.Index.WithContentNear(sentence.Span).SelectMany(a => a.Content).Where(sentence.Span.Overlaps)
            .Select(c => TextSpan.Between(Math.Max(c.Start, sentence.Span.Start), Math.Min(c.End, sentence.Span.End)))
            .Aggregate(TextSpan.Cover);
}
