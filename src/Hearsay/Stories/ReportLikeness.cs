using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>Two reports (positions in the batch, <paramref name="A"/> before <paramref name="B"/>) and how alike they are, 0 to 1.</summary>
internal readonly record struct Likeness(int A, int B, double Value);

/// <summary>How alike reports are: how likely they tell of one event by their words and by the days on which they were published.</summary>
internal static class ReportLikeness
{
    /// <summary>Reports whose words' cosine is less than this are not compared further: they count as not alike at all.</summary>
    public const double LeastCosine = 0.05;

    /// <summary>Reports that lie so many days apart are compared as if they were of one day.</summary>
    private const int SameEventDays = 3;

    /// <summary>What each further day takes off the log odds, and how far that goes.</summary>
    private const double PerDay = 0.1, MostForDays = 1.5;

    /// <summary>Longer apart than this, reports tell of two events of one kind rather than of one event, whatever their words; what is left of their likeness then.</summary>
    private const int SeparateDays = 90;

    private const double Separate = 0.25;

    /// <summary>All pairs that have something in common.</summary>
    /// <param name="reports">The reports of the batch.</param>
    /// <param name="isOne">How likely two reports tell of one event by their words; the judge that ships, where it is not given.</param>
    public static ImmutableArray<Likeness> Of(ImmutableArray<WeightedSignature> reports, Func<WeightedSignature, WeightedSignature, double>? isOne = null)
    {
        isOne ??= EventJudge.Shipped.Probability;
        return [.. Cosines(reports).AsParallel().AsOrdered().Select(l => l with { Value = Of(reports[l.A], reports[l.B], isOne) })];
    }

    /// <summary>How alike these two are; a date that is not known takes nothing off.</summary>
    public static double Of(WeightedSignature a, WeightedSignature b, Func<WeightedSignature, WeightedSignature, double> isOne)
    {
        var p = isOne(a, b);
        if (a.Signature.Day is not { } x || b.Signature.Day is not { } y) return p;
        var days = Math.Abs(x.DayNumber - y.DayNumber);
        if (days > SeparateDays) return p * Separate;
        var off = Math.Min(MostForDays, PerDay * Math.Max(0, days - SameEventDays));
        return Math.Round(p / (p + ((1 - p) * Math.Exp(off))), 6);
    }

    /// <summary>The pairs whose words' cosine is at least <see cref="LeastCosine"/>, with that cosine.</summary>
    public static ImmutableArray<Likeness> Cosines(ImmutableArray<WeightedSignature> reports)
    {
        var pairs = ImmutableArray.CreateBuilder<Likeness>();
        var holders = new Dictionary<int, List<(int Report, double Weight)>>();
        var sums = new double[reports.Length];
        for (var b = 0; b < reports.Length; b++)
        {
            foreach (var (word, weight) in reports[b].Words)
            {
                if (!holders.TryGetValue(word, out var list)) holders.Add(word, list = []);
                foreach (var (a, other) in list) sums[a] += weight * other;
                list.Add((b, weight));
            }

            for (var a = 0; a < b; a++)
            {
                if (sums[a] >= LeastCosine) pairs.Add(new Likeness(a, b, sums[a]));
                sums[a] = 0;
            }
        }

        return pairs.ToImmutable();
    }
}
