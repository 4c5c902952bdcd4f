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
        var left = Reach(
            i => a.Words[seed.A - 1 - i].Key,
            i => b.Words[seed.B - 1 - i].Key,
            seed.A - a.RunStart(seed.A),
            seed.B - b.RunStart(seed.B)
        );
        var (x, y) = (seed.A + length, seed.B + length);
        var right = Reach(i => a.Words[x + i].Key, i => b.Words[y + i].Key, a.RunEnd(seed.A) - x, b.RunEnd(seed.B) - y);
        return
        [
            .. left.Select(m => new WordMatch(seed.A - 1 - m.A, seed.B - 1 - m.B)).Reverse(),
            .. Enumerable.Range(0, length).Select(i => new WordMatch(seed.A + i, seed.B + i)),
            .. right.Select(m => new WordMatch(x + m.A, y + m.B)),
        ];
    }

    /// <summary>The words in common of the best alignment that starts at 0, 0, in order.</summary>
    private static List<WordMatch> Reach(Func<int, string> a, Func<int, string> b, int lengthA, int lengthB)
    {
        var steps = new List<byte[]>();
        var above = Row();
        var (best, bestA, bestB) = (0, 0, 0);
        for (var i = 0; i <= lengthA; i++)
        {
            var (row, step) = (Row(), new byte[2 * Band + 1]);
            var rowBest = int.MinValue;
            for (var d = 0; d < row.Length; d++)
            {
                var j = i + d - Band;
                if (j < 0 || j > lengthB) continue;
                if (i == 0 && j == 0) row[d] = 0;
                if (i > 0 && j > 0) Offer(above[d], string.Equals(a(i - 1), b(j - 1), StringComparison.Ordinal) ? Match : Edit, Diagonal);
                if (i > 0 && d + 1 < row.Length) Offer(above[d + 1], Edit, SkipA);
                if (j > 0 && d > 0) Offer(row[d - 1], Edit, SkipB);
                rowBest = Math.Max(rowBest, row[d]);
                if (row[d] > best) (best, bestA, bestB) = (row[d], i, j);

                void Offer(int from, int cost, byte how)
                {
                    if (from != int.MinValue && from + cost > row[d]) (row[d], step[d]) = (from + cost, how);
                }
            }
            steps.Add(step);
            above = row;
            if (rowBest < best - Drop) break;
        }
        return Trace(steps, bestA, bestB, (i, j) => string.Equals(a(i), b(j), StringComparison.Ordinal));
    }

    private static List<WordMatch> Trace(List<byte[]> steps, int i, int j, Func<int, int, bool> same)
    {
        var matches = new List<WordMatch>();
        while (i > 0 || j > 0)
        {
            switch (steps[i][j - i + Band])
            {
                case Diagonal:
                    if (same(--i, --j)) matches.Add(new WordMatch(i, j));
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
