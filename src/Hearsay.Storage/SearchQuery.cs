using System.Collections.Immutable;

namespace Hearsay.Storage;

/// <summary>Where a word is looked for.</summary>
public enum SearchField
{
    Anywhere,
    Title,
    Body,
    Outlet,
    Speaker,
}

/// <summary>Words in a row to look for.</summary>
/// <param name="Text">One word, or a phrase with blanks between its words.</param>
/// <param name="IsPrefix">The last word may go on.</param>
public sealed record SearchTerm(SearchField Field, string Text, bool IsPrefix);

/// <summary>
/// What to look for: every one of <see cref="All"/> (of each any of its terms), none of <see cref="None"/>, within the days given. At least one of
/// them all must be set.
/// </summary>
public sealed record SearchQuery
{
    public ImmutableArray<ImmutableArray<SearchTerm>> All { get; init; } = [];

    public ImmutableArray<SearchTerm> None { get; init; } = [];

    /// <summary>Published on this day or later, UTC; what has no date is left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Published on this day or earlier, UTC; what has no date is left out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What of a typed query was not understood as syntax, in words: it is looked for as words, or passed over.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>
    /// Reads what a person typed: words, "phrases", word* (three letters or more), title: body: outlet: speaker: before a word or a phrase, OR
    /// between two, - before what must not be there, and the days since:, until:, on: as YYYY-MM-DD (or YYYY-MM, YYYY), or as a time back from
    /// <paramref name="now"/> (36h, 7d), which means the day (UTC) that it lies in. Exactly one of query and error is set; there is no input that
    /// throws.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="now">The time now; the clock's where it is null.</param>
    public static (SearchQuery? Query, string? Error) Parse(string text, DateTimeOffset? now = null) =>
        new SearchQueryParser(text, now ?? DateTimeOffset.UtcNow).Parse();
}
