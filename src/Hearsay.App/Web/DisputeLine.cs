using System.Collections.Immutable;
using Hearsay.App.Desk;

namespace Hearsay.App.Web;

/// <summary>The answers to a disputed question on one line: dots and ranges, in percent of its width.</summary>
internal static class DisputeLine
{
    private const double Margin = 2;

    /// <summary>Ranges first, so that dots lie on them; null where there is nothing to compare by eye.</summary>
    public static ImmutableArray<(double From, double To)>? Of(CardDispute dispute)
    {
        if (dispute.Ranges.IsDefaultOrEmpty) return null;
        var values = dispute.Ranges.SelectMany(r => new[] { r.Low, r.High }).OfType<decimal>().ToList();
        var (least, greatest) = (values.Min(), values.Max());
        if (greatest <= least) return null;
        return
        [
            .. dispute
                .Ranges.Select(r => (From: r.Low is { } low ? Place(low) : 0, To: r.High is { } high ? Place(high) : 100))
                .Where(r => r.To > r.From),
            .. values.Distinct().Order().Select(v => (Place(v), Place(v))),
        ];

        double Place(decimal value) => Margin + ((100 - (2 * Margin)) * (double)((value - least) / (greatest - least)));
    }
}
