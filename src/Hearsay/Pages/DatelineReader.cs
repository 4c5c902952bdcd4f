using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>Where a dateline ends within its paragraph, what it says, and the words of its date, if any.</summary>
internal readonly record struct DatelineMatch(Dateline Dateline, int Length, string? Date);

/// <summary>
/// The opening of a paragraph in, a dateline out: "TOLLAND, Vt. (AP) — ", "Riga, Jan 3 (Reuters) - ", "OSLO: ", "MADRID, October 5. /TASS/. ".
/// In capitals the place alone is enough before a dash; otherwise an agency has to stand in brackets. The dateline stays part of the text.
/// </summary>
internal static partial class DatelineReader
{
    private static readonly ImmutableArray<string> ShortForms = ["US", "USA", "UK", "UAE", "EU", "UN", "DC", "NYC"];

    private static readonly ImmutableArray<string> NotPlaces =
        [
            "UPDATE", "BREAKING", "WATCH", "VIDEO", "READ", "CORRECTION", "EXCLUSIVE", "OPINION", "ANALYSIS", "LIVE", "NOTE", "FILE", "PHOTO", "PHOTOS",
            "MORE", "RELATED", "EDITOR", "SOURCE", "HOST", "Q", "A",
        ];

    /// <summary>The dateline that the paragraph opens with, or null.</summary>
    /// <remarks>A colon behind the place counts only where <paramref name="first"/> says that the report begins here: elsewhere it marks who speaks
    /// in a transcript.</remarks>
    public static DatelineMatch? Match(string paragraph, bool first)
    {
        var head = paragraph[..Math.Min(paragraph.Length, 160)];
        var match = Capitals().Match(head);
        if (!match.Success && head.AsSpan().ContainsAny('(', '/')) match = WithAgency().Match(head);
        if (!match.Success && first) match = Colon().Match(head);
        if (!match.Success) return null;
        var place = match.Groups["place"].Value.Trim(' ', ',');
        if (NotPlaces.Contains(place.Split(' ')[0].TrimEnd(':', ','))) return null;
        var named = match.Groups["agency"] is { Success: true } group ? Agencies.Of(group.Value.Split(['/', ','])[0]) ?? group.Value.Trim() : null;
        var date = match.Groups["date"] is { Success: true } words ? words.Value : null;
        return new DatelineMatch(new Dateline(Cased(place), named), match.Length, date);
    }

    /// <summary>"OSTBY, North Fen" is given as "Ostby, North Fen"; short forms (U.N., USA) keep their capitals.</summary>
    private static string Cased(string place)
    {
        var shouted = place.Split(' ').Any(w => w.Length > 2 && IsCapitals(w));
        return string.Join(' ', place.Split(' ').Select(w => shouted && IsCapitals(w) ? Title(w) : w));
    }

    private static bool IsCapitals(string word) =>
        word.Any(char.IsLetter)
        && !word.Any(char.IsLower)
        && !word.Contains('.', StringComparison.Ordinal)
        && !ShortForms.Contains(word.TrimEnd(','));

    private static string Title(string word) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant());

    private const string Date =
        @"(?:, (?<date>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*))?";

    [GeneratedRegex(
        @"^(?<place>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+)*(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|and|the))*){0,2})"
            + Date
            + @"(?:[,.]? [(/](?<agency>[A-Z][\w .,/-]{1,40})[)/]\.?)? ?(?:—|–|--?|_)(?: |(?=[A-Z“""]))"
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(
        @"^(?<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)?)?"
            + Date
            + @",? ?[(/](?<agency>AP|Reuters|REUTERS|AFP|UPI|dpa|DPA|PTI|ANI|IANS|Xinhua|CNN|PA|TASS|EFE|ANSA|Bloomberg|Kyodo|Yonhap|AAP|KUNA|WAM|NNA|MNA|[A-Z]{2,5}/[A-Z]{2,5})[)/]\.? ?(?:—|–|--?|_|:) ?"
    )]
    private static partial Regex WithAgency();

    [GeneratedRegex(@"^(?<place>[A-Z]{3,}(?: [A-Z]{2,}){0,2}(?:, [A-Z][a-z]+)?)" + Date + @"(?: \((?<agency>[A-Z][\w ]{1,20})\))?: (?=[A-Z“])")]
    private static partial Regex Colon();
}
