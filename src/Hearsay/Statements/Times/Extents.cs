namespace Hearsay.Statements.Times;

/// <summary>
/// Widens an expression to the left over what belongs to it: "nearly three years", "up to 10 years", "early on October 31", "the end of 2003",
/// "the morning of April 19". Prepositions that lead to it ("on", "in", "at") stay outside.
/// </summary>
internal static class Extents
{
    private static readonly WordList BeforeCount = new(
        "about", "around", "some", "roughly", "approximately", "nearly", "almost", "over", "under", "another", "every"
    );

    private static readonly WordList Parts = new(
        "end", "start", "beginning", "middle", "rest", "remainder", "close", "month", "months", "year", "week"
    );

    private static readonly WordList Opening = new("a", "an", "half", "about", "nearly", "almost");

    /// <summary>The match with everything that belongs to it.</summary>
    public static TimeMatch Widen(TimeText t, TimeMatch m)
    {
        for (var before = -1; before != m.First;)
        {
            // Whatever changes the match makes it begin earlier
            before = m.First;
            m = m.Form switch
            {
                { Type: TimeType.Duration } => Length(t, m),
                { Kind: FormKind.Shifted, Amount: not 0 } when t.Class(m.First) is WordClass.Cardinal or WordClass.Vague || t.Number(m.First)
                    || t.IsAny(m.First, Opening) => Length(t, m),
                { Kind: FormKind.Clock } => Clock(t, m),
                { Clock: [_, >= '0' and <= '9', ..] } when t.Number(m.First) && t.Class(m.End - 1) is WordClass.Weekday or WordClass.Day => Clock(
                    t,
                    m
                ),
                _ => Calendar(t, m),
            };
        }

        return m;
    }

    private static bool Free(TimeText t, int i) => i >= t.Floor && i >= 0;

    private static TimeMatch Length(TimeText t, in TimeMatch m)
    {
        var f = m.First;
        if (t.IsAny(f - 1, BeforeCount)
            && Free(t, f - 1) && !(t.Is(f - 1, "over") && t.IsAny(f, "the", "this", "these")))
        {
            var form = t.Is(f - 1, "every") ? m.Form with { Type = TimeType.Set } : m.Form;
            return new TimeMatch(t.IsAny(f - 2, "well", "just") && t.IsAny(f - 1, "over", "under") && Free(t, f - 2) ? f - 2 : f - 1, m.End, form);
        }

        if (Free(t, f - 2) && ((t.Is(f - 1, "than") && t.IsAny(f - 2, "more", "less", "fewer")) || (t.Is(f - 1, "to")
            && t.IsAny(f - 2, "up", "close")) || (t.Is(f - 1, "least") && t.Is(f - 2, "at")) || (t.Is(f - 1, "most") && t.Is(f - 2, "at"))))
        {
            return m with { First = f - 2 };
        }

        if (t.IsAny(f - 1, Neighbours.BeforeLength) && t.IsAny(f - 2, "the", "this", "these") && Free(t, f - 2))
        {
            return m with { First = f - 2 };
        }

        if (t.Is(f - 1, "the") && Free(t, f - 1) && (t.Number(f) || t.Class(f) == WordClass.Cardinal) && !t.Hyphen(m.End - 2)
            && m.Form.Type == TimeType.Duration)
        {
            return m with { First = f - 1 };
        }

        // "two to three years", "five or six days", "10-15 minutes"
        if (Free(t, f - 2) && (t.IsAny(f - 1, "to", "or") || (t.Hyphen(f - 1) && t.Tight(f - 1)))
            && NumberPhrase.Before(t, f - 1) is { Value: not null } low && !t.IsAny(low.First, "a", "an"))
        {
            return m with { First = low.First };
        }

        return m;
    }

    private static TimeMatch Clock(TimeText t, in TimeMatch m)
    {
        var f = m.First;
        if (m.Form.Clock is [_, >= '0' and <= '9', ..])
        {
            return t.IsAny(f - 1, "about", "around", "approximately", "nearly", "roughly") && Free(t, f - 1) ? m with { First = f - 1 } : m;
        }

        if (t.IsAny(f - 1, "early", "late", "mid", "earlier", "later") && Free(t, f - 1))
        {
            return m with { First = f - 1 };
        }

        if (t.Dash(f - 1) && t.Tight(f) && t.IsAny(f - 2, "mid", "late", "early", "pre") && Free(t, f - 2))
        {
            return m with { First = f - 2 };
        }

        return t.Is(f - 1, "the") && f > 0 && t.IsAny(f, "early", "late") && Free(t, f - 1) ? m with { First = f - 1 } : m;
    }

    private static TimeMatch Calendar(TimeText t, in TimeMatch m)
    {
        var f = m.First;
        if (
            t.IsAny(f - 1, "early", "late", "mid", "earlier", "later")
            && Free(t, f - 1)
            && !(t.Is(f - 1, "late") && t.Is(f - 2, "the") && t.Capital(m.End))
        )
        {
            return m with { First = f - 1 };
        }

        if (t.Dash(f - 1) && t.Tight(f - 1) && t.IsAny(f - 2, "mid", "late", "early") && Free(t, f - 2))
        {
            return m with { First = f - 2 };
        }

        if (t.IsAny(f - 1, "on", "in") && t.IsAny(f - 2, "early", "late", "earlier", "later") && Free(t, f - 2))
        {
            return m with { First = f - 2 };
        }

        if (m.Form is { Kind: FormKind.Calendar, Year: not null, Day: 0 } && Free(t, f - 1))
        {
            if (t.IsAny(f - 1, "about", "around", "circa") || (t.Mark(f - 1, '.') && t.IsAny(f - 2, "ca", "c")))
            {
                return m with { First = t.Mark(f - 1, '.') ? f - 2 : f - 1 };
            }

            if (m.Form.Month == 0 && t.IsAny(f - 1, "year", "years") && t.Is(f - 2, "the") && Free(t, f - 2))
            {
                return m with { First = f - 2 };
            }
        }

        if (t.Is(f - 1, "of") && Free(t, f - 2))
        {
            return Part(t, m, f - 2);
        }

        return t.Is(f - 1, "the") && Free(t, f - 1) && TakesArticle(t, m) ? m with { First = f - 1 } : m;
    }

