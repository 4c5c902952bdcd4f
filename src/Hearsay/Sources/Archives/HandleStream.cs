using Microsoft.Win32.SafeHandles;

namespace Hearsay.Sources.Archives;

/// <summary>A file from an offset on, read forwards; several of them share one handle.</summary>
internal sealed class HandleStream(SafeFileHandle file, long position) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>How far the file has been read.</summary>
    public override long Position { get; set; } = position;

    /// <summary>Fills the buffer from an offset on as far as the file goes; gives the number of bytes.</summary>
    public static int Fill(SafeFileHandle file, long from, Span<byte> into)
    {
        var filled = 0;
        for (int read; filled < into.Length && (read = RandomAccess.Read(file, into[filled..], from + filled)) > 0;) filled += read;
        return filled;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = RandomAccess.Read(file, buffer, Position);
        Position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
