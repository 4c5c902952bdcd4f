using Hearsay.Copies;
using Hearsay.Stories;

namespace Hearsay.Reconciliation;

/// <summary>A story and its provenance in, findings out. The one place that says which comparison follows which.</summary>
public static class Reconciler
{
    /// <summary>Compares what the reports of a story say.</summary>
    public static Findings Reconcile(Story story, Provenance provenance) =>
        new() { FigureSeries = [], QuoteGroups = [], Claims = [], Responses = [], Timeline = [] };
}
