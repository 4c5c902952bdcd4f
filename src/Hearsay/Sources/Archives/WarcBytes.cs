using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Hearsay.Sources.Archives;

/// <summary>
/// The bytes of a web archive in their order, unpacked where it is packed by gzip, with a position that reading can go on from: the offset of the
/// gzip member in the file, and "+" and the place within the member where that is not its start. Of an archive that is not packed, the offset in the
/// file.
/// </summary>
internal sealed class WarcBytes : IDisposable
{
    private readonly SafeFileHandle file;
    private readonly byte[] buffer = new byte[65536];
    private GzipMember? member;
    private long memberStart;
    private HandleStream? plain;
    private int at;
    private int filled;
    private long passed;

    public WarcBytes(string path, string? after)
    {
        file = File.OpenHandle(path);
        Length = RandomAccess.GetLength(file);
        var (start, inner) = Parse(after);
        Span<byte> magic = stackalloc byte[2];
        Packed = HandleStream.Fill(file, 0, magic) == 2 && magic is [0x1F, 0x8B];
        if (!Packed)
        {
            plain = new HandleStream(file, start);
            passed = start;
            return;
        }
        if (start >= Length)
        {
            memberStart = Length;
            return;
        }
        Open(start);
        if (Skip(inner) < inner) throw new InvalidDataException("the place to go on from is not in the archive");
    }

    /// <summary>True where the archive is packed.</summary>
    public bool Packed { get; }

    /// <summary>The length of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>How much of the file has been read, in bytes.</summary>
    public long Done => member?.Read ?? (plain is null ? memberStart : passed + at);

    /// <summary>Where the next byte is.</summary>
    public string Position => member is null
        ? (plain is null ? memberStart : passed + at).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{member.Start}{(passed + at == 0 ? "" : $"+{passed + at}")}");

    /// <summary>True where no byte is left; else the next is at hand. <see cref="InvalidDataException"/> where the packed data are damaged.</summary>
    public bool AtEnd()
    {
        while (at == filled)
        {
            passed += filled;
            at = filled = 0;
            if (plain is not null)
            {
                filled = plain.Read(buffer);
                return filled == 0;
            }
            if (member is null) return true;
            filled = member.Unpack(buffer);
            if (filled == 0) Open(member.End() ?? throw new InvalidDataException("the check sum of the packed data is wrong"));
        }
        return false;
    }

    /// <summary>Goes on with the next member that can be opened, whatever stands between; false where there is none.</summary>
    public bool NextMember()
    {
        while (Packed && memberStart < Length)
        {
            try
            {
                var next = GzipMember.Find(file, memberStart + 1);
                Open(next ?? Length);
                return next is not null;
            }
            catch (InvalidDataException)
            {
                // only its first bytes looked like a member: Open has noted where, the search goes on behind them
            }
        }
        return false;
    }

    /// <summary>The next line without its end, in Latin-1; null at the end of the archive or where the line is longer than the limit.</summary>
    public string? Line(int limit)
    {
        var line = new StringBuilder();
        while (!AtEnd())
        {
            var rest = buffer.AsSpan(at, filled - at);
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            line.Append(Encoding.Latin1.GetString(part));
            at += end < 0 ? rest.Length : end + 1;
            if (line.Length > limit) return null;
            if (end >= 0) return line.ToString().TrimEnd('\r');
        }
        return line.Length > 0 ? line.ToString() : null;
    }

    /// <summary>The next byte, which is left where it is; -1 at the end.</summary>
    public int Peek() => AtEnd() ? -1 : buffer[at];

    /// <summary>True where the next bytes are these; an archive that is not packed only.</summary>
    public bool StartsWith(ReadOnlySpan<byte> bytes)
    {
        Span<byte> next = stackalloc byte[bytes.Length];
        return HandleStream.Fill(file, passed + at, next) == bytes.Length && next.SequenceEqual(bytes);
    }

    /// <summary>Passes by the rest of the line, however long it is.</summary>
    public void PassLine()
    {
        while (!AtEnd())
        {
            var end = buffer.AsSpan(at, filled - at).IndexOf((byte)'\n');
            at = end < 0 ? filled : at + end + 1;
            if (end >= 0) return;
        }
    }

    /// <summary>Passes bytes by; gives how many there were.</summary>
    public long Skip(long count) => Take(count, null);

    /// <summary>Reads bytes; gives how many there were.</summary>
    public long Take(long count, Stream? into)
    {
        var taken = 0L;
        while (taken < count && !AtEnd())
        {
            var part = (int)Math.Min(count - taken, filled - at);
            into?.Write(buffer, at, part);
            at += part;
            taken += part;
        }
        return taken;
    }

    public void Dispose()
    {
        member?.Dispose();
        plain?.Dispose();
        file.Dispose();
    }

    private void Open(long start)
    {
        member?.Dispose();
        (member, memberStart, at, filled, passed) = (null, start, 0, 0, 0);
        if (start < Length) member = new GzipMember(file, start);
    }

    private static (long Start, long Inner) Parse(string? position)
    {
        if (position is null) return (0, 0);
        var parts = position.Split('+');
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? (start, parts.Length > 1 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var inner) ? inner : 0)
            : (0, 0);
    }
}
