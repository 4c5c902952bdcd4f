using System.Globalization;
using Hearsay.Model;

namespace Hearsay.Storage;

/// <summary>Dates as reports have them, as moments to sort by.</summary>
internal static class Moments
{
    /// <summary>The moment of publication, the start of the day (UTC) where only the day is known; null where that is not known.</summary>
    public static DateTimeOffset? Of(PublicationDate published) =>
        published.Value is { } value
        && DateTimeOffset.TryParse(
            value,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : null;

    /// <summary>To the millisecond, which is what a store keeps.</summary>
    public static DateTimeOffset Whole(this DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
