using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language.Encoder;

/// <summary>
/// What is done to rows of floats between products. Numbers of a row are added up in eight lanes, in order, and the lanes in one fixed order,
/// whatever the machine; exponential and error function are polynomials of their own: so the bits are the same everywhere.
/// </summary>
internal static class RowMath
{
    private const int Lanes = 8;
    private const float Epsilon = 1e-12f;

    /// <summary>
    /// Brings a row (a multiple of eight numbers) to mean 0 and variance 1, then to what the training chose (Ba et al. 2016).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalise(Span<float> row, ReadOnlySpan<float> scale, ReadOnlySpan<float> offset)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i += Lanes) sum += Vector256.Create<float>(row[i..]);
        var mean = Vector256.Create(Sum(sum) / row.Length);
        var squares = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i += Lanes)
        {
            var off = Vector256.Create<float>(row[i..]) - mean;
            squares += off * off;
        }

        var factor = Vector256.Create(1 / MathF.Sqrt(Sum(squares) / row.Length + Epsilon));
        for (var i = 0; i < row.Length; i += Lanes)
        {
            var own = (Vector256.Create<float>(row[i..]) - mean) * factor;
            (own * Vector256.Create<float>(scale[i..]) + Vector256.Create<float>(offset[i..])).CopyTo(row[i..]);
        }
    }

    /// <summary>Brings a row to length 1, if it has any.</summary>
    public static void Scale(Span<float> row)
    {
        var squares = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i += Lanes) squares += Vector256.Create<float>(row[i..]) * Vector256.Create<float>(row[i..]);
        var length = MathF.Sqrt(Sum(squares));
        if (length == 0) return;
        foreach (ref var number in row) number /= length;
    }

    /// <summary>Adds a row to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> row, ReadOnlySpan<float> other)
    {
        for (var i = 0; i < row.Length; i += Lanes) (Vector256.Create<float>(row[i..]) + Vector256.Create<float>(other[i..])).CopyTo(row[i..]);
    }

    /// <summary>Writes the row in integers up to <see cref="IntegerProduct.Most"/> and returns their unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Quantise(ReadOnlySpan<float> row, Span<short> to)
    {
        var most = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i += Lanes) most = Vector256.Max(most, Vector256.Abs(Vector256.Create<float>(row[i..])));
        var largest = 0f;
        for (var lane = 0; lane < Lanes; lane++) largest = Math.Max(largest, most[lane]);
        if (largest == 0)
        {
            to[..row.Length].Clear();
            return 0;
        }

        var factor = Vector256.Create(IntegerProduct.Most / largest);
        for (var i = 0; i < row.Length; i += 2 * Lanes)
        {
            var low = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.Create<float>(row[i..]) * factor));
            var high = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.Create<float>(row[(i + Lanes)..]) * factor));
            Vector256.Narrow(low, high).CopyTo(to[i..]);
        }

        return largest / IntegerProduct.Most;
    }

    /// <summary>
    /// x·Φ(x), with Φ by the error function (Hendrycks and Gimpel 2016); that by Abramowitz and Stegun 7.1.26, off by 1.5e-7 at most.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gelu(Span<float> row)
    {
        for (var i = 0; i < row.Length; i += Lanes)
        {
            var x = Vector256.Create<float>(row[i..]);
            var z = Vector256.Abs(x) * Vector256.Create(0.70710678f);
            var t = Vector256<float>.One / (Vector256<float>.One + z * 0.3275911f);
            var p = t * 1.061405429f + Vector256.Create(-1.453152027f);
            p = p * t + Vector256.Create(1.421413741f);
            p = p * t + Vector256.Create(-0.284496736f);
            p = p * t + Vector256.Create(0.254829592f);
            var tail = p * t * Exp(-(z * z)) * 0.5f;
            var below = Vector256.LessThan(x, Vector256<float>.Zero);
            (x * Vector256.ConditionalSelect(below, tail, Vector256<float>.One - tail)).CopyTo(row[i..]);
        }
    }

    /// <summary>
    /// Turns a row of scores (a multiple of eight numbers, of which the first <paramref name="count"/> count) into shares that sum up to 1; those
    /// behind become 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Share(Span<float> row, int count)
    {
        row[count..].Fill(float.NegativeInfinity);
        var most = Vector256.Create(float.NegativeInfinity);
        for (var i = 0; i < row.Length; i += Lanes) most = Vector256.Max(most, Vector256.Create<float>(row[i..]));
        var largest = most[0];
        for (var lane = 1; lane < Lanes; lane++) largest = Math.Max(largest, most[lane]);
        var (top, sum) = (Vector256.Create(largest), Vector256<float>.Zero);
        for (var i = 0; i < row.Length; i += Lanes)
        {
            var share = Exp(Vector256.Create<float>(row[i..]) - top);
            sum += share;
            share.CopyTo(row[i..]);
        }

        var factor = Vector256.Create(1 / Sum(sum));
        for (var i = 0; i < row.Length; i += Lanes) (Vector256.Create<float>(row[i..]) * factor).CopyTo(row[i..]);
    }

    /// <summary>1/(1+e^-x) of every number of a row, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sigmoid(Span<float> row)
    {
        var i = 0;
        for (; i <= row.Length - Lanes; i += Lanes) Sigmoid(Vector256.Create<float>(row[i..])).CopyTo(row[i..]);
        if (i == row.Length) return;
        Span<float> rest = stackalloc float[Lanes];
        row[i..].CopyTo(rest);
        Sigmoid(Vector256.Create<float>(rest)).CopyTo(rest);
        rest[..(row.Length - i)].CopyTo(row[i..]);
    }

    /// <summary>The hyperbolic tangent of every number of a row; <paramref name="to"/> is as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tanh(ReadOnlySpan<float> row, Span<float> to)
    {
        var i = 0;
        for (; i <= row.Length - Lanes; i += Lanes) Tanh(Vector256.Create<float>(row[i..])).CopyTo(to[i..]);
        if (i == row.Length) return;
        Span<float> rest = stackalloc float[Lanes];
        row[i..].CopyTo(rest);
        Tanh(Vector256.Create<float>(rest)).CopyTo(rest);
        rest[..(row.Length - i)].CopyTo(to[i..]);
    }

    // by what is not above 0, so that no power is too large
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sigmoid(Vector256<float> x)
    {
        var power = Exp(-Vector256.Abs(x));
        var above = Vector256<float>.One / (Vector256<float>.One + power);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), power * above, above);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Tanh(Vector256<float> x)
    {
        var power = Exp(Vector256.Abs(x) * -2f);
        return Vector256.CopySign((Vector256<float>.One - power) / (Vector256<float>.One + power), x);
    }

    /// <summary>e to the power of what is not above 0; 0 from -87 on. Polynomial of degree 6 (Cephes, expf), off by 2e-7 of the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Exp(Vector256<float> x)
    {
        var none = Vector256.LessThan(x, Vector256.Create(-87f));
        x = Vector256.Max(x, Vector256.Create(-87f));
        var n = Vector256.Round(x * 1.44269504f);
        x -= n * 0.693359375f;
        x -= n * -2.12194440e-4f;
        var p = x * 1.9875691500e-4f + Vector256.Create(1.3981999507e-3f);
        p = p * x + Vector256.Create(8.3334519073e-3f);
        p = p * x + Vector256.Create(4.1665795894e-2f);
        p = p * x + Vector256.Create(1.6666665459e-1f);
        p = p * x + Vector256.Create(5.0000001201e-1f);
        p = p * x * x + x + Vector256<float>.One;
        var power = (Vector256.ConvertToInt32Native(n) + Vector256.Create(127)) << 23;
        return Vector256.ConditionalSelect(none, Vector256<float>.Zero, p * power.AsSingle());
    }

    /// <summary>The lanes' sum, in one order.</summary>
    private static float Sum(Vector256<float> v) => v[0] + v[4] + (v[2] + v[6]) + (v[1] + v[5] + (v[3] + v[7]));
}
