using System.Collections.Immutable;
using System.Text.Json;

namespace Hearsay.App.Imports;

/// <summary>What an import has come to so far, over all its runs where it was interrupted.</summary>
public sealed record ImportCounts
{
    /// <summary>Pages read, with those that gave no article.</summary>
    public long Pages { get; init; }

    public long New { get; init; }
    public long Revised { get; init; }

    /// <summary>In the store already, among them those now known at one more address.</summary>
    public long Known { get; init; }

    /// <summary>Not taken in, since a person removed them before.</summary>
    public long Removed { get; init; }

    /// <summary>Could not be read; each was named.</summary>
    public long Failed { get; init; }

    /// <summary>Passed over, by the reason.</summary>
    public ImmutableSortedDictionary<string, long> Skipped { get; init; } =
        ImmutableSortedDictionary<string, long>.Empty.WithComparers(StringComparer.Ordinal);

    public ImportCounts Plus(ImportCounts other)
    {
        var skipped = Skipped.ToBuilder();
        foreach (var (reason, count) in other.Skipped) skipped[reason] = skipped.GetValueOrDefault(reason) + count;
        return new ImportCounts
        {
            Pages = Pages + other.Pages,
            New = New + other.New,
            Revised = Revised + other.Revised,
            Known = Known + other.Known,
            Removed = Removed + other.Removed,
            Failed = Failed + other.Failed,
            Skipped = skipped.ToImmutable(),
        };
    }

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Nothing counted where the text is none of ours.</summary>
    public static ImportCounts Read(string? json)
    {
        try
        {
            return json is null ? new ImportCounts() : JsonSerializer.Deserialize<ImportCounts>(json) ?? new ImportCounts();
        }
        catch (JsonException)
        {
            return new ImportCounts();
        }
    }
}

/// <summary>
/// Where an import stands: what has been counted, and how much of the source has been read, in the source's unit (0 in all where that is not known).
/// </summary>
internal readonly record struct ImportState(ImportCounts Counts, long Done, long Total);
