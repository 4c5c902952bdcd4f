namespace Hearsay.Language.Models;

/// <summary>
/// The rows of a shipped model of up to four classes, each in one word with its key: the feature's first 28 bits and a mark above, four signed bytes of weights below.
/// A look-up touches one line of memory. Scores are those of <see cref="FeatureTable"/> with dense rows.
/// </summary>
internal sealed class PackedRows
{
    private const int KeyShift = 4;
    private const int Chunk = 64;
    private readonly ulong[] slots;
    private readonly int shift;

    /// <summary>Packs rows whose keys rise; the weights of row n are those from <paramref name="starts"/>[n] to the next start.</summary>
    public PackedRows(ReadOnlySpan<uint> keys, ReadOnlySpan<int> starts, ReadOnlySpan<byte> classes, ReadOnlySpan<sbyte> values)
    {
        var bits = 4;
        while (keys.Length * 10L >= (1L << bits) * 6L) bits++;
        (slots, shift) = (new ulong[1 << bits], 32 - bits);
        var mask = slots.Length - 1;
        for (var row = 0; row < keys.Length; row++)
        {
            var weights = 0u;
            for (var i = starts[row]; i < starts[row + 1]; i++) weights |= (uint)(byte)values[i] << (classes[i] * 8);
            var slot = (int)(keys[row] << KeyShift >> shift);
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            slots[slot] = (ulong)(keys[row] | 1u << 31) << 32 | weights;
        }
    }

    /// <summary>Sums the rows of the features into the first four scores.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        Span<ulong> found = stackalloc ulong[Chunk];
        int a = 0, b = 0, c = 0, d = 0;
        var mask = slots.Length - 1;
        for (; features.Length > 0; features = features[Math.Min(Chunk, features.Length)..])
        {
            var part = features[..Math.Min(Chunk, features.Length)];
            // All first places are read before any is looked at, so that the waits for memory overlap.
            for (var i = 0; i < part.Length; i++) found[i] = slots[part[i] >> shift];
            for (var i = 0; i < part.Length; i++)
            {
                var key = part[i] >> KeyShift | 1u << 31;
                var entry = found[i];
                if ((uint)(entry >> 32) != key)
                {
                    var slot = (int)(part[i] >> shift);
                    while (entry != 0 && (uint)(entry >> 32) != key) entry = slots[slot = (slot + 1) & mask];
                    if (entry == 0) continue;
                }

                a += (sbyte)entry;
                b += (sbyte)(entry >> 8);
                c += (sbyte)(entry >> 16);
                d += (sbyte)(entry >> 24);
            }
        }

        (scores[0], scores[1], scores[2], scores[3]) = (a, b, c, d);
    }
}
