using System.Numerics.Tensors;
using Hearsay.Lab.Language.Training.Parser;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>Brings every row to mean 0 and variance 1, then scales and offsets it (Ba et al. 2016), while both are learned.</summary>
internal sealed class LayerNorm(Parameter scale, Parameter offset)
{
    private const float Small = 1e-12f;
    private readonly int width = scale.Values.Length;

    public Parameter Scale => scale;

    public Parameter Offset => offset;

    /// <summary>
    /// Rows of <paramref name="input"/> become <paramref name="normal"/> (before scale and offset) and <paramref name="output"/>;
    /// <paramref name="spreads"/> takes one over each row's standard deviation.
    /// </summary>
    public void Forward(ReadOnlySpan<float> input, Span<float> normal, Span<float> spreads, Span<float> output, int count)
    {
        for (var r = 0; r < count; r++)
        {
            var to = normal.Slice(r * width, width);
            var row = input.Slice(r * width, width);
            TensorPrimitives.Subtract(row, TensorPrimitives.Sum(row) / width, to);
            spreads[r] = 1 / MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(to) / width + Small);
            TensorPrimitives.Multiply(to, spreads[r], to);
            TensorPrimitives.MultiplyAdd(to, scale.Values, offset.Values, output.Slice(r * width, width));
        }
    }

    /// <summary>From the gradient of the output, which is overwritten by that of the input.</summary>
    public void Backward(int worker, ReadOnlySpan<float> normal, ReadOnlySpan<float> spreads, Span<float> back, int count)
    {
        var scales = scale.Gradient(worker).AsSpan();
        var offsets = offset.Gradient(worker).AsSpan();
        for (var r = 0; r < count; r++)
        {
            var own = back.Slice(r * width, width);
            var x = normal.Slice(r * width, width);
            TensorPrimitives.Add(offsets, own, offsets);
            TensorPrimitives.MultiplyAdd(own, x, scales, scales);
            TensorPrimitives.Multiply(own, scale.Values, own);
            var along = TensorPrimitives.Dot<float>(own, x) / width;
            TensorPrimitives.Subtract(own, TensorPrimitives.Sum<float>(own) / width, own);
            TensorPrimitives.MultiplyAdd(x, -along, own, own);
            TensorPrimitives.Multiply(own, spreads[r], own);
        }
    }
}
