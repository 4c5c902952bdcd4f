namespace Hearsay.Statements.Times;

/// <summary>Days named from the day of publication: "today", "yesterday morning", "tonight".</summary>
internal static class Days
{
    /// <summary>The expression whose day is token <paramref name="d"/>.</summary>
    public static bool Try(TimeText t, int d, List<TimeMatch> found)
    {
        if (t.Capital(d) && !t.Opens(d) && !t.Upper(d) && !t.Opens(d - 1))
        {
            return false;
        }

        if (t.Upper(d) && t.Upper(d - 1) && t[d - 1].Length <= 4)
        {
            return false;
        }

        var form = new TimeForm { Kind = FormKind.Shifted, Type = TimeType.Date, Unit = TimeUnit.Day, Amount = t[d].Value };
        var end = d + 1;
        if (t.Is(d, "tonight"))
        {
            (form.Clock, form.Type) = ("TNI", TimeType.Time);
        }
        else
        {
            end = Dayparts.After(t, end, ref form);
        }

        found.Add(new TimeMatch(d, end, form));
        return true;
    }
}
