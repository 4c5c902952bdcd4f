namespace Hearsay.Statements.Times;

/// <summary>
/// Expressions whose head is a unit of time without a count: "last week", "the following day", "the coming days", "every year", "for months".
/// </summary>
internal static class UnitPhrases
{
    private static readonly WordList Relating = new(
        "after", "before", "since", "following", "of", "leading", "earlier", "prior", "into", "on", "without", "and"
    );

    private static readonly WordList Loose = new("after", "before", "of", "and", "in", "if", "at", "until", "on");

    private static readonly WordList AfterThe = new("after", "before", "since", "following", "leading", "to", "that");

    private static readonly WordList Lasting = new(
        "for", "within", "take", "takes", "took", "taken", "lasted", "spent", "spend", "spending", "over", "mere"
    );

    private static readonly WordList Leading = new("after", "following", "during", "despite", "amid", "spent", "with", "of", "through");

    private static readonly WordList BeforeThat = new(
        "in", "on", "of", "later", "earlier", "by", "during", "until", "since", "from", "before", "after", "for"
    );

    /// <summary>The expression whose unit is token <paramref name="u"/>.</summary>
    public static bool Try(TimeText t, int u, List<TimeMatch> found)
    {
        var match = Repeated(t, u) ?? (Periods.Plural(t, u) ? Many(t, u) : One(t, u));
        if (match is { } m && m.First >= t.Floor)
        {
            found.Add(m);
            return true;
        }

        return false;
    }

    private static TimeMatch Match(int first, int end, TimeType type, string code) =>
        new(
            first,
            end,
            new TimeForm
            {
                Kind = FormKind.Literal,
                Type = type,
                Code = code,
            }
        );

    private static TimeMatch Reference(int first, int end, string code) => Match(first, end, TimeType.Reference, code);

    private static TimeMatch Shifted(int first, int end, TimeUnit unit, int amount, bool narrative) =>
        new(first, end, Periods.Offset(1, unit, 1, narrative) with { Amount = amount * Periods.Offset(1, unit, 1, narrative).Amount });

    private static TimeUnit Unit(TimeText t, int u) => (TimeUnit)t[u].Value;

    /// <summary>The token before, with "the" where it stands before that.</summary>
    private static int WithThe(TimeText t, int i) => t.IsAny(i - 1, "the", "this") && i - 1 >= t.Floor ? i - 1 : i;

    /// <summary>"per day", "each week", "every other year".</summary>
    private static TimeMatch? Repeated(TimeText t, int u) =>
        t.IsAny(u - 1, "per", "each", "every") ? Match(u - 1, u + 1, TimeType.Set, TimexText.Duration(1, Unit(t, u)))
        : t.Is(u - 1, "other") && t.Is(u - 2, "every") ? Match(u - 2, u + 1, TimeType.Set, TimexText.Duration(2, Unit(t, u)))
        : null;

    /// <summary>"the early hours"; before "of Wednesday" they are left to the rule of the day.</summary>
    private static TimeMatch? EarlyHours(TimeText t, int u) =>
        t.Is(u + 1, "of") && (t.Class(u + 2) is WordClass.Weekday or WordClass.Month or WordClass.Day || t.Number(u + 2)) ? null
        : new TimeMatch(WithThe(t, u - 1), u + 1, new TimeForm { Kind = FormKind.Clock, Type = TimeType.Time, Clock = "TMO" });

    private static TimeMatch? Many(TimeText t, int u)
    {
        if (t.Is(u, "hours") && t.IsAny(u - 1, "early", "small", "wee"))
        {
            return EarlyHours(t, u);
        }

        var vague = TimexText.Duration(null, Unit(t, u));
        var end = u + 1;
        var away = Periods.Away(t, ref end, out _);
        if (away != 0)
        {
            return Reference(u, end, away < 0 ? "PAST_REF" : "FUTURE_REF");
        }

        if (t.Is(u - 1, "some"))
        {
            return Match(u - 1, u + 1, TimeType.Duration, vague);
        }

        if (t.IsAny(u - 1, "recent", "bygone"))
        {
            return Reference(WithThe(t, u - 1), u + 1, "PAST_REF");
        }

        if (t.IsAny(u - 1, "coming", "upcoming"))
        {
            return Reference(WithThe(t, u - 1), u + 1, "FUTURE_REF");
        }

        if (t.Is(u + 1, "ahead"))
        {
            return Reference(WithThe(t, u), u + 2, "FUTURE_REF");
        }

        if (t.IsAny(u - 1, "these", "those") && Unit(t, u) == TimeUnit.Day)
        {
            return Reference(u - 1, u + 1, t.Is(u - 1, "these") ? "PRESENT_REF" : "PAST_REF");
        }

        if (t.IsAny(u - 1, Neighbours.BeforeUnits) && t.Is(u - 2, "the"))
        {
            return Match(u - 2, u + 1, TimeType.Duration, vague);
        }

        return Bare(t, u, vague);
    }

