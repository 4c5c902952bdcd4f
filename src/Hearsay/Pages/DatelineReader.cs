using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>Where a dateline ends within its paragraph, what it says, and where its date stands, if it has one.</summary>
internal readonly record struct DatelineMatch(Dateline Dateline, int Length, TextSpan? Date);

/// <summary>
/// The opening of a paragraph in, a dateline out: "TOLLAND, Vt. (AP) — ", "Riga, Jan 3 (Reuters) - ", "OSLO: ", "MADRID, 5 October 2031 /TASS/ ".
/// In capitals the place alone is enough before a dash; otherwise a known agency has to stand in brackets, or, where the report begins, a day with its
/// year before the dash. The dateline stays part of the text.
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
    /// <remarks>A colon behind the place, and a day with its year alone behind one that is not shouted, count only where <paramref name="first"/> says
    /// that the report begins here: elsewhere the colon marks who speaks in a transcript, and the day what happened on it.</remarks>
    public static DatelineMatch? Match(string paragraph, bool first)
    {
        var head = paragraph[..Math.Min(paragraph.Length, 160)];
        var match = Capitals().Match(head);
        if (!match.Success) match = CreditedOrDated(head, first);
        if (!match.Success && first) match = Colon().Match(head);
        if (!match.Success) return null;
        var place = match.Groups["place"].Value.Trim(' ', ',', '-');
        if (NotPlaces.Contains(place.Split(' ')[0].TrimEnd(':', ','))) return null;
        var date = match.Groups["date"] is { Success: true } words ? new TextSpan(words.Index, words.Length) : (TextSpan?)null;
        return new DatelineMatch(new Dateline(Cased(place), Agency(match)), match.Length, date);
    }

    private static Match CreditedOrDated(string head, bool first)
    {
        var match = Mixed().Match(head);
        if (!match.Success) return match;
        var named = match.Groups["agency"] is { Success: true } agency && Agencies.Of(agency.Value.Split(['/', ','])[0]) is not null;
        var dated = first && match.Groups["date"] is { Success: true } date && DateMentions.In(date.Value) is [{ Date: not null }];
        return named || (dated && DateMentions.In(match.Groups["place"].Value).IsEmpty && !DateStatement.IsLabel(match.Groups["place"].Value))
            ? match
            : System.Text.RegularExpressions.Match.Empty;
    }

    private static string? Agency(Match match) =>
        match.Groups["agency"] is { Success: true } group ? Agencies.Of(group.Value.Split(['/', ','])[0]) ?? group.Value.Trim() : null;

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

    private const string Month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*";

    private const string Weekday = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";

    private const string Day =
        "(?<date>(?:" + Weekday + ",? )?(?:" + Month + @"\.? \d{1,2}(?:,? \d{4})?|\d{1,2} " + Month + @"\.?(?:,? \d{4})?))";

    // ", May 14", " (14 May 2031)", " - May 14, 2031"
    private const string Date = "(?:,? (?:- |– |— )?" + Day + @"| \(" + Day + @"\))?";

    private const string Slashed = @"[,.]? ?/ ?(?<agency>[A-Z][\w .,-]{1,40}?) ?/";

    // "(Agency)", "/Agency/", "/ Agency / Day /"
    private const string Credit = @"(?:(?:[,.]? ?|--)\((?<agency>(?:dpa|[A-Z])[\w .,/-]{0,40})\)|" + Slashed + "(?: ?" + Day + " ?/)?)";

    private const string Dash = @"\.? ?(?:—|–|--?|_)(?: |(?=[A-Z“""]))";

    [GeneratedRegex(
        @"^(?<place>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+)*(?:, (?!" + Month + "|" + Weekday + @")[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|and|the))*){0,2})"
            + "(?:" + Date + Credit + "?" + Dash
            // between slashes no dash is needed where the day stands with the agency
            + "|,? " + Day + Slashed + @"\.? |" + Slashed + " ?" + Day + " ?/ )"
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(
        @"^(?<place>[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}(?:, (?!" + Month + "|" + Weekday + @")[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)?)?"
            + Date + "(?:" + Credit + @"\.? ?(?:—|–|--?|_|:) ?| (?:—|–|--?) )"
    )]
    private static partial Regex Mixed();

    [GeneratedRegex(@"^(?<place>[A-Z]{3,}(?: [A-Z]{2,}){0,2}(?:, [A-Z][a-z]+)?)" + Date + @"(?: \((?<agency>[A-Z][\w ]{1,20})\))?: (?=[A-Z“])")]
    private static partial Regex Colon();
}
