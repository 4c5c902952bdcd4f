namespace Hearsay.Reconciliation;

/// <summary>
/// Groups items by the likeness of pairs, joining from the likeliest pair down where the mean over all pairs of two groups still reaches the threshold
/// (average link, Sokal and Michener 1958, greedy), so that one odd pair does not chain two groups.
/// </summary>
internal static class AverageLink
{
    /// <summary>The groups, each in ascending order, by their first item; <paramref name="unknown"/> is the likeness of a pair that is not among <paramref name="likeness"/>.</summary>
    public static List<List<int>> Group(int count, IReadOnlyDictionary<(int A, int B), double> likeness, double threshold, double unknown)
    {
        var groups = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToArray();
        var groupOf = Enumerable.Range(0, count).ToArray();
        double Between(int a, int b) => likeness.GetValueOrDefault(a < b ? (a, b) : (b, a), unknown);
        foreach (var (a, b) in likeness.Where(p => p.Value >= threshold).OrderByDescending(p => p.Value).ThenBy(p => p.Key.A).ThenBy(p => p.Key.B).Select(p => p.Key))
        {
            var (x, y) = (Math.Min(groupOf[a], groupOf[b]), Math.Max(groupOf[a], groupOf[b]));
            if (x == y || groups[x].Sum(i => groups[y].Sum(j => Between(i, j))) < threshold * groups[x].Count * groups[y].Count) continue;
            foreach (var i in groups[y]) groupOf[i] = x;
            groups[x].AddRange(groups[y]);
            groups[y].Clear();
        }

        foreach (var group in groups) group.Sort();
        return [.. groups.Where(g => g.Count > 0).OrderBy(g => g[0])];
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
