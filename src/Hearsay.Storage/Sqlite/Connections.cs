using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Hearsay.Storage.Sqlite;

// In: work that reads or writes. Out: its result, or a StoreException in words.
// Method: WAL, so that readers never wait; one writing connection behind a gate, so that writers of this process queue in order and those of others
// wait by busy_timeout; reading connections are kept and lent out. synchronous = FULL: a commit is on the disk before it is acknowledged, which group
// commits (many articles a transaction) make cheap. SQLite has no asynchronous calls: reading runs on the calling thread, which a query holds for
// milliseconds; writing waits for the gate without holding a thread.

/// <summary>The connections to one store file.</summary>
internal sealed class Connections : IAsyncDisposable
{
    private const string ReaderSettings =
        "PRAGMA foreign_keys = ON; PRAGMA query_only = ON; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; SELECT count(*) FROM sqlite_schema";

    private const string WriterSettings =
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864";

    private const string Durable = "PRAGMA journal_mode = WAL";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly Session _writer;
    private readonly bool _readOnly;
    private readonly int _wait;

    private Connections(string file, Session writer, bool readOnly, int wait) => (File, _writer, _readOnly, _wait) = (file, writer, readOnly, wait);

    public string File { get; }

    /// <summary>Opens the file, makes it where allowed, and brings its schema up to date.</summary>
    public static Connections Open(string file, StoreOptions options)
    {
        var exists = System.IO.File.Exists(file);
        if (!exists && (options.ReadOnly || !options.Create)) throw new StoreException(StoreFault.Missing, $"there is no store at {file}");
        var wait = (int)options.BusyWait.TotalMilliseconds;
        Session? session = null;
        try
        {
            if (!exists && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
            if (exists) RequireDatabase(file);
            // the look at what it is comes first: another program's database is not even put into WAL mode
            session = Connect(file, options.ReadOnly, wait);
            if (!options.ReadOnly)
            {
                Migrations.Version(session, file);
                session.Script(Durable);
            }
            if (options.ReadOnly) RequireCurrent(session, file);
            else Migrations.Apply(session, file, Migrations.All, options.SchemaForTests ?? Migrations.Newest);
            if (options.MostPagesForTests is { } pages)
                session.Script(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
            return new Connections(file, session, options.ReadOnly, wait);
        }
        catch (Exception e) when (Faults.Of(e, file) is { } fault)
        {
            session?.Dispose();
            throw fault;
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>Reads: one moment of the store throughout, however many statements.</summary>
    public Task<T> Read<T>(Func<Session, T> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Session? session = null;
        try
        {
            if (!_readers.TryTake(out session)) session = Connect(File, _readOnly, _wait);
            T result;
            // taken off before the connection is lent to anybody else
            using (cancel.UnsafeRegister(static s => Interrupt((Session)s!), session))
            {
                session.Run("BEGIN");
                result = work(session);
                session.Run("COMMIT");
            }
            _readers.Add(session);
            return Task.FromResult(result);
        }
        catch (Exception e)
        {
            session?.Dispose();
            cancel.ThrowIfCancellationRequested();
            if (Faults.Of(e, File) is { } fault) throw fault;
            throw;
        }
    }

    /// <summary>Writes in one transaction; completes after the commit. A fault leaves nothing of it behind.</summary>
    public async Task<T> Write<T>(Func<Session, T> work, CancellationToken cancel)
    {
        if (_readOnly) throw new StoreException(StoreFault.ReadOnly, $"{File} was opened for reading only");
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return Transact(work);
        }
        catch (SqliteException e) when (Faults.Of(e, File) is { } fault)
        {
            throw fault;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Works on a connection of its own, outside any transaction.</summary>
    public void Alone(Action<Session> work)
    {
        try
        {
            using var session = Connect(File, _readOnly, _wait);
            work(session);
        }
        catch (Exception e) when (Faults.Of(e, File) is { } fault)
        {
            throw fault;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        while (_readers.TryTake(out var reader)) reader.Dispose();
        // the last connection of all writes the log back and leaves one file behind instead of three
        _writer.Dispose();
        _gate.Dispose();
    }

    private T Transact<T>(Func<Session, T> work)
    {
        _writer.Run("BEGIN IMMEDIATE");
        try
        {
            var result = work(_writer);
            _writer.Run("COMMIT");
            return result;
        }
        catch
        {
            // some faults (a full disk) have rolled back already
            if (raw.sqlite3_get_autocommit(_writer.Connection.Handle) == 0) _writer.Run("ROLLBACK");
            throw;
        }
    }

    private static Session Connect(string file, bool readOnly, int wait)
    {
        if (!readOnly) return Connect(file, SqliteOpenMode.ReadWriteCreate, wait, WriterSettings);
        try
        {
            return Connect(file, SqliteOpenMode.ReadOnly, wait, ReaderSettings);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14 && !HasLog(file))
        {
            // even reading wants to make two files beside the store; where nothing can be written nobody else writes either
            return Connect(
                "file:" + Uri.EscapeDataString(Path.GetFullPath(file)).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1",
                SqliteOpenMode.ReadOnly,
                wait,
                ReaderSettings
            );
        }
    }

    private static bool HasLog(string file) => new FileInfo(file + "-wal") is { Exists: true, Length: > 0 };

    private static Session Connect(string source, SqliteOpenMode mode, int wait, string settings)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = source,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = Math.Max(1, wait / 1000),
            }.ToString()
        );
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, wait);
            var session = new Session(connection);
            session.Script(settings);
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>SQLite would write its header over a file of a few bytes, whatever they are.</summary>
    private static void RequireDatabase(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> head = stackalloc byte[16];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read > 0 && !head[..read].SequenceEqual("SQLite format 3\0"u8))
            throw new StoreException(StoreFault.NotAStore, $"{file} is not a store of Hearsay (no SQLite database)");
    }

    private static void RequireCurrent(Session session, string file)
    {
        if (Migrations.Version(session, file) < Migrations.Newest)
            throw new StoreException(StoreFault.ReadOnly, $"{file} is of an older version and cannot be brought up to date: it may only be read");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Interrupt(Session session)
    {
        if (session.Connection.Handle is { IsInvalid: false, IsClosed: false } handle) raw.sqlite3_interrupt(handle);
    }
}
