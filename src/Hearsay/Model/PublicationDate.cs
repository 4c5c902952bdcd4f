using System.Collections.Immutable;
using System.Globalization;

namespace Hearsay.Model;

/// <summary>How a publication date is known, the surest first.</summary>
public enum DateBasis
{
    /// <summary>The page states it in words.</summary>
    Stated,

    /// <summary>It came with the page (JSON field, meta tag).</summary>
    Metadata,

    /// <summary>It follows from the report's own words.</summary>
    Inferred,

    /// <summary>Other reports of the same story support it.</summary>
    Corroborated,

    /// <summary>The person who ran the program gave it.</summary>
    Option,

    /// <summary>Nothing supports a date.</summary>
    Unknown,
}

/// <summary>
/// The publication date of a report. <see cref="Value"/> is ISO 8601, a day ("2024-05-02") or a moment ("2024-05-02T14:05:00Z"), or null.
/// <see cref="Evidence"/> cites the words in the body that show it; <see cref="Words"/> quotes evidence that stood outside the body (a date line, a
/// caption).
/// </summary>
public sealed record PublicationDate(string? Value, DateBasis Basis, ImmutableArray<Citation> Evidence, string? Words = null)
{
    /// <summary>No date that anything supports.</summary>
    public static PublicationDate Unknown { get; } = new(null, DateBasis.Unknown, []);

    /// <summary>The calendar day of <see cref="Value"/>, as written (no conversion of zones); null where unknown.</summary>
    public DateOnly? Day =>
        Value is { Length: >= 10 } value
        && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
