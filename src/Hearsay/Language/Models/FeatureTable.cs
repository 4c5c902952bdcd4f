namespace Hearsay.Language.Models;

/// <summary>
/// Which features a model knows, each with its row. A feature is known by the first 28 bits of its hash: a feature that the training never met falls
/// on a known one once in some hundred times.
/// </summary>
internal sealed class FeatureTable
{
    private const int KeyShift = 4;
    private uint[] keys = new uint[1 << 16];
    private int[] rows = new int[1 << 16];
    private int bits = 16;

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>The row of <paramref name="feature"/>; -1 where it is not known.</summary>
    public int Row(uint feature)
    {
        var key = feature >> KeyShift | 1u << 31;
        var mask = keys.Length - 1;
        for (var slot = (int)(feature >> (32 - bits)); ; slot = (slot + 1) & mask)
        {
            var found = keys[slot];
            if (found == key) return rows[slot];
            if (found == 0) return -1;
        }
    }

    /// <summary>Makes the feature known, if it is not.</summary>
    public int Add(uint feature)
    {
        if (Row(feature) is var known and >= 0) return known;
        if (Count * 10L >= keys.Length * 6L) Grow();
        Put(feature >> KeyShift, Count);
        return Count++;
    }

    /// <summary>The known keys (the hash without its last bits) in rising order, with their rows.</summary>
    public IEnumerable<(uint Key, int Row)> Entries() =>
        keys.Zip(rows).Where(k => k.First != 0).Select(k => (k.First & ~(1u << 31), k.Second)).OrderBy(k => k.Item1);

    private void Put(uint key, int row)
    {
        var mask = keys.Length - 1;
        var slot = (int)(key << KeyShift >> (32 - bits));
        while (keys[slot] != 0) slot = (slot + 1) & mask;
        (keys[slot], rows[slot]) = (key | 1u << 31, row);
    }

    private void Grow()
    {
        var (oldKeys, oldRows) = (keys, rows);
        bits++;
        (keys, rows) = (new uint[1 << bits], new int[1 << bits]);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] != 0) Put(oldKeys[i] & ~(1u << 31), oldRows[i]);
        }
    }
}
