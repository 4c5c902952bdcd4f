using System.Collections.Immutable;

namespace Hearsay.Text;

/// <summary>Overlapping stretches of words as numbers, for finding the same wording in several texts.</summary>
internal static class Shingles
{
    /// <summary>
    /// One number for each stretch of <paramref name="length"/> words, in order; none where the run is shorter. The same words give the same number
    /// on every machine.
    /// </summary>
    public static IEnumerable<ulong> Of(ImmutableArray<Word> run, int length)
    {
        for (var i = 0; i + length <= run.Length; i++)
        {
            var hash = 14695981039346656037UL;
            for (var j = i; j < i + length; j++) hash = Add(hash, run[j].Key);
            yield return hash;
        }
    }

    // FNV-1a over the characters, with a mark between words
    private static ulong Add(ulong hash, string word)
    {
        foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        return (hash ^ ' ') * 1099511628211UL;
    }
}
