using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>
/// Agglomerative clustering with average link (Sokal and Michener 1958): the two groups whose members are most alike on average are joined, again and
/// again, while that average is at least the threshold. Equals are settled by position, so that a fixed order of the items gives a fixed result.
/// Time: pairs · log pairs.
/// </summary>
internal static class AverageLink
{
    /// <summary>
    /// Groups items 0 to <paramref name="count"/> - 1; each group in order, groups in order of their first item. A pair that is not given counts as
    /// 0. Groups that <paramref name="constraints"/> keep apart are not joined, and those that they hold together are given as one.
    /// </summary>
    public static ImmutableArray<ImmutableArray<int>> Group(
        int count, ImmutableArray<Likeness> pairs, double threshold, ConstrainedSets? constraints = null
    )
    {
        // sums[g][h]: the likenesses between the members of g and h, added up; a merged group keeps the lower number
        var sums = Enumerable.Range(0, count).Select(_ => new Dictionary<int, double>()).ToArray();
        var members = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToArray();
        var queue = new PriorityQueue<(int A, int B, double Average), (double, int, int)>();
        foreach (var (a, b, value) in pairs.Where(p => constraints?.Counts(p) != false)) Set(a, b, value);
        while (queue.TryDequeue(out var next, out _))
        {
            var (a, b, average) = next;
            // stale: one of the two has been joined or has grown since
            if (!sums[a].TryGetValue(b, out var sum) || sum / (members[a].Count * (double)members[b].Count) != average) continue;
            if (constraints?.TryJoin(a, b) != false) Join(a, b);
        }
        if (constraints is not null)
            return [.. Enumerable.Range(0, count).GroupBy(i => constraints[i]).Select(g => g.ToImmutableArray()).OrderBy(g => g[0])];
        return [.. members.Where(m => m.Count > 0).Select(m => m.Order().ToImmutableArray()).OrderBy(m => m[0])];

        void Set(int a, int b, double sum)
        {
            sums[a][b] = sums[b][a] = sum;
            var (low, high) = a < b ? (a, b) : (b, a);
            var average = sum / (members[a].Count * (double)members[b].Count);
            if (average >= threshold) queue.Enqueue((low, high, average), (-average, low, high));
        }

        void Join(int a, int b)
        {
            members[a].AddRange(members[b]);
            members[b].Clear();
            foreach (var (other, sum) in sums[b])
            {
                sums[other].Remove(b);
                if (other != a) sums[a][other] = sums[a].GetValueOrDefault(other) + sum;
            }
            sums[b].Clear();
            foreach (var (other, sum) in sums[a].ToArray()) Set(a, other, sum);
        }
    }
}
