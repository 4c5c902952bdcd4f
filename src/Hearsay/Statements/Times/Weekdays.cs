namespace Hearsay.Statements.Times;

/// <summary>Weekdays, alone or with a date after them; parts of the day that follow; "the weekend".</summary>
internal static class Weekdays
{
    private static readonly WordList Named = new(
        "times", "herald", "telegraph", "mirror", "express", "mail", "post", "independent", "people", "sport", "star", "world", "league", "night",
        "Agreement", "School", "Football");

    private static readonly WordList Naming = new("Black", "Bloody", "Super", "Ash", "Fat", "Shrove", "Giving", "Cyber", "Maundy", "Ruby", "Casual");

    /// <summary>The expression whose weekday is token <paramref name="w"/>.</summary>
    public static bool Try(TimeText t, int w, List<TimeMatch> found)
    {
        if (!t.Capital(w) || IsName(t, w))
        {
            return false;
        }

        var dotted = t[w].Length <= 5 && !t.IsAny(w, "Mondays", "Friday", "Sunday", "Monday") && t.Mark(w + 1, '.') && t.Tight(w + 1);
        var end = dotted ? w + 2 : w + 1;
        if (Dated(t, w, end, found))
        {
            return true;
        }

        if (t[w].Length <= 5 && !dotted)
        {
            return false;
        }

        if (Nth(t, w, found))
        {
            return true;
        }

        var form = new TimeForm { Kind = FormKind.Weekday, Type = TimeType.Date, Day = t[w].Value, Shift = ShiftWord.Before(t, w, out var first) };
        if (form.Shift == Shift.Next && t.IsAny(w - 1, "coming", "upcoming"))
        {
            form.Shift = Shift.Coming;
        }

        if (t.IsAny(w - 1, "every", "each") || (t.Is(w, "Mondays") || t[w].Length > 6 && t.Of(w)[^1] is 's'))
        {
            form = form with { Kind = FormKind.Literal, Type = TimeType.Set, Code = $"XXXX-WXX-{form.Day}" };
            first = t.IsAny(w - 1, "every", "each") ? w - 1 : w;
        }

        if (t.Class(end) == WordClass.Daypart && t.Of(end)[^1] is 's' && t[end].Length > 5)
        {
            form = form with { Kind = FormKind.Literal, Type = TimeType.Set, Code = $"XXXX-WXX-{form.Day}{Dayparts.Code(t[end].Value)}" };
            end++;
        }

        end = Dayparts.After(t, end, ref form);
        end = AfterNext(t, OfWeek(t, end, ref form), ref form);
        found.Add(new TimeMatch(first, end, form));
        return true;
    }

    /// <summary>"the first Friday of next month", "the last Sunday in May".</summary>
    private static bool Nth(TimeText t, int w, List<TimeMatch> found)
    {
        var figure = t.IsAny(w - 1, "st", "nd", "rd", "th") && t.Tight(w - 1) && t.Number(w - 2);
        var n = t.Class(w - 1) == WordClass.Ordinal ? t[w - 1].Value : figure ? t[w - 2].Value : t.IsAny(w - 1, "last", "final") ? -1 : 0;
        if (n is 0 or > 5 || !t.IsAny(w + 1, "of", "in"))
        {
            return false;
        }

        var months = new List<TimeMatch>();
        if (t.Class(w + 2) == WordClass.Month && t.Capital(w + 2))
        {
            var kept = t.Floor;
            t.Floor = w + 2;
            CalendarDates.Named(t, w + 2, months);
            t.Floor = kept;
        }
        else if (t.IsAny(w + 2, "next", "last", "previous", "this") && t.Is(w + 3, "month"))
        {
            var amount = t.Is(w + 2, "next") ? 1 : t.Is(w + 2, "this") ? 0 : -1;
            months.Add(
                new TimeMatch(
                    w + 2,
                    w + 4,
                    new TimeForm
                    {
                        Kind = FormKind.Shifted,
                        Type = TimeType.Date,
                        Unit = TimeUnit.Month,
                        Amount = amount,
                    }
                )
            );
        }

        if (months is not [{ Form.Day: 0 } month])
        {
            return false;
        }

        var first = figure ? w - 2 : w - 1;
        first = t.Is(first - 1, "the") && first - 1 >= t.Floor ? first - 1 : first;
        found.Add(
            new TimeMatch(
                first,
                month.End,
                new TimeForm
                {
                    Kind = FormKind.NthWeekday,
                    Type = TimeType.Date,
                    Day = t[w].Value,
                    Amount = n,
                    From = [month],
                }
            )
        );
        return true;
    }

    /// <summary>"of next week", "last week" after a weekday.</summary>
    private static int OfWeek(TimeText t, int i, ref TimeForm form)
    {
        var at = t.Is(i, "of") ? i + 1 : i;
        if (form.Kind != FormKind.Weekday || form.Shift != Shift.None || t[i].Kind == TokenKind.Break || !t.Is(at + 1, "week")
            || !t.IsAny(at, "last", "next", "this"))
        {
            return i;
        }

        (form.Unit, form.Amount) = (TimeUnit.Week, t.Is(at, "last") ? -1 : t.Is(at, "next") ? 1 : 0);
        form.Shift = Shift.This;
        return at + 2;
    }

