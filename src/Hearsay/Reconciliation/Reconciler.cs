using Hearsay.Copies;
using Hearsay.Stories;

namespace Hearsay.Reconciliation;

/// <summary>A story and its provenance in, findings out. The one place that says which comparison follows which.</summary>
public static class Reconciler
{
    /// <summary>Compares what the reports of a story say; the order of the reports does not matter.</summary>
    public static Findings Reconcile(Story story, Provenance provenance)
    {
        var text = new StoryText(story);
        var claims = ClaimBuilder.Build(text, provenance);
        return new Findings
        {
            FigureSeries = FigureSeriesBuilder.Build(text),
            QuoteGroups = QuoteAligner.Align(text),
            Claims = claims,
            Responses = ResponseCollector.Collect(text, claims),
            Timeline = TimelineBuilder.Build(text),
        };
    }
}
