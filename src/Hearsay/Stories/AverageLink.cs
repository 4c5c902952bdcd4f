using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>
/// Agglomerative clustering with average link (Sokal and Michener 1958): the two groups whose members are most alike on average are joined, again and
/// again, while that average is at least the threshold. Found by chains of nearest neighbours (Murtagh 1983), which give the same groups, since joining two
/// makes neither more like a third than the more alike of them was. Equals are settled by position, so that a fixed order of the items gives a fixed result.
/// Time and memory: the square of the items that pairs at the threshold or above hang together.
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
        if (constraints is not null) pairs = [.. pairs.Where(constraints.Counts)];
        var groupOf = Enumerable.Range(0, count).ToArray();
        foreach (var part in Parts(count, pairs, threshold))
            if (part.Items.Length > 1) Join(part.Items, part.Pairs, threshold, constraints, groupOf);
        return [.. Enumerable.Range(0, count).GroupBy(i => constraints is null ? groupOf[i] : constraints[i]).Select(g => g.ToImmutableArray())];
    }

    /// <summary>What hangs together by pairs that are alike enough, each part with all of its pairs.</summary>
    private static IEnumerable<(int[] Items, List<Likeness> Pairs)> Parts(int count, ImmutableArray<Likeness> pairs, double threshold)
    {
        var root = Enumerable.Range(0, count).ToArray();
        foreach (var pair in pairs)
        {
            if (pair.Value < threshold) continue;
            var (a, b) = (Root(pair.A), Root(pair.B));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }

        var pairsOf = new List<Likeness>?[count];
        foreach (var pair in pairs)
            if (Root(pair.A) is var at && at == Root(pair.B)) (pairsOf[at] ??= []).Add(pair);
        return Enumerable.Range(0, count).GroupBy(Root).Where(p => pairsOf[p.Key] is not null).Select(p => (p.ToArray(), pairsOf[p.Key]!));

        int Root(int item)
        {
            while (root[item] != item) item = root[item] = root[root[item]];
            return item;
        }
    }

    private static void Join(int[] items, List<Likeness> pairs, double threshold, ConstrainedSets? constraints, int[] groupOf)
    {
        // sums[a, b]: the likenesses between the members of a and b, added up; a merged group keeps the lower number
        var sums = new double[items.Length, items.Length];
        foreach (var (a, b, value) in pairs)
        {
            var (x, y) = (Array.BinarySearch(items, a), Array.BinarySearch(items, b));
            sums[x, y] = sums[y, x] = value;
        }

        var sizes = Enumerable.Repeat(1, items.Length).ToArray();
        var open = Enumerable.Range(0, items.Length).ToList();
        var chain = new Stack<int>();
        while (open.Count > 1)
        {
            if (!chain.TryPeek(out var last)) chain.Push(last = open[0]);
            chain.Pop();
            var before = chain.TryPeek(out var previous) ? previous : -1;
            var (nearest, average) = (-1, threshold);
            foreach (var other in open)
            {
                var value = sums[last, other] / (sizes[last] * (double)sizes[other]);
                if (other != last && (value > average || (value == average && (nearest < 0 || other == before)))) (nearest, average) = (other, value);
            }

            if (nearest < 0)
            {
                // nothing is like it, and nothing that comes of joining others will be
                open.Remove(last);
            }
            else if (nearest != before)
            {
                chain.Push(last);
                chain.Push(nearest);
            }
            else
            {
                chain.Pop();
                if (constraints?.TryJoin(items[last], items[nearest]) == false) sums[last, nearest] = sums[nearest, last] = double.NegativeInfinity;
                else Merge(Math.Min(last, nearest), Math.Max(last, nearest));
            }
        }

        void Merge(int into, int from)
        {
            foreach (var other in open) sums[into, other] = sums[other, into] = sums[into, other] + sums[from, other];
            sizes[into] += sizes[from];
            open.Remove(from);
            var (kept, gone) = (groupOf[items[into]], groupOf[items[from]]);
            foreach (var item in items)
                if (groupOf[item] == gone) groupOf[item] = kept;
        }
    }
}
