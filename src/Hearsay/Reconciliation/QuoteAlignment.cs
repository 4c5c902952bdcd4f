using System.Collections.Immutable;

namespace Hearsay.Reconciliation;

/// <summary>How the words of two quotations lie side by side: the pairs of indexes that match, in order.</summary>
internal sealed record QuoteAlignment(ImmutableArray<(int A, int B)> Pairs, int Content)
{
    /// <summary>
    /// The best local alignment (Smith and Waterman 1981): equal stems or forms +2, a word left out or put in -1, one word for another -1.
    /// </summary>
    public static QuoteAlignment Of(ImmutableArray<StoryWord> a, ImmutableArray<StoryWord> b)
    {
        var scores = new int[a.Length + 1, b.Length + 1];
        var (best, bestI, bestJ) = (0, 0, 0);
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var diagonal = scores[i - 1, j - 1] + (Equal(a[i - 1], b[j - 1]) ? 2 : -1);
                scores[i, j] = Math.Max(0, Math.Max(diagonal, Math.Max(scores[i - 1, j], scores[i, j - 1]) - 1));
                if (scores[i, j] > best) (best, bestI, bestJ) = (scores[i, j], i, j);
            }
        }

        return Trace(a, b, scores, bestI, bestJ);
    }

    private static QuoteAlignment Trace(ImmutableArray<StoryWord> a, ImmutableArray<StoryWord> b, int[,] scores, int i, int j)
    {
        var pairs = new List<(int, int)>();
        while (i > 0 && j > 0 && scores[i, j] > 0)
        {
            var equal = Equal(a[i - 1], b[j - 1]);
            if (scores[i, j] == scores[i - 1, j - 1] + (equal ? 2 : -1))
            {
                (i, j) = (i - 1, j - 1);
                if (equal) pairs.Add((i, j));
            }
            else if (scores[i, j] == scores[i - 1, j] - 1) i--;
            else j--;
        }

        pairs.Reverse();
        return new QuoteAlignment(
            [.. pairs],
            pairs.Where(p => a[p.Item1].Stem.Length > 0).Select(p => a[p.Item1].Stem).Distinct(StringComparer.Ordinal).Count()
        );
    }

    private static bool Equal(StoryWord a, StoryWord b) => a.Form == b.Form || (a.Stem.Length > 0 && a.Stem == b.Stem);
}
