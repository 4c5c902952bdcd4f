using System.Collections.Immutable;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>The question of a series and the note on who gives what, in fixed phrasing around words of the reports.</summary>
internal static class SeriesWording
{
    public static string Question(ImmutableArray<FigureProfile> figures)
    {
        var counted = Commonest(figures.Select(f => f.Figure.Counted));
        var where = Commonest(figures.Select(f => f.Figure.Where)) is { } place && counted?.Contains(place, StringComparison.OrdinalIgnoreCase) != true ? $" in {place}" : "";
        var unit = Commonest(figures.Select(f => f.Figure.Unit))!;
        var dimension = figures[0].Dimension;
        if (dimension.StartsWith("count", StringComparison.Ordinal)) return $"How many {counted ?? unit}{where}{Per(dimension)}?";
        if (dimension is "percent" or "share") return counted is null ? $"What share{where}?" : $"What share: {counted}{where}?";
        if (dimension is "year" or "month" or "week" or "day" or "hour" or "minute" or "second" or "decade") return counted is null || counted == unit ? $"How long{where}?" : $"How long: {counted}{where}?";
        return counted is null || counted == unit ? $"How many {unit}{where}?" : $"How many {unit}: {counted}{where}?";
    }

    /// <summary>Every wording of the figure with the outlets that give it and whom they cite.</summary>
    public static string Note(ImmutableArray<FigureProfile> figures) =>
        string.Join("; ", figures.GroupBy(f => Words(f), StringComparer.OrdinalIgnoreCase).Select(g => $"{g.Key}: {string.Join(", ", g.Select(Giver).Distinct(StringComparer.Ordinal))}"));

    private static string Words(FigureProfile f) => f.Figure.Span.Of(f.Report.Text).ReplaceLineEndings(" ");

    private static string Giver(FigureProfile f) => f.Figure.AccordingTo is { } source ? $"{f.Report.Outlet} (citing {source})" : f.Report.Outlet;

    private static string Per(string dimension) => dimension.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? $" per {dimension[(slash + 1)..]}" : "";

    /// <summary>The commonest wording; of equally common ones the longest, then the first in the alphabet.</summary>
    private static string? Commonest(IEnumerable<string?> words) =>
        words.OfType<string>().GroupBy(w => w, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
}
