using System.Collections.Immutable;

namespace Hearsay.Reconciliation.Sameness;

/// <summary>How likely another sentence shares a statement with one, and how likely it states all that matters of it; from 0 to 1.</summary>
internal readonly record struct Judgement(int Other, double Sharing, double Carrying);

/// <summary>
/// Every sentence of a story, and which sentences of other reports say the same. Sentences that have next to no word in common are not compared.
/// </summary>
internal sealed class Judgements
{
    /// <summary>A lower cosine than this is never the same statement, so far as words can tell.</summary>
    public const double LeastCosine = 0.1;

    /// <summary>So many sentences of another report are compared with one: what is said once is seldom said five times.</summary>
    private const int Nearest = 4;

    private readonly ImmutableArray<ImmutableArray<Judgement>> judged;

    public Judgements(StoryText story, SameJudge judge)
    {
        var found = new List<Judgement>[story.Reports.Sum(r => r.Sentences.Length)];
        for (var i = 0; i < found.Length; i++) found[i] = [];
        var (sentences, first) = (Senses(story), Firsts(story));
        foreach (var (a, b, features) in Pairs(sentences))
        {
            var carrying = a.MayBeCarriedBy(b) ? judge.Carrying.Probability(features) : 0;
            found[first[a.Report.Order] + a.Index].Add(new Judgement(first[b.Report.Order] + b.Index, judge.Sharing.Probability(features), carrying));
        }

        Sentences = [.. sentences.SelectMany(r => r)];
        judged = [.. found.Select(f => f.OrderBy(j => j.Other).ToImmutableArray())];
    }

    /// <summary>In the order of the reports and their text.</summary>
    public ImmutableArray<SentenceSense> Sentences { get; }

    /// <summary>What was judged of the sentence with every sentence of another report that comes near it.</summary>
    public ImmutableArray<Judgement> Of(int sentence) => judged[sentence];

    /// <summary>All sentences by report.</summary>
    public static SentenceSense[][] Senses(StoryText story)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. story.Reports.Select(r => Enumerable.Range(0, r.Sentences.Length).Select(i => new SentenceSense(story, r, i, ids)).ToArray())];
    }

    /// <summary>
    /// Every two sentences of different reports, in both directions, that come near enough to be compared, with their features: of each report only
    /// the few that come nearest to a sentence of the other.
    /// </summary>
    public static IEnumerable<(SentenceSense A, SentenceSense B, double[] Features)> Pairs(SentenceSense[][] reports)
    {
        for (var r = 0; r < reports.Length; r++)
        {
            for (var s = r + 1; s < reports.Length; s++)
            {
                var cosines = Cosines(reports[r], reports[s]);
                var turned = Turned(cosines);
                foreach (var (i, j) in Near(cosines).Concat(Near(turned).Select(p => (p.J, p.I))).Distinct().Order())
                {
                    var (a, b) = (reports[r][i], reports[s][j]);
                    yield return (a, b, PairFeatures.Of(a, b, cosines, reports.Length));
                    yield return (b, a, PairFeatures.Of(b, a, turned, reports.Length));
                }
            }
        }
    }

    private static double[,] Cosines(SentenceSense[] one, SentenceSense[] two)
    {
        var cosines = new double[one.Length, two.Length];
        foreach (var a in one)
        {
            foreach (var b in two) cosines[a.Index, b.Index] = a.Cosine(b);
        }

        return cosines;
    }

    private static double[,] Turned(double[,] cosines)
    {
        var turned = new double[cosines.GetLength(1), cosines.GetLength(0)];
        for (var i = 0; i < cosines.GetLength(0); i++)
        {
            for (var j = 0; j < cosines.GetLength(1); j++) turned[j, i] = cosines[i, j];
        }

        return turned;
    }

    /// <summary>For each row the columns that come nearest.</summary>
    private static IEnumerable<(int I, int J)> Near(double[,] cosines)
    {
        var columns = Enumerable.Range(0, cosines.GetLength(1)).ToArray();
        for (var i = 0; i < cosines.GetLength(0); i++)
        {
            var row = i;
            foreach (var j in columns.Where(j => cosines[row, j] >= LeastCosine).OrderByDescending(j => cosines[row, j]).ThenBy(j => j).Take(Nearest))
                yield return (row, j);
        }
    }

    private static int[] Firsts(StoryText story)
    {
        var first = new int[story.Reports.Length];
        for (var r = 1; r < first.Length; r++) first[r] = first[r - 1] + story.Reports[r - 1].Sentences.Length;
        return first;
    }
}
