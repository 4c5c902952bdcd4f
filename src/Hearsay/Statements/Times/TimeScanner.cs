namespace Hearsay.Statements.Times;

/// <summary>
/// Walks over the tokens once; where a word of the list or a number stands, tries the rules of its class and takes the first that holds.
/// </summary>
internal static class TimeScanner
{
    /// <summary>Words of no class at which a rule begins.</summary>
    public static readonly string[] PhraseWords = ["future", "ago", "moment", "time", "present", "latter"];

    /// <summary>All expressions in the order of the text, without overlaps, not yet resolved.</summary>
    public static List<TimeMatch> Scan(TimeText t)
    {
        var all = new List<TimeMatch>();
        var found = new List<TimeMatch>();
        var next = 0;
        foreach (var i in t.Candidates)
        {
            if (i < next)
            {
                continue;
            }

            found.Clear();
            if (!Try(t, i, found))
            {
                continue;
            }

            foreach (var match in found)
            {
                var wide = Extents.Widen(t, match);
                if (wide.First >= t.Floor && wide.End > wide.First)
                {
                    all.Add(wide);
                    t.Floor = wide.End;
                }
            }

            next = t.Floor;
        }

        Ranges.Merge(t, all);
        Ranges.ShareYears(t, all);
        return all;
    }

    private static bool Try(TimeText t, int i, List<TimeMatch> found) => t[i].Kind switch
    {
        TokenKind.Number => CalendarDates.InFigures(t, i, found) || CalendarDates.Joined(t, i, found) || MonthAhead(t, i, found) || CalendarDates.DayAlone(t, i, found)
            || ClockTimes.Try(t, i, found) || Years.Try(t, i, found),
        _ => (t[i].OpensHoliday && t.Capital(i) && Holidays.Try(t, i, found)) || TryWord(t, i, found),
    };

    private static bool TryWord(TimeText t, int i, List<TimeMatch> found) => t.Class(i) switch
    {
        WordClass.Month => CalendarDates.Joined(t, i, found) || CalendarDates.Named(t, i, found),
        WordClass.Weekday => Weekdays.Try(t, i, found),
        WordClass.Weekend => Weekdays.Weekend(t, i, found),
        WordClass.Unit => Weekdays.WeekOn(t, i, found) || Periods.Try(t, i, found),
        WordClass.Season => PartsOfYear.Season(t, i, found),
        WordClass.Daypart => Dayparts.Try(t, i, found),
        WordClass.Day => Days.Try(t, i, found),
        WordClass.Noon => ClockTimes.Try(t, i, found),
        WordClass.Past => References.Past(t, i, found),
        WordClass.Cardinal => Years.TryWord(t, i, found) || ClockTimes.Try(t, i, found),
        WordClass.Ordinal => Years.TryWord(t, i, found) || PartsOfYear.Half(t, i, found) || Periods.Second(t, i, found),
        WordClass.Decade => Years.TryWord(t, i, found),
        WordClass.Set => References.Repeated(t, i, found),
        WordClass.Reference => References.Try(t, i, found),
        _ => References.Phrase(t, i, found) || PartsOfYear.ShortQuarter(t, i, found) || PartsOfYear.Half(t, i, found),
    };

    /// <summary>A day before its month: the rule of the month takes both, before the number could be read as something else.</summary>
    private static bool MonthAhead(TimeText t, int i, List<TimeMatch> found)
    {
        var next = t.IsAny(i + 1, "st", "nd", "rd", "th") && t.Tight(i + 1) ? i + 2 : i + 1;
        next = t.Is(next, "of") ? next + 1 : next;
        return t[i].Length <= 2 && t.Class(next) == WordClass.Month && CalendarDates.Named(t, next, found);
    }
}
