namespace Hearsay.Statements.Times;

/// <summary>
/// Expressions whose head is a unit of time with a count: "three days", "two years ago", "a day earlier", "an hour and ten minutes".
/// </summary>
internal static class Periods
{
    private static readonly WordList Compounds = new("light", "rush", "happy", "zero", "man", "judgment", "school", "snow", "match");

    /// <summary>The expression whose unit is token <paramref name="u"/>.</summary>
    public static bool Try(TimeText t, int u, List<TimeMatch> found)
    {
        if ((t.Capital(u) && !t.Opens(u) && !t.Upper(u) && !t.Hyphen(u - 1)) || IsAge(t, u) || (t.Is(u, "min") && !t.Number(u - 1)
            && !(t.Hyphen(u - 1) && t.Number(u - 2)) && t.Class(u - 1) != WordClass.Cardinal) || InCompound(t, u))
        {
            return false;
        }

        if (t[u].Value == (int)TimeUnit.Quarter)
        {
            return PartsOfYear.Quarter(t, u, found);
        }

        if (t.Hyphen(u + 1) && t.Is(u + 2, "end") && t.Tight(u + 2))
        {
            return UnitPhrases.Try(t, u, found);
        }

        return (CountBefore(t, u) is { } count && Counted(t, count, u, found)) || UnitPhrases.Try(t, u, found);
    }

    /// <summary>"a 10-second delay", "one second": the unit that is also an ordinal.</summary>
    public static bool Second(TimeText t, int s, List<TimeMatch> found)
    {
        var end = t.Hyphen(s - 1) && t.Tight(s - 1) ? s - 1 : s;
        if (!t.Is(s, "second") || (!t.Number(end - 1) && !(t.Class(end - 1) == WordClass.Cardinal && (end < s || t.Is(end - 1, "one"))))
            || NumberPhrase.Before(t, end) is not { Value: { } n } count || (n == 20 && end == s))
        {
            return false;
        }

        found.Add(
            new TimeMatch(
                count.First,
                s + 1,
                new TimeForm
                {
                    Kind = FormKind.Literal,
                    Type = TimeType.Duration,
                    Code = TimexText.Duration(n, TimeUnit.Second),
                }
            )
        );
        return true;
    }

    /// <summary>True for a unit in the plural.</summary>
    public static bool Plural(TimeText t, int u) => t.Of(u)[^1] is 's' or 'S' or 'a';

    private static bool IsAge(TimeText t, int u) =>
        t.IsAny(u + 1, "old", "olds") || (t.Hyphen(u + 1) && t.IsAny(u + 2, "old", "olds")) || (t.Is(u + 1, "of") && t.Is(u + 2, "age"));

    private static bool InCompound(TimeText t, int u) =>
        t.IsAny(u - 1, Compounds) && !Plural(t, u)
        || (t.Hyphen(u + 1) && t.IsAny(u + 2, "to", "by", "on", "over") && t.Tight(u + 2) && t.Hyphen(u + 3))
        || (t.Is(u + 1, "by") && t[u].Value == t[u + 2].Value && t.Class(u + 2) == WordClass.Unit)
        || (t.Hyphen(u - 1) && t.IsAny(u - 2, "to", "by", "on", "over", "light", "man") && t.Tight(u - 1));

    /// <summary>The count before a unit, over a hyphen and up to two adjectives ("three full days").</summary>
    private static NumberPhrase? CountBefore(TimeText t, int u)
    {
        var end = u;
        if (t.Hyphen(u - 1) && t.Tight(u - 1) && t.Tight(u))
        {
            end--;
        }

        for (var skipped = 0; skipped < 2 && t.IsAny(end - 1, Neighbours.BetweenCountAndUnit); skipped++)
        {
            end--;
        }

        return NumberPhrase.Before(t, end);
    }

