using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>What may follow an abbreviation's full stop.</summary>
internal enum AbbreviationKind : byte
{
    None, Title, Number, Month, Day, Any, State, Initials, Company,
}

/// <summary>Which words are abbreviations, by the list in Data/abbreviations.txt and by their form ("U.S.", "J.").</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, AbbreviationKind> Known = Load();
    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>The kind of <paramref name="word"/>, given without its last full stop; None where it is no abbreviation.</summary>
    public static AbbreviationKind Of(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 12) return AbbreviationKind.None;
        if (IsInitials(word)) return AbbreviationKind.Initials;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Lookup.TryGetValue(lower, out var kind) ? kind : AbbreviationKind.None;
    }

    /// <summary>True for "J", "U.S", "a.m": single letters with full stops between.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length == 1) return char.IsUpper(word[0]);
        if ((word.Length & 1) == 0) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if ((i & 1) == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        }

        return true;
    }

    private static FrozenDictionary<string, AbbreviationKind> Load()
    {
        var all = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("Language/Data/abbreviations.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var kind = Enum.Parse<AbbreviationKind>(line[..colon], ignoreCase: true);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) all.TryAdd(word, kind);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