    /// <summary>"the Monday after next", "Thursday week".</summary>
    private static int AfterNext(TimeText t, int i, ref TimeForm form)
    {
        if (form is not { Kind: FormKind.Weekday, Shift: Shift.None } || t[i].Kind == TokenKind.Break) return i;
        if (t.Is(i, "after") && t.Is(i + 1, "next"))
        {
            (form.Shift, form.Unit, form.Amount) = (Shift.This, TimeUnit.Week, 2);
            return i + 2;
        }

        if (!t.Is(i, "week") || (t.Word(i + 1) && !t.IsAny(i + 1, "and", "at", "in", "on"))) return i;
        (form.Shift, form.Amount) = (Shift.Coming, 1);
        return i + 1;
    }

    /// <summary>"a week on Thursday", "a week from Thursday": <paramref name="u"/> is the week.</summary>
    public static bool WeekOn(TimeText t, int u, List<TimeMatch> found)
    {
        if (!t.Is(u, "week") || !t.Is(u - 1, "a") || u - 1 < t.Floor || !t.IsAny(u + 1, "on", "from")) return false;
        if (t.Class(u + 2) != WordClass.Weekday || !t.Capital(u + 2)) return false;
        var form = new TimeForm { Kind = FormKind.Weekday, Type = TimeType.Date, Day = t[u + 2].Value, Shift = Shift.Coming, Amount = 1 };
        found.Add(new TimeMatch(u - 1, Dayparts.After(t, u + 3, ref form), form));
        return true;
    }

    /// <summary>"the weekend", "this weekend", "last weekend", "over the weekend".</summary>
    public static bool Weekend(TimeText t, int w, List<TimeMatch> found)
    {
        var shift = ShiftWord.Before(t, w, out var first);
        if (t.IsAny(w - 1, "every", "each"))
        {
            found.Add(new TimeMatch(w - 1, w + 1, new TimeForm { Kind = FormKind.Literal, Type = TimeType.Set, Code = "XXXX-WXX-WE" }));
            return true;
        }

        if (
            t.Is(w, "weekends")
            && NumberPhrase.Before(t, w) is { Value: { } n and >= 2 and < 100 } count
            && n == decimal.Truncate(n)
            && !t.IsAny(w + 1, "ago", "later", "earlier")
        )
        {
            var every = t.IsAny(count.First - 1, "every", "each");
            found.Add(
                new TimeMatch(
                    every ? count.First - 1 : count.First,
                    w + 1,
                    new TimeForm
                    {
                        Kind = FormKind.Literal,
                        Type = every ? TimeType.Set : TimeType.Duration,
                        Code = $"P{(int)n}WE",
                    }
                )
            );
            return true;
        }

        if (t.Is(w, "weekends"))
        {
            found.Add(new TimeMatch(w, w + 1, new TimeForm { Kind = FormKind.Literal, Type = TimeType.Set, Code = "XXXX-WXX-WE" }));
            return true;
        }

        if (shift == Shift.None && !t.IsAny(w - 1, "the", "that", "over", "holiday", "Christmas", "Easter", "Thanksgiving") && !t.IsAny(w - 2, "the"))
        {
            return false;
        }

        found.Add(new TimeMatch(first, w + 1, new TimeForm { Kind = FormKind.Weekend, Type = TimeType.Date, Shift = shift }));
        return true;
    }

    /// <summary>"Thursday, Dec. 28, 2017", "Thursday 28 December", "Thursday the 28th".</summary>
    private static bool Dated(TimeText t, int w, int end, List<TimeMatch> found)
    {
        var at = t.Mark(end, ',') ? end + 1 : t.Is(end, "the") ? end + 1 : end;
        var month = t.Class(at) == WordClass.Month ? at : t.Number(at)
            && CalendarDates.DayAt(t, at, out var after, out _) ? (t.Is(after, "of") ? after + 1 : after) : -1;
        if (month < 0 || t.Class(month) != WordClass.Month)
        {
            if (t.Is(end, "the") && t.Number(at) && CalendarDates.DayAt(t, at, out var tail, out var number) && tail == at + 2)
            {
                found.Add(new TimeMatch(w, tail, new TimeForm { Kind = FormKind.Calendar, Type = TimeType.Date, Day = number }));
                return true;
            }

            return false;
        }

        var kept = t.Floor;
        t.Floor = at;
        var dates = new List<TimeMatch>();
        var dated = CalendarDates.Named(t, month, dates) && dates[0].Form.Day > 0;
        t.Floor = kept;
        if (!dated)
        {
            return false;
        }

        found.Add(dates[0] with { First = w });
        found.AddRange(dates.Skip(1));
        return true;
    }

    private static bool IsName(TimeText t, int w) =>
        (t.IsAny(w + 1, Named) && t.Capital(w + 1) && !t.Upper(w) && t[w + 1].Spaced) || (t.IsAny(w - 1, Naming) && t.Capital(w - 1));
}