    private static bool Counted(TimeText t, NumberPhrase count, int u, List<TimeMatch> found)
    {
        var unit = (TimeUnit)t[u].Value;
        if (count.Value == 1 && Plural(t, u) && !t.Hyphen(u - 1) && !t.Number(count.First))
        {
            return false;
        }

        var (code, end) = (TimexText.Duration(count.Value, unit), u + 1);
        if ((t.Hyphen(end) || t.Tight(end) == false) && t.Is(t.Hyphen(end) ? end + 1 : end, "long"))
        {
            end += t.Hyphen(end) ? 2 : 1;
            count = t.IsAny(count.First, "a", "an") ? count with { First = u } : count;
        }
        else
        {
            end = Half(t, end, count, unit, ref code);
            end = Smaller(t, end, unit, ref code);
        }

        var whole = count.Value is { } n && n == decimal.Truncate(n) && n is > 0 and < 1000 && end == u + 1 ? Offset(n, unit, 1, false) : default;
        var form = new TimeForm { Kind = FormKind.Literal, Type = TimeType.Duration, Code = code, Unit = whole.Unit, Amount = whole.Amount };
        var time = t.Apostrophe(end) ? t.Is(end + 1, "s") ? end + 2 : end + 1 : end;
        if (time > end && t.Is(time, "time") && t.Is(count.First - 1, "in") && whole.Amount > 0)
        {
            found.Add(new TimeMatch(count.First, time + 1, Offset(count.Value, unit, 1, false)));
            return true;
        }

        var away = Away(t, ref end, out var narrative);
        if (away != 0)
        {
            form = Offset(count.Value, unit, away, narrative);
        }

        else if (whole.Amount > 0 && unit >= TimeUnit.Day && t.Is(count.First - 1, "in") && !t.Hyphen(u - 1) && (!t.Word(end)
            || t.IsAny(end, "and", "when", "if", "as")) && TenseCue.Planned(t, count.First - 1))
        {
            form = Offset(count.Value, unit, 1, false);
        }

        found.Add(new TimeMatch(count.First, end, form));
        return true;
    }

    /// <summary>"a year and a half".</summary>
    private static int Half(TimeText t, int end, NumberPhrase count, TimeUnit unit, ref string code)
    {
        var half = t.Is(end + 1, "a") ? end + 2 : end + 1;
        if (t.Is(end, "and") && t.Is(half, "half") && count.Value is { } n)
        {
            code = TimexText.Duration(n + 0.5m, unit);
            return half + 1;
        }

        return end;
    }

    /// <summary>"and 30 minutes" after "an hour".</summary>
    private static int Smaller(TimeText t, int end, TimeUnit unit, ref string code)
    {
        var at = t.Is(end, "and") || t.Mark(end, ',') ? end + 1 : end;
        if (t[at].Kind == TokenKind.Break || NumberPhrase.Parse(t, at) is not { Value: { } n } more || t.IsAny(at, "a", "half")
            || t.Class(more.End) != WordClass.Unit || IsAge(t, more.End))
        {
            return end;
        }

        var smaller = (TimeUnit)t[more.End].Value;
        if (smaller >= unit || (unit >= TimeUnit.Day) != (smaller >= TimeUnit.Day) && at != end && t.Mark(end, ','))
        {
            return end;
        }

        code = TimexText.Joined(code, TimexText.Duration(n, smaller));
        return Smaller(t, more.End + 1, smaller, ref code);
    }

    /// <summary>-1 for "ago", "earlier", 1 for "later", "from now"; 0 where the count stands by itself.</summary>
    public static int Away(TimeText t, ref int end, out bool narrative)
    {
        narrative = false;
        if (t.Is(end, "ago"))
        {
            end++;
            return -1;
        }

        if ((t.Is(end, "from") && t.IsAny(end + 1, "now", "today")) || t.Is(end, "hence"))
        {
            end += t.Is(end, "hence") ? 1 : 2;
            return 1;
        }

        narrative = true;
        if (t.IsAny(end, "earlier", "previously") || (t.IsAny(end, "before", "prior") && !t.Is(end + 1, "to")
            && (!t.Word(end + 1) || t.IsAny(end + 1, "and", "but", "in", "at", "on", "when", "by", "that", "as"))
            && !t.IsAny(end + 1, "when", "that", "in", "at")
        )
    )
        {
            end++;
            return -1;
        }

        if (t.IsAny(end, "later", "afterward", "afterwards", "thereafter"))
        {
            end++;
            return 1;
        }

        return 0;
    }

    /// <summary>A date so many units away; a reference where the count is vague.</summary>
    public static TimeForm Offset(decimal? count, TimeUnit unit, int away, bool narrative)
    {
        if (count is not { } n || n > 100_000)
        {
            return new TimeForm { Kind = FormKind.Literal, Type = TimeType.Reference, Code = away < 0 ? "PAST_REF" : "FUTURE_REF" };
        }

        (n, unit) = unit switch
        {
            TimeUnit.Fortnight => (n * 2, TimeUnit.Week),
            TimeUnit.Decade => (n * 10, TimeUnit.Year),
            TimeUnit.Century => (n * 100, TimeUnit.Year),
            TimeUnit.Millennium => (n * 1000, TimeUnit.Year),
            TimeUnit.Year when n != decimal.Truncate(n) => (n * 12, TimeUnit.Month),
            _ => (n, unit),
        };
        return new TimeForm { Kind = FormKind.Shifted, Type = unit < TimeUnit.Day ? TimeType.Time
            : TimeType.Date, Unit = unit, Amount = away * (int)n, Narrative = narrative };
    }
}
