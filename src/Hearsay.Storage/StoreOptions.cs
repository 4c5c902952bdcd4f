namespace Hearsay.Storage;

/// <summary>How to open a store.</summary>
public sealed record StoreOptions
{
    /// <summary>Makes the store (and its folder) where there is none.</summary>
    public bool Create { get; init; } = true;

    /// <summary>Writes nothing, so that a store on a read-only disk can be searched.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How long to wait for another process that writes.</summary>
    public TimeSpan BusyWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Stops the migrations at an earlier schema.</summary>
    internal int? SchemaForTests { get; init; }

    /// <summary>The most pages that the file may have: a disk that is full from there on.</summary>
    internal int? MostPagesForTests { get; init; }
}
