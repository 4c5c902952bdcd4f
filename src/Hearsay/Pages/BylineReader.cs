using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>The authors that a byline names: people, and apart from them agencies.</summary>
internal readonly record struct Byline(ImmutableArray<string> People, ImmutableArray<string> Agencies);

/// <summary>
/// Byline in, names out: "By Ann Lee and Bo Rask, Associated Press", "BO RASK | Press Association", "Ann Lee, The Associated Press", "Von Jörg Abel und Ilse Vander".
/// </summary>
internal static partial class BylineReader
{
    // "アレクサンドラ·イワノワ"
    private const int LongestUnspaced = 14;

    /// <summary>True where the line as a whole says who wrote the report.</summary>
    public static bool IsByline(string line)
    {
        if (line.Length is < 3 or > 160 || line[^1] is '.' or '?' or '!' or ':' && !line.EndsWith("Jr.", StringComparison.Ordinal)) return false;
        var by = Opening().Match(line);
        var names = Split(by.Success ? line[by.Length..] : line);
        if (names.Length == 0) return false;
        if (by.Success) return names[0] is var first && (LooksLikeName(first) || Agencies.Of(first) is not null);
        return names.Length is 1 or 2
            && Agencies.Of(names[^1]) is not null
            && (
                names.Length == 1
                    ? !line.Contains(' ', StringComparison.Ordinal) || line.Contains("Press", StringComparison.Ordinal)
                    : LooksLikeName(names[0])
            );
    }

    /// <summary>The names of a byline; what is neither a person's nor an agency's name (a post, a place, a time) is left out.</summary>
    public static Byline Read(string line)
    {
        var undated = DateMentions.In(line).Reverse().Aggregate(line, (rest, m) => rest[..m.Span.Start] + "|" + rest[m.Span.End..]);
        var names = Split(Opening().Replace(undated, ""));
        if (OpeningAbroad().Match(names.FirstOrDefault("")) is { Success: true } opening && LooksLikeName(names[0][opening.Length..])) names[0] = names[0][opening.Length..];
        var agencies = names.Select(Agencies.Of).OfType<string>().Distinct();
        var people = names.Where(n => Agencies.Of(n) is null && LooksLikeName(n)).Select(Cased).Distinct(StringComparer.Ordinal);
        return new Byline([.. people], [.. agencies]);
    }

    /// <summary>Whom a biography is of: the name that it opens with, or null.</summary>
    public static string? OfBiography(string line) =>
        Subject().Match(line) is { Success: true } match && LooksLikeName(match.Groups[1].Value) ? match.Groups[1].Value : null;

    private static string[] Split(string names) =>
        [.. Separator().Split(Seat().Replace(names, "")).Select(n => n.Trim(' ', ',', '.', ';', '|', '-', '–', '—')).Where(n => n.Length > 0)];

    /// <summary>Arabic and Hindi letters, Chinese ones: nothing sets off a name.</summary>
    private static bool IsWithoutCase(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;

    /// <summary>Two to five words, each capitalised or a particle, no digit, no word of trades and posts.</summary>
    private static bool LooksLikeName(string text)
    {
        var words = text.Split(' ');
        if (words.Length == 1 && text.Length is >= 2 and <= LongestUnspaced && text.All(c => UnspacedScript.Has(c) || c == '·')) return true;
        return words.Length is >= 2 and <= 5 && words[0] is not ("The" or "THE") && !Post().IsMatch(text)
            && words.All(w =>
                w.Length > 0
                && (
                    char.IsUpper(w[0]) || IsWithoutCase(w[0])
                    || w
                        is "de"
                            or "da"
                            or "di"
                            or "del"
                            or "der"
                            or "den"
                            or "van"
                            or "von"
                            or "bin"
                            or "al"
                            or "el"
                            or "la"
                            or "le"
                            or "ten"
                            or "ter"
                            or "dos"
                )
                && !w.Any(char.IsDigit)
            );
    }

    /// <summary>Names set in capitals are given as they are written elsewhere.</summary>
    private static string Cased(string name) =>
        name.Any(char.IsLower)
            ? name
            : string.Join(
                ' ',
                name.Split(' ')
                    .Select(w =>
                        w.Length <= 2 && w.Contains('.', StringComparison.Ordinal)
                            ? w
                            : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(w.ToLowerInvariant())
                    )
            );

    [GeneratedRegex(@"^(?:By|BY|Written by|Story by|Reported by|Words by|From|by)(?: |: ?)(?=[A-Z])")]
    private static partial Regex Opening();

    // "Von" and "Door" may also be how a name begins
    [GeneratedRegex(@"^(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]oor|DOOR) ")]
    private static partial Regex OpeningAbroad();

    [GeneratedRegex(@"^([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? (?:is|was|covers|reports|writes|has|can be|joined|works)\b")]
    private static partial Regex Subject();

    // where a reporter is, which is nobody's name
    [GeneratedRegex(@" in [A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|del|la|of))*")]
    private static partial Regex Seat();

    [GeneratedRegex(@", (?:and )?|;| and | AND | & | (?:und|et|y|e|och|og|en|ja) (?=\p{Lu})|[、，،]|\||/| — | – | - | [Ff]or (?=[A-Z])| ?@\w+ ?| of (?=The |[A-Z]{2})| with (?=[A-Z])")]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"\b(?:Staff|Reporter|Writer|Editor|Correspondent|News|Press|Agency|Agencies|Desk|Team|Staffer|Bureau|Updated|Published|Online|Post|Times|Daily|Media|Wire|Newswire|Newsroom|Network|Chief|Senior|Political|Service|Corporation|Broadcasting|Company|Limited|Ltd|Inc|Group|Newspapers|Magazine|Radio|TV|Television|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Post();
}
