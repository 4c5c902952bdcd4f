namespace Hearsay.Reconciliation.Sameness;

/// <summary>
/// Two sentences of two reports by the form of their words: what they have in common, how alike their neighbours are, and whether any other sentence of
/// either report comes nearer. A sentence of no report of the story (a claim in other words) has none of it.
/// </summary>
internal sealed class SentencePairs
{
    private const int Features = 26;

    private readonly Lazy<Tables> tables;

    public SentencePairs(StoryText story) => tables = new Lazy<Tables>(() => new Tables(story));

    /// <summary>The features of a stretch's sentence with another report's; they are not the same the other way round.</summary>
    public IEnumerable<double> Of(Stretch a, Stretch b)
    {
        if (a.Report.Order < 0) return Enumerable.Repeat(-2.0, Features);
        var (words, table) = (tables.Value.Words, tables.Value.Cosines[(a.Report.Order, b.Report.Order)]);
        return [.. Words(words[a.Report.Order][a.Sentence], words[b.Report.Order][b.Sentence], table[a.Sentence, b.Sentence]), .. Surroundings(a.Sentence, b.Sentence, table)];
    }

    /// <summary>Made when the first pair of sentences of the story is asked for: a claim in other words asks for none.</summary>
    private sealed class Tables
    {
        public Tables(StoryText story)
        {
            var ids = new Dictionary<string, int>(StringComparer.Ordinal);
            Words = [.. story.Reports.Select(r => Enumerable.Range(0, r.Sentences.Length).Select(i => new SentenceWords(story, r, i, ids)).ToArray())];
            for (var r = 0; r < Words.Length; r++)
            {
                for (var s = 0; s < Words.Length; s++) Cosines[(r, s)] = r <= s ? SentencePairs.Cosines(Words[r], Words[s]) : Turned(Cosines[(s, r)]);
            }
        }

        public SentenceWords[][] Words { get; }

        public Dictionary<(int, int), double[,]> Cosines { get; } = [];
    }

    private static IEnumerable<double> Words(SentenceWords a, SentenceWords b, double cosine)
    {
        double squares = 0, missing = 0, second = 0, extra = 0, allOfB = 0;
        var shared = 0;
        foreach (var (stem, weight) in a.Weights)
        {
            if (b.Weights.ContainsKey(stem)) (squares, shared) = (squares + (weight * weight), shared + 1);
            else if (weight > missing) (missing, second) = (weight, missing);
            else second = Math.Max(second, weight);
        }

        foreach (var (stem, weight) in b.Weights)
        {
            allOfB += weight;
            if (!a.Weights.ContainsKey(stem)) extra = Math.Max(extra, weight);
        }

        return
        [
            cosine, Share(squares, a.Squares), Share(squares, b.Squares), Share(2 * squares, a.Squares + b.Squares),
            Share(shared, a.Weights.Count + b.Weights.Count - shared), missing, second, extra, allOfB, Covered(a.Pairs, b.Pairs), Covered(b.Pairs, a.Pairs),
            Covered(a.Verbs, b.Verbs), Covered(b.Verbs, a.Verbs), Covered(a.Nouns, b.Nouns), Covered(b.Nouns, a.Nouns), Covered(a.Names, b.Names),
            Covered(b.Names, a.Names),
        ];
    }

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
            Share(i, n), Math.Abs(Share(i, n) - Share(j, m)), before, after, Math.Max(Math.Max(before, after), Math.Max(At(i - 1, j + 1), At(i + 1, j - 1))),
            nearerB, here - bestB, nearerA, here - bestA,
        ];

        double At(int x, int y) => x < 0 || y < 0 || x >= n || y >= m ? 0 : cosines[x, y];
    }

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;

    /// <summary>-1 where there is nothing to cover: that is not the same as nothing covered.</summary>
    private static double Covered<T>(HashSet<T> a, HashSet<T> b) => a.Count == 0 ? -1 : (double)a.Count(b.Contains) / a.Count;

    private static double[,] Cosines(SentenceWords[] one, SentenceWords[] two)
    {
        var table = new double[one.Length, two.Length];
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = 0; j < two.Length; j++) table[i, j] = one[i].Cosine(two[j]);
        }

        return table;
    }

    private static double[,] Turned(double[,] table)
    {
        var turned = new double[table.GetLength(1), table.GetLength(0)];
        for (var i = 0; i < table.GetLength(0); i++)
        {
            for (var j = 0; j < table.GetLength(1); j++) turned[j, i] = table[i, j];
        }

        return turned;
    }
}
