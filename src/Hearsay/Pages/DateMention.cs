using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>A calendar date as it is written: every part that the words do not give is null.</summary>
internal readonly record struct DateMention(TextSpan Span, int? Year, int? Month, int? Day, DayOfWeek? Weekday)
{
    /// <summary>The day, where year, month and day are all given and there is such a day.</summary>
    public DateOnly? Date => Year is { } y && Month is { } m && Day is { } d ? At(y, m, d) : null;

    /// <summary>The day with the year given from outside, or null where that year has no such day.</summary>
    public DateOnly? In(int year) => Month is { } m && Day is { } d ? At(year, m, d) : null;

    private static DateOnly? At(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}

/// <summary>
/// Text in, the calendar dates that it names out: "2031-04-02", "Wednesday, April 2, 2031", "Wed 2 Apr 2031", "2nd April", "April 2031", "Wednesday".
/// Figures alone with slashes are not read, since day and month cannot be told apart.
/// </summary>
internal static partial class DateMentions
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Every date in the text, in order. Weekdays alone are among them; months alone are not.</summary>
    public static ImmutableArray<DateMention> In(string text)
    {
        var mentions = ImmutableArray.CreateBuilder<DateMention>();
        for (var match = Any().Match(text); match.Success; match = match.NextMatch())
        {
            var mention = new DateMention(
                new TextSpan(match.Index, match.Length),
                Number(match, "y"), Month(match), Number(match, "d"), Weekday(match)
            );
            if (mention.Month is not null || mention.Weekday is not null) mentions.Add(mention);
        }
        return mentions.ToImmutable();
    }

    /// <summary>
    /// What an address gives of a date, as outlets put it there: "/2031/04/02/", "/2031-4-2", "/2031/apr/02/", "/2031/0402/", or the year alone, "/2031/".
    /// Null where it gives nothing.
    /// </summary>
    public static DateMention? InAddress(string address)
    {
        if (Addressed().Match(address) is not { Success: true } match) return null;
        return new DateMention(new TextSpan(match.Index, match.Length), Number(match, "y"), Month(match), Number(match, "d"), null);
    }

    private static int? Number(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static int? Month(Match match)
    {
        if (match.Groups["n"].Success) return Number(match, "n");
        return match.Groups["m"] is { Success: true } group ? Array.IndexOf(Months, group.Value[..3].ToLowerInvariant()) + 1 : null;
    }

    private static DayOfWeek? Weekday(Match match) =>
        match.Groups["w"] is { Success: true } group ? (DayOfWeek)Array.IndexOf(Weekdays, group.Value[..3].ToLowerInvariant()) : null;

    private const string W =
        @"(?<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)";
    private const string M =
        @"(?<m>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b)\.?";
    private const string D = @"(?<d>[0-3]?[0-9])(?:st|nd|rd|th)?";
    private const string Y = @"(?<y>(?:19|20)[0-9]{2})";

    [GeneratedRegex(
        @"\b(?:"
            + Y
            + @"-(?<n>[01][0-9])-(?<d>[0-3][0-9])|(?:"
            + W
            + @",? (?:the )?)?(?:"
            + M
            + " "
            + D
            + @"(?![0-9])(?:,? "
            + Y
            + @"\b)?|"
            + D
            + @" (?:of )?"
            + M
            + @"(?:,? "
            + Y
            + @")?)|"
            + M
            + @",? "
            + Y
            + @"|(?<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))(?![0-9])"
    )]
    private static partial Regex Any();

    [GeneratedRegex(
        @"/(?<y>(?:19|20)\d\d)(?:[/-](?:(?<n>0?[1-9]|1[0-2])|(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[/-](?<d>[0-3]?\d)(?=[/_.-]|$)|/?(?<n>0[1-9]|1[0-2])(?<d>[0-3]\d)(?=/)|(?=/))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Addressed();
}
