using System.Numerics;
using System.Runtime.CompilerServices;
using Hearsay.Language.Encoder;

namespace Hearsay.Language.Models;

/// <summary>
/// One layer of the parser's network: a simple recurrent unit in both directions (Lei et al. 2018), whose recurrence needs no product of matrices:
/// c(t) = x(t) + f(t) (c(t-1) - x(t)), y(t) = r(t) + o(t) (tanh c(t) - r(t)), where x, f and o are linear in the layer's input and r is the input
/// itself, brought to the layer's width.
/// </summary>
internal static class NetworkLayer
{
    /// <summary>
    /// From <paramref name="gates"/> (for each of the <paramref name="words"/> six parts of <paramref name="state"/> numbers: x, f, o forwards, then
    /// backwards, f and o not yet squashed) and <paramref name="residual"/> makes <paramref name="output"/>; squashes the gates in place and leaves
    /// every c in <paramref name="cells"/> and its tanh in <paramref name="curved"/>. Those three and the residual, which may itself be the output,
    /// have 2 x state numbers a word.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Recur(
        Span<float> gates,
        ReadOnlySpan<float> residual,
        Span<float> cells,
        Span<float> curved,
        Span<float> output,
        int words,
        int state
    )
    {
        var width = 2 * state;
        for (var t = 0; t < words; t++)
        {
            var row = gates.Slice(t * 6 * state, 6 * state);
            RowMath.Sigmoid(row.Slice(state, width));
            RowMath.Sigmoid(row.Slice(4 * state, width));
        }

        for (var direction = 0; direction < 2; direction++)
        {
            for (var k = 0; k < words; k++)
            {
                var t = direction == 0 ? k : words - 1 - k;
                var row = gates.Slice(t * 6 * state + direction * 3 * state, 2 * state);
                var own = cells.Slice(t * width + direction * state, state);
                if (k == 0) First(row, own);
                else Next(row, cells.Slice((direction == 0 ? t - 1 : t + 1) * width + direction * state, state), own);
            }
        }

        RowMath.Tanh(cells[..(words * width)], curved);
        for (var t = 0; t < words; t++)
        {
            for (var direction = 0; direction < 2; direction++)
            {
                var at = t * width + direction * state;
                Mix(
                    gates.Slice(t * 6 * state + (direction * 3 + 2) * state, state),
                    curved.Slice(at, state),
                    residual.Slice(at, state),
                    output.Slice(at, state)
                );
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void First(ReadOnlySpan<float> row, Span<float> own)
    {
        var state = own.Length;
        for (var i = 0; i < state; i += Vector<float>.Count)
        {
            var x = new Vector<float>(row[i..]);
            (x - new Vector<float>(row[(state + i)..]) * x).CopyTo(own[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Next(ReadOnlySpan<float> row, ReadOnlySpan<float> before, Span<float> own)
    {
        var state = own.Length;
        for (var i = 0; i < state; i += Vector<float>.Count)
        {
            var x = new Vector<float>(row[i..]);
            (x + new Vector<float>(row[(state + i)..]) * (new Vector<float>(before[i..]) - x)).CopyTo(own[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(ReadOnlySpan<float> gate, ReadOnlySpan<float> curved, ReadOnlySpan<float> residual, Span<float> output)
    {
        for (var i = 0; i < output.Length; i += Vector<float>.Count)
        {
            var r = new Vector<float>(residual[i..]);
            (r + new Vector<float>(gate[i..]) * (new Vector<float>(curved[i..]) - r)).CopyTo(output[i..]);
        }
    }
}
