using System.Collections.Immutable;

namespace Hearsay.Copies;

/// <summary>Reports (by position) in groups that grow together; two groups that stand for two agencies never do.</summary>
internal sealed class OriginGroups(ImmutableArray<ImmutableArray<string>> agencies)
{
    private readonly int[] group = [.. Enumerable.Range(0, agencies.Length)];

    /// <summary>The agency of each group that has a report crediting one agency alone.</summary>
    private readonly string?[] agency = [.. agencies.Select(a => a is [var only] ? only : null)];

    /// <summary>The groups in the order of their first report.</summary>
    public IEnumerable<ImmutableArray<int>> Members => group.Index().GroupBy(g => g.Item, g => g.Index).Select(g => g.ToImmutableArray());

    /// <summary>The agency of a report's group, null where it is open.</summary>
    public string? AgencyOf(int report) => agency[group[report]];

    /// <summary>The first report of the group of an agency; null where there is none.</summary>
    public int? FirstOf(string name) => Array.FindIndex(group, g => agency[g] == name) is >= 0 and var at ? at : null;

    /// <summary>Joins the groups of two reports, unless they stand for two agencies.</summary>
    public void Join(int a, int b)
    {
        if (AgencyOf(a) is { } x && AgencyOf(b) is { } y && x != y) return;
        var (keep, drop) = (Math.Min(group[a], group[b]), Math.Max(group[a], group[b]));
        agency[keep] ??= agency[drop];
        for (var i = 0; i < group.Length; i++)
            if (group[i] == drop) group[i] = keep;
    }
}
