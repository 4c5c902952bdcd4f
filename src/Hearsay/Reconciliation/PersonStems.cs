using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Reconciliation;

/// <summary>Stems of nouns for people: "people" may be any of them, and two different ones are not each other.</summary>
internal static class PersonStems
{
    private static readonly FrozenSet<string> Nouns = PersonNouns
        .Counting.Concat(["people", "police", "children", "men", "women", "families", "crew", "casualties"])
        .Select(Stems.Of)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stem of "people".</summary>
    public static string Anyone { get; } = Stems.Of("people");

    /// <summary>True for adjectives used as nouns ("the wounded"), which have no plural.</summary>
    public static bool IsMass(string word) => word is "dead" or "injured" or "wounded" or "missing" or "homeless" or "displaced" or "unemployed";

    public static bool Contains(string stem) => Nouns.Contains(stem);
}
