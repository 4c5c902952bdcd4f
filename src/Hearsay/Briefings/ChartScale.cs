using System.Collections.Immutable;
using System.Globalization;

namespace Hearsay.Briefings;

/// <summary>A scale with round ends and a few round steps between.</summary>
internal sealed record ChartScale(decimal From, decimal To, ImmutableArray<decimal> Ticks)
{
    private const int Steps = 4;

    public static ChartScale Of(FigureChart chart)
    {
        if (!chart.Worthwhile)
        {
            return new ChartScale(chart.Least - 1, chart.Greatest + 1, [chart.Least]);
        }

        var step = Step((chart.Greatest - chart.Least) / Steps);
        var from = decimal.Floor(chart.Least / step) * step;
        var to = decimal.Ceiling(chart.Greatest / step) * step;
        return new ChartScale(from, to, [.. Enumerable.Range(0, (int)((to - from) / step) + 1).Select(i => from + (i * step))]);
    }

    /// <summary>Where the value stands between the ends: 0 to 1.</summary>
    public double Place(decimal value) => (double)((value - From) / (To - From));

    /// <summary>A number as a scale shows it: "4.6 bn" where it is long.</summary>
    public static string Short(decimal value) => Math.Abs(value) switch
    {
        >= 1e12m => value.ToString("0.###e+0", CultureInfo.InvariantCulture),
        >= 1e9m => Phrases.Number(value / 1e9m) + " bn",
        >= 1e6m => Phrases.Number(value / 1e6m) + " m",
        _ => Phrases.Number(value),
    };

    /// <summary>The least of 1, 2, 2.5, 5, 10 times a power of ten that is no smaller than <paramref name="atLeast"/>.</summary>
    private static decimal Step(decimal atLeast)
    {
        var power = 1m;
        while (power < atLeast)
        {
            power *= 10;
        }

        while (power > atLeast * 10)
        {
            power /= 10;
        }

        return new[] { power / 10, power / 5, power / 4, power / 2, power }.First(s => s >= atLeast);
    }
}
