using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearsay.Pages;

/// <summary>
/// Lines that state when a report was published or changed: "Published: 5 May 2031 14:05 GMT", "date 2031-05-05", "Monday, May 5, 2031 | 2:05 p.m.
/// ET". A value is the day, or the moment where hour and a zone known without tables (Z, UTC, GMT, +hh:mm) are given.
/// </summary>
internal static partial class DateStatement
{
    private const int Longest = 160;

    private static readonly FrozenSet<string> Labels = new[]
    {
        "date", "published", "publish", "posted", "updated", "update", "last", "modified", "first", "issued", "filed", "created", "on", "at", "by",
        "of", "and", "was", "this", "article", "story", "is", "from",
        "am", "pm", "a.m", "p.m", "noon", "midnight", "gmt", "utc", "bst", "cet", "cest", "eet", "ist", "et", "est", "edt", "ct", "cst", "cdt", "mt",
        "mst", "mdt", "pt", "pst", "pdt", "aest", "aedt", "acst", "awst", "nzst", "nzdt",
        "sgt", "hkt", "jst", "kst", "pkt", "wat", "sast", "eat", "msk", "z", "local", "time", "hrs", "hours", "h", "eastern", "central", "pacific",
        "mountain", "standard", "daylight", "min", "minute", "minutes", "read", "edition", "print", "online", "e-mail", "email", "comments",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    // how the names of months and weekdays begin
    private static readonly FrozenSet<string> Beginnings = new[]
    {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True of a word that goes with a date and names nothing else ("Updated").</summary>
    public static bool IsLabel(string word) => Labels.Contains(word);

    /// <summary>True where the line holds a date and nothing but what goes with one.</summary>
    public static bool IsDateLine(string line)
    {
        if (line.Length > Longest || !line.AsSpan().ContainsAnyInRange('0', '9') || !OpensAsDate(line)) return false;
        var mentions = DateMentions.In(line);
        return mentions.Any(m => m.Day is not null || m.Weekday is not null)
            && mentions.Any(m => m.Month is not null || Clock().IsMatch(line))
            && OnlyLabels(Without(line, mentions));
    }

    /// <summary>The length of a date statement with a label that stands before other text in one paragraph; 0 where there is none.</summary>
    public static int LeadingLength(string paragraph)
    {
        var match = Leading().Match(paragraph);
        return
            match.Success && match.Length < paragraph.Length && !IsDateLine(paragraph) && IsDateLine(match.Value.Trim(' ', '|', '-', '–', '—', '.'))
            ? match.Length
            : 0;
    }

    /// <summary>True where the statement is of a later change, not of the first publication.</summary>
    public static bool IsUpdate(string line) => Updated().IsMatch(line) && !Published().IsMatch(line);

    /// <summary>The part of a line that states the first publication, where it states a change too; else all of it.</summary>
    public static string First(string line)
    {
        if (Published().Match(line) is not { Success: true } published || Updated().Match(line) is not { Success: true } updated) return line;
        var own = updated.Index > published.Index ? line[published.Index..updated.Index] : line[published.Index..];
        return Value(own) is null ? line[..published.Index] : own;
    }

    /// <summary>Whether a date in figures names its month first; null where it can be read both ways, or is none.</summary>
    public static bool? MonthFirst(string words) =>
        Ambiguous().Match(words) is { Success: true } m && (Number(m.Groups[1]), Number(m.Groups[2])) is var (a, b) && a > 12 != b > 12 ? b > 12 : null;

    /// <summary>
    /// The value of a stated or a metadata date in ISO 8601; null where there is no whole date in it. <paramref name="monthFirst"/> says how a date in
    /// figures is read that can be read both ways.
    /// </summary>
    public static string? Value(string words, bool? monthFirst = null)
    {
        var trimmed = words.Trim();
        if (SinceEpoch(trimmed) is { } moment) return moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var day = DateMentions.In(trimmed).Select(m => m.Date).FirstOrDefault(d => d is not null) ?? Compact(trimmed) ?? InFigures(trimmed, monthFirst);
        if (day is not { } date) return null;
        var text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var clock = Clock().Match(trimmed);
        if (!clock.Success || Time(clock) is not { } time) return text;
        var zone = Zone().Match(trimmed, clock.Index);
        if (zone.Success) return text + "T" + time + (zone.Groups["offset"] is { Success: true } o ? Offset(o.Value) : "Z");
        // midnight without a zone is what programs write when they know the day only
        return trimmed.Contains('T', StringComparison.Ordinal) && time != "00:00:00" && IsoMoment().IsMatch(trimmed) ? text + "T" + time : text;
    }

    private static DateOnly? Compact(string words) =>
        words.Length >= 8
        && DateOnly.TryParseExact(words.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 2100
            ? day
        : Slashed().Match(words) is { Success: true } m
        && DateOnly.TryParseExact(m.Value.Replace('/', '-'), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? day
        : null;

    /// <summary>Seconds or milliseconds since 1970, as programs count them; digits that begin as a day of this century does are that day.</summary>
    private static DateTimeOffset? SinceEpoch(string words) =>
        words.Length is not (10 or 13) || !long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? null
        : Compact(words) is { Year: >= 2000 } ? null
        : words.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(count)
        : DateTimeOffset.FromUnixTimeMilliseconds(count);

    /// <summary>
    /// "25/12/2031" and "12/25/2031" can be read one way only, "Thu, 05/06/2031" too, since of the two days one alone is a Thursday; "05/06/2031" by
    /// another date of the page or not at all.
    /// </summary>
    private static DateOnly? InFigures(string words, bool? monthFirst)
    {
        if (Ambiguous().Match(words) is not { Success: true } m) return null;
        var (a, b, year) = (Number(m.Groups[1]), Number(m.Groups[2]), Number(m.Groups[3]));
        var (american, other) = (new DateMention(default, year, a, b, null).Date, new DateMention(default, year, b, a, null).Date);
        if (american is null || other is null || american == other) return american ?? other;
        var weekday = Array.FindIndex(Weekdays, d => words.Contains(d, StringComparison.OrdinalIgnoreCase));
        if (weekday >= 0 && american.Value.DayOfWeek != other.Value.DayOfWeek)
            return american.Value.DayOfWeek == (DayOfWeek)weekday ? american : other.Value.DayOfWeek == (DayOfWeek)weekday ? other : null;
        return monthFirst is { } first ? first ? american : other : null;
    }

    private static string? Time(Match clock)
    {
        var (hour, minute, second) = (
            Number(clock.Groups["h"]),
            Number(clock.Groups["min"]),
            clock.Groups["s"].Success ? Number(clock.Groups["s"]) : 0
        );
        if (clock.Groups["half"] is { Success: true } half) hour = (hour % 12) + (char.ToLowerInvariant(half.Value[0]) == 'p' ? 12 : 0);
        return hour < 24 && minute < 60 && second < 60 ? string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:{second:00}") : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Offset(string offset) => offset.Length == 5 ? offset[..3] + ":" + offset[3..] : offset;

    /// <summary>Everything in a line of dates is a label, a number or a part of a date, and so is its first word.</summary>
    private static bool OpensAsDate(string line)
    {
        var start = 0;
        while (start < line.Length && !char.IsLetterOrDigit(line[start])) start++;
        if (start == line.Length || char.IsDigit(line[start])) return true;
        var end = start;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '_')) end++;
        var word = line.AsSpan(start, end - start).TrimEnd('.');
        return Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
            || (word.Length >= 3 && Beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[..3]));
    }

    private static string Without(string line, IEnumerable<DateMention> mentions) =>
        mentions.Reverse().Aggregate(line, (rest, m) => rest[..m.Span.Start] + " " + rest[m.Span.End..]);

    private static bool OnlyLabels(string rest) =>
        NotWord().Split(rest).All(w => w.Length == 0 || char.IsDigit(w[0]) && w.Length <= 9 || Labels.Contains(w.TrimEnd('.')));

    [GeneratedRegex(
        @"^ ?(?:(?:[Dd]ate|DATE)(?: ?: ?| )(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|\w+\.? \d{1,2},? \d{4}|\d{1,2} \w+ \d{4})|(?:Published|Updated|Posted|Last updated|First published|PUBLISHED|UPDATED|POSTED)(?: on| at)? ?:? ?(?:\w+,? ){0,2}?(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|\w+\.? \d{1,2},? \d{4}|\d{1,2} \w+\.?,? \d{4})(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}\b)?)?)[ |–—-]*(?= ?[A-Z“""(])"
    )]
    private static partial Regex Leading();

    [GeneratedRegex(
        @"(?<![\d/.-])(?<h>[0-2]?\d)(?:[:.](?<min>[0-5]\d))(?:[:.](?<s>[0-5]\d))?(?:\.\d+)?(?: ?(?<half>[aApP])\.?[mM]\b\.?)?|(?<=T)(?<h>[0-2]\d):(?<min>[0-5]\d)(?::(?<s>[0-5]\d))?"
    )]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<=\d ?)(?:Z\b|(?<offset>[+-]\d{2}:?\d{2})\b)|\b(?:UTC|GMT)\b(?![+-])")]
    private static partial Regex Zone();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T")]
    private static partial Regex IsoMoment();

    [GeneratedRegex(@"\b(?:19|20)\d{2}/\d{1,2}/\d{1,2}\b")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})\b")]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"\b(?:updated?|modified|changed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Updated();

    [GeneratedRegex(@"\b(?:published|posted|issued|filed|created)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Published();

    [GeneratedRegex(@"[^\w.]+|\.(?!\w)")]
    private static partial Regex NotWord();
}
