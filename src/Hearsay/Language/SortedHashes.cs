namespace Hearsay.Language;

/// <summary>Hashes in rising order with a table of where those begin that share their first bits: a look-up reads two or three neighbours.</summary>
internal sealed class SortedHashes
{
    private const int Bits = 14;
    private readonly uint[] hashes;
    private readonly int[] starts = new int[(1 << Bits) + 1];

    public SortedHashes(uint[] rising)
    {
        hashes = rising;
        var at = 0;
        for (var bucket = 0; bucket < starts.Length; bucket++)
        {
            while (at < rising.Length && rising[at] >> (32 - Bits) < bucket) at++;
            starts[bucket] = at;
        }
    }

    /// <summary>Where the hash lies; -1 where it is not among them.</summary>
    public int IndexOf(uint hash)
    {
        var bucket = (int)(hash >> (32 - Bits));
        for (var i = starts[bucket]; i < starts[bucket + 1]; i++)
        {
            if (hashes[i] == hash) return i;
        }

        return -1;
    }
}
