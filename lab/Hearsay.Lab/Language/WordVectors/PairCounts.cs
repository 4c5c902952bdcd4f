using System.Buffers.Binary;
using System.Text;

namespace Hearsay.Lab.Language.WordVectors;

/// <summary>
/// Which words stand beside each other, and how often: the pairs of a language model in CMU Sphinx's binary form (a trie whose probabilities are
/// logarithms to the base 1.0001). Only the pairs that the model states are there; what it backs off to is not.
/// </summary>
internal sealed class PairCounts
{
    private const double Base = 1.0001;
    private const int Bins = 1 << 16;
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("Trie Language Model");

    /// <summary>Pairs as given.</summary>
    public PairCounts(string[] words, double[] shares, int[] left, int[] right, double[] weights) =>
        (Words, Shares, Left, Right, Weights) = (words, shares, left, right, weights);

    public string[] Words { get; }

    /// <summary>The share of each word in running text.</summary>
    public double[] Shares { get; }

    /// <summary>The first word of each pair.</summary>
    public int[] Left { get; }

    /// <summary>The second word of each pair.</summary>
    public int[] Right { get; }

    /// <summary>The share of each pair in running text.</summary>
    public double[] Weights { get; }

    public static PairCounts Read(string path)
    {
        var all = File.ReadAllBytes(path);
        if (!all.AsSpan(0, Mark.Length).SequenceEqual(Mark) || all[Mark.Length] != 3)
            throw new InvalidDataException($"{path} is no model of three words in the trie form");
        var at = Mark.Length + 1;
        var counts = Enumerable.Range(0, 3).Select(i => (int)BinaryPrimitives.ReadUInt32LittleEndian(all.AsSpan(at + 4 * i))).ToArray();
        var bins = at + 12 + 4;
        // The tables of the pairs' probabilities and discounts, then that of the triples' probabilities; then the single words: probability,
        // discount, first pair.
        var singles = bins + 3 * Bins * sizeof(float);
        var pairs = singles + 12 * (counts[0] + 1);
        var shares = Enumerable
            .Range(0, counts[0])
            .Select(i => Math.Pow(Base, BinaryPrimitives.ReadSingleLittleEndian(all.AsSpan(singles + 12 * i))))
            .ToArray();
        var (wordBits, nextBits) = (32 - int.LeadingZeroCount(counts[0]), 32 - int.LeadingZeroCount(counts[2]));
        var entryBits = wordBits + 32 + nextBits;
        var (left, right, weights) = (new int[counts[1]], new int[counts[1]], new double[counts[1]]);
        for (var word = 0; word < counts[0]; word++)
        {
            var last = BinaryPrimitives.ReadInt32LittleEndian(all.AsSpan(singles + 12 * (word + 1) + 8));
            for (var pair = BinaryPrimitives.ReadInt32LittleEndian(all.AsSpan(singles + 12 * word + 8)); pair < last; pair++)
            {
                var bit = (long)pair * entryBits;
                // The trie goes backwards: under a word stand those before it.
                (left[pair], right[pair]) = ((int)Bits(all, pairs, bit, wordBits), word);
                var bin = (int)Bits(all, pairs, bit + wordBits + 16, 16);
                weights[pair] = shares[left[pair]] * Math.Pow(Base, BinaryPrimitives.ReadSingleLittleEndian(all.AsSpan(bins + 4 * bin)));
            }
        }

        return new PairCounts(Strings(all, counts[0]), shares, left, right, weights);
    }

    private static ulong Bits(byte[] all, int start, long bit, int count) =>
        BinaryPrimitives.ReadUInt64LittleEndian(all.AsSpan(start + (int)(bit >> 3))) >> (int)(bit & 7) & ((1UL << count) - 1);

    /// <summary>The words end the file, each behind the other with a zero byte between, their length in bytes before them.</summary>
    private static string[] Strings(byte[] all, int count)
    {
        var start = all.Length;
        for (var ends = 0; ends <= count && start > 0; start--)
        {
            if (all[start - 1] == 0 && ++ends > count) break;
        }

        // The length before the words ends in a zero byte, for they are fewer than 16 million bytes.
        return Encoding.Latin1.GetString(all.AsSpan(start)).Split('\0')[..count];
    }
}
