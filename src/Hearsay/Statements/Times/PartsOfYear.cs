namespace Hearsay.Statements.Times;

/// <summary>Seasons, quarters and halves of a year.</summary>
internal static class PartsOfYear
{
    private static readonly string[] Codes = ["", "SP", "SU", "FA", "WI"];

    /// <summary>The season of token <paramref name="s"/>: "the summer of 1943", "this spring", "by autumn".</summary>
    public static bool Season(TimeText t, int s, List<TimeMatch> found)
    {
        var form = new TimeForm
        {
            Kind = FormKind.PartOfYear,
            Type = TimeType.Date,
            Code = Codes[t[s].Value],
            Shift = ShiftWord.Before(t, s, out var first),
        };
        var end = CalendarDates.YearAfter(t, s + 1, ref form);
        if (form.Year is > 0)
        {
            end = t.Dash(end) && t.Number(end + 1, 2, 0, 99) && t.Tight(end + 1) ? end + 2 : t.Dash(end)
                && t.Number(end + 1, 4, form.Year.Value + 1, form.Year.Value + 1) && t.Tight(end + 1) ? end + 2 : end;
        }

        if (form.Year is null && form.YearOffset is null && !Meant(t, s, ref form, ref first))
        {
            return false;
        }

        found.Add(new TimeMatch(first, end, form));
        return true;
    }

    /// <summary>The quarter of token <paramref name="q"/>: "the third quarter of 2023", "fourth-quarter", "last quarter".</summary>
    public static bool Quarter(TimeText t, int q, List<TimeMatch> found)
    {
        var form = new TimeForm { Kind = FormKind.PartOfYear, Type = TimeType.Date, Shift = ShiftWord.Before(t, q, out var first) };
        if (t.Is(q, "quarters"))
        {
            return false;
        }

        if (t.IsAny(q - 1, "each", "every", "per"))
        {
            found.Add(new TimeMatch(q - 1, q + 1, new TimeForm { Kind = FormKind.Literal, Type = TimeType.Set, Code = "P3M" }));
            return t.Money;
        }

        var ordinal = t.Hyphen(q - 1) ? q - 2 : t.Is(q - 1, "fiscal") ? q - 2 : q - 1;
        if (t.Class(ordinal) == WordClass.Ordinal && t[ordinal].Value <= 4)
        {
            form.Code = $"Q{t[ordinal].Value}";
            form.Shift = Shift.None;
            first = ordinal;
        }
        else if (form.Shift == Shift.None || t.Is(q - 1, "past"))
        {
            return false;
        }
        else
        {
            found.Add(
                new TimeMatch(
                    first,
                    q + 1,
                    new TimeForm
                    {
                        Kind = FormKind.Shifted,
                        Type = TimeType.Date,
                        Unit = TimeUnit.Quarter,
                        Amount = form.Shift == Shift.This ? 0 : (int)form.Shift,
                    }
                )
            );
            return true;
        }

        var end = OfYear(t, q + 1, ref form);
        if (end == q + 1 && !(t.IsAny(first - 1, "the", "for", "in", "its", "strong", "record") && t.Money))
        {
            return false;
        }

        found.Add(new TimeMatch(first, end, form));
        return true;
    }

    /// <summary>"Q3", "Q3 2024", "2024 Q3".</summary>
    public static bool ShortQuarter(TimeText t, int q, List<TimeMatch> found)
    {
        if (!t.Is(q, "Q") || !t.Number(q + 1, 1, 1, 4) || !t.Tight(q + 1) || (t.Word(q + 2) && t.Tight(q + 2)))
        {
            return false;
        }

        var form = new TimeForm { Kind = FormKind.PartOfYear, Type = TimeType.Date, Code = $"Q{t[q + 1].Value}" };
        found.Add(new TimeMatch(q, OfYear(t, q + 2, ref form), form));
        return true;
    }

    /// <summary>"the first half of 2008", "the second half of the year"; <paramref name="h"/> is the ordinal.</summary>
    public static bool Half(TimeText t, int h, List<TimeMatch> found)
    {
        if (!t.Is(h + 1, "half") || !(t[h].Value is 1 or 2 && t.Class(h) == WordClass.Ordinal || t.Is(h, "latter")))
        {
            return false;
        }

        var form = new TimeForm { Kind = FormKind.PartOfYear, Type = TimeType.Date, Code = t[h].Value == 1 && !t.Is(h, "latter") ? "H1" : "H2" };
        var end = OfYear(t, h + 2, ref form);
        if (end == h + 2)
        {
            return false;
        }

        found.Add(new TimeMatch(t.Is(h - 1, "the") && h - 1 >= t.Floor ? h - 1 : h, end, form));
        return true;
    }

    /// <summary>"of 2023", "2023", "of this year", "of the year", "of fiscal 2023".</summary>
    private static int OfYear(TimeText t, int i, ref TimeForm form)
    {
        var at = t.Is(i, "of") ? i + 1 : i;
        at = at > i && t.Is(at, "fiscal") ? at + 1 : at;
        if (Years.At(t, at, out var end, out var year))
        {
            form.Year = year;
            return end;
        }

        if (at > i && t.IsAny(at, "this", "last", "next", "the") && t.Is(at + 1, "year"))
        {
            form.Shift = t.Is(at, "last") ? Shift.Last : t.Is(at, "next") ? Shift.Next : Shift.This;
            return at + 2;
        }

        return i;
    }

    private static bool Meant(TimeText t, int s, ref TimeForm form, ref int first)
    {
        if (t.Capital(s) && !t.Opens(s) && !t.Upper(s))
        {
            return false;
        }

        var second = t.Floor == s - 1 && s > 1 && t.IsAny(s - 1, "and", "or", "to") && t.Class(s - 2) == WordClass.Season;
        if (form.Shift != Shift.None || second || t.Is(s - 1, "that"))
        {
            return true;
        }

        if (t.IsAny(s - 1, "another", "following", "previous"))
        {
            first = t.Is(s - 1, "another") ? s - 1 : t.Is(s - 2, "the") ? s - 2 : s - 1;
            form.Shift = t.Is(s - 1, "another") ? Shift.This : Shift.None;
            return true;
        }

        var modified = t.IsAny(s - 1, "early", "late", "mid", "earlier") || t.Hyphen(s - 1) && t.Is(s - 2, "mid");
        var led = t.IsAny(s - 1, "the", "in", "by", "during", "since", "until", "throughout", "through", "every", "each");
        var clear = !t.Word(s + 1) || t.IsAny(s + 1, Neighbours.AfterSeason);
        if (t.IsAny(s, "fall", "spring"))
        {
            var paired = t.IsAny(s + 1, "and", "or") && (t.Class(s + 2) == WordClass.Season || t.Class(s + 3) == WordClass.Season);
            if (paired && t.Is(s - 1, "the"))
            {
                return true;
            }

            return clear && (modified || t.IsAny(s - 1, "in", "by", "since") || (t.Is(s - 1, "the")
                && t.IsAny(s - 2, "in", "by", "during", "until", "since", "through", "throughout", "for")))
                && !(t.Is(s, "fall") && t.IsAny(s + 1, "in", "of", "to", "for"));
        }

        return (modified || led) && (clear || modified);
    }
}
