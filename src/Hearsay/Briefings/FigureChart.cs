using System.Collections.Immutable;
using Hearsay.Briefings.Sections;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings;

/// <summary>A row of a chart: who gives which figure, in which reports; several reports that give the same one share a row.</summary>
internal sealed record ChartRow(string By, string Words, decimal? Low, decimal? High, ImmutableArray<GivenFigure> Figures)
{
    /// <summary>True where the row has something to draw.</summary>
    public bool Drawn => Low is not null || High is not null;
}

/// <summary>The figures of a series as a dot-and-range chart: the rows by who gives them, and one scale for all.</summary>
internal sealed record FigureChart(FigureSeries Series, ImmutableArray<ChartRow> Rows, decimal Least, decimal Greatest)
{
    public static FigureChart Of(StoryIndex index, FigureSeries series)
    {
        var rows = FigureSection.Figures(index, series)
            .GroupBy(f => (f.By, Words: FigureSection.Words(index, f).ToLowerInvariant(), f.Figure.Low, f.Figure.High))
            .Select(g => new ChartRow(g.Key.By, FigureSection.Words(index, g.First()), g.Key.Low, g.Key.High, [.. g]))
            .GroupBy(r => r.By, StringComparer.Ordinal)
            .SelectMany(by => by.OrderBy(r => r.Low ?? r.High ?? decimal.MaxValue))
            .ToImmutableArray();
        var values = rows.SelectMany(r => new[] { r.Low, r.High }).OfType<decimal>().DefaultIfEmpty().ToList();
        return new FigureChart(series, rows, values.Min(), values.Max());
    }

    /// <summary>True where there is something to compare by eye.</summary>
    public bool Worthwhile => Greatest > Least;

    /// <summary>Where the value stands between the least (0) and the greatest (1).</summary>
    public double Place(decimal value) => Worthwhile ? (double)(value - Least) / (double)(Greatest - Least) : 0.5;
}
