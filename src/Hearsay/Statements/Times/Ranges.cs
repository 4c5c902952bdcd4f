namespace Hearsay.Statements.Times;

/// <summary>Gives the first date of a range or pair the year of the second: "March 19 - April 30, 2003", "between February and July 1917".</summary>
internal static class Ranges
{
    /// <summary>Fills in years, from the end of the text to its beginning so that a list of dates shares the last one's year.</summary>
    public static void ShareYears(TimeText t, List<TimeMatch> all)
    {
        for (var k = all.Count - 2; k >= 0; k--)
        {
            var (a, b) = (all[k], all[k + 1]);
            var open = a.Form is { Kind: FormKind.Calendar, Year: null, Month: > 0 } or { Kind: FormKind.PartOfYear, Year: null, Shift: Shift.None };
            if (!open || b.Form.Year is not { } year || b.Form is not { Kind: FormKind.Calendar or FormKind.PartOfYear } || !Joined(t, a.End, b.First)
                || (b.Form.Kind == FormKind.Calendar && b.Form.Month == 0))
            {
                continue;
            }

            var later = a.Form.Month > 0 && b.Form.Month > 0 && a.Form.Month > b.Form.Month;
            all[k] = a with { Form = a.Form with { Year = later ? year - 1 : year } };
        }
    }

    /// <summary>"the first ten months" and "1915" with "of" between them are one expression.</summary>
    public static void Merge(TimeText t, List<TimeMatch> all)
    {
        var kept = 0;
        for (var k = 0; k < all.Count; k++)
        {
            if (kept > 0 && Anchored(t, all[kept - 1], all[k]) is { } anchored)
            {
                all[kept - 1] = anchored;
                continue;
            }

            var whole = kept > 0 && all[kept - 1] is { Form.Type: TimeType.Duration } length && t.IsAny(length.First, "the")
                && t.IsAny(length.First + 1, "first", "last", "final", "closing", "opening", "early")
                && all[k].First == length.End + 1 && t.Is(length.End, "of") && all[k].Form.Kind == FormKind.Calendar;
            if (whole)
            {
                all[kept - 1] = all[kept - 1] with { End = all[k].End };
            }
            else
            {
                all[kept++] = all[k];
            }
        }

        all.RemoveRange(kept, all.Count - kept);
    }

    /// <summary>"two weeks before May 13", "three days from tomorrow": a length counted from the date that follows it.</summary>
    private static TimeMatch? Anchored(TimeText t, TimeMatch length, TimeMatch date)
    {
        var away = t.IsAny(length.End, "after", "from") ? 1 : t.IsAny(length.End, "before") ? -1 : 0;
        var day =
            date.Form
            is { Kind: FormKind.Calendar, Day: > 0 }
                or { Kind: FormKind.Holiday }
                or { Kind: FormKind.Shifted, Unit: TimeUnit.Day }
                or { Kind: FormKind.Weekday };
        if (away == 0 || t.Apostrophe(date.End) || !day || date.First != length.End + 1
            || length.Form is not { Type: TimeType.Duration, Unit: >= TimeUnit.Day, Amount: > 0 } || date.Form.Clock is not null)
        {
            return null;
        }

        var form = new TimeForm
        {
            Kind = FormKind.Shifted,
            Type = TimeType.Date,
            Unit = length.Form.Unit,
            Amount = away * length.Form.Amount,
            From = [date],
        };
        return new TimeMatch(length.First, date.End, form);
    }

    private static bool Joined(TimeText t, int end, int first) =>
        (first == end + 1 && (t.Dash(end) || t.Mark(end, '/') || t.Mark(end, ',') || t.IsAny(end, "and", "to", "or", "until", "through", "till")))
            || first == end;
}
