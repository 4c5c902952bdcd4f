using System.Numerics;

namespace Hearsay.Lab.Language.WordVectors;

/// <summary>Sums over points whose number of dimensions is a multiple of 16.</summary>
internal static class Points
{
    public static float Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        return Vector.Sum(sum);
    }

    public static float Length(ReadOnlySpan<float> a) => MathF.Sqrt(Product(a, a));

    public static void Scale(Span<float> a, float by)
    {
        for (var i = 0; i < a.Length; i++) a[i] *= by;
    }

    public static void Add(Span<float> to, ReadOnlySpan<float> what, float by)
    {
        for (var i = 0; i < to.Length; i += Vector<float>.Count) (new Vector<float>(to[i..]) + new Vector<float>(what[i..]) * by).CopyTo(to[i..]);
    }
}
