using System.Globalization;
using System.Text;
using Hearsay.Model;
using Hearsay.Storage;

namespace Hearsay.App.Imports;

/// <summary>A store written out as JSONL, a record a line, and read in again.</summary>
internal static class ExportFile
{
    private const int RecordsAtOnce = 200;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>True where the file is an export: its first line is a record.</summary>
    public static bool Is(string path)
    {
        if (!path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || !File.Exists(path)) return false;
        using var reader = new StreamReader(path, Utf8);
        // other files may have lines of any length: a record says what it is at its beginning
        var head = new char[16];
        var read = reader.ReadBlock(head);
        return head.AsSpan(0, read) is var start
            && (start.StartsWith("{\"article\":{") || start.StartsWith("{\"feed\":{") || start.StartsWith("{\"story\":{")
                || start.StartsWith("{\"removed\":{") || start.StartsWith("{\"correction\":"));
    }

    /// <summary>Writes every record; gives their number.</summary>
    public static async Task<long> WriteAsync(INewsStore store, Stream to, Action<long> tick, CancellationToken cancel)
    {
        var writer = new StreamWriter(to, Utf8, 65536, leaveOpen: true) { NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            var count = 0L;
            await foreach (var record in store.ExportAsync(cancel).ConfigureAwait(false))
            {
                await writer.WriteLineAsync(StoreJson.Write(record)).ConfigureAwait(false);
                tick(++count);
            }
            return count;
        }
    }

    /// <summary>What an older version wrote out does not tell when it took a text in: for this store that is now.</summary>
    private static StoreRecord Arrived(StoreRecord record, DateTimeOffset now) =>
        record.Article is { } article && article.Revisions.Any(r => r.Arrived is null)
            ? record with { Article = article with { Revisions = [.. article.Revisions.Select(r => r with { Arrived = r.Arrived ?? now })] } }
            : record;

    /// <summary>Reads records into the store; resumable like any import.</summary>
    public static async Task<ImportCounts> RestoreAsync(
        string path,
        INewsStore store,
        Action<long, long, long> tick,
        Action<Failure> fail,
        CancellationToken cancel
    )
    {
        var (name, stamp) = ("restore " + path, new FileInfo(path).Length.ToString(CultureInfo.InvariantCulture));
        var kept = await store.FindProgressAsync(name, cancel).ConfigureAwait(false) is { } p && p.Stamp == stamp ? p : null;
        var from = long.TryParse(kept?.Place, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
        var counts = ImportCounts.Read(kept?.Counts);
        var records = new List<StoreRecord>();
        using var reader = new StreamReader(path, Utf8);
        var number = 0L;
        var now = DateTimeOffset.UtcNow;
        while (!cancel.IsCancellationRequested && await reader.ReadLineAsync(CancellationToken.None).ConfigureAwait(false) is { } line)
        {
            if (++number <= from || line.Length == 0) continue;
            if (StoreJson.Read(line) is { } record) records.Add(Arrived(record, now));
            else
            {
                counts = counts with { Failed = counts.Failed + 1 };
                fail(new Failure(string.Create(CultureInfo.InvariantCulture, $"{path}#{number}"), "not a record of an export"));
            }
            if (records.Count >= RecordsAtOnce) await SaveAsync(finished: false).ConfigureAwait(false);
        }
        await SaveAsync(finished: !cancel.IsCancellationRequested).ConfigureAwait(false);
        return counts;

        async Task SaveAsync(bool finished)
        {
            counts = counts with { Pages = counts.Pages + records.Count, New = counts.New + records.Count };
            await store
                .RestoreAsync(
                    records,
                    new Progress(name, stamp, finished ? null : number.ToString(CultureInfo.InvariantCulture), counts.Write()),
                    CancellationToken.None
                )
                .ConfigureAwait(false);
            records.Clear();
            tick(counts.Pages, reader.BaseStream.Position, reader.BaseStream.Length);
        }
    }
}
