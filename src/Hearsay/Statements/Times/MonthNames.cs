namespace Hearsay.Statements.Times;

/// <summary>Tells whether the name of a month or weekday that stands alone is one: "in May" is, "Mrs May" and "may" are not.</summary>
internal static class MonthNames
{
    /// <summary>
    /// True where the month <paramref name="m"/>, without day and year, is meant as a month; <paramref name="end"/> is the token after it.
    /// </summary>
    public static bool Stands(TimeText t, int m, int end)
    {
        if (!t.Capital(m))
        {
            return false;
        }

        if (t.IsAny(m, "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"))
        {
            return t.Mark(m + 1, '.') && !t.IsAny(m, "Mar", "Jan") ? Led(t, m) || !t.Capital(end) : Led(t, m);
        }

        var doubtful = t.IsAny(m, "May", "March");
        if (t.Apostrophe(end) && t.Is(end + 1, "s") && t.IsAny(m, "May", "April", "June", "August"))
        {
            return (Led(t, m) && !doubtful) || (t.Money && !t.NamesPerson(m));
        }

        if (doubtful)
        {
            return Led(t, m) && !t.Capital(end) && !(t.IsAny(m - 1, "by", "to", "for", "and", "or", "of", "the", "with") && t.NamesPerson(m));
        }

        if (t.Capital(end) && t.IsAny(m, "April", "June", "August") && t[end].Class == WordClass.None && !Led(t, m))
        {
            return false;
        }

        return !(t.Capital(m - 1) && !t.Opens(m - 1) && t.IsAny(m, "April", "June", "August") && t[m - 1].Class == WordClass.None && !t.Upper(m - 1));
    }

    /// <summary>True for "a Long March 5 rocket", "the Women's March 2017": the word before is part of the name.</summary>
    public static bool IsMarch(TimeText t, int m)
    {
        if (!t.Is(m, "March") || !t[m].Spaced) return false;
        var before = t.Is(m - 1, "s") && t.Apostrophe(m - 2) ? m - 3 : m - 1;
        return t.IsAny(before - 1, "the", "a", "an") && t.Capital(before) && !t.Upper(before) && t[before].Class == WordClass.None;
    }

    /// <summary>True where a word stands before it that leads to a time.</summary>
    private static bool Led(TimeText t, int m)
    {
        var before = t.Dash(m - 1) && t.IsAny(m - 2, "mid") ? m - 2 : m - 1;
        return t.IsAny(before, Neighbours.ToMonth)
            || t.IsAny(before, Neighbours.OfMonth)
            || t.Class(before) == WordClass.Month || (t.Dash(m - 1) && (t.Class(m - 2) == WordClass.Month || t.Number(m - 2)));
    }
}
