using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;

namespace Hearsay.Sources.Archives;

/// <summary>
/// Tar in, packed by gzip or not, pages out in the archive's order. The position is the number of the entry; to go on from one, the archive is read
/// to it again. Links, devices and folders are passed over. Limits: 20 MB an entry; a packed archive that unpacks to more than 200 times its size
/// (from 100 MB on) is not read further.
/// </summary>
internal static class TarPages
{
    /// <summary>Reads the archive on behind entry number <paramref name="after"/>.</summary>
    public static IEnumerable<SourceItem> Read(string path, long after)
    {
        using var tar = new OpenedTar(path);
        for (var number = 1L; tar.Next(number > after) is { } items; number++)
        {
            if (number <= after) continue;
            foreach (var item in items) yield return item with { Position = number.ToString(CultureInfo.InvariantCulture), Done = tar.Done };
        }
    }

    private sealed class OpenedTar : IDisposable
    {
        private readonly string path;
        private readonly FileStream file;
        private readonly Stream unpacked;
        private readonly TarReader reader;
        private bool ended;
        private bool any;

        public OpenedTar(string path)
        {
            this.path = path;
            file = File.OpenRead(path);
            var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            unpacked = isPacked ? new BoundedRatioStream(new GZipStream(file, CompressionMode.Decompress), file) : file;
            reader = new TarReader(unpacked, leaveOpen: true);
        }

        public long Done => file.Position;

        /// <summary>The items of the next entry, none where it is passed by; null at the end.</summary>
        public IReadOnlyList<SourceItem>? Next(bool read)
        {
            if (ended) return null;
            try
            {
                if (reader.GetNextEntry() is { } entry)
                {
                    any = true;
                    return read ? [.. Entry(entry)] : [];
                }
                ended = true;
                return any ? null : [EntryPages.Failed(path, "the archive is empty")];
            }
            catch (Exception e) when (e is EndOfStreamException or not (IOException or OutOfMemoryException))
            {
                // TarReader has no one exception for data that are no tar: what it throws at them depends on the field
                ended = true;
                return
                [
                    EntryPages.Failed(
                        path,
                        e is BombException ? e.Message
                            : any ? "the archive is damaged or breaks off: the rest is not read"
                            : "it is no tar archive, or a damaged one"
                    ),
                ];
            }
        }

        public void Dispose()
        {
            reader.Dispose();
            unpacked.Dispose();
            file.Dispose();
        }

        private IEnumerable<SourceItem> Entry(TarEntry entry)
        {
            if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes) return [];
            if (EntryPages.Refusal(entry.Name) is { } refusal) return [EntryPages.Failed($"{path}/…", refusal)];
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                return [new SourceItem { Skipped = "link or device", Position = "" }];
            if (EntryPages.Passed(entry.Name) is { } why) return [new SourceItem { Skipped = why, Position = "" }];
            if (entry.DataStream is not { } stream) return [EntryPages.Failed($"{path}/{entry.Name}", "the file is empty")];
            return BoundedRead.AtMost(stream, PageSource.MaxBytes) is { } content
                ? EntryPages.Read(path, entry.Name, content)
                : [EntryPages.Failed($"{path}/{entry.Name}", "too large, the limit is 20 MB")];
        }
    }
}
