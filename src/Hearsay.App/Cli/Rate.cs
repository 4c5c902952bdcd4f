using System.Diagnostics;
using System.Globalization;
using Hearsay.App.Web;

namespace Hearsay.App.Cli;

/// <summary>How fast long work goes, and how long it will take.</summary>
internal sealed class Rate
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private (double Pages, double Done)? _first;

    /// <summary>"12,400 pages, 310 a second, 41 %, 5 minutes left"; what is not known yet is left out.</summary>
    public string Line(string what, long count, long done, long total)
    {
        // what an earlier run did took none of this run's time
        _first ??= (count, done);
        var seconds = _clock.Elapsed.TotalSeconds;
        var line = string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? what.TrimEnd('s') : what)}");
        if (seconds >= 1) line += Speed((count - _first.Value.Pages) / seconds);
        if (total <= 0) return line;
        line += string.Create(CultureInfo.InvariantCulture, $", {100.0 * done / total:0} %");
        var since = done - _first.Value.Done;
        return seconds >= 1 && since > 0 && done < total ? $"{line}, {Span(TimeSpan.FromSeconds((total - done) * seconds / since))} left" : line;
    }

    private static string Speed(double second) => second >= 2
        ? string.Create(CultureInfo.InvariantCulture, $", {second:N0} a second")
        : string.Create(CultureInfo.InvariantCulture, $", {second * 60:N0} a minute");

    /// <summary>"40 seconds", "5 minutes", "2.5 hours".</summary>
    public static string Span(TimeSpan time) =>
        time.TotalSeconds < 90 ? Shown.Count((long)Math.Max(1, Math.Round(time.TotalSeconds)), "second")
        : time.TotalMinutes < 90 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} hours");
}
