using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearsay.Sources.Feeds;

/// <summary>
/// A time of a feed: the instant, and the words of ISO 8601 for just what was stated. RFC 822 and 3339 and what feeds write in their place: any order
/// of day, month and year in English words, single digits, am and pm, named zones, seconds since 1970. A day by digits alone is read where only one
/// order fits. Years from 1990 to 2100; anything else is null.
/// </summary>
internal readonly partial record struct FeedTime(DateTimeOffset Instant, string Stated)
{
    private const int Longest = 100;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // "IST" and other names of several zones are left out: such a time is taken as one without a zone
    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["BST"] = 1,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["SAST"] = 2,
        ["EAT"] = 3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["NST"] = -3.5,
        ["NDT"] = -2.5,
        ["JST"] = 9,
        ["KST"] = 9,
        ["HKT"] = 8,
        ["SGT"] = 8,
        ["PHT"] = 8,
        ["AWST"] = 8,
        ["ACST"] = 9.5,
        ["ACDT"] = 10.5,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["PKT"] = 5,
        ["NPT"] = 5.75,
    };

    /// <summary>Reads a time; null where the text states none.</summary>
    public static FeedTime? Read(string? text)
    {
        text = text?.Trim();
        if (text is not { Length: > 3 }) return null;
        if (text.Length > Longest) text = text[..Longest];
        if (Seconds().IsMatch(text)) return Since1970(long.Parse(text, CultureInfo.InvariantCulture));
        if (Day(text) is not var (day, dayEnd)) return null;
        var clock = Clock().Match(text, dayEnd is { } end && end < text.Length ? end : 0);
        if (!clock.Success) clock = Clock().Match(text);
        return clock.Success && Hour(clock) is { } hour
            ? At(day, hour, clock)
            : new FeedTime(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static FeedTime? At(DateOnly day, int hour, Match clock)
    {
        var (minute, second) = (Number(clock.Groups["m"]), Math.Min(59, Number(clock.Groups["s"])));
        if (minute > 59) return null;
        var time = day.ToDateTime(new TimeOnly(hour, minute, second));
        var stated = time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        if (Zone(clock.Groups["z"].Value) is not { } zone) return new FeedTime(new DateTimeOffset(time, TimeSpan.Zero), stated);
        return new FeedTime(
            new DateTimeOffset(time, zone),
            stated + (zone == TimeSpan.Zero ? "Z" : (zone < TimeSpan.Zero ? "-" : "+") + zone.ToString(@"hh\:mm", CultureInfo.InvariantCulture))
        );
    }

    private static (DateOnly Day, int? End)? Day(string text)
    {
        if (Iso().Match(text) is { Success: true } iso)
            return Date(Number(iso.Groups[1]), Number(iso.Groups[2]), Number(iso.Groups[3])) is { } day ? (day, iso.Index + iso.Length) : null;
        if (Digits().Match(text) is { Success: true } digits)
            return ByDigits(Number(digits.Groups[1]), Number(digits.Groups[2]), Number(digits.Groups[3])) is { } day
                ? (day, digits.Index + digits.Length)
                : null;
        if (Words().Match(text) is not { Success: true } words) return null;
        var month = 1 + Array.IndexOf(Months, words.Groups["mon"].Value.ToLowerInvariant());
        return Date(Number(words.Groups["year"]), month, Number(words.Groups["day"])) is { } found ? (found, words.Index + words.Length) : null;
    }

    private static DateOnly? ByDigits(int first, int second, int year)
    {
        if (first > 12 && second <= 12) return Date(year, second, first);
        return second > 12 && first <= 12 || first == second ? Date(year, first, second) : null;
    }

    private static DateOnly? Date(int year, int month, int day)
    {
        if (year is >= 0 and < 100) year += year < 70 ? 2000 : 1900;
        return year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int? Hour(Match clock)
    {
        var hour = Number(clock.Groups["h"]);
        var half = clock.Groups["ap"].Value.ToLowerInvariant();
        if (half.Length > 0) return hour is < 1 or > 12 ? null : (hour % 12) + (half[0] == 'p' ? 12 : 0);
        return hour > 23 ? null : hour;
    }

    private static TimeSpan? Zone(string zone)
    {
        if (zone.Length == 0) return null;
        if (zone[0] is not ('+' or '-')) return Zones.TryGetValue(zone, out var hours) ? TimeSpan.FromHours(hours) : null;
        var digits = string.Concat(zone.Where(char.IsAsciiDigit)).PadRight(4, '0');
        var offset = TimeSpan.FromMinutes(
            (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(digits[2..4], CultureInfo.InvariantCulture)
        );
        return offset > TimeSpan.FromHours(14) ? null : zone[0] == '-' ? -offset : offset;
    }

    private static FeedTime? Since1970(long number)
    {
        var instant = number > 99_999_999_999 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        return instant.Year is >= 1990 and <= 2100
            ? new FeedTime(instant, instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            : null;
    }

    private static int Number(Group group) =>
        group.Success && int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : group.Success ? -1
        : 0;

    [GeneratedRegex(@"^[0-9]{9,13}$", RegexOptions.NonBacktracking)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\b([0-9]{4})[-/.]?([0-9]{1,2})[-/.]?([0-9]{1,2})(?![0-9])")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})\b")]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"\b(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[ ,.-]{1,3}(?:of )?(?<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ ,.-]{1,3}(?<year>[0-9]{4}|[0-9]{2})\b|(?<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ ,.]{1,3}(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[ ,]{1,3}(?:[0-9:]{4,8} ){0,1}(?:[A-Z]{2,4} ){0,1}(?<year>[0-9]{4})\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Words();

    [GeneratedRegex(
        @"(?<![0-9:])(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,][0-9]{1,9})?)?\s{0,3}(?<ap>[ap]\.?m\b\.?)?\s{0,3}(?:\(?(?<z>[+-][0-9]{1,2}:?[0-9]{2}|[+-][0-9]{1,2}\b|[A-Z]{1,4}\b))?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Clock();
}
