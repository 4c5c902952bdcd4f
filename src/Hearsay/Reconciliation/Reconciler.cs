using Hearsay.Copies;
using Hearsay.Reconciliation.Importance;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Stories;

namespace Hearsay.Reconciliation;

/// <summary>A story and its provenance in, findings out. The one place that says which comparison follows which.</summary>
public static class Reconciler
{
    /// <summary>Compares what the reports of a story say; the order of the reports does not matter.</summary>
    public static Findings Reconcile(Story story, Provenance provenance) => Reconcile(story, provenance, SameJudge.Shipped, ImportanceJudge.Shipped);

    /// <summary>
    /// The same with other judges of what says the same and of what matters, for the lab, which scores no story with a judge that saw it.
    /// </summary>
    internal static Findings Reconcile(Story story, Provenance provenance, SameJudge judge, ImportanceJudge importance)
    {
        var text = new StoryText(story);
        var judged = new Judgements(text, judge);
        var claims = ClaimBuilder.Build(text, provenance, judged, importance);
        return new Findings
        {
            FigureSeries = FigureSeriesBuilder.Build(text, provenance, judged, judge),
            QuoteGroups = QuoteAligner.Align(text, judged),
            Claims = claims,
            Responses = ResponseCollector.Collect(text, claims),
            Timeline = TimelineBuilder.Build(text, judged),
        };
    }
}
