using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>Nouns for people, by what they do: name one person by a role, or count persons.</summary>
internal static class PersonNouns
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Sections = Load();

    private static readonly FrozenSet<string> RoleNouns = Sections["roles"].Concat(Sections["roles only"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Singulars = Counting
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Plurals = new[]
    {
        "people", "persons", "men", "women", "children", "police", "lives", "others", "folks", "souls", "servicemen", "servicewomen", "policemen",
        "firemen", "gunmen", "fishermen", "businessmen", "businesswomen", "congressmen", "militiamen", "crewmen", "airmen", "countrymen", "families'",
        "wives", "thieves", "clergy", "alumni",
    }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The singular nouns whose plural counts persons.</summary>
    public static IEnumerable<string> Counting => Sections["roles"].Concat(Sections["counts only"]);

    /// <summary>True for "mayor", "daughter": a singular noun that can stand for one person who has been named.</summary>
    public static bool IsRole(string lemma) => RoleNouns.Contains(lemma);

    /// <summary>True for "soldier", "soldiers", "people": a number of them is a number of persons.</summary>
    public static bool Counts(ReadOnlySpan<char> word) =>
        Plurals.Contains(word) || Singulars.Contains(word) || (word.Length > 3 && word[^1] is 's' or 'S' && (Singulars.Contains(word[..^1])
            || (word.EndsWith("ies", StringComparison.OrdinalIgnoreCase) && Singulars.Contains(string.Concat(word[..^3], "y")))
            || (word.EndsWith("es", StringComparison.OrdinalIgnoreCase) && Singulars.Contains(word[..^2]))));

    private static FrozenDictionary<string, ImmutableArray<string>> Load()
    {
        var sections = new Dictionary<string, ImmutableArray<string>.Builder>(StringComparer.Ordinal);
        var current = "";
        foreach (var line in DataFile.Lines("Language/Data/person-nouns.txt"))
        {
            if (line[0] == '[') sections[current = line.Trim('[', ']')] = ImmutableArray.CreateBuilder<string>();
            else sections[current].AddRange(line.Split(' ').Select(w => w.Replace('_', ' ')));
        }
        return sections.ToFrozenDictionary(s => s.Key, s => s.Value.ToImmutable(), StringComparer.Ordinal);
    }
}
