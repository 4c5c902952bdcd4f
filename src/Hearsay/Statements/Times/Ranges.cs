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
            if (!open || b.Form.Year is not { } year || b.Form is not { Kind: FormKind.Calendar or FormKind.PartOfYear } || !Joined(t, a.End, b.First) || (b.Form.Kind == FormKind.Calendar && b.Form.Month == 0))
            {
                continue;
            }

            var later = a.Form.Month > 0 && b.Form.Month > 0 && a.Form.Month > b.Form.Month;
            all[k] = a with { Form = a.Form with { Year = later ? year - 1 : year } };
        }
    }

    private static bool Joined(TimeText t, int end, int first) =>
        (first == end + 1 && (t.Dash(end) || t.Mark(end, '/') || t.Mark(end, ',') || t.IsAny(end, "and", "to", "or", "until", "through", "till"))) || first == end;
}
