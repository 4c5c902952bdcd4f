using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>
/// x times the normal distribution's share below x (Hendrycks and Gimpel 2016). The error function is Abramowitz and Stegun's 7.1.26, off by 1.5e-7
/// at most.
/// </summary>
internal static class Gelu
{
    /// <summary>Replaces the numbers by what comes out; <paramref name="slopes"/> takes the derivatives. Whole vectors of 16.</summary>
    public static void Forward(Span<float> numbers, Span<float> slopes)
    {
        ref var x0 = ref MemoryMarshal.GetReference(numbers);
        ref var d0 = ref MemoryMarshal.GetReference(slopes[..numbers.Length]);
        var one = Vector512.Create(1f);
        for (nuint i = 0; i < (nuint)numbers.Length; i += 16)
        {
            var x = Vector512.LoadUnsafe(ref x0, i);
            var z = Vector512.Abs(x) * 0.70710678f;
            var bell = Vector512.Exp(-(z * z));
            var t = one / Vector512.FusedMultiplyAdd(z, Vector512.Create(0.3275911f), one);
            var p = Vector512.FusedMultiplyAdd(t, Vector512.Create(1.061405429f), Vector512.Create(-1.453152027f));
            p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(1.421413741f));
            p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(-0.284496736f));
            p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(0.254829592f));
            var tail = p * t * bell * 0.5f;
            var below = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), one - tail, tail);
            (x * below).StoreUnsafe(ref x0, i);
            Vector512.FusedMultiplyAdd(x * 0.39894228f, bell, below).StoreUnsafe(ref d0, i);
        }
    }
}
