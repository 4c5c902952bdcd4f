namespace Hearsay.Language.Models;

/// <summary>
/// The rows of a shipped model of up to four classes, each in one word with its key: the feature's first 28 bits and a mark above, four signed bytes of weights below.
/// A look-up touches one line of memory. Scores are those of <see cref="FeatureTable"/> with dense rows.
/// </summary>
internal sealed class PackedRows
{
    private const int KeyShift = 4;
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

    /// <summary>Sums parts of the features, each up to its end, into four scores a part; at most 256 features.</summary>
    public void Sum(ReadOnlySpan<uint> features, ReadOnlySpan<int> ends, Span<int> sums)
    {
        Span<ulong> found = stackalloc ulong[256];
        // All first places are read before any is looked at, so that the waits for memory overlap.
        for (var i = 0; i < features.Length; i++) found[i] = slots[features[i] >> shift];
        var at = 0;
        for (var part = 0; part < ends.Length; part++)
        {
            int a = 0, b = 0, c = 0, d = 0;
            for (; at < ends[part]; at++)
            {
                var weights = Weights(features[at], found[at]);
                a += (sbyte)weights;
                b += (sbyte)(weights >> 8);
                c += (sbyte)(weights >> 16);
                d += (sbyte)(weights >> 24);
            }

            (sums[part * 4], sums[part * 4 + 1], sums[part * 4 + 2], sums[part * 4 + 3]) = (a, b, c, d);
        }
    }

    /// <summary>The four weights of a feature whose first place holds <paramref name="entry"/>; 0 where it is not known.</summary>
    private uint Weights(uint feature, ulong entry)
    {
        var key = feature >> KeyShift | 1u << 31;
        if ((uint)(entry >> 32) == key || entry == 0) return (uint)entry;
        var mask = slots.Length - 1;
        var slot = (int)(feature >> shift);
        while (entry != 0 && (uint)(entry >> 32) != key) entry = slots[slot = (slot + 1) & mask];
        return (uint)entry;
    }
}
