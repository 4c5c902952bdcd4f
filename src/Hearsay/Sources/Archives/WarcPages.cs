using System.Globalization;
using Hearsay.Model;

namespace Hearsay.Sources.Archives;

/// <summary>
/// Web archive in (ISO 28500, WARC 1.0 and 1.1, packed by gzip or not), pages out, record by record: it may be as large as it likes.
/// Method: of "response" records the HTTP message is taken apart, of "resource" and "conversion" records the block is the page. All others are passed
/// over and named by their kind. A damaged record is a failure; reading goes on with the next gzip member, or the next line that begins a record. The
/// position is that of <see cref="WarcBytes"/>.
/// Limits: 20 MB a page, 64 KB of headers; more than 100 damaged places without a sound record between them end the reading.
/// Known limits: "revisit" records are not resolved, segmented records ("continuation") not joined.
/// </summary>
internal static class WarcPages
{
    private const int MaxDamaged = 100;

    /// <summary>Reads the archive on behind a position.</summary>
    public static IEnumerable<SourceItem> Read(string path, string? after, CancellationToken cancellation)
    {
        using var bytes = new OpenedWarc(path, after);
        for (var damaged = 0; bytes.Next() is { } item;)
        {
            cancellation.ThrowIfCancellationRequested();
            damaged = item.Failure is null ? 0 : damaged + 1;
            yield return item;
            if (damaged <= MaxDamaged) continue;
            yield return item with { Failure = new Failure(path, "too much of the archive is damaged: the rest is not read") };
            yield break;
        }
    }

    private sealed class OpenedWarc(string path, string? after) : IDisposable
    {
        private WarcBytes? bytes;
        private bool ended;
        private (string At, string Message)? pending;

        public void Dispose() => bytes?.Dispose();

        public SourceItem? Next()
        {
            if (ended) return null;
            var at = "0";
            try
            {
                bytes ??= new WarcBytes(path, after);
                at = bytes.Position;
                if (pending is { } damage)
                {
                    (at, pending) = (damage.At, null);
                    throw new InvalidDataException(damage.Message);
                }
                if (!ToNext()) return null;
                at = bytes.Position;
                var item = Record($"{path}#{at}");
                return item with { Position = After(), Done = bytes.Done };
            }
            catch (InvalidDataException e)
            {
                ended = bytes is null || !Resume();
                return new SourceItem
                {
                    Failure = new Failure($"{path}#{at}", $"damaged: {e.Message}"),
                    Position = bytes?.Position ?? at,
                    Done = bytes?.Done ?? 0,
                };
            }
        }

        /// <summary>Goes to where the next record starts; false at the end.</summary>
        private bool ToNext()
        {
            while (bytes!.Peek() is '\r' or '\n') bytes.Skip(1);
            return !bytes.AtEnd();
        }

        /// <summary>Where the next record starts. Damage that shows only there is not this record's: it is met again at the next step.</summary>
        private string After()
        {
            var end = bytes!.Position;
            try
            {
                ToNext();
                return bytes.Position;
            }
            catch (InvalidDataException e)
            {
                pending = (end, e.Message);
                return end;
            }
        }

        private SourceItem Record(string at)
        {
            var version = bytes!.Line(1000);
            if (version is null || !version.StartsWith("WARC/", StringComparison.Ordinal)) throw new InvalidDataException("no record starts here");
            if (HeaderBlock.Read(() => bytes.Line(HeaderBlock.MaxLength)) is not { } headers)
                throw new InvalidDataException("the headers of the record are too long or break off");
            if (!long.TryParse(headers["content-length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new InvalidDataException("the record does not say how long it is");
            if (WarcRecord.Passed(headers, length) is { } why)
            {
                Whole(bytes.Skip(length), length);
                return new SourceItem { Skipped = why, Position = "" };
            }
            using var block = new MemoryStream((int)length);
            Whole(bytes.Take(length, block), length);
            return WarcRecord.Read(at, headers, block.GetBuffer().AsSpan(0, (int)block.Length));
        }

        private void Whole(long read, long stated)
        {
            if (read < stated) throw new InvalidDataException("the archive breaks off within the record");
        }

        /// <summary>Finds the next record behind a damaged one.</summary>
        private bool Resume()
        {
            if (bytes!.Packed) return bytes.NextMember();
            while (!bytes.AtEnd())
            {
                if (bytes.Peek() == 'W' && bytes.StartsWith("WARC/"u8)) return true;
                bytes.PassLine();
            }
            return false;
        }
    }
}
