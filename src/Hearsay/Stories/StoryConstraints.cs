using System.Collections.Immutable;

namespace Hearsay.Stories;

// In: what people said of which reports: these are one story, these never are. Out: the same for any two reports, with all that follows from it.
// Method: reports that are together form sets, with whatever these are together with; that two reports are apart holds for their whole sets. Grouping
// may join two groups only where no set of the one is apart from a set of the other, and at its end the groups that hold parts of one set are one
// story. The likeness of two groups is that of what joined by likeness alone, so that what a person brought in keeps nothing out of a story; the words
// of a report that a person placed count for nothing, so that what is like it is not drawn to where it stands.
// Source: must-link and cannot-link constraints (Wagstaff, Cardie, Rogers and Schroedl 2001).
// Limits: where both are said of the same reports, they are together.

/// <summary>Which reports must be in one story, and which must not, whatever their words say (must-link and cannot-link).</summary>
public sealed class StoryConstraints
{
    private readonly Dictionary<string, int> setOf = new(StringComparer.Ordinal);
    private readonly List<List<string>> members = [];
    private readonly HashSet<(int, int)> apart = [];
    private readonly HashSet<string> placed;

    /// <param name="together">Reports that are one story, by their ids.</param>
    /// <param name="apart">Reports none of which is ever in a story with any of the others.</param>
    /// <param name="placed">Reports that are where those are that they are together with, whatever their words are like; null for none.</param>
    public StoryConstraints(
        IEnumerable<ImmutableArray<string>> together,
        IEnumerable<(ImmutableArray<string> Some, ImmutableArray<string> Others)> apart,
        IEnumerable<string>? placed = null
    )
    {
        this.placed = new HashSet<string>(placed ?? [], StringComparer.Ordinal);
        foreach (var reports in together) Join(reports);
        foreach (var (some, others) in apart)
        {
            foreach (var one in some)
                foreach (var other in others) this.apart.Add(Pair(SetOf(one), SetOf(other)));
        }
    }

    /// <summary>Nobody said anything.</summary>
    public static StoryConstraints None { get; } = new([], []);

    /// <summary>True where some reports are to be both together and apart.</summary>
    public bool IsContradictory => apart.Any(p => p.Item1 == p.Item2);

    /// <summary>True where something is said of this report.</summary>
    public bool Concern(string reportId) => setOf.ContainsKey(reportId);

    /// <summary>The reports that are in one story with this one, itself among them.</summary>
    public IEnumerable<string> With(string reportId) => setOf.TryGetValue(reportId, out var set) ? members[set] : [reportId];

    /// <summary>True where these two are never in one story.</summary>
    public bool AreApart(string one, string other) =>
        setOf.TryGetValue(one, out var a) && setOf.TryGetValue(other, out var b) && apart.Contains(Pair(a, b));

    /// <summary>The constraints on a batch of reports, by their places in it; null where there are none.</summary>
    internal ConstrainedSets? On(ImmutableArray<string> reportIds)
    {
        // a report of which nothing is said is a set of its own, below those that are numbered
        int[] sets = [.. reportIds.Select((id, i) => setOf.GetValueOrDefault(id, -1 - i))];
        return Array.Exists(sets, s => s >= 0) ? new ConstrainedSets(sets, apart, [.. reportIds.Select(placed.Contains)]) : null;
    }

    internal static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);

    private void Join(ImmutableArray<string> reports)
    {
        foreach (var report in reports)
        {
            var (into, from) = (SetOf(reports[0]), SetOf(report));
            if (into == from) continue;
            foreach (var id in members[from]) setOf[id] = into;
            members[into].AddRange(members[from]);
            members[from].Clear();
        }
    }

    private int SetOf(string reportId)
    {
        if (setOf.TryGetValue(reportId, out var set)) return set;
        members.Add([reportId]);
        return setOf[reportId] = members.Count - 1;
    }
}

/// <summary>Items of a batch in sets that grow as groups join, and which sets may never be one.</summary>
internal sealed class ConstrainedSets(int[] setOf, IEnumerable<(int, int)> apart, ImmutableArray<bool> placed)
{
    private readonly HashSet<(int, int)> apart = [.. apart];

    /// <summary>The set of an item: items of one set are one story.</summary>
    public int this[int item] => setOf[item];

    /// <summary>Whether it counts how alike two items are.</summary>
    public bool Counts(Likeness pair) => !placed[pair.A] && !placed[pair.B];

    /// <summary>Makes one set of those of two items; false where they are to stay apart.</summary>
    public bool TryJoin(int a, int b)
    {
        var (into, from) = (setOf[a], setOf[b]);
        if (into == from) return true;
        if (apart.Contains(StoryConstraints.Pair(into, from))) return false;
        for (var i = 0; i < setOf.Length; i++)
        {
            if (setOf[i] == from) setOf[i] = into;
        }

        foreach (var (x, y) in apart.Where(p => p.Item1 == from || p.Item2 == from).ToList())
        {
            apart.Remove((x, y));
            apart.Add(StoryConstraints.Pair(into, x == from ? y : x));
        }

        return true;
    }
}