    /// <summary>"for months", "hours after": only where the words beside it show that time is meant.</summary>
    private static TimeMatch? Bare(TimeText t, int u, string vague)
    {
        var relative = t.IsAny(u + 1, Relating);
        var loose = t.IsAny(u + 1, Loose) || !t.Word(u + 1);
        if (t.Is(u - 1, "the") && t.IsAny(u + 1, AfterThe))
        {
            return Match(u - 1, u + 1, TimeType.Duration, vague);
        }

        var led = t.IsAny(u - 1, Neighbours.BeforeBareUnits);
        var plainly = t.IsAny(u - 1, Lasting)
            && !t.IsAny(u + 1, "old");
        var heap = t.Is(u + 1, "of") && Unit(t, u) >= TimeUnit.Week
            && !t.IsAny(u - 1, "the", "early", "golden", "final", "last", "first", "all", "few") && !t.Capital(u - 1);
        if (plainly || heap || (led && (relative || loose) && !t.IsAny(u - 1, "and", "or", "to", "more")) || t.IsAny(u + 1, "after", "before")
            || (Before(t, u) && t.Is(u + 1, "of")) || (t.IsAny(u - 1, "or") && (t.Class(u - 2) == WordClass.Unit)))
        {
            return Match(u, u + 1, TimeType.Duration, vague);
        }

        return null;
    }

    private static bool Before(TimeText t, int u) => t.IsAny(u - 1, Leading) || t.Opens(u);

    private static TimeMatch? One(TimeText t, int u)
    {
        var unit = Unit(t, u);
        return Yesterday(t, u) ?? Turned(t, u, unit) ?? Told(t, u, unit) ?? PartOf(t, u, unit) ?? Whole(t, u, unit);
    }

    /// <summary>"the day before yesterday".</summary>
    private static TimeMatch? Yesterday(TimeText t, int u)
    {
        if (Unit(t, u) != TimeUnit.Day || !t.Is(u - 1, "the"))
        {
            return null;
        }

        var amount = t.Is(u + 1, "before") && t.Is(u + 2, "yesterday") ? -2 : t.Is(u + 1, "after") && t.Is(u + 2, "tomorrow") ? 2 : 0;
        return amount != 0 ? Shifted(u - 1, u + 3, TimeUnit.Day, amount, false) : null;
    }

    /// <summary>"last week", "this month", "the next day", "the past year".</summary>
    private static TimeMatch? Turned(TimeText t, int u, TimeUnit unit)
    {
        if (t.Is(u - 1, "other") && t.Is(u - 2, "the") && unit == TimeUnit.Day)
        {
            return Reference(u - 2, u + 1, "PAST_REF");
        }

        if (t.Is(u - 1, "fiscal") && t.IsAny(u - 2, "last", "this", "next", "current"))
        {
            return Shifted(t.Is(u - 3, "the") ? u - 3 : u - 2, u + 1, unit, t.Is(u - 2, "last") ? -1 : t.Is(u - 2, "next") ? 1
                : 0, false) is var fiscal ? fiscal with { Form = fiscal.Form with { Code = "FY" } } : null;
        }

        if (unit < TimeUnit.Day && !t.IsAny(u - 2, "the"))
        {
            return null;
        }

        if (t.Is(u + 1, "of") && t.IsAny(u - 1, "last", "first") && (t.Class(u + 2) == WordClass.Month || t.Number(u + 2)))
        {
            return null;
        }

        if (t.Is(u - 1, "coming") && unit == TimeUnit.Week)
        {
            return Shifted(t.Is(u - 2, "the") ? u - 2 : u - 1, u + 1, unit, 1, false);
        }

        var shift = ShiftWord.Before(t, u, out var first);
        var the = t.Is(first, "the");
        var thisPast = t.Is(first, "this") && first < u - 1;
        if (shift == Shift.None || (shift == Shift.This && t.Is(u - 1, "this") && unit < TimeUnit.Day))
        {
            return null;
        }

        if (shift == Shift.Next && the && t.Is(u - 1, "next") && (unit == TimeUnit.Day
            || !t.IsAny(first - 1, "over", "within", "during", "for", "in", "throughout")))
        {
            return Shifted(first, u + 1, unit, 1, true);
        }

        if ((the && shift != Shift.This) || (thisPast && shift == Shift.Last) || t.Is(u - 1, "past") || unit < TimeUnit.Day)
        {
            return Match(first, u + 1, TimeType.Duration, TimexText.Duration(1, unit));
        }

        return Shifted(first, u + 1, unit, shift == Shift.This ? 0 : (int)shift, false);
    }

