using System.Globalization;
using System.Text.Json;
using Hearsay.Statements;

namespace Hearsay.Lab.Times;

/// <summary>
/// Cases of Microsoft's Recognizers-Text (dates, times, durations): a sentence, a reference date, what is to be found. Counted are those that can occur in news: a case is right where as many
/// expressions are found as expected, each overlaps its own and has its value. What is left out, and how values of the two conventions are compared, says <see cref="Selected"/> and <see cref="SameValue"/>.
/// </summary>
internal static class RecognizerCases
{
    public static void Score(string folder, Floors floors, int most)
    {
        var (right, all, left) = (0, 0, 0);
        var misses = new List<string>();
        foreach (var file in new[] { "DateParser", "DatePeriodParser", "DurationParser", "HolidayParser", "TimeParser", "DateTimeModel" })
        {
            var (r, a) = (0, 0);
            using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file + ".json")));
            foreach (var one in cases.RootElement.EnumerateArray())
            {
                if (!Selected(one))
                {
                    left++;
                    continue;
                }

                a++;
                var text = one.GetProperty("Input").GetString()!;
                var day = one.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var at) ? DateOnly.ParseExact(at.GetString().AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture) : new DateOnly(2016, 11, 7);
                var found = TimeReader.Read(text, day);
                var expected = one.GetProperty("Results").EnumerateArray().ToList();
                if (Right(text, day, found, expected)) r++;
                else misses.Add($"{file}: {text} | {day:yyyy-MM-dd} | {string.Join("; ", expected.Select(e => $"{e.GetProperty("Text")} = {string.Join(" / ", Timexes(e))}"))} | ours {string.Join("; ", found.Select(f => $"{f.Span.Of(text)} = {f.Value}"))}");
            }

            Console.WriteLine($"recognizers {file}: {r} of {a}");
            (right, all) = (right + r, all + a);
        }

        foreach (var miss in misses.Take(most)) Console.WriteLine("   " + miss);
        Console.WriteLine($"recognizers: {right} of {all} right, {left} left out");
        floors.Check("recognizers", "times cases right", all == 0 ? 0 : (double)right / all);
    }

    /// <summary>
    /// Left out: commands and appointments in the first person ("I'll be out", "schedule a meeting", "book"), since news gives no orders to a calendar; ranges read as one expression, since here their two ends are two;
    /// expressions of a day of the month alone; merged dates and times joined by a preposition.
    /// </summary>
    private static bool Selected(JsonElement one)
    {
        foreach (var result in one.GetProperty("Results").EnumerateArray())
        {
            if (Timexes(result).Any(t => t.StartsWith('(') || t.Contains("XXXX-XX-", StringComparison.Ordinal) && !t.Contains('T'))) return false;
        }

        return true;
    }

    private static List<string> Timexes(JsonElement result)
    {
        if (result.TryGetProperty("Value", out var value) && value.ValueKind == JsonValueKind.Object) return value.TryGetProperty("Timex", out var timex) ? [timex.GetString()!] : [];
        if (!result.TryGetProperty("Resolution", out var resolution) || !resolution.TryGetProperty("values", out var values)) return [];
        return [.. values.EnumerateArray().Where(v => v.TryGetProperty("timex", out _)).SelectMany(v => new[] { v.GetProperty("timex").GetString()!, v.TryGetProperty("value", out var w) ? w.GetString()! : "" }).Where(v => v != "")];
    }

    private static bool Right(string text, DateOnly day, IReadOnlyList<TimeExpression> found, List<JsonElement> expected)
    {
        if (found.Count != expected.Count) return false;
        return found.Zip(expected).All(x => x.Second.GetProperty("Text").GetString() is { } words && text.IndexOf(words, StringComparison.OrdinalIgnoreCase) is var at
            && (at < 0 || (x.First.Span.Start < at + words.Length && at < x.First.Span.End)) && Timexes(x.Second).Any(t => SameValue(x.First.Value, t, day)));
    }

    /// <summary>Theirs leaves the year open where ours takes one: XXXX matches any year, T07 is T07:00, and a time is compared without its day.</summary>
    private static bool SameValue(string ours, string theirs, DateOnly day)
    {
        if (ours == theirs) return true;
        var clock = ours.IndexOf('T');
        if (theirs.StartsWith('T') && clock > 0 && !ours.StartsWith('P')) return Hours(ours[clock..]) == Hours(theirs);
        if (theirs.StartsWith("XXXX-WXX-", StringComparison.Ordinal) && theirs.Length == 10 && DateOnly.TryParseExact(ours, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek) == theirs[9] - '0';
        if (theirs.StartsWith("XXXX-", StringComparison.Ordinal) && ours.Length >= 4) return ours[4..] == theirs[4..];
        if (theirs.Length == 19 && theirs[10] == ' ') return ours == theirs[..10] || Hours(ours) == Hours(theirs[..16].Replace(' ', 'T'));
        return false;
    }

    private static string Hours(string value) => value.EndsWith(":00", StringComparison.Ordinal) ? value[..^3] : value is ['T', '2', '4', ..] ? "T00" : value;
}
