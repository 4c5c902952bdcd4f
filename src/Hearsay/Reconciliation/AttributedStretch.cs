using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>What is attributed in one sentence, and to whom.</summary>
internal readonly record struct AttributedStretch(TextSpan Span, string? Speaker)
{
    /// <summary>Fewer content words than this are no proposition of their own; their whole sentence is.</summary>
    private const int FewestWords = 3;

    /// <summary>
    /// All of a report, in order, none overlapping and none denied: of stretches one within the other the outer one, whose speaker answers for all.
    /// </summary>
    public static IReadOnlyList<AttributedStretch> Of(ReportText report)
    {
        var stretches = report.Report.Attributions.Where(a => !IsDenial(a))
            .SelectMany(a => a.Content.GroupBy(c => report.SentenceAt(c.Start)).Select(g => (Span: g.Aggregate(TextSpan.Cover), a.Speaker, a.Id)))
            .SelectMany(c => report.InSentences(c.Span).Select(s => (Span: s, c.Speaker, c.Id)))
            .Where(c => StoryText.StemsOf(report.Within(c.Span)).Count >= FewestWords)
            .OrderBy(c => c.Span).ThenBy(c => c.Id, StringComparer.Ordinal);
        var kept = new List<AttributedStretch>();
        foreach (var (span, speaker, _) in stretches)
        {
            if (kept.Count == 0 || !kept[^1].Span.Overlaps(span)) kept.Add(new AttributedStretch(span, speaker));
            else if (span.Length > kept[^1].Span.Length) kept[^1] = new AttributedStretch(span, speaker);
        }

        return kept;
    }

    /// <summary>True where the source does not assert the content: it denies or dismisses it, or is said not to have said it.</summary>
    public static bool IsDenial(Attribution attribution) =>
        attribution.Negated
        || attribution.Force == CueForce.Denied
        || attribution.Response is ResponseState.Denied or ResponseState.Dismissed or ResponseState.NotAcknowledged;
}