    /// <summary>"the following day", "that year", "the same week", "the month before": counted from where the narrative stands.</summary>
    private static TimeMatch? Told(TimeText t, int u, TimeUnit unit)
    {
        if (unit < TimeUnit.Day)
        {
            return null;
        }

        if (t.IsAny(u - 1, "following", "subsequent", "previous", "preceding", "same") && t.IsAny(u - 2, "the", "that"))
        {
            return Shifted(u - 2, u + 1, unit, t.IsAny(u - 1, "following", "subsequent") ? 1 : t.Is(u - 1, "same") ? 0 : -1, true);
        }

        if (t.Is(u - 1, "that"))
        {
            return t.IsAny(u - 2, BeforeThat)
                || t.Opens(u - 1) || !t.Word(u + 1) || t.IsAny(u + 1, Neighbours.AfterThatDay) ? Shifted(u - 1, u + 1, unit, 0, true) : null;
        }

        var beyond = t.Is(u + 2, "the") ? u + 3 : u + 2;
        if (t.Is(u - 1, "the") && t.IsAny(u + 1, "after", "before") && t.IsAny(beyond, "next", "last") && !t.Word(beyond + 1))
        {
            return Shifted(u - 1, beyond + 1, unit, t.Is(beyond, "next") ? 2 : -2, false);
        }

        if (t.Is(u - 1, "the"))
        {
            var closes = !t.Word(u + 2);
            if (t.IsAny(u + 1, "before", "earlier", "previous", "prior") && closes)
            {
                return Shifted(u - 1, u + 2, unit, -1, true);
            }

            if (t.IsAny(u + 1, "after", "later", "following") && closes)
            {
                return Shifted(u - 1, u + 2, unit, 1, true);
            }
        }

        return null;
    }

    /// <summary>"early in the year", "the end of the week", "year's end".</summary>
    private static TimeMatch? PartOf(TimeText t, int u, TimeUnit unit)
    {
        if (unit >= TimeUnit.Month && ((t.Apostrophe(u + 1) && t.Is(u + 2, "s") && t.Is(u + 3, "end")) || (t.Hyphen(u + 1) && t.Is(u + 2, "end"))))
        {
            return Shifted(t.Is(u - 1, "the") ? u - 1 : u, t.Is(u + 3, "end") ? u + 4 : u + 3, unit, 0, false);
        }

        if (unit >= TimeUnit.Month && t.Is(u - 1, "of") && t.Is(u - 2, "end"))
        {
            return Shifted(u - 2, u + 1, unit, 0, false);
        }

        if (!t.Is(u - 1, "the") || unit < TimeUnit.Day)
        {
            return null;
        }

        var part = t.Is(u - 2, "in") && t.IsAny(u - 3, "early", "earlier", "late", "later")
            || (t.Is(u - 2, "of") && t.IsAny(u - 3, Neighbours.PartsOfUnit));
        return part && !(unit == TimeUnit.Day && t.IsAny(u - 3, "end", "rest", "part", "half"))
            && !t.IsAny(u + 1, "he", "she", "when") ? Shifted(u - 1, u + 1, unit, 0, false) : null;
    }

    /// <summary>"all day", "week-long", "the entire month".</summary>
    private static TimeMatch? Whole(TimeText t, int u, TimeUnit unit)
    {
        var code = TimexText.Duration(1, unit);
        if (t.Hyphen(u + 1) && t.Is(u + 2, "long") && t.Tight(u + 1))
        {
            return Match(u, u + 3, TimeType.Duration, code);
        }

        var all = t.Hyphen(u - 1) ? u - 2 : u - 1;
        if (t.Is(all, "all") && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && t.Is(all, "all"))
        {
            return Match(all, u + 1, TimeType.Duration, code);
        }

        if (t.IsAny(u - 1, "whole", "entire", "full") || (t.Hyphen(u - 1) && t.Is(u - 2, "full")))
        {
            var first = t.Hyphen(u - 1) ? u - 2 : u - 1;
            return Match(t.IsAny(first - 1, "the", "an", "a") && first - 1 >= t.Floor ? first - 1 : first, u + 1, TimeType.Duration, code);
        }

        return t.Is(u - 1, "another") ? Match(u - 1, u + 1, TimeType.Duration, code) : null;
    }
}