    /// <summary>"the end of", "the first week of", "the morning of" before a date.</summary>
    private static TimeMatch Part(TimeText t, in TimeMatch m, int head)
    {
        var form = m.Form;
        var ordinal = t.Class(head - 1) == WordClass.Ordinal ? head - 1 : t.IsAny(head - 1, "st", "nd", "rd", "th") && t.Tight(head - 1)
            && t.Number(head - 2) ? head - 2 : -1;
        if (t.Is(head, "hours") && t.Class(head - 1) == WordClass.Daypart)
        {
            head--;
        }

        var toTheDay =
            form
            is { Kind: FormKind.Calendar, Day: > 0 }
                or { Kind: FormKind.Weekday or FormKind.Holiday }
                or { Kind: FormKind.Shifted, Unit: TimeUnit.Day };
        if (t.Is(head, "hours") && t.IsAny(head - 1, "early", "small", "wee") && form.Clock is null && toTheDay)
        {
            form = form with { Clock = "TMO", Type = TimeType.Time };
            head--;
        }
        else if (t.Class(head) == WordClass.Daypart && form.Clock is null && toTheDay)
        {
            form = form with { Clock = Dayparts.Code(t[head].Value), Type = TimeType.Time };
        }
        else if (t.Is(head, "week") && form is { Kind: FormKind.Calendar, Month: 0, Year: > 0 } && (ordinal >= 0 || t.Is(head - 1, "last")))
        {
            head = ordinal >= 0 ? ordinal : head - 1;
            var weeks = System.Globalization.ISOWeek.GetWeeksInYear(Math.Clamp(form.Year.Value, 1, 9998));
            form = new TimeForm
            {
                Kind = FormKind.Literal,
                Type = TimeType.Date,
                Code = $"{TimexText.Year(form.Year)}-W{(t.Is(head, "last") ? weeks : t[head].Value):D2}",
            };
        }
        else if (t.Class(head) == WordClass.Unit && (ordinal >= 0 || t.IsAny(head - 1, "last", "final", "opening", "early", "closing"))
            && (form.Day == 0 || form.Kind != FormKind.Calendar))
        {
            var tens = ordinal < 0 ? -1 : t.Hyphen(ordinal - 1) ? ordinal - 2 : ordinal - 1;
            var isTens = tens >= t.Floor && t.Class(tens) == WordClass.Cardinal && t[tens].Value is 20 or 30 && t.Class(ordinal) == WordClass.Ordinal;
            form = ordinal >= 0 ? Counted(t, form, head, t[ordinal].Value + (isTens ? t[tens].Value : 0)) : form;
            head = isTens ? tens : ordinal >= 0 ? ordinal : head - 1;
        }
        else if (!t.IsAny(head, Parts))
        {
            return m;
        }
        else if (t.Class(head) == WordClass.Unit && !(t.Is(head, "month") && form is { Kind: FormKind.Calendar, Month: > 0, Day: 0 })
            && !(t.Is(head, "week") && form.Day > 0) && !(t.Is(head, "year") && form is { Month: 0, Year: not null }))
        {
            return m;
        }

        var first = t.IsAny(head - 1, "early", "late", "very") && Free(t, head - 1) ? head - 1 : head;
        first = t.Is(first - 1, "the") && Free(t, first - 1) ? first - 1 : first;
        first = t.Is(first - 1, "in") && t.IsAny(first - 2, "early", "late") && Free(t, first - 2) ? first - 2 : first;
        return new TimeMatch(first, m.End, form);
    }

    /// <summary>"the 15th day of June" is a day, "the third month of 2021" a month; other parts keep the value of the whole.</summary>
    private static TimeForm Counted(TimeText t, TimeForm form, int head, int n) =>
        t.Is(head, "day") && form is { Kind: FormKind.Calendar, Month: > 0, Day: 0 } && n is >= 1 and <= 31 ? form with { Day = n }
        : t.Is(head, "month") && form is { Kind: FormKind.Calendar, Month: 0, Year: not null } && n is >= 1 and <= 12 ? form with { Month = n }
        : t.Is(head, "month") && form is { Kind: FormKind.Shifted, Unit: TimeUnit.Year } && n is >= 1 and <= 12
            ? new TimeForm { Kind = FormKind.Calendar, Type = TimeType.Date, Month = n, YearOffset = form.Amount, Narrative = form.Narrative }
        : form;

    /// <summary>True where the article belongs to the expression: "the summer", "the 1970s", "the early 1920s", "the weekend".</summary>
    private static bool TakesArticle(TimeText t, in TimeMatch m)
    {
        var decade = m.Form.Kind == FormKind.Literal && m.Form.Type == TimeType.Date;
        if (t.IsAny(m.First, "early", "late", "mid"))
        {
            return decade || m.Form.Kind == FormKind.PartOfYear;
        }

        return (decade && !(t.Word(m.End) && t.Hyphen(m.End - 2))) || m.Form.Kind is FormKind.PartOfYear or FormKind.Weekend;
    }
}
