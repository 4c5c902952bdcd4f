namespace Hearsay.Reconciliation;

/// <summary>
/// Groups items by the likeness of pairs, joining from the likeliest pair down where the mean over all pairs of two groups still reaches the
/// threshold (average link, Sokal and Michener 1958, greedy), so that one odd pair does not chain two groups.
/// </summary>
internal static class AverageLink
{
    /// <summary>
    /// The groups, each in ascending order, by their first item; <paramref name="unknown"/> is the likeness of a pair that is not among
    /// <paramref name="likeness"/>.
    /// </summary>
    public static List<List<int>> Group(int count, IReadOnlyDictionary<(int A, int B), double> likeness, double threshold, double unknown)
    {
        var links = likeness.OrderByDescending(p => p.Value).ThenBy(p => p.Key.A).ThenBy(p => p.Key.B).ToArray();
        var members = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToArray();
        var groupOf = Enumerable.Range(0, count).ToArray();
        var sums = Sums(count, links);
        foreach (var ((a, b), value) in links)
        {
            if (value < threshold) break;
            var (x, y) = (groupOf[a], groupOf[b]);
            if (x == y || Mean(sums[x][y], members[x].Count * members[y].Count, unknown) < threshold) continue;
            if (sums[x].Count + members[x].Count < sums[y].Count + members[y].Count) (x, y) = (y, x);
            foreach (var i in members[y]) groupOf[i] = x;
            members[x].AddRange(members[y]);
            members[y].Clear();
            Merge(sums, x, y);
        }

        foreach (var group in members) group.Sort();
        return [.. members.Where(g => g.Count > 0).OrderBy(g => g[0])];
    }

    private static double Mean((double Sum, int Known) between, int all, double unknown) => (between.Sum + (unknown * (all - between.Known))) / all;

    /// <summary>
    /// Per group the sum of likeness and the number of known pairs with each other group, kept up to date so that no pair is looked at twice.
    /// </summary>
    private static Dictionary<int, (double Sum, int Known)>[] Sums(int count, KeyValuePair<(int A, int B), double>[] links)
    {
        var sums = Enumerable.Range(0, count).Select(_ => new Dictionary<int, (double Sum, int Known)>()).ToArray();
        foreach (var ((a, b), value) in links) sums[a][b] = sums[b][a] = (value, 1);
        return sums;
    }

    private static void Merge(Dictionary<int, (double Sum, int Known)>[] sums, int into, int from)
    {
        foreach (var (other, between) in sums[from])
        {
            sums[other].Remove(from);
            if (other == into) continue;
            var (sum, known) = sums[into].GetValueOrDefault(other);
            sums[into][other] = sums[other][into] = (sum + between.Sum, known + between.Known);
        }

        sums[from].Clear();
    }

    /// <summary>All pairs that meet in a key; keys that more than <paramref name="most"/> items have tell nothing and are passed over.</summary>
    public static HashSet<(int A, int B)> Pairs(IReadOnlyList<IEnumerable<string>> keys, int most)
    {
        var index = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            foreach (var key in keys[i].Distinct(StringComparer.Ordinal))
            {
                if (!index.TryGetValue(key, out var list)) index[key] = list = [];
                if (list.Count <= most) list.Add(i);
            }
        }

        return [.. index.Values.Where(l => l.Count <= most).SelectMany(l => l.SelectMany((a, n) => l.Skip(n + 1).Select(b => (a, b))))];
    }
}
