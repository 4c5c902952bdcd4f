using System.Globalization;

namespace Hearsay.Statements.Times;

/// <summary>Times of day: "5:10 a.m.", "5.10am", "17:00", "0900 GMT", "10 o'clock", "noon".</summary>
internal static class ClockTimes
{
    /// <summary>The expression that starts with token <paramref name="i"/>, with a day right after it ("5 p.m. Thursday").</summary>
    public static bool Try(TimeText t, int i, List<TimeMatch> found)
    {
        if (!At(t, i, out var clock, out var end))
        {
            return false;
        }

        var day = DayAfter(t, t.Mark(end, ',') && t.Class(end + 1) == WordClass.Month ? end + 1 : end);
        found.Add(day is { } d ? new TimeMatch(i, d.End, d.Form with { Clock = clock, Type = TimeType.Time })
            : new TimeMatch(i, end, new TimeForm { Kind = FormKind.Clock, Type = TimeType.Time, Clock = clock }));
        return true;
    }

    /// <summary>The one day that starts with the token: "Tuesday" of "5 a.m. Tuesday".</summary>
    private static TimeMatch? DayAfter(TimeText t, int i)
    {
        var days = new List<TimeMatch>();
        var kept = t.Floor;
        t.Floor = i;
        var any = t.Class(i) switch
        {
            WordClass.Weekday => Weekdays.Try(t, i, days),
            WordClass.Day => Days.Try(t, i, days),
            WordClass.Month => CalendarDates.Named(t, i, days),
            _ => false,
        };
        t.Floor = kept;
        return any && days is [{ Form: { Clock: null, Type: TimeType.Date } form } day] && (form.Kind != FormKind.Calendar || form.Day > 0)
            ? day
            : null;
    }

    /// <summary>A time of day that starts with token <paramref name="i"/>: its value ("T17:00") and the token after it, zone included.</summary>
    public static bool At(TimeText t, int i, out string clock, out int end)
    {
        (clock, end) = ("", i);
        if (t.Class(i) == WordClass.Noon)
        {
            (clock, end) = (t[i].Value == 24 ? "T24:00" : "T12:00", i + 1);
            return !(t.Capital(i) && !t.Opens(i) && !t.Upper(i));
        }

        if (t.Class(i) == WordClass.Cardinal && t[i].Value is >= 1 and <= 12 && OClock(t, i + 1, out end))
        {
            clock = Format(Afternoon(t, ref end, t[i].Value), 0);
            return true;
        }

        if (
            !t.Number(i)
            || (
                t.Tight(i)
                && i > 0
                && !(
                    t[i - 1].Kind == TokenKind.Break
                    || t.Mark(i - 1, '(')
                    || t.Dash(i - 1)
                    || t.Mark(i - 1, '"')
                    || t.Mark(i - 1, '\u201C')
                    || t.Mark(i - 1, '/')
                )
            )
        )
        {
            return false;
        }

        return Figures(t, i, out clock, out end);
    }

    private static bool Figures(TimeText t, int i, out string clock, out int end)
    {
        clock = "";
        var hour = t[i].Value;
        var minute = 0;
        end = i + 1;
        var second = -1;
        var parted = false;
        var colon = false;
        if (t[i].Length <= 2 && (t.Mark(end, ':') || t.Mark(end, '.')) && t.Tight(end) && t.Number(end + 1, 2, 0, 59) && t.Tight(end + 1))
        {
            colon = t.Mark(end, ':');
            (minute, end, parted) = (t[end + 1].Value, end + 2, true);
            if (t.Mark(end, ':') && t.Tight(end) && t.Number(end + 1, 2, 0, 59))
            {
                second = t[end + 1].Value;
                end += 2;
            }
        }

        if (Meridiem(t, ref end, ref hour))
        {
            Zone(t, ref end);
        }
        else if (!parted && OClock(t, end, out var after))
        {
            end = after;
            hour = Afternoon(t, ref end, hour);
        }
        else if (!parted && t[i].Length == 4 && hour / 100 < 24 && hour % 100 < 60 && (Zone(t, ref end) || Hours(t, ref end)))
        {
            (hour, minute) = (hour / 100, hour % 100);
        }
        else if (parted && !t.Number(end) && hour < 24 && (Zone(t, ref end) || Hours(t, ref end) || (colon && Expected(t, i, end))))
        {
            hour = Afternoon(t, ref end, hour);
        }
        else if (
            !parted
            && t[i].Length <= 2
            && hour is >= 1 and <= 12
            && t.Is(end, "in")
            && t.Is(end + 1, "the")
            && t.Class(end + 2) == WordClass.Daypart
        )
        {
            hour = Afternoon(t, ref end, hour);
        }
        else
        {
            return false;
        }

        clock = Format(hour, minute) + (second >= 0 ? $":{second:D2}" : "");
        return hour <= 24;
    }

