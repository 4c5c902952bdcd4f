using System.Numerics.Tensors;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// Attention of many heads within one sentence (Vaswani et al. 2017), forward and back. Rows of `mixed` hold queries, keys and values side by side,
/// each head after head.
/// </summary>
internal sealed class Attention(int heads, int size)
{
    private readonly int width = heads * size;
    private readonly float scale = 1 / MathF.Sqrt(size);
    private float[] rows = [], rows2 = [], rows3 = [], turned = [], scores = [];

    /// <summary>How many numbers the shares of a sentence take.</summary>
    public int SharesOf(int count) => heads * count * MatrixProduct.Padded(count);

    /// <summary>Writes the mixtures of values and the shares in which they were mixed.</summary>
    public void Forward(ReadOnlySpan<float> mixed, Span<float> shares, Span<float> output, int count)
    {
        var padded = Reserve(count);
        for (var h = 0; h < heads; h++)
        {
            Turn(mixed[(width + h * size)..], 3 * width, count, padded);
            var own = shares.Slice(h * count * padded, count * padded);
            MatrixProduct.Multiply(mixed[(h * size)..], 3 * width, 1, turned, own, count, size, padded);
            for (var i = 0; i < count; i++)
            {
                var row = own.Slice(i * padded, count);
                TensorPrimitives.Multiply(row, scale, row);
                TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
                TensorPrimitives.SoftMax(row, row);
                own.Slice(i * padded + count, padded - count).Clear();
            }

            Gather(mixed[(2 * width + h * size)..], 3 * width, rows, count);
            MatrixProduct.Multiply(own, padded, 1, rows, rows2, count, count, size);
            Scatter(rows2, output[(h * size)..], width, count);
        }
    }

    /// <summary>From the gradient of the mixtures to that of queries, keys and values.</summary>
    public void Backward(ReadOnlySpan<float> mixed, ReadOnlySpan<float> shares, ReadOnlySpan<float> outputBack, Span<float> mixedBack, int count)
    {
        var padded = Reserve(count);
        for (var h = 0; h < heads; h++)
        {
            var own = shares.Slice(h * count * padded, count * padded);
            Gather(outputBack[(h * size)..], width, rows, count);
            MatrixProduct.Multiply(own, 1, padded, rows, rows2, count, count, size);
            Scatter(rows2, mixedBack[(2 * width + h * size)..], 3 * width, count);
            Turn(mixed[(2 * width + h * size)..], 3 * width, count, padded);
            MatrixProduct.Multiply(rows, size, 1, turned, scores, count, size, padded);
            for (var i = 0; i < count; i++)
            {
                var row = scores.AsSpan(i * padded, count);
                var share = own.Slice(i * padded, count);
                TensorPrimitives.Subtract(row, TensorPrimitives.Dot(row, share), row);
                TensorPrimitives.Multiply(row, share, row);
                TensorPrimitives.Multiply(row, scale, row);
            }

            Gather(mixed[(width + h * size)..], 3 * width, rows2, count);
            MatrixProduct.Multiply(scores, padded, 1, rows2, rows3, count, count, size);
            Scatter(rows3, mixedBack[(h * size)..], 3 * width, count);
            Gather(mixed[(h * size)..], 3 * width, rows2, count);
            MatrixProduct.Multiply(scores, 1, padded, rows2, rows3, count, count, size);
            Scatter(rows3, mixedBack[(width + h * size)..], 3 * width, count);
        }
    }

    private int Reserve(int count)
    {
        var padded = MatrixProduct.Padded(count);
        if (scores.Length < padded * padded)
        {
            (rows, rows2, rows3) = (new float[padded * size], new float[padded * size], new float[padded * size]);
            (turned, scores) = (new float[padded * size], new float[padded * padded]);
        }

        return padded;
    }

    private void Gather(ReadOnlySpan<float> from, int stride, Span<float> to, int count)
    {
        for (var i = 0; i < count; i++) from.Slice(i * stride, size).CopyTo(to[(i * size)..]);
    }

    private void Scatter(ReadOnlySpan<float> from, Span<float> to, int stride, int count)
    {
        for (var i = 0; i < count; i++) from.Slice(i * size, size).CopyTo(to[(i * stride)..]);
    }

    /// <summary>Lays rows out as columns, zeros behind them.</summary>
    private void Turn(ReadOnlySpan<float> from, int stride, int count, int padded)
    {
        for (var k = 0; k < size; k++)
        {
            var to = turned.AsSpan(k * padded, padded);
            for (var i = 0; i < count; i++) to[i] = from[i * stride + k];
            to[count..].Clear();
        }
    }
}
