using System.Collections.Frozen;

namespace Hearsay.Statements.Figures;

/// <summary>Words for what happens to persons: a bare number beside one of them counts persons ("12 were killed", "three dead").</summary>
internal static class Harm
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "kill", "killed", "dead", "die", "died", "injure", "injured", "wound", "wounded", "hurt", "arrest", "arrested", "detain", "detained",
        "missing", "evacuate", "evacuated", "rescue", "rescued", "hospitalize", "hospitalized",
        "hospitalise", "hospitalised", "displace", "displaced", "flee", "fled", "drown", "drowned", "trap", "trapped", "murder", "murdered",
        "execute", "executed", "infect", "infected", "homeless", "stranded", "imprison", "jail", "abduct", "abducted", "kidnap",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for "kill", "injured", "dead" ...</summary>
    public static bool Is(string? word) => word is not null && Words.Contains(word);
}
