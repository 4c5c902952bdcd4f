namespace Hearsay.Statements.Times;

/// <summary>Dates with a named month ("5 May 1920", "Oct. 31", "in March") and dates in figures ("2024-10-31", "10/31/2024").</summary>
internal static class CalendarDates
{
    /// <summary>The date whose month is token <paramref name="m"/>, with day and year where they stand beside it.</summary>
    public static bool Named(TimeText t, int m, List<TimeMatch> found)
    {
        if (MonthNames.IsMarch(t, m)) return false;
        var form = new TimeForm { Kind = FormKind.Calendar, Type = TimeType.Date, Month = t[m].Value };
        var first = m;
        var end = t.Mark(m + 1, '.') && t.Tight(m + 1) && t[m].Length <= 4 && t[m].Length < 5 && !t.IsAny(m, "May", "June", "July") ? m + 2 : m + 1;
        if (DayBefore(t, m, out var dayFirst, out var day))
        {
            (first, form.Day) = (dayFirst, day);
            end = YearAfter(t, end, ref form);
        }
        else if (DayAfter(t, t.Hyphen(end) && !t.Capital(m - 1) && t.Tight(end) && t.Number(end + 1) && t[end + 1].Length <= 2
            && t.Tight(end + 1) ? end + 1 : end, out var dayEnd, out day))
        {
            form.Day = day;
            end = YearAfter(t, dayEnd, ref form);
        }
        else
        {
            end = YearAfter(t, end, ref form);
            if (form.Year is null && form.YearOffset is null && !MonthNames.Stands(t, m, end))
            {
                return false;
            }
        }

        if (form is { Day: 0, Year: null, YearOffset: null } && ShiftWord.Before(t, first, out var shifted) is var shift && shift != Shift.None)
        {
            (form.Shift, first) = (shift, t.Is(shifted, "the") ? shifted + 1 : shifted);
        }

        if (form.Day > 0 && form.Year is { } y && y > 0 && form.Day > DateTime.DaysInMonth(Math.Clamp(y, 1, 9999), form.Month))
        {
            return false;
        }

        end = form.Day > 0 ? Dayparts.After(t, end, ref form) : end;
        EarlierDays(t, first, form with { Clock = null, Type = TimeType.Date }, found);
        found.Add(new TimeMatch(first, end, form));
        LaterDay(t, end, form, found);
        return true;
    }

    /// <summary>"3-Dec-2031", "03-Dec-31", "Dec-3-2031", of which token <paramref name="i"/> is the first.</summary>
    public static bool Joined(TimeText t, int i, List<TimeMatch> found)
    {
        for (var k = i + 1; k <= i + 4; k++)
        {
            if (!t.Tight(k) || (k - i) % 2 == 1 != t.Hyphen(k)) return false;
        }

        var (day, month, year) = t.Number(i) ? (i, i + 2, i + 4) : (i + 2, i, i + 4);
        if (t.Class(month) != WordClass.Month || !t.Number(day) || t[day].Length > 2 || !t.Number(year) || t[year].Length is not (2 or 4)) return false;
        var full = t[year].Length == 4 ? t[year].Value : t[year].Value + (t[year].Value < 50 ? 2000 : 1900);
        var form = new TimeForm { Kind = FormKind.Calendar, Type = TimeType.Date, Year = full, Month = t[month].Value, Day = t[day].Value };
        if (NewsDates.On(full, form) is null) return false;
        found.Add(new TimeMatch(i, i + 5, form));
        return true;
    }

