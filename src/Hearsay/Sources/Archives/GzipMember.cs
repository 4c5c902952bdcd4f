using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace Hearsay.Sources.Archives;

/// <summary>
/// One member of a gzip file (RFC 1952) at a known offset, unpacked as a stream, and the offset of the member behind it.
/// The platform's inflater reads ahead and does not tell where it stopped. The end is found by what must stand there: the check sum and length of
/// what was unpacked, followed by the end of the file or another member; so the check comes for nothing.
/// </summary>
internal sealed class GzipMember : IDisposable
{
    private const int Chunk = 8192;

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 8];

    private readonly SafeFileHandle file;
    private readonly HandleStream packed;
    private readonly DeflateStream stream;
    private uint sum;
    private long length;

    /// <summary>Opens the member; <see cref="InvalidDataException"/> where none starts there.</summary>
    public GzipMember(SafeFileHandle file, long start)
    {
        this.file = file;
        Start = start;
        packed = new HandleStream(file, start + HeaderLength(file, start));
        stream = new DeflateStream(packed, CompressionMode.Decompress);
    }

    /// <summary>Where it starts in the file.</summary>
    public long Start { get; }

    /// <summary>How far the file has been read.</summary>
    public long Read => packed.Position;

    /// <summary>Unpacks the next bytes; 0 at the end. <see cref="InvalidDataException"/> where the data are damaged or break off.</summary>
    public int Unpack(Span<byte> into)
    {
        var read = stream.Read(into);
        sum = Crc32.Append(sum, into[..read]);
        length += read;
        return read;
    }

    /// <summary>
    /// Where the next member starts, or the length of the file; null where what was unpacked does not have the sum and length that the member states.
    /// </summary>
    public long? End()
    {
        var from = Math.Max(Start, packed.Position - (2 * Chunk) - 8);
        var window = new byte[(3 * Chunk) + 32];
        var filled = window.AsSpan(0, HandleStream.Fill(file, from, window));
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, sum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)length);
        long? first = null;
        for (var at = 0; filled[at..].IndexOf(trailer) is >= 0 and var found; at += found + 1)
        {
            var end = at + found + 8;
            if (from + end >= RandomAccess.GetLength(file) || StartsHere(filled[end..])) return from + end;
            first ??= from + end;
        }
        return first;
    }

    /// <summary>Where the next member begins behind an offset, by its first bytes; null where there is none.</summary>
    public static long? Find(SafeFileHandle file, long from)
    {
        var window = new byte[65536];
        for (; HandleStream.Fill(file, from, window) is var count and >= 10; from += count - 9)
        {
            for (var at = 0; window.AsSpan(at, count - at).IndexOf(Magic) is >= 0 and var found; at += found + 1)
            {
                if (at + found + 10 <= count && StartsHere(window.AsSpan(at + found))) return from + at + found;
            }
        }
        return null;
    }

    public void Dispose() => stream.Dispose();

    private static bool StartsHere(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, < 0x20, ..];

    private static int HeaderLength(SafeFileHandle file, long start)
    {
        var head = new byte[Chunk];
        var count = HandleStream.Fill(file, start, head);
        if (count < 18 || !StartsHere(head)) throw new InvalidDataException("it is no gzip data");
        var (flags, at) = (head[3], 10);
        if ((flags & 4) != 0) at += 2 + head[10] + (head[11] << 8);
        for (var text = (flags & 8) + (flags & 16); text > 0; text -= (text & 8) != 0 ? 8 : 16)
        {
            var end = at < count ? head.AsSpan(at, count - at).IndexOf((byte)0) : -1;
            if (end < 0) throw new InvalidDataException("it is no gzip data");
            at += end + 1;
        }
        return at + ((flags & 2) != 0 ? 2 : 0);
    }
}
