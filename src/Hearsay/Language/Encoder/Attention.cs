using Hearsay.Language.Models;

namespace Hearsay.Language.Encoder;

/// <summary>
/// Attention of a stretch of pieces to each other (Vaswani et al. 2017): each piece takes up the others' values, by how well its query meets their
/// keys, head by head. Every number is one chain of additions in the order of the pieces, so that it does not depend on the machine's vectors.
/// </summary>
internal sealed class Attention(EncoderShape shape)
{
    private float[] queries = [], keys = [], values = [], shares = [], taken = [];

    /// <summary>
    /// Reads <paramref name="count"/> rows of query, key and value, each <see cref="EncoderShape.Width"/> numbers, and writes as many rows of that
    /// width.
    /// </summary>
    public void Attend(ReadOnlySpan<float> rows, int count, Span<float> to)
    {
        var (size, padded, step) = (shape.Head, MatrixProduct.Padded(count), 3 * shape.Width);
        if (shares.Length < padded * padded)
        {
            (keys, shares) = (new float[size * padded], new float[padded * padded]);
            (queries, values, taken) = (new float[padded * size], new float[padded * size], new float[padded * size]);
        }

        var factor = 1 / MathF.Sqrt(size);
        for (var head = 0; head < shape.Heads; head++)
        {
            var at = head * size;
            for (var i = 0; i < count; i++)
            {
                var query = rows.Slice(i * step + at, size);
                var key = rows.Slice(i * step + shape.Width + at, size);
                for (var k = 0; k < size; k++) (queries[i * size + k], keys[k * padded + i]) = (query[k] * factor, key[k]);
                rows.Slice(i * step + 2 * shape.Width + at, size).CopyTo(values.AsSpan(i * size));
            }

            for (var k = 0; k < size; k++) keys.AsSpan(k * padded + count, padded - count).Clear();
            MatrixProduct.Multiply(queries, size, 1, keys, shares, count, size, padded);
            for (var i = 0; i < count; i++) RowMath.Share(shares.AsSpan(i * padded, padded), count);
            MatrixProduct.Multiply(shares, padded, 1, values, taken, count, count, size);
            for (var i = 0; i < count; i++) taken.AsSpan(i * size, size).CopyTo(to[(i * shape.Width + at)..]);
        }
    }
}
