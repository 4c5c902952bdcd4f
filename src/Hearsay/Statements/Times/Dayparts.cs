namespace Hearsay.Statements.Times;

/// <summary>Parts of the day: "morning" alone, with a day before it or "of" a day after it.</summary>
internal static class Dayparts
{
    /// <summary>The code of TIMEX3 for the part that a token names.</summary>
    public static string Code(int value) => value switch { 1 => "TMO", 2 => "TAF", 3 => "TEV", 4 => "TNI", 5 => "TDT", _ => "TMI" };

    /// <summary>Takes a part of the day, or a time of day, that follows a day right away: "Wednesday morning", "Thursday 5 p.m.".</summary>
    public static int After(TimeText t, int i, ref TimeForm form)
    {
        if (t.Class(i) == WordClass.Daypart && !t.Is(i, "overnight") && t.Of(i)[^1] != 's')
        {
            (form.Clock, form.Type) = (Code(t[i].Value), form.Type == TimeType.Set ? TimeType.Set : TimeType.Time);
            if (form.Type == TimeType.Set)
            {
                form.Code += form.Clock;
            }

            return i + 1;
        }

        if (form.Type != TimeType.Set && ClockTimes.At(t, t.Mark(i, ',') ? i + 1 : i, out var clock, out var end) && t[i].Kind != TokenKind.Break)
        {
            (form.Clock, form.Type) = (clock, TimeType.Time);
            return end;
        }

        return i;
    }

    /// <summary>True where a date stands ahead that takes the part of the day in ("the night of 5 May").</summary>
    private static bool DateAhead(TimeText t, int i)
    {
        i = t.Is(i, "the") ? i + 1 : i;
        if (t.Class(i) is WordClass.Month or WordClass.Weekday or WordClass.Holiday)
        {
            return t.Capital(i);
        }

        return CalendarDates.DayAt(t, i, out var end, out _) && (t.Class(end) == WordClass.Month || t.Is(end, "of") || t.Dash(end)
            || t.IsAny(end, "and", "to"));
    }

    /// <summary>The expression whose part of the day is token <paramref name="d"/>.</summary>
    public static bool Try(TimeText t, int d, List<TimeMatch> found)
    {
        if ((t.Capital(d) && !t.Opens(d) && !t.Upper(d)) || t.IsAny(d - 1, "good", "opening", "election", "wedding", "Saturday") || t.Capital(d + 1)
            && t.Capital(d))
        {
            return false;
        }

        // "three afternoon sessions" are of no day
        if ((t.Number(d - 1) || t.Class(d - 1) == WordClass.Cardinal || t.IsAny(d - 1, "an", "several", "many", "few")) && t.Word(d + 1)
            && !t.IsAny(d + 1, "and", "at", "in", "on"))
        {
            return false;
        }

        if ((t.Is(d + 1, "of") && t.IsAny(d, "dawn", "dusk", "sunset", "sunrise")) || t.IsAny(d + 1, "saving", "savings")
            || (t.IsAny(d - 1, "and", "or") && t.Is(d - 2, "day")))
        {
            return false;
        }

        var of = t.Is(d + 1, "hours") ? d + 2 : d + 1;
        if (t.Is(of, "of") && DateAhead(t, of + 1))
        {
            return false;
        }

        var form = new TimeForm
        {
            Kind = FormKind.Clock,
            Type = TimeType.Time,
            Clock = Code(t[d].Value),
            Shift = ShiftWord.Before(t, d, out var first),
        };
        var end = d + 1;
        if (t.Of(d)[^1] == 's' && t[d].Length > 5)
        {
            return false;
        }

        if (t.IsAny(d - 1, "at") && t.Is(d, "night"))
        {
            form = form with { Kind = FormKind.Literal, Code = "XXXX-XX-XXTNI" };
        }
        else if (t.IsAny(d - 1, "every", "each"))
        {
            (form, first) = (form with { Kind = FormKind.Literal, Type = TimeType.Set, Code = "XXXX-XX-XX" + form.Clock }, d - 1);
        }
        else if (t.Is(d - 1, "all") && d - 1 >= t.Floor && !t.Word(end) | t.IsAny(end, "to", "and", "but", "with", "as", "in", "on", "at"))
        {
            first = d - 1;
        }
        else if (t.IsAny(d - 1, "a", "one", "per", "all", "any") && !t.Is(d - 2, "late"))
        {
            return false;
        }
        else if (form.Shift == Shift.None && t.IsAny(d - 1, "next", "following", "previous", "same", "that"))
        {
            form.Narrative = true;
        }

        if (t.IsAny(d - 1, "following", "previous", "same", "that") || (t.Is(d - 1, "next") && !t.Is(d, "night")))
        {
            form.Narrative = true;
            form.Amount = t.IsAny(d - 1, "following", "next") ? 1 : t.Is(d - 1, "previous") ? -1 : 0;
            form.Shift = Shift.None;
            first = t.Is(d - 2, "the") && d - 2 >= t.Floor ? d - 2 : d - 1;
        }

        if (t.IsAny(end, "before", "earlier") && !t.Word(end + 1) && t.Is(d - 1, "the"))
        {
            (form.Narrative, form.Amount, end, first) = (true, -1, end + 1, d - 1);
        }

        found.Add(new TimeMatch(first, end, form));
        return true;
    }
}
