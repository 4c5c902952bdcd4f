using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hearsay.Storage.Sqlite;

/// <summary>
/// SQLite's online backup (https://www.sqlite.org/backup.html): page by page from one moment of the store, whatever others write meanwhile.
/// </summary>
internal static class Backup
{
    private const int PagesAStep = 2048;

    public static void Run(Session from, string file, IProgress<double>? progress, CancellationToken cancel)
    {
        if (File.Exists(file)) throw new StoreException(StoreFault.Unreadable, $"{file} is there already: a backup overwrites nothing");
        // written beside and moved, so that a backup under its own name is always a whole one
        var partial = file + ".partial";
        File.Delete(partial);
        try
        {
            Copy(from, partial, progress, cancel);
            File.Move(partial, file);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Copy(Session from, string partial, IProgress<double>? progress, CancellationToken cancel)
    {
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ToString());
        to.Open();
        using var backup = raw.sqlite3_backup_init(to.Handle, "main", from.Connection.Handle, "main");
        int code;
        do
        {
            cancel.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesAStep);
            var total = raw.sqlite3_backup_pagecount(backup);
            progress?.Report(total == 0 ? 1 : 1 - ((double)raw.sqlite3_backup_remaining(backup) / total));
        }
        while (code == raw.SQLITE_OK);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, to.Handle);
    }
}
