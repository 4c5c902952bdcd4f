namespace Hearsay.Reconciliation.Sameness;

/// <summary>
/// What a pair of sentences of two reports is judged by: how much of the one stands in the other and the reverse, what of names, numbers, days,
/// polarity and speakers agrees, how alike their neighbours are, and whether any other sentence of either report comes nearer.
/// </summary>
internal static class PairFeatures
{
    /// <summary>
    /// The features of "the second states what the first states"; they are not the same the other way round.
    /// </summary>
    /// <param name="a">The sentence that may be supported.</param>
    /// <param name="b">The sentence that may support it.</param>
    /// <param name="cosines">Of all sentences of the first report (rows) with all of the second.</param>
    /// <param name="reports">How many reports the story has.</param>
    public static double[] Of(SentenceSense a, SentenceSense b, double[,] cosines, int reports) =>
        [.. Words(a, b, cosines[a.Index, b.Index]), .. Statements(a, b), .. Surroundings(a.Index, b.Index, cosines), reports];

    private static IEnumerable<double> Words(SentenceSense a, SentenceSense b, double cosine)
    {
        double squares = 0, common = 0, heaviest = 0, missing = 0, second = 0, all = 0, extra = 0, allOfB = 0;
        var shared = 0;
        foreach (var (stem, weight) in a.Weights)
        {
            all += weight;
            if (b.Weights.ContainsKey(stem))
            {
                (squares, common, shared, heaviest) = (squares + (weight * weight), common + weight, shared + 1, Math.Max(heaviest, weight));
            }
            else if (weight > missing)
            {
                (missing, second) = (weight, missing);
            }
            else
            {
                second = Math.Max(second, weight);
            }
        }

        foreach (var (stem, weight) in b.Weights)
        {
            allOfB += weight;
            if (!a.Weights.ContainsKey(stem)) extra = Math.Max(extra, weight);
        }

        var run = LongestRun(a.Forms, b.Forms);
        return
        [
            cosine, Share(squares, a.Squares), Share(squares, b.Squares), Share(2 * squares, a.Squares + b.Squares),
            Share(shared, a.Weights.Count + b.Weights.Count - shared), heaviest, shared, common, missing, second, extra, all, allOfB,
            Covered(a.Pairs, b.Pairs), Covered(b.Pairs, a.Pairs), run, Share(run, a.Forms.Length),
            a.Forms.Length, b.Forms.Length, Share(a.Forms.Length, a.Forms.Length + b.Forms.Length),
        ];
    }

    private static IEnumerable<double> Statements(SentenceSense a, SentenceSense b) =>
    [
        Covered(a.Verbs, b.Verbs), Covered(b.Verbs, a.Verbs), Covered(a.Nouns, b.Nouns), Covered(b.Nouns, a.Nouns), Covered(a.Names, b.Names),
        Covered(b.Names, a.Names), a.Numbers.Count(n => !b.Numbers.Contains(n)), b.Numbers.Count(n => !a.Numbers.Contains(n)),
        a.Numbers.Count(b.Numbers.Contains), Yes(a.Numbers.Count > 0 && b.Numbers.Count > 0 && !a.Numbers.Overlaps(b.Numbers)),
        Yes(a.Negated + b.Negated > 0), Yes(a.Negated > 0 != b.Negated > 0), Yes(a.IsDenied != b.IsDenied),
        Yes(SpeakerNames.Meet(a.Speakers, b.Speakers)), Yes(SpeakerNames.Differ(a.Speakers, b.Speakers)), Yes(a.IsSaid && b.IsSaid),
        Yes(a.IsSaid != b.IsSaid), Yes(a.Forces.Any(b.Forces.Contains)), Share(a.Quoted, a.Forms.Length), Share(b.Quoted, b.Forms.Length),
        a.Days.Count(b.Days.Contains), Yes(a.Days.Length > 0 && b.Days.Length > 0 && !a.Days.Any(b.Days.Contains)),
    ];

    private static IEnumerable<double> Surroundings(int i, int j, double[,] cosines)
    {
        var (n, m) = (cosines.GetLength(0), cosines.GetLength(1));
        var (here, before, after) = (cosines[i, j], At(i - 1, j - 1), At(i + 1, j + 1));
        var (nearerB, bestB, nearerA, bestA) = (0, 0.0, 0, 0.0);
        for (var y = 0; y < m; y++)
        {
            if (y != j) (nearerB, bestB) = (nearerB + (cosines[i, y] > here ? 1 : 0), Math.Max(bestB, cosines[i, y]));
        }

        for (var x = 0; x < n; x++)
        {
            if (x != i) (nearerA, bestA) = (nearerA + (cosines[x, j] > here ? 1 : 0), Math.Max(bestA, cosines[x, j]));
        }

        return
        [
            Share(i, n), Share(j, m), Math.Abs(Share(i, n) - Share(j, m)), before, after,
            Math.Max(Math.Max(before, after), Math.Max(At(i - 1, j + 1), At(i + 1, j - 1))), nearerB, here - bestB, nearerA, here - bestA,
        ];

        double At(int x, int y) => x < 0 || y < 0 || x >= n || y >= m ? 0 : cosines[x, y];
    }

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;

    /// <summary>-1 where there is nothing to cover: that is not the same as nothing covered.</summary>
    private static double Covered<T>(HashSet<T> a, HashSet<T> b) => a.Count == 0 ? -1 : (double)a.Count(b.Contains) / a.Count;

    private static double Yes(bool holds) => holds ? 1 : 0;

    /// <summary>How many words stand in both in the same order without a gap.</summary>
    private static int LongestRun(string[] a, string[] b)
    {
        var best = 0;
        var row = new int[b.Length + 1];
        foreach (var word in a)
        {
            for (var j = b.Length; j > 0; j--) best = Math.Max(best, row[j] = b[j - 1] == word ? row[j - 1] + 1 : 0);
        }

        return best;
    }
}
