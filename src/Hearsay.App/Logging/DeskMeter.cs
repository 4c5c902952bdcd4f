using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hearsay.App.Logging;

/// <summary>The desk's own metrics and traces (OpenTelemetry names).</summary>
internal static class DeskMeter
{
    public const string Name = "Hearsay.Desk";

    private static readonly Meter Meter = new(Name);

    /// <summary>Reports taken into stories.</summary>
    public static Counter<int> Reports { get; } = Meter.CreateCounter<int>("hearsay.reports", "{report}", "Reports taken into stories");

    /// <summary>How long the briefing of a story took.</summary>
    public static Histogram<double> Briefing { get; } = Meter.CreateHistogram<double>("hearsay.briefing.duration", "s", "Time to brief a story");

    /// <summary>Spans around taking in and briefing.</summary>
    public static ActivitySource Activities { get; } = new(Name);
}