    /// <summary>ISO dates and dates with slashes or points; month before day where both readings are possible (American order).</summary>
    public static bool InFigures(TimeText t, int i, List<TimeMatch> found)
    {
        if (i > 0 && t.Tight(i) && (t.Mark(i - 1, '/') || t.Mark(i - 1, '.') || t.Mark(i - 1, '-') || t.Word(i - 1) || t.Mark(i - 1, '$')))
        {
            return false;
        }

        var separator = t[i + 1].Kind == TokenKind.Mark && t.Tight(i + 1) ? t.Text[t[i + 1].Start] : ' ';
        if (separator is not ('-' or '/' or '.') || !Tied(t, i + 2))
        {
            return false;
        }

        var three = t.Mark(i + 3, separator) && t.Tight(i + 3) && Tied(t, i + 4);
        if (!three)
        {
            return NineEleven(t, i, separator, found);
        }

        if (t.Number(i + 5) || (t.Tight(i + 5) && (t.Mark(i + 5, separator) && t.Number(i + 6))))
        {
            return false;
        }

        var (a, b, c) = (t[i].Value, t[i + 2].Value, t[i + 4].Value);
        var (year, month, day) = t[i].Length == 4 ? (a, b, c)
            : t[i + 4].Length == 4 && separator == '.' && b <= 12 ? (c, b, a)
            : t[i + 4].Length == 4 ? (a > 12 ? (c, b, a) : (c, a, b))
            : t[i + 4].Length == 2 && separator == '/' ? (c + (c < 50 ? 2000 : 1900), a > 12 ? b : a, a > 12 ? a : b) : (0, 0, 0);
        if (year is < 1000 or > 2999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var form = new TimeForm { Kind = FormKind.Calendar, Type = TimeType.Date, Year = year, Month = month, Day = day };
        var end = i + 5;
        if (t.Is(end, "T") && t.Tight(end) && t.Number(end + 1, 2, 0, 24) && t.Mark(end + 2, ':') && t.Number(end + 3, 2, 0, 59))
        {
            form.Clock = $"T{t.Of(end + 1)}:{t.Of(end + 3)}";
            form.Type = TimeType.Time;
            end += 4;
        }

        found.Add(new TimeMatch(i, end, form));
        return true;
    }

    /// <summary>A day of the month as figure or word with its end; the figure may carry st, nd, rd, th.</summary>
    public static bool DayAt(TimeText t, int i, out int end, out int day)
    {
        (end, day) = (i + 1, t[i].Value);
        if (t.Number(i) && t[i].Length <= 2 && day is >= 1 and <= 31)
        {
            if (t.IsAny(i + 1, "st", "nd", "rd", "th") && t.Tight(i + 1))
            {
                end = i + 2;
            }

            return !(t.Tight(end) && (t.Word(end) || t.Mark(end, ':') || t.Mark(end, '%') || (t[end].Kind == TokenKind.Mark
                && t.Text[t[end].Start] is '.' or ',' && t.Number(end + 1) && t.Tight(end + 1))));
        }

        if (t.Class(i) == WordClass.Ordinal)
        {
            return true;
        }

        var units = t.Hyphen(i + 1) ? i + 2 : i + 1;
        if (t.Class(i) == WordClass.Cardinal && day is 20 or 30 && t.Class(units) == WordClass.Ordinal && t[units].Value < 10)
        {
            (end, day) = (units + 1, day + t[units].Value);
            return day <= 31;
        }

        return false;
    }

    /// <summary>"on the 20th", in the month that the narrative or the publication is in.</summary>
    public static bool DayAlone(TimeText t, int i, List<TimeMatch> found)
    {
        if (!t.Is(i - 1, "the") || !t.IsAny(i - 2, "on", "by", "until", "since") || !DayAt(t, i, out var end, out var day) || end != i + 2
            || (t.Word(end) && !t.IsAny(end, "and", "the", "he", "she", "they", "it", "was", "were", "when", "as", "but", "in", "at")))
        {
            return false;
        }

        found.Add(new TimeMatch(i - 1, end, new TimeForm { Kind = FormKind.Calendar, Type = TimeType.Date, Day = day }));
        return true;
    }

    /// <summary>A year that follows a month, a season or a day and month: "1916", ", 1916", "of 1916", "480 BC".</summary>
    public static int YearAfter(TimeText t, int i, ref TimeForm form)
    {
        var at = t.Mark(i, ',') ? i + 1 : t.Is(i, "of") ? i + 1 : i;
        if (Years.At(t, at, out var end, out var year) && (at == i || !t.Mark(i, ',') || form.Day > 0 || form.Month > 0))
        {
            form.Year = year;
            return end;
        }

        return YearWord(t, i, ref form);
    }

    /// <summary>"of that year", "of the same year", "last year".</summary>
    private static int YearWord(TimeText t, int i, ref TimeForm form)
    {
        var at = t.Is(i, "of") ? i + 1 : i;
        at = at > i && t.Is(at, "the") ? at + 1 : at;
        if (!t.Is(at + 1, "year") || t[i].Kind == TokenKind.Break || !t.IsAny(at, "last", "this", "next", "that", "same", "following", "previous")
            || (at == i && t.IsAny(at, "that", "same")))
        {
            return i;
        }

        form.Narrative = !t.IsAny(at, "last", "this", "next");
        form.YearOffset = t.IsAny(at, "last", "previous") ? -1 : t.IsAny(at, "next", "following") ? 1 : 0;
        return at + 2;
    }

    private static bool Tied(TimeText t, int i) => t.Number(i) && t.Tight(i);

    /// <summary>"9/11" of 2001 is the one day that is named by two figures alone.</summary>
    private static bool NineEleven(TimeText t, int i, char separator, List<TimeMatch> found)
    {
        if (separator != '/' || t[i].Value != 9 || t[i + 2].Value != 11 || (t.Tight(i + 3) && t.Mark(i + 3, '/')))
        {
            return false;
        }

        found.Add(new TimeMatch(i, i + 3, new TimeForm { Kind = FormKind.Calendar, Type = TimeType.Date, Year = 2001, Month = 9, Day = 11 }));
        return true;
    }

    /// <summary>"5", "5th", "the fifth of", "5th of" before a month.</summary>
    private static bool DayBefore(TimeText t, int m, out int first, out int day)
    {
        (first, day) = (m, 0);
        var last = t.Is(m - 1, "of") ? m - 2 : m - 1;
        for (var i = Math.Max(t.Floor, last - 2); i <= last; i++)
        {
            if (DayAt(t, i, out var end, out day) && end == last + 1 && (t.Number(i) ? last == m - 1 || end - i == 2 : t.Is(m - 1, "of")
                || t.Class(i) == WordClass.Ordinal))
            {
                if (t.Number(i) && t.Tight(i) && i > t.Floor && t[i - 1].Kind != TokenKind.Break && !t.Dash(i - 1) && !t.Mark(i - 1, '(')
                    && !t.Mark(i - 1, '/'))
                {
                    return false;
                }

                first = i > t.Floor && t.Is(i - 1, "the") && (!t.Number(i) || end - i == 2 || last != m - 1) ? i - 1 : i;
                return t.Number(i) || last != m - 1 || first < i;
            }
        }

        day = 0;
        return false;
    }

    private static bool DayAfter(TimeText t, int i, out int end, out int day)
    {
        var at = t.Is(i, "the") ? i + 1 : i;
        return DayAt(t, at, out end, out day)
            && (t.Number(at) || (at > i && !t.Class(end).Equals(WordClass.Unit)) || t.Class(at) == WordClass.Cardinal)
            && (at == i || end - at > 1 || !t.Number(at)) && !(at == i && t.Class(at) == WordClass.Ordinal) && t[i].Kind != TokenKind.Break;
    }

    /// <summary>"6-" and "5 and " of "5 and 6 May": the days before a date that share its month.</summary>
    private static void EarlierDays(TimeText t, int first, TimeForm form, List<TimeMatch> found)
    {
        var the = t.Is(first, "the");
        if (form.Day == 0 || !(t.Number(first) || the))
        {
            return;
        }

        var joint = first - 1;
        if (!(t.Dash(joint) || t.IsAny(joint, "and", "to", "or", "until", "through")))
        {
            return;
        }

        for (var i = Math.Max(joint - 2, t.Floor); i < joint; i++)
        {
            if (t.Number(i) && DayAt(t, i, out var end, out var day) && end == joint && !(t.Tight(i) && i > 0 && t[i - 1].Kind is TokenKind.Mark
                && !t.Mark(i - 1, '(')) && t.Class(i - 1) != WordClass.Month)
            {
                found.Add(new TimeMatch(i > t.Floor && t.Is(i - 1, "the") ? i - 1 : i, end, form with { Day = day }));
                return;
            }
        }
    }

    /// <summary>"-5" and " and 5th" after "May 4": a later day of the same month.</summary>
    private static void LaterDay(TimeText t, int joint, TimeForm form, List<TimeMatch> found)
    {
        if (form.Day == 0 || !(t.Dash(joint) || t.IsAny(joint, "and", "to", "or", "through")))
        {
            return;
        }

        var at = t.Is(joint + 1, "the") ? joint + 2 : joint + 1;
        if (!DayAt(t, at, out var end, out var day) || !t.Number(at) || day <= form.Day || t.Class(end) is WordClass.Month or WordClass.Unit)
        {
            return;
        }

        var ordinal = end > at + 1;
        if (
            ordinal
            || t.Dash(joint)
            || t[end].Kind != TokenKind.Word
            || t.IsAny(end, "in", "at", "on", "the", "for", "as", "when", "were", "was", "to")
        )
        {
            var own = form with { Day = day };
            end = form.Year is null ? YearAfter(t, end, ref own) : end;
            if (own.Year is not null && form.Year is null && found.Count > 0)
            {
                found[^1] = found[^1] with { Form = form with { Year = own.Year } };
            }

            found.Add(new TimeMatch(joint + 1, end, own));
        }
    }
}
