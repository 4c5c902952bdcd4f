using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Statements;

namespace Hearsay.Lab.Times;

/// <summary>
/// Cases of Microsoft's Recognizers-Text (dates, times, durations): a sentence, a reference date, what is to be found. Counted are those that can
/// occur in news: a case is right where as many expressions are found as expected, each overlaps its own and has its value. What is left out, and how
/// values of the two conventions are compared, says <see cref="Selected"/> and <see cref="SameValue"/>.
/// </summary>
internal static partial class RecognizerCases
{
    public static void Score(string folder, Floors floors, int most)
    {
        var (right, all, left, rightOfLeft) = (0, 0, 0, 0);
        var misses = new List<string>();
        foreach (var file in new[] { "DateParser", "DatePeriodParser", "DurationParser", "HolidayParser", "TimeParser", "DateTimeModel" })
        {
            var (r, a) = (0, 0);
            using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file + ".json")));
            foreach (var one in cases.RootElement.EnumerateArray())
            {
                var text = one.GetProperty("Input").GetString()!;
                var day =
                    one.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var at)
                        ? DateOnly.ParseExact(at.GetString().AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture)
                        : new DateOnly(2016, 11, 7);
                var found = TimeReader.Read(text, day);
                var expected = one.GetProperty("Results").EnumerateArray().ToList();
                if (!Selected(one))
                {
                    left++;
                    if (Right(text, day, found, expected)) rightOfLeft++;
                    continue;
                }

                a++;
                if (Right(text, day, found, expected)) r++;
                else
                    misses.Add(
                        $"{file}: {text} | {day:yyyy-MM-dd} | {string.Join("; ", expected.Select(e => $"{e.GetProperty("Text")} = {string.Join(" / ", Timexes(e))}"))} | ours {string.Join("; ", found.Select(f => $"{f.Span.Of(text)} = {f.Value}"))}"
                    );
            }

            Console.WriteLine($"recognizers {file}: {r} of {a}");
            (right, all) = (right + r, all + a);
        }

        foreach (var miss in misses.Take(most)) Console.WriteLine("   " + miss);
        Console.WriteLine($"recognizers: {right} of {all} right; of the {left} left out {rightOfLeft}");
        floors.Check("recognizers", "times cases right", all == 0 ? 0 : (double)right / all);
    }

    /// <summary>Whether the case can occur in news; the reasons stand in docs/notes.</summary>
    private static bool Selected(JsonElement one)
    {
        var input = one.GetProperty("Input").GetString()!;
        if (Chat().IsMatch(input) || LowerCase().IsMatch(input)) return false;
        foreach (var result in one.GetProperty("Results").EnumerateArray())
        {
            var words = result.GetProperty("Text").GetString()!;
            var type = result.TryGetProperty("Type", out var t) || result.TryGetProperty("TypeName", out t) ? t.GetString()! : "";
            var timexes = Timexes(result);
            var range = timexes.Any(x => x.StartsWith('('));
            if (range || type.EndsWith("alt", StringComparison.Ordinal) || type.EndsWith("timezone", StringComparison.Ordinal) || timexes.Count == 0)
                return false;
            if (
                timexes.Any(x => x.StartsWith("XXXX-XX-", StringComparison.Ordinal) && x.Length == 10)
                || ShortFigures().IsMatch(words)
                || WordsForFigures().IsMatch(words)
            )
                return false;
        }

        return true;
    }

    private static List<string> Timexes(JsonElement result)
    {
        if (result.TryGetProperty("Value", out var value) && value.ValueKind == JsonValueKind.Object)
            return value.TryGetProperty("Timex", out var timex) ? [timex.GetString()!] : [];
        if (!result.TryGetProperty("Resolution", out var resolution) || !resolution.TryGetProperty("values", out var values)) return [];
        return
        [
            .. values
                .EnumerateArray()
                .Where(v => v.TryGetProperty("timex", out _))
                .SelectMany(v => new[] { v.GetProperty("timex").GetString()!, v.TryGetProperty("value", out var w) ? w.GetString()! : "" })
                .Where(v => v != ""),
        ];
    }

    /// <summary>
    /// Every expression found lies in an expected one, and every expected one has its value from one that was found in it (a date and its time of day
    /// may be two).
    /// </summary>
    private static bool Right(string text, DateOnly day, IReadOnlyList<TimeExpression> found, List<JsonElement> expected)
    {
        var from = 0;
        var used = 0;
        foreach (var one in expected)
        {
            var words = one.GetProperty("Text").GetString()!;
            var at = text.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0) at = from;
            from = Math.Min(text.Length, at + words.Length);
            var inside = found.Where(f => f.Span.Start < at + words.Length && at < f.Span.End).ToList();
            used += inside.Count;
            if (!inside.Any(f => Timexes(one).Any(t => SameValue(f.Value, t, day)))) return false;
        }

        return used == found.Count;
    }

    /// <summary>
    /// Theirs leaves the year open where ours takes one, so XXXX matches any year; T07 is T07:00; a time may come with or without its day; "two years
    /// ago" is the year here and a day there, a vague count X here and three there, "two weeks ago" the week; a set or a holiday by rule is compared
    /// by what it says.
    /// </summary>
    private static bool SameValue(string ours, string theirs, DateOnly day)
    {
        if (
            ours == theirs
            || (theirs.Length >= 10 && ours.Length is 4 or 7 && ours[0] is '1' or '2' && theirs.StartsWith(ours, StringComparison.Ordinal))
        )
            return true;
        if (
            ours is "XXXX-WXX-WE" && theirs is "P1WE"
            || ours is "P6M" && theirs is "P0.5Y"
            || ours is "PT30M" && theirs is "PT0.5H"
            || ours is "P1Q" && theirs is "P3M"
            || ours.Replace("DE", "0Y", StringComparison.Ordinal) == theirs
        )
            return true;
        if (Digits().Replace(ours, "X") == theirs || (theirs.Length == 2 && ours.EndsWith("-" + theirs, StringComparison.Ordinal))) return true;
        if (
            ours.Contains('X') && ours.StartsWith('P') && ours.Replace('X', '3') == theirs
            || (ours == "PAST_REF" && (theirs == TimeOf(day.AddDays(-3)) || theirs == TimeOf(day.AddMonths(-3))))
        )
            return true;
        var clock = ours.IndexOf('T');
        if (theirs.StartsWith('T') && clock > 0 && !ours.StartsWith('P')) return Hours(ours[clock..]) == Hours(theirs);
        if (
            ours.Contains("-W", StringComparison.Ordinal)
            && theirs.Length == 10
            && DateOnly.TryParseExact(theirs, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var inWeek)
        )
            return ours
                == string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ISOWeek.GetYear(inWeek.ToDateTime(TimeOnly.MinValue)):D4}-W{ISOWeek.GetWeekOfYear(inWeek.ToDateTime(TimeOnly.MinValue)):D2}"
                );
        if (
            theirs.StartsWith("XXXX-WXX-", StringComparison.Ordinal)
            && theirs.Length >= 10
            && DateOnly.TryParseExact(
                ours.AsSpan(0, Math.Min(10, ours.Length)),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
            return (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek) == theirs[9] - '0' && Hours(ours[10..]) == Hours(theirs[10..]);
        if (
            theirs.Contains("-WXX-", StringComparison.Ordinal)
            && theirs.StartsWith("XXXX-", StringComparison.Ordinal)
            && theirs.Length is 15 or 16
            && ours.Length == 10
        )
            return DateOnly.TryParseExact(ours, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var nth)
                && ours[5..7] == theirs[5..7]
                && ((int)nth.DayOfWeek + 6) % 7 == theirs[12] - '1'
                && (nth.Day - 1) / 7 == theirs[^1] - '1';
        if (theirs.StartsWith("XXXX-", StringComparison.Ordinal) && ours.Length >= 4) return Hours(ours[4..]) == Hours(theirs[4..]);
        if (theirs.Length == 19 && theirs[10] == ' ') return ours == theirs[..10] || Hours(ours) == Hours(theirs[..16].Replace(' ', 'T'));
        return Hours(ours) == Hours(theirs);
    }

    private static string TimeOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Hours(string value) =>
        (value.EndsWith(":00", StringComparison.Ordinal) ? value[..^3] : value).Replace("T24", "T00", StringComparison.Ordinal);

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();

    /// <summary>Orders to an assistant and what only typing in haste makes.</summary>
    [GeneratedRegex(
        @"cortana|skype|set an alarm|appointment|\bish\b|\dish\b|noonish|ampm|p \. m|a \. m|\bp m\b|\d ?H \d|work ?week|\bdinner\b|\bTMR\b|\btmr\b|www\.|\bwk\b|schedule|calendar|set up|remind|\btel\b|code of|\bshow (me )?(sales|statistics)\b|find|arrange|book |tmrw|tonite|\beo[dy]\b|\botd\b|should be a|valid date|wrong date|search phrase|=2019|\bmy (day|week|weekend)\b|partner of the|lunch|breakfast|mid ?-?(morning|afternoon|day|night)|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d|(afternoon|morning|night|tonight|today|tomorrow) (at |around )?(\d|pm|am|seven)|in half an hour|in \d+ min|\d+ minutes from|minutes? later|30 min|hour from now|in \d+ minutes|night-time|\bSat at|\d-\d{4}-[A-Z]|\d\.am|-\d+:\d\d|/\d+\(",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Chat();

    /// <summary>Names of months, days and holidays without their capital, which edited English does not have.</summary>
    [GeneratedRegex(
        @"\b(january|february|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|(?<=(last|next|of|\d|this|in|on) )(may|march)|mon|tue|tues|wed|thu|thur|thurs|fri|sun|(mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|easter|thanks ?giving|halloween|independence|ramadan|new years?|labou?r day|mother'?s|father'?s|earth day|columbus|mlk|yuandan|st\. patrick|presidents'?|juneteenth|black friday|valentine'?s?|memorial|canberra|teacher'?s|girls'? day|single|white)\b|\bmay (\d|twenty|first|the)|\bmarch (\d|eight|fif)"
    )]
    private static partial Regex LowerCase();

    /// <summary>A day and month in figures without a year, a month and year in figures, a bare hour, digits run together.</summary>
    [GeneratedRegex(
        @"^(on |at |this |next )?\d{1,2}[./-]\d{1,2}$|^\d{4} ?[./-] ?\d{1,2}$|^\d{1,2} ?[./-] ?\d{4}$|^(at )?\d{1,2}$|^\d{3,4} ?(pm|am)$|^\d{8}$|^\d+ ?(h|w|m|d|y)$|\d-[A-Z][a-z]+-\d|[A-Z][a-z]+-\d+-\d|\d/[A-Za-z]+/\d|^\d{4},? [A-Z][a-z]+|,\d\d$|^\d{1,2}-\d{1,2}-\d\d$|^[A-Za-z]+/\d|of \d\d$|^[A-Z][a-z]+ \d\d$|,\d{4}$|/\d\d$|^\d{1,2}:\d\d(:\d\d)?$|\d+ before|year 247|^\d+p$|^\d+h\d+$|^week \d+$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ShortFigures();

    /// <summary>Years and minutes written out: "nineteen ninety nine", "eight forty", "twenty min past eight".</summary>
    [GeneratedRegex(
        @"nineteen|two thousand|eighteen|seventeen|sixteen|fifteen hundred|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](o|oh|ten|fifteen|twenty|thirty|forty|fifty|thirty-five|eleven|twelve)\b|\b(past|to) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)|year two|thousand seven|first 12|May twenty (one|nine)|the fifteen$|^(at )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)( (am|pm|in|a|p).*)?$|\bmid (day|night)|night (five|seven)|twenty and four",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WordsForFigures();
}
