using System.Collections.Frozen;
using Hearsay.Statements.Attributions;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>Nouns that count persons.</summary>
internal static class PersonNouns
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Singulars =
        DataFile.Lines("Statements/Data/person-nouns.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Plurals =
        new[] { "people", "persons", "men", "women", "children", "police", "lives", "others", "folks", "souls", "servicemen", "servicewomen", "policemen", "firemen", "gunmen", "fishermen", "businessmen", "businesswomen", "congressmen", "militiamen", "crewmen", "airmen", "countrymen", "families'", "wives", "thieves", "clergy" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for "soldier", "soldiers", "people".</summary>
    public static bool Is(ReadOnlySpan<char> word) =>
        Plurals.Contains(word) || Singulars.Contains(word) || (word.Length > 3 && word[^1] is 's' or 'S' && (Singulars.Contains(word[..^1])
            || (word.EndsWith("ies", StringComparison.OrdinalIgnoreCase) && Singulars.Contains(string.Concat(word[..^3], "y")))
            || (word.EndsWith("es", StringComparison.OrdinalIgnoreCase) && Singulars.Contains(word[..^2]))));
}
