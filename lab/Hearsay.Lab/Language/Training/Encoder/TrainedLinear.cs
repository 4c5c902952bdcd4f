using System.Numerics.Tensors;
using Hearsay.Lab.Language.Training.Parser;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>A matrix (inputs by outputs) with offsets while both are learned; counts of outputs and inputs are multiples of 16.</summary>
internal sealed class TrainedLinear(Parameter weights, Parameter offsets)
{
    private readonly int inputs = weights.Values.Length / offsets.Values.Length;
    private readonly int outputs = offsets.Values.Length;
    private readonly float[] none = new float[weights.Values.Length / offsets.Values.Length];
    private float[] panels = [];
    private float[] turnedPanels = [];

    public Parameter Weights => weights;

    public Parameter Offsets => offsets;

    public int Inputs => inputs;

    public int Outputs => outputs;

    /// <summary>Lays the weights out as they are multiplied with; to be called whenever they have changed.</summary>
    public void Prepare(bool backward)
    {
        panels = MatrixProduct.Panels(weights.Values, inputs, outputs);
        if (backward) turnedPanels = MatrixProduct.Panels(Turned(weights.Values, inputs, outputs), outputs, inputs);
    }

    public void Forward(ReadOnlySpan<float> input, Span<float> output, int count) =>
        MatrixProduct.Multiply(input, panels, offsets.Values, output, count, inputs);

    /// <summary>Adds to a worker's gradient of the weights and offsets; writes the gradient of the input, unless it is empty.</summary>
    public void Backward(int worker, ReadOnlySpan<float> input, ReadOnlySpan<float> outputBack, Span<float> inputBack, int count)
    {
        MatrixProduct.Multiply(input, 1, inputs, outputBack, weights.Gradient(worker), inputs, count, outputs, add: true);
        var sums = offsets.Gradient(worker).AsSpan();
        for (var r = 0; r < count; r++) TensorPrimitives.Add(sums, outputBack.Slice(r * outputs, outputs), sums);
        if (!inputBack.IsEmpty) MatrixProduct.Multiply(outputBack, turnedPanels, none, inputBack, count, outputs);
    }

    /// <summary>The matrix with rows and columns exchanged, in blocks that fit the cache's lines.</summary>
    private static float[] Turned(float[] matrix, int rows, int columns)
    {
        const int block = 16;
        var turned = new float[matrix.Length];
        for (var r0 = 0; r0 < rows; r0 += block)
        {
            for (var c0 = 0; c0 < columns; c0 += block)
            {
                for (var r = r0; r < Math.Min(r0 + block, rows); r++)
                {
                    for (var c = c0; c < Math.Min(c0 + block, columns); c++) turned[c * rows + r] = matrix[r * columns + c];
                }
            }
        }

        return turned;
    }
}
