namespace Hearsay.Sources.Archives;

/// <summary>A packed stream unpacks to more than is plausible.</summary>
internal sealed class BombException() : Exception($"it unpacks to more than {BoundedRatioStream.MaxRatio} times its size: the rest is not read");

/// <summary>
/// An unpacked stream that throws <see cref="BombException"/> once it has given 100 MB and more than 200 times what was read of the packed one.
/// </summary>
internal sealed class BoundedRatioStream(Stream unpacked, Stream packed) : Stream
{
    /// <summary>How many times its packed length a stream may unpack to.</summary>
    public const int MaxRatio = 200;

    private const long Unsuspicious = 100 * 1024 * 1024;

    private long given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        given += read;
        return given > Unsuspicious && given > packed.Position * MaxRatio ? throw new BombException() : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
