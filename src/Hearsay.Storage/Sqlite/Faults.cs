using Microsoft.Data.Sqlite;

namespace Hearsay.Storage.Sqlite;

/// <summary>What SQLite's result codes (https://www.sqlite.org/rescode.html) mean to a person.</summary>
internal static class Faults
{
    /// <summary>The fault in words; null where the exception is none of the store's.</summary>
    public static StoreException? Of(Exception e, string file) => e switch
    {
        StoreException => null,
        SqliteException sqlite => Of(sqlite, file),
        UnauthorizedAccessException => new StoreException(StoreFault.Unreadable, $"{file}: no permission", e),
        DirectoryNotFoundException => new StoreException(StoreFault.Unreadable, $"{file} cannot be opened: its folder is not there and cannot be made", e),
        NotSupportedException or IOException => new StoreException(
            StoreFault.Unreadable,
            $"{file} cannot be opened: the disk does not give it (no file of this name can be there)",
            e
        ),
        _ => null,
    };

    private static StoreException? Of(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        5 or 6 => new StoreException(StoreFault.Busy, $"{file} is being written by another process; try again when that is done", e),
        8 => new StoreException(StoreFault.ReadOnly, $"{file} may only be read (permissions, or a read-only disk)", e),
        10 => new StoreException(StoreFault.Unreadable, $"{file}: the disk failed while reading or writing ({e.SqliteExtendedErrorCode})", e),
        11 => new StoreException(StoreFault.Damaged, $"{file} is damaged: restore a backup, or keep what can be read with `hearsay export`", e),
        13 => new StoreException(StoreFault.Full, $"{file}: no room left on the disk; what was acknowledged is safe", e),
        14 => new StoreException(StoreFault.Unreadable, $"{file} cannot be opened (no permission, a folder, or the folder is missing)", e),
        26 => new StoreException(StoreFault.NotAStore, $"{file} is not a store of Hearsay (no SQLite database)", e),
        _ => null,
    };
}
