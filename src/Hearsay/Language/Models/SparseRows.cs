namespace Hearsay.Language.Models;

/// <summary>
/// The rows of a shipped model of many classes: only the weights that are not zero. A slot holds the key (as in <see cref="PackedRows"/>), where the row starts and how many weights it has;
/// a weight lies beside its class, so that a look-up touches two places in memory.
/// </summary>
internal sealed class SparseRows
{
    private const int KeyShift = 4;
    private const int CountBits = 8;
    private const int Chunk = 96;
    private readonly ulong[] slots;
    private readonly ushort[] entries;
    private readonly int shift;

    /// <summary>Takes rows whose keys rise; the weights of row n are those from <paramref name="starts"/>[n] to the next start, at most 2^24 in all.</summary>
    public SparseRows(ReadOnlySpan<uint> keys, ReadOnlySpan<int> starts, ReadOnlySpan<byte> classes, ReadOnlySpan<sbyte> values)
    {
        if (values.Length >= 1 << (32 - CountBits)) throw new InvalidDataException("the model has too many weights");
        entries = new ushort[values.Length];
        for (var i = 0; i < entries.Length; i++) entries[i] = (ushort)(classes[i] << 8 | (byte)values[i]);
        var bits = 4;
        while (keys.Length * 10L >= (1L << bits) * 6L) bits++;
        (slots, shift) = (new ulong[1 << bits], 32 - bits);
        var mask = slots.Length - 1;
        for (var row = 0; row < keys.Length; row++)
        {
            var slot = (int)(keys[row] << KeyShift >> shift);
            while (slots[slot] != 0) slot = (slot + 1) & mask;
            slots[slot] = (ulong)(keys[row] | 1u << 31) << 32 | (uint)(starts[row] << CountBits | (starts[row + 1] - starts[row]));
        }
    }

    /// <summary>Adds the rows of the features to the scores.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        Span<ulong> found = stackalloc ulong[Chunk];
        for (; features.Length > 0; features = features[Math.Min(Chunk, features.Length)..])
        {
            var part = features[..Math.Min(Chunk, features.Length)];
            // All first places are read before any is looked at, so that the waits for memory overlap.
            for (var i = 0; i < part.Length; i++) found[i] = slots[part[i] >> shift];
            var known = 0;
            for (var i = 0; i < part.Length; i++)
            {
                var entry = Find(part[i], found[i]);
                if (entry != 0) found[known++] = entry;
            }

            foreach (var entry in found[..known])
            {
                foreach (var weight in entries.AsSpan((int)((uint)entry >> CountBits), (int)(entry & ((1u << CountBits) - 1)))) scores[weight >> 8] += (sbyte)weight;
            }
        }
    }

    private ulong Find(uint feature, ulong entry)
    {
        var key = feature >> KeyShift | 1u << 31;
        if ((uint)(entry >> 32) == key || entry == 0) return entry;
        var mask = slots.Length - 1;
        var slot = (int)(feature >> shift);
        while (entry != 0 && (uint)(entry >> 32) != key) entry = slots[slot = (slot + 1) & mask];
        return entry;
    }
}
