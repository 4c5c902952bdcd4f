using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>Two reports (positions in the batch, <paramref name="A"/> before <paramref name="B"/>) and how alike they are, 0 to 1.</summary>
internal readonly record struct Likeness(int A, int B, double Value);

/// <summary>How alike reports are: the cosine of their weighted words, less where they were published days apart.</summary>
internal static class ReportLikeness
{
    /// <summary>Pairs that are less alike than this count as not alike at all.</summary>
    private const double Least = 0.02;

    /// <summary>Reports that lie so many days apart are compared as if they were of one day.</summary>
    private const int SameEventDays = 3;

    /// <summary>What each further day takes off, and how far it goes.</summary>
    private const double PerDay = 0.02, Floor = 0.5;

    /// <summary>
    /// Longer apart than this, reports tell of two events of one kind rather than of one event; what is left of their likeness then.
    /// </summary>
    private const int SeparateDays = 90;

    private const double Separate = 0.25;

    /// <summary>All pairs that have something in common; a date that is not known takes nothing off.</summary>
    public static ImmutableArray<Likeness> Of(ImmutableArray<ImmutableArray<WeightedWord>> reports, ImmutableArray<DateOnly?> days)
    {
        var pairs = ImmutableArray.CreateBuilder<Likeness>();
        var holders = new Dictionary<string, List<(int Report, double Weight)>>(StringComparer.Ordinal);
        var sums = new double[reports.Length];
        for (var b = 0; b < reports.Length; b++)
        {
            foreach (var (word, weight) in reports[b])
            {
                if (!holders.TryGetValue(word, out var list)) holders.Add(word, list = []);
                foreach (var (a, other) in list) sums[a] += weight * other;
                list.Add((b, weight));
            }
            for (var a = 0; a < b; a++)
            {
                var value = sums[a] * Nearness(days[a], days[b]);
                sums[a] = 0;
                if (value >= Least) pairs.Add(new Likeness(a, b, value));
            }
        }
        return pairs.ToImmutable();
    }

    /// <summary>What of their likeness counts when they were published on these days: 1 where near or not known.</summary>
    internal static double Nearness(DateOnly? a, DateOnly? b)
    {
        if (a is not { } x || b is not { } y) return 1;
        var days = Math.Abs(x.DayNumber - y.DayNumber);
        return days > SeparateDays ? Separate : Math.Max(Floor, 1 - PerDay * Math.Max(0, days - SameEventDays));
    }
}
