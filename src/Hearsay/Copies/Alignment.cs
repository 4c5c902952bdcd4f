using System.Collections.Immutable;

namespace Hearsay.Copies;

/// <summary>The word at <paramref name="A"/> of one sequence is that at <paramref name="B"/> of the other.</summary>
internal readonly record struct WordMatch(int A, int B);

/// <summary>
/// Extends a seed word by word in both directions as long as it pays: a word in common counts 1, a word changed, added or left out takes 2 off.
/// Only alignments near the seed's diagonal are looked at, and a direction is given up once it has fallen far behind its best, so that time grows
/// with the length found.
/// </summary>
internal static class Alignment
{
    private const int Match = 1, Edit = -2;

    /// <summary>How many more words one side may have added than the other.</summary>
    private const int Band = 8;

    /// <summary>How far behind its best a direction may fall: six edits in a row.</summary>
    private const int Drop = 12;

    private const byte Diagonal = 1, SkipA = 2, SkipB = 3;

    /// <summary>The words in common around a seed of <paramref name="length"/> words that starts at <paramref name="seed"/>, in order.</summary>
    public static List<WordMatch> Extend(WordSequence a, WordSequence b, WordMatch seed, int length)
    {
        var (x, y) = (seed.A + length, seed.B + length);
        var left = Reach(a.Keys[a.RunStart(seed.A)..seed.A], b.Keys[b.RunStart(seed.B)..seed.B], isBack: true);
        var right = Reach(a.Keys[x..a.RunEnd(seed.A)], b.Keys[y..b.RunEnd(seed.B)], isBack: false);
        return
        [
            .. left.Select(m => new WordMatch(seed.A - 1 - m.A, seed.B - 1 - m.B)).Reverse(),
            .. Enumerable.Range(0, length).Select(i => new WordMatch(seed.A + i, seed.B + i)),
            .. right.Select(m => new WordMatch(x + m.A, y + m.B)),
        ];
    }

    /// <summary>The words in common of the best alignment that starts at the beginning of both, or, going back, at their ends, in order from there.</summary>
    private static List<WordMatch> Reach(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, bool isBack)
    {
        // what is the same word for word needs no table
        var same = 0;
        while (same < a.Length && same < b.Length && At(a, same, isBack) == At(b, same, isBack)) same++;
        var matches = Enumerable.Range(0, same).Select(i => new WordMatch(i, i)).ToList();
        if (same == a.Length || same == b.Length) return matches;
        a = isBack ? a[..^same] : a[same..];
        b = isBack ? b[..^same] : b[same..];
        var steps = new List<byte[]>();
        var above = Row();
        var (best, bestA, bestB) = (0, 0, 0);
        for (var i = 0; i <= a.Length; i++)
        {
            var (row, step) = (Row(), new byte[2 * Band + 1]);
            var rowBest = int.MinValue;
            for (var d = 0; d < row.Length; d++)
            {
                var j = i + d - Band;
                if (j < 0 || j > b.Length) continue;
                if (i == 0 && j == 0) row[d] = 0;
                if (i > 0 && j > 0) Offer(above[d], At(a, i - 1, isBack) == At(b, j - 1, isBack) ? Match : Edit, Diagonal, ref row[d], ref step[d]);
                if (i > 0 && d + 1 < row.Length) Offer(above[d + 1], Edit, SkipA, ref row[d], ref step[d]);
                if (j > 0 && d > 0) Offer(row[d - 1], Edit, SkipB, ref row[d], ref step[d]);
                rowBest = Math.Max(rowBest, row[d]);
                if (row[d] > best) (best, bestA, bestB) = (row[d], i, j);
            }

            steps.Add(step);
            above = row;
            if (rowBest < best - Drop) break;
        }

        matches.AddRange(Trace(steps, bestA, bestB, a, b, isBack).Select(m => new WordMatch(same + m.A, same + m.B)));
        return matches;
    }

    private static uint At(ReadOnlySpan<uint> keys, int index, bool isBack) => keys[isBack ? keys.Length - 1 - index : index];

    private static void Offer(int from, int cost, byte how, ref int value, ref byte step)
    {
        if (from != int.MinValue && from + cost > value) (value, step) = (from + cost, how);
    }

    private static List<WordMatch> Trace(List<byte[]> steps, int i, int j, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, bool isBack)
    {
        var matches = new List<WordMatch>();
        while (i > 0 || j > 0)
        {
            switch (steps[i][j - i + Band])
            {
                case Diagonal:
                    if (At(a, --i, isBack) == At(b, --j, isBack)) matches.Add(new WordMatch(i, j));
                    break;
                case SkipA:
                    i--;
                    break;
                default:
                    j--;
                    break;
            }
        }
        matches.Reverse();
        return matches;
    }

    private static int[] Row()
    {
        var row = new int[2 * Band + 1];
        Array.Fill(row, int.MinValue);
        return row;
    }
}