    /// <summary>"am", "a.m.", "PM" after the hour; turns the hour into one of 24.</summary>
    private static bool Meridiem(TimeText t, ref int end, ref int hour)
    {
        var after = end + 1;
        if (!t.IsAny(end, "am", "pm"))
        {
            if (!(t.IsAny(end, "a", "p") && t.Mark(end + 1, '.') && t.Is(end + 2, "m") && t.Tight(end + 2)))
            {
                return false;
            }

            after = t.Mark(end + 3, '.') && t.Tight(end + 3) ? end + 4 : end + 3;
        }

        if (hour is < 1 or > 12)
        {
            return false;
        }

        var afternoon = t.Of(end)[0] is 'p' or 'P';
        hour = afternoon ? (hour == 12 ? 12 : hour + 12) : hour == 12 ? 0 : hour;
        end = after;
        return true;
    }

    private static bool OClock(TimeText t, int i, out int end)
    {
        end = i + 3;
        return t.Is(i, "o") && t.Apostrophe(i + 1) && t.Class(i + 2) == WordClass.Clock;
    }

    /// <summary>"in the evening", "at night" after an hour of twelve.</summary>
    private static int Afternoon(TimeText t, ref int end, int hour)
    {
        var part = t.Is(end, "in") && t.Is(end + 1, "the") ? end + 2 : t.Is(end, "at") ? end + 1 : -1;
        if (part < 0 || t.Class(part) != WordClass.Daypart)
        {
            return hour;
        }

        end = part + 1;
        return t[part].Value is 2 or 3 or 4 && hour < 12 ? hour + 12 : hour;
    }

    private static bool Hours(TimeText t, ref int end)
    {
        if (t.IsAny(end, "hours", "hrs", "hr", "h"))
        {
            end++;
            Zone(t, ref end);
            return true;
        }

        return false;
    }

    /// <summary>"GMT", "ET", "local time", "Eastern time".</summary>
    private static bool Zone(TimeText t, ref int end)
    {
        var start = end;
        var at = t.Mark(end, '(') ? end + 1 : end;
        if (t.IsAny(at, Neighbours.Zones) && t.Upper(at))
        {
            end = at == end ? at + 1 : end;
            return true;
        }

        if (t.Is(end, "local") && t.Is(end + 1, "time"))
        {
            return true;
        }

        if (t.IsAny(end, "eastern", "central", "pacific", "mountain") && t.IsAny(end + 1, "time", "standard", "daylight"))
        {
            end = t.Is(end + 1, "time") ? end + 2 : t.Is(end + 2, "time") ? end + 3 : end;
        }

        return end > start;
    }

    /// <summary>True where a bare "17:30" stands where a time is expected.</summary>
    private static bool Expected(TimeText t, int i, int end) =>
        t.IsAny(i - 1, Neighbours.BeforeClock)
        || (t[i].Length == 2 && t[i].Value < 24 && !t.Mark(end, '.') && t.IsAny(end, "on", "today", "yesterday"));

    private static string Format(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}");
}
