namespace Hearsay.Lab.Stories;

/// <summary>How well groups agree with the true ones.</summary>
internal readonly record struct ClusterScore(double BCubed, double Pairs)
{
    /// <summary>
    /// B³ F1 (Bagga and Baldwin 1998: precision and recall of the group that each item stands in, averaged over the items) and F1 over the pairs of
    /// items in one group. Both lists name the group of each item.
    /// </summary>
    public static ClusterScore Of<T>(IReadOnlyList<T> found, IReadOnlyList<string> truth)
        where T : notnull
    {
        double precision = 0, recall = 0, both = 0, inFound = 0, inTruth = 0;
        for (var i = 0; i < found.Count; i++)
        {
            double f = 0, t = 0, same = 0;
            for (var j = 0; j < found.Count; j++)
            {
                var (x, y) = (found[i].Equals(found[j]), truth[i] == truth[j]);
                if (x) f++;
                if (y) t++;
                if (x && y) same++;
            }
            precision += same / f;
            recall += same / t;
            both += same - 1;
            inFound += f - 1;
            inTruth += t - 1;
        }
        precision /= found.Count;
        recall /= found.Count;
        return new ClusterScore(2 * precision * recall / (precision + recall), inFound + inTruth == 0 ? 1 : 2 * both / (inFound + inTruth));
    }
}
