using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>Whether two names of speakers may be one: the words of one, titles aside, are among those of the other.</summary>
internal static class SpeakerNames
{
    private static readonly FrozenSet<string> Titles = DataFile
        .Lines("Reconciliation/Data/titles.txt")
        .SelectMany(l => l.Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of names met, as long as the names live: a story compares each with hundreds.</summary>
    private static readonly ConditionalWeakTable<string, HashSet<string>> Cores = [];

    /// <summary>True where both are known and one's words are among the other's.</summary>
    public static bool Same(string? a, string? b)
    {
        if (a is null || b is null) return false;
        var (x, y) = (Core(a), Core(b));
        return x.Count > 0 && y.Count > 0 && (x.IsSubsetOf(y) || y.IsSubsetOf(x));
    }

    /// <summary>True where some name of the one may be some name of the other.</summary>
    public static bool Meet(ImmutableArray<string> a, ImmutableArray<string> b) => a.Any(x => b.Any(y => Same(x, y)));

    /// <summary>True where both are known and cannot be one. A country speaks through people: who says it for the country is not another.</summary>
    public static bool Differ(ImmutableArray<string> a, ImmutableArray<string> b) =>
        a.Length > 0 && b.Length > 0 && !Meet(a, b) && a.Any(IsCountry) == b.Any(IsCountry);

    private static bool IsCountry(string name) => Gazetteer.CountryOf(name) is not null;

    private static HashSet<string> Core(string name) => Cores.GetValue(name, WordsOf);

    private static HashSet<string> WordsOf(string name)
    {
        var words = ReportText.WordsOf(name).Select(w => w.Form.EndsWith("'s", StringComparison.Ordinal) ? w.Form[..^2] : w.Form).ToArray();
        var core = words.Where(w => !Titles.Contains(w)).ToHashSet(StringComparer.Ordinal);
        return core.Count > 0 ? core : [.. words];
    }
}
