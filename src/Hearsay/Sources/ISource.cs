using Hearsay.Model;

namespace Hearsay.Sources;

/// <summary>
/// Something that pages come from, one after the other, however many they are: files and archives (<see cref="FileSource"/>), or addresses
/// (<see cref="WebSource"/>). What cannot be read and what is passed over is an item too, so that a caller can count it; nothing is thrown but
/// <see cref="OperationCanceledException"/>.
/// </summary>
public interface ISource
{
    /// <summary>
    /// Reads on after the item whose <see cref="SourceItem.Position"/> is <paramref name="after"/>; from the start where it is null. The order is the
    /// same each time.
    /// </summary>
    IAsyncEnumerable<SourceItem> ReadAsync(string? after = null, CancellationToken cancellation = default);
}

/// <summary>One step through a source: a page, a failure, or something passed over; exactly one of the three is set.</summary>
public sealed record SourceItem
{
    /// <summary>A page that was read.</summary>
    public RawPage? Page { get; init; }

    /// <summary>What could not be read, and why.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What was passed over since it is no page, in few words that can be counted ("request", "status 404", "type image/png").</summary>
    public string? Skipped { get; init; }

    /// <summary>Where the source stands after this item: handed to <see cref="ISource.ReadAsync"/>, reading goes on behind it.</summary>
    public required string Position { get; init; }

    /// <summary>How much of the source has been read, in bytes (of a packed archive: packed bytes; of a list of addresses: addresses).</summary>
    public long Done { get; init; }

    /// <summary>How much there is in all, in the unit of <see cref="Done"/>; 0 where it is not known.</summary>
    public long Total { get; init; }
}
