namespace Hearsay.Storage;

/// <summary>What is wrong with a store.</summary>
public enum StoreFault
{
    /// <summary>It is not there, or the folder is not.</summary>
    Missing,

    /// <summary>The file is something else.</summary>
    NotAStore,

    /// <summary>Parts of it cannot be read.</summary>
    Damaged,

    /// <summary>Another process has held it for longer than the wait.</summary>
    Busy,

    /// <summary>It may be read, not written.</summary>
    ReadOnly,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>A newer version of the program wrote it.</summary>
    Newer,

    /// <summary>The disk failed, or no permission.</summary>
    Unreadable,
}

/// <summary>
/// A store that cannot be used as asked; the message names the file and says in words for a person what is the matter and what to do.
/// </summary>
public sealed class StoreException(StoreFault fault, string message, Exception? inner = null) : IOException(message, inner)
{
    public StoreFault Fault { get; } = fault;
}
