using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// What the words of a report say of a speaker's office, and of whom the office is: "spokeswoman for the harbour board", the harbour board.
/// </summary>
internal static class SpeakerRole
{
    private static readonly HashSet<string> Kinds =
    [
        .. "department ministry university college school party council agency authority company bank court union group office police army navy force forces commission committee association institute center centre board bureau service administration campaign parliament senate government hospital club church federation foundation fund network coalition command brigade".Split(
            ' '
        ),
    ];

    /// <summary>
    /// The role of a named speaker as the report gives it, else the source itself where it is one person by his role ("a spokesman for the port");
    /// null where the text gives none.
    /// </summary>
    public static string? Of(Words words, Draft draft, string? speaker, string? known)
    {
        if (speaker is null || known is not null) return known;
        if (
            draft.Source is not { } source
            || !char.IsLower(speaker[0])
            || words[source.Last].EndsWith('s')
                && !speaker.Contains(" for ", StringComparison.Ordinal)
                && !speaker.Contains(" of ", StringComparison.Ordinal)
        )
            return null;
        return
            speaker.Split(' ').TakeWhile(w => w is not ("for" or "of" or "at" or "with" or "in" or "who")).LastOrDefault() is { } noun
            && PersonNouns.IsRole(noun)
            ? speaker
            : null;
    }

    /// <summary>The body or country that the role belongs to; null where the role names none.</summary>
    public static string? Affiliation(string? role)
    {
        if (role is null) return null;
        var words = role.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(w => w is "a" or "an" or "A" or "An" or "the" or "The")
            .ToArray();
        if (words.Length == 0) return null;
        return BodyBehind(words) ?? BodyBefore(words);
    }

    /// <summary>The body behind "for", "of", "at" or "with"; null where a field stands there ("Secretary of State").</summary>
    private static string? BodyBehind(string[] words)
    {
        var at = Array.FindIndex(words, 1 < words.Length ? 1 : 0, w => w is "for" or "of" or "at" or "with");
        if (at <= 0 || at >= words.Length - 1) return null;
        var rest = words[(at + 1)..]
            .TakeWhile(w => w is not ("in" or "who" or "that" or "which"))
            .SkipWhile(w => w is "the" or "a" or "an")
            .Select(w => w.TrimEnd(','))
            .ToArray();
        var isBody = rest.Length > 0 && (words[at] != "of" || IsNameOfBody(rest[0]) || Kinds.Contains(rest[^1].ToLowerInvariant()));
        return isBody ? string.Join(' ', rest) : null;
    }

    private static bool IsNameOfBody(string word) => word.Length > 0 && char.IsUpper(word[0]) && word is not ("State" or "Staff" or "Defense" or "Defence");

    /// <summary>The body to which the role belongs ("the board's head"), or whose name begins it ("Harbour Board spokesman").</summary>
    private static string? BodyBefore(string[] words)
    {
        var owner = Array.FindIndex(words, w => w.EndsWith("'s", StringComparison.Ordinal) || w.EndsWith("’s", StringComparison.Ordinal));
        if (owner >= 0) return Name([.. words[..owner].SkipWhile(w => w is "the"), words[owner][..^2]]);
        var name = Name([
            .. words
                .SkipWhile(w => w is "the" or "The" or "former" or "Former")
                .TakeWhile(w =>
                    w.Length > 0 && char.IsUpper(w[0]) && !NameRuns.IsTitle(w.ToLowerInvariant())
                    || Gazetteer.CountryOf(w.Replace(".", "", StringComparison.Ordinal)) is not null
                )
                .Where(w => !PersonNouns.IsRole(w.ToLowerInvariant())),
        ]);
        return name is not null && IsPortfolio(words[^1].ToLowerInvariant()) && Gazetteer.CountryOf(name) is null ? null : name;
    }

    /// <summary>Offices of state, whose first word is a field ("Harbour Minister"), not a body.</summary>
    private static bool IsPortfolio(string noun) =>
        noun
            is "minister"
                or "secretary"
                or "commissioner"
                or "mayor"
                or "judge"
                or "chief"
                or "officer"
                or "commander"
                or "general"
                or "governor"
                or "senator"
                or "king"
                or "queen";

    private static string? Name(string[] words)
    {
        if (words.Length == 0) return null;
        var name = string.Join(' ', words);
        return (Gazetteer.CountryOf(name) ?? Gazetteer.CountryOf(name.Replace(".", "", StringComparison.Ordinal)))?.Name ?? name;
    }
}
