using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Hearsay.Text;

namespace Hearsay.Statements.Times;

/// <summary>Holidays of a fixed day or a fixed rule (Data/holidays.txt).</summary>
internal static class Holidays
{
    private static readonly FrozenDictionary<string, string> Rules =
        DataFile.Lines("Statements/Data/holidays.txt").Select(l => l.Split(' ', 2)).ToFrozenDictionary(p => p[1], p => p[0], StringComparer.Ordinal);

    private static readonly int MostWords = Rules.Keys.Max(k => k.Count(c => c == ' ') + 1);

    /// <summary>The words that holidays begin with.</summary>
    public static IEnumerable<string> FirstWords =>
        Rules
            .Keys.Select(k => k.Split(' ')[0])
            .Distinct(StringComparer.Ordinal)
            .SelectMany<string, string>(w => w.EndsWith('s') ? [w, w[..^1]] : [w]);

    /// <summary>The longest holiday that starts with token <paramref name="i"/>, with a year after it.</summary>
    public static bool Try(TimeText t, int i, List<TimeMatch> found)
    {
        if (!t.Capital(i))
        {
            return false;
        }

        var name = new StringBuilder();
        string? rule = null;
        var (end, words) = (i, 0);
        for (var at = i; t.Word(at) && words < MostWords; words++)
        {
            name.Append(words > 0 ? " " : "").Append(t.Of(at).ToString().ToLowerInvariant());
            at++;
            if (t.Apostrophe(at) && t.Tight(at))
            {
                var s = t.Is(at + 1, "s") && t.Tight(at + 1);
                name.Append(s ? "s" : "");
                at += s ? 2 : 1;
            }

            at += t.Mark(at, '.') && t.Tight(at) && t.Word(at + 1) && t[at - 1].Length <= 2 ? 1 : 0;
            if (Rules.TryGetValue(name.ToString(), out var found1))
            {
                (rule, end) = (found1, at);
            }
        }

        end = t.Apostrophe(end - 1) ? end - 1 : t.Apostrophe(end - 2) && t.Is(end - 1, "s") && t.Tight(end - 1) ? end - 2 : end;
        if (rule is null || (end == i + 1 && t.Capital(end) && !t.Upper(end) && t.Class(end) == WordClass.None && t[end].Spaced)
            || t.IsAny(end, "song", "songs"))
        {
            return false;
        }

        var form = new TimeForm { Kind = FormKind.Holiday, Type = TimeType.Date, Code = rule, Shift = ShiftWord.Before(t, i, out var first) };
        end = CalendarDates.YearAfter(t, end, ref form);
        end = Dayparts.After(t, end, ref form);
        found.Add(new TimeMatch(first, end, form));
        return true;
    }

    /// <summary>The day of the holiday in a year.</summary>
    public static DateOnly Day(string rule, int year)
    {
        year = Math.Clamp(year, 1584, 9998);
        switch (rule[0])
        {
            case 'E':
                return Easter(year).AddDays(int.Parse(rule.AsSpan(1), CultureInfo.InvariantCulture));
            case 'B':
                return Nth(year, 11, 4, 4).AddDays(1 + int.Parse(rule.AsSpan(1), CultureInfo.InvariantCulture));
            case 'V':
                return Nth(year, 11, 1, 1).AddDays(1);
            default:
                var month = int.Parse(rule.AsSpan(0, 2), CultureInfo.InvariantCulture);
                return rule[2] == '-' ? new DateOnly(year, month, int.Parse(rule.AsSpan(3), CultureInfo.InvariantCulture))
                    : Nth(year, month, rule[3] - '0', rule[5] - '0');
        }
    }

    /// <summary>The n-th weekday (1 Monday, 7 Sunday) of a month; the last for n = 5.</summary>
    private static DateOnly Nth(int year, int month, int weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        var day = first.AddDays((((weekday % 7) - (int)first.DayOfWeek + 7) % 7) + ((n - 1) * 7));
        return day.Month == month ? day : day.AddDays(-7);
    }

    /// <summary>Easter Sunday of the western churches (the anonymous Gregorian computus of Nature, 1876).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new DateOnly(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
