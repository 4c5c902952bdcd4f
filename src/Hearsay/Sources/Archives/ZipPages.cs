using System.Globalization;
using System.IO.Compression;

namespace Hearsay.Sources.Archives;

/// <summary>
/// Zip in, pages out, in the order of the archive's own list. The position is the number of the entry, and the pages of an entry are given together.
/// Limits: 20 MB an entry and 200 times its packed size (from 1 MB on), and for all together 200 times the archive's size, so that entries that share
/// their packed bytes (the usual bomb) end early. Encrypted entries are refused.
/// </summary>
internal static class ZipPages
{
    private const int MaxRatio = 200;
    private const long Unsuspicious = 1024 * 1024;

    /// <summary>Reads the archive on behind entry number <paramref name="after"/>.</summary>
    public static IEnumerable<SourceItem> Read(string path, long after)
    {
        using var stream = File.OpenRead(path);
        var (archive, reason) = Open(stream);
        if (archive is null)
        {
            yield return EntryPages.Failed(path, reason!) with { Position = "1" };
            yield break;
        }
        using var opened = archive;
        var (number, packed, unpacked) = (0L, 0L, 0L);
        foreach (var entry in archive.Entries)
        {
            packed += Math.Max(0, entry.CompressedLength);
            if (++number <= after) continue;
            foreach (var item in Entry(path, entry, ref unpacked))
                yield return item with
                {
                    Position = number.ToString(CultureInfo.InvariantCulture),
                    Done = packed,
                };
            if (unpacked <= Math.Max(100 * Unsuspicious, stream.Length * MaxRatio)) continue;
            yield return EntryPages.Failed(path, $"it unpacks to more than {MaxRatio} times its size: the rest is not read") with
            {
                Position = long.MaxValue.ToString(CultureInfo.InvariantCulture),
            };
            yield break;
        }
    }

    private static (ZipArchive? Archive, string? Reason) Open(Stream stream)
    {
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return archive.Entries.Count == 0 ? (null, "the archive is empty") : (archive, null);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or EndOfStreamException or OverflowException)
        {
            return (null, "it is no zip archive, or a damaged one");
        }
    }

    private static IEnumerable<SourceItem> Entry(string path, ZipArchiveEntry entry, ref long unpacked)
    {
        if (EntryPages.Refusal(entry.FullName) is { } refusal) return [EntryPages.Failed($"{path}/…", refusal)];
        if (entry.FullName[^1] is '/' or '\\') return [];
        if (EntryPages.Passed(entry.FullName) is { } why) return [new SourceItem { Skipped = why, Position = "" }];
        var at = $"{path}/{entry.FullName}";
        if (entry.IsEncrypted) return [EntryPages.Failed(at, "it is encrypted")];
        try
        {
            using var stream = entry.Open();
            var limit = Math.Min(PageSource.MaxBytes, Math.Max(Unsuspicious, entry.CompressedLength * MaxRatio));
            var content = BoundedRead.AtMost(stream, limit);
            unpacked += content?.Length ?? limit;
            if (content is not null) return EntryPages.Read(path, entry.FullName, content);
            return
            [
                EntryPages.Failed(
                    at,
                    limit == PageSource.MaxBytes ? "too large, the limit is 20 MB" : $"it unpacks to more than {MaxRatio} times its size"
                ),
            ];
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or InvalidOperationException)
        {
            return [EntryPages.Failed(at, "damaged, or packed in a way that is not read")];
        }
    }
}
