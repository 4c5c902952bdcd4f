namespace Hearsay.Sources;

/// <summary>A stream that counts what is read from it, and shows its first byte beforehand.</summary>
internal sealed class CountedStream(Stream inner) : Stream
{
    private int first = -2;

    /// <summary>How many bytes have been read.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The first byte, which is still to be read; -1 where there is none.</summary>
    public int First() => first == -2 ? first = inner.ReadByte() : first;

    /// <inheritdoc cref="First"/>
    public async ValueTask<int> FirstAsync(CancellationToken cancellation)
    {
        var one = new byte[1];
        if (first == -2) first = await inner.ReadAsync(one, cancellation) == 0 ? -1 : one[0];
        return first;
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length > 0 && first >= 0) return Given(buffer);
        var read = inner.Read(buffer);
        Count += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > 0 && first >= 0) return Given(buffer.Span);
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Count += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Given(Span<byte> buffer)
    {
        buffer[0] = (byte)first;
        first = -1;
        Count++;
        return 1;
    }
}
