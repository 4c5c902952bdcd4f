namespace Hearsay.Lab.Language.Training.Encoder;

/// <summary>Leaves numbers out at random and scales the others up (Srivastava et al. 2014).</summary>
internal sealed class Dropout(int seed, float share)
{
    private readonly int below = (int)MathF.Round(share * 256);
    private ulong state = (ulong)seed * 0x9E3779B97F4A7C15 + 1;

    /// <summary>Applies itself to the first <paramref name="count"/> numbers; <paramref name="mask"/> takes what each was multiplied by.</summary>
    public void Apply(Span<float> numbers, Span<float> mask, int count)
    {
        var kept = 256f / (256 - below);
        var bits = 0UL;
        for (var i = 0; i < count; i++)
        {
            if (i % 8 == 0) bits = Next();
            var factor = (int)(bits & 255) < below ? 0 : kept;
            bits >>= 8;
            mask[i] = factor;
            numbers[i] *= factor;
        }
    }

    /// <summary>Steele et al. (2014), SplitMix.</summary>
    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
