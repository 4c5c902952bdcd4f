using System.Collections.Frozen;
using Hearsay.Language;

namespace Hearsay.Stories;

/// <summary>
/// An office as words tell it: its noun ("ambassador"), and all its telling words ("harbour", "norland", "deputy"), countries by one name, words for
/// one thing by one of them.
/// </summary>
internal sealed record Office(string Noun, FrozenSet<string> Words)
{
    /// <summary>With so many telling words even an indefinite phrase tells one office ("a Norland harbour board director").</summary>
    private const int Telling = 4;

    private static readonly FrozenSet<string> Light = "the of 's ' ’s ’ to for and its his her their our current acting new a an"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Under = "deputy vice assistant former ex acting".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Ends = "at in on who that which from with near by".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Common =
        "spokesman spokeswoman spokesperson official officer man woman lawyer witness resident member minister"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The office of a definite phrase ("the Norland envoy", "Norland's president"); null for an indefinite one and for what is no office.
    /// </summary>
    public static Office? Called(string phrase)
    {
        var words = phrase.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts).TakeWhile(w => w != ",").ToList();
        if (words.Count is 0 or > 14 || words[0] is "some" or "one" or "another" or "any") return null;
        var office = Of(words);
        if (office is null || office.Words.Count == 1 && Common.Contains(office.Noun)) return null;
        return words[0] is "a" or "an" && office.Words.Count < Telling ? null : office;
    }

    /// <summary>The office that the words tell; null where none of them is a noun for a person in office.</summary>
    public static Office? Of(IReadOnlyList<string> words)
    {
        var told = new List<string>();
        foreach (var word in words)
        {
            if (told.Count > 0 && Ends.Contains(word)) break;
            if (word is "," or ";" or "(") break;
            told.Add(word);
        }
        // "founder and director": the first of two offices tells enough
        if (told.LastIndexOf("and") is > 0 and var and && told[..and].Exists(PersonNouns.IsRole) && told[(and + 1)..].Exists(PersonNouns.IsRole))
            told.RemoveRange(and, told.Count - and);
        var head = told.FindIndex(w => w is "of" or "for" or "to");
        var noun = (head < 0 ? told : told[..head]).FindLast(w => w.Length > 0 && !Light.Contains(w) && PersonNouns.IsRole(w));
        return noun is null ? null : new Office(One(noun), Told(told));
    }

    /// <summary>
    /// True where the holder of this office can be called so: all that is told is true of it, and a deputy is not called by the office itself.
    /// </summary>
    public bool Answers(Office called)
    {
        if (Noun != called.Noun && !MeansTheSame(called) || !called.Words.Except([called.Noun]).All(Words.Contains)) return false;
        return !Words.Any(w =>
            Under.Contains(w)
            && !called.Words.Contains(w)
            && !(w is "deputy" or "vice" or "assistant" && called.Noun is "envoy" or "representative" or "diplomat")
        );
    }

    /// <summary>True for two nouns of one meaning; "head" and "president" only where the body is told by two words or more.</summary>
    private bool MeansTheSame(Office called)
    {
        var both = Thesaurus.Of(Noun) & Thesaurus.Of(called.Noun);
        return (both & WordSet.Envoy) != 0 || (both & WordSet.Leader) != 0 && called.Words.Count > 2;
    }

    private static FrozenSet<string> Told(List<string> words)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (Light.Contains(words[i])) continue;
            if (i + 1 < words.Count && CountryOf(words[i] + " " + words[i + 1]) is { } two) { told.Add(two); i++; }
            else if (words[i] == "united" && i + 1 < words.Count && words[i + 1] == "nations") { told.Add("un"); i++; }
            else if (words[i] == "chief" && i + 1 < words.Count && words[i + 1] == "executive") { told.Add("ceo"); i++; }
            else told.Add(CountryOf(words[i]) ?? One(words[i]));
        }
        return told.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The country of a name, a nationality or a short form, in lower case.</summary>
    private static string? CountryOf(string words)
    {
        var capital = string.Join(
            ' ',
            words
                .Split(' ')
                .Select(w =>
                    w.Length is 2 ? w.ToUpperInvariant()
                    : w.Length == 0 ? w
                    : char.ToUpperInvariant(w[0]) + w[1..]
                )
        );
        return Gazetteer.CountryOf(capital)?.Name.ToLowerInvariant();
    }

    private static string One(string word) => word switch
    {
        "co-founder" or "cofounder" => "founder",
        "defense" => "defence",
        "u.n." or "u.n" => "un",
        "organisation" => "organization",
        "labour" => "labor",
        _ => word,
    };

    /// <summary>A word in lower case, its possessive ending apart, "U.S." without points.</summary>
    internal static IEnumerable<string> Parts(string word)
    {
        var plain = word.Replace('’', '\'').ToLowerInvariant();
        var comma = plain.EndsWith(',') || plain.EndsWith(';');
        plain = plain.TrimEnd(',', ';');
        if (plain.EndsWith("'s", StringComparison.Ordinal)) plain = plain[..^2];
        else if (plain.EndsWith('\'')) plain = plain[..^1];
        if (plain.Contains('.', StringComparison.Ordinal) && plain.Length <= 5) plain = plain.Replace(".", "", StringComparison.Ordinal);
        yield return plain;
        if (comma) yield return ",";
    }
}
