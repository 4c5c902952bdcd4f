namespace Hearsay.Reconciliation;

/// <summary>Groups of items that are joined two by two (union and find).</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    public int Of(int item)
    {
        while (parents[item] != item) item = parents[item] = parents[parents[item]];
        return item;
    }

    /// <summary>Joins the groups of the two; the smaller first item names the group.</summary>
    public void Join(int a, int b)
    {
        var (x, y) = (Of(a), Of(b));
        parents[Math.Max(x, y)] = Math.Min(x, y);
    }

    /// <summary>The groups, each in ascending order, by their first item.</summary>
    public IEnumerable<IReadOnlyList<int>> Groups() =>
        Enumerable.Range(0, parents.Length).GroupBy(Of).OrderBy(g => g.Key).Select(g => (IReadOnlyList<int>)[.. g]);
}
