using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Hearsay.App.Api;

/// <summary>One page of a list, and the cursor of the next; null at the end.</summary>
internal sealed record Paged<T>(ImmutableArray<T> Items, string? Next);

/// <summary>What every list asks and refuses alike.</summary>
internal static partial class Paging
{
    /// <summary>How many where nobody says how many.</summary>
    public const int Usual = 50;

    /// <summary>The most on one page.</summary>
    public const int Most = 200;

    /// <summary>What is wrong with a cursor or a limit; null where nothing is.</summary>
    public static string? Fault(string? cursor, int? limit) =>
        limit is < 1 or > Most ? $"limit must be from 1 to {Most}"
        : cursor is not null && !Cursor().IsMatch(cursor) ? "cursor must be the next of an earlier page"
        : null;

    [GeneratedRegex(@"^-?[0-9]{1,16}\.[0-9a-zA-Z_-]{1,64}$")]
    private static partial Regex Cursor();
}
