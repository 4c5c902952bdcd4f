namespace Hearsay.Statements.Times;

/// <summary>Years in figures, decades, centuries.</summary>
internal static class Years
{
    /// <summary>A year that may follow a month: four digits, "'98", or fewer digits with "BC".</summary>
    public static bool At(TimeText t, int i, out int end, out int year)
    {
        (end, year) = (i + 1, t[i].Value);
        if (t.Apostrophe(i) && t.Number(i + 1) && t[i + 1].Length == 2 && t.Tight(i + 1))
        {
            (end, year) = (i + 2, t[i + 1].Value + (t[i + 1].Value < 50 ? 2000 : 1900));
            return !t.Is(end, "s");
        }

        if (!t.Number(i) || t[i].Length > 4)
        {
            return false;
        }

        if (BeforeChrist(t, i + 1, out var after))
        {
            (end, year) = (after, -year);
            return year < 0;
        }

        return t[i].Length == 4 && year is >= 1000 and <= 2199 && !Joined(t, i);
    }

    /// <summary>
    /// The expression that starts with the digits of token <paramref name="i"/>: a year, a range of years, or a decade or century with its end.
    /// </summary>
    public static bool Try(TimeText t, int i, List<TimeMatch> found)
    {
        if (Decade(t, i, found) || Ordinal(t, i, found))
        {
            return true;
        }

        if (!At(t, i, out var end, out var year))
        {
            return BeforeChristRange(t, i, found);
        }

        if (year > 0 && !Believable(t, i, end, year))
        {
            return false;
        }

        var fiscal = t.Is(i - 1, "fiscal") ? i - 1 : t.Is(i - 1, "year") && t.Is(i - 2, "fiscal") ? i - 2 : -1;
        if (fiscal >= t.Floor && year > 0)
        {
            found.Add(new TimeMatch(fiscal, end, Literal($"FY{year}")));
            return true;
        }

        found.Add(new TimeMatch(i, end, Year(year)));
        if (t.Hyphen(end) && year > 0 && t.Number(end + 1) && t[end + 1].Length == 2 && t[end + 1].Value > year % 100 && !Joined(t, end + 1)
            && !(t.Word(end + 2) && t.Tight(end + 2)))
        {
            found.Add(new TimeMatch(end + 1, end + 2, Year((year / 100 * 100) + t[end + 1].Value)));
        }

        return true;
    }

    /// <summary>"the seventies", "the eighteenth century".</summary>
    public static bool TryWord(TimeText t, int i, List<TimeMatch> found)
    {
        if (t.Class(i) == WordClass.Decade)
        {
            var modified = t.IsAny(i - 1, "early", "late") || (t.Dash(i - 1) && t.Is(i - 2, "mid")) || t.Is(i - 1, "mid");
            if (!t.Is(i - 1, "the") && !(modified && (t.Is(i - 2, "the") || t.Is(i - 3, "the"))))
            {
                return false;
            }

            found.Add(new TimeMatch(i, i + 1, Literal($"19{t[i].Value / 10}")));
            return true;
        }

        return Ordinal(t, i, found);
    }

    private static TimeForm Year(int year) => new() { Kind = FormKind.Calendar, Type = TimeType.Date, Year = year };

    private static TimeForm Literal(string value) => new() { Kind = FormKind.Literal, Type = TimeType.Date, Code = value };

    private static bool BeforeChrist(TimeText t, int i, out int end)
    {
        end = t.Is(i, "BC") || t.Is(i, "BCE") ? i + 1 : i;
        if (end == i && t.Is(i, "B") && t.Mark(i + 1, '.') && t.Is(i + 2, "C"))
        {
            end = t.Mark(i + 3, '.') ? i + 4 : i + 3;
        }

        return end > i;
    }

    /// <summary>"499" of "499-493 BC".</summary>
    private static bool BeforeChristRange(TimeText t, int i, List<TimeMatch> found)
    {
        if (t[i].Length > 4 || !(t.Dash(i + 1) || t.IsAny(i + 1, "to", "and")) || !t.Number(i + 2) || !BeforeChrist(t, i + 3, out _)
            || t[i].Value <= t[i + 2].Value)
        {
            return false;
        }

        found.Add(new TimeMatch(i, i + 1, Year(-t[i].Value)));
        return true;
    }

    /// <summary>"1970s", "'80s", "470s BC", "mid-1980s" (its "mid" comes with the extents).</summary>
    private static bool Decade(TimeText t, int i, List<TimeMatch> found)
    {
        var s = t.Apostrophe(i + 1) && t.Tight(i + 1) ? i + 2 : i + 1;
        if (!t.Is(s, "s") || !t.Tight(s) || t[i].Value % 10 != 0)
        {
            return false;
        }

        var era = BeforeChrist(t, s + 1, out var end);
        if (t[i].Length == 4 && t[i].Value is >= 1000 and <= 2190)
        {
            found.Add(new TimeMatch(i, s + 1, Literal(Text(t[i].Value / 10, 3, era))));
        }
        else if (t[i].Length == 3 && era)
        {
            found.Add(new TimeMatch(i, end, Literal($"BC0{t[i].Value / 10}")));
        }
        else if (t[i].Length == 2 && (t.Apostrophe(i - 1) || t.IsAny(i - 1, "the")) && !(t.Is(i - 1, "the") && t.Is(i - 2, "in")
            && t.IsAny(s + 1, "and", "with")))
        {
            var first = t.Apostrophe(i - 1) && t.Tight(i) ? i - 1 : i;
            found.Add(new TimeMatch(first, s + 1, Literal(Text((t[i].Value + (t[i].Value < 30 ? 2000 : 1900)) / 10, 3, false))));
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>"19th century", "the eighteenth-century", "the fifth century BC".</summary>
    private static bool Ordinal(TimeText t, int i, List<TimeMatch> found)
    {
        var figure = t.Number(i) && t.IsAny(i + 1, "st", "nd", "rd", "th") && t.Tight(i + 1);
        var number = t[i].Value;
        var end = figure ? i + 2 : i + 1;
        if (!figure && t.Class(i) == WordClass.Cardinal && number == 20 && t.Hyphen(i + 1) && t.Class(i + 2) == WordClass.Ordinal)
        {
            (number, end) = (20 + t[i + 2].Value, i + 3);
        }
        else if (!figure && t.Class(i) != WordClass.Ordinal)
        {
            return false;
        }

        end = t.Hyphen(end) ? end + 1 : end;
        if (!(t.Class(end) == WordClass.Unit && t[end].Value == (int)TimeUnit.Century) || number is < 1 or > 30 || t.Is(end, "centuries"))
        {
            return false;
        }

        var era = BeforeChrist(t, end + 1, out var after);
        found.Add(new TimeMatch(i, era ? after : end + 1, Literal(Text(number - 1, 2, era))));
        return true;
    }

    private static string Text(int value, int digits, bool era) => (era ? "BC" : "") + (digits == 3 ? $"{value:D3}" : $"{value:D2}");

    /// <summary>
    /// True where other characters stand against the digits so that they are part of something else: "1,916", "19.5", "$1984", "1984x".
    /// </summary>
    private static bool Joined(TimeText t, int i)
    {
        if (t.Tight(i) && i > 0 && (t.Word(i - 1) || (t[i - 1].Kind == TokenKind.Mark
            && t.Text[t[i - 1].Start] is '$' or '£' or '€' or '#' or '.' or ',' or ':' or '%' or '@' or '_' or '=' or '&' or '+')))
        {
            return true;
        }

        var next = t[i + 1];
        return !next.Spaced && (next.Kind is TokenKind.Word or TokenKind.Number
            || (next.Kind == TokenKind.Mark && t.Text[next.Start] is '%' or '.' or ',' or ':' or '_' or '=' or '&' && !t[i + 2].Spaced
                && t[i + 2].Kind == TokenKind.Number)
            || t.Mark(i + 1, '%') || t.Mark(i + 1, '°'));
    }

    /// <summary>True where four digits in this place are a year and not a count or a number of something.</summary>
    private static bool Believable(TimeText t, int i, int end, int year)
    {
        if (t.IsAny(i - 1, Neighbours.BeforeCounts)
            && !(
                t.IsAny(i - 1, "about", "over", "than")
                && year is >= 1900 and <= 2099
                && (!t.Word(end) || t.IsAny(end, "by", "and", "when", "to", "in"))
            )
        )
        {
            return false;
        }

        if (t.Hyphen(i - 1) && t.Tight(i) && t.Tight(i - 1) && t.Number(i - 2) && t[i - 2].Length != 4)
        {
            return false;
        }

        var led = t.IsAny(i - 1, Neighbours.ToYear)
            || t.Mark(i - 1, '(') || t.Dash(i - 1) || t.Class(i - 1) == WordClass.Month;
        if (Counted(t, end) && !((t.IsAny(i - 1, "the", "since", "early", "late", "a", "its", "their", "his", "her") || (t.Is(i - 1, "in")
            && (t.Capital(i - 1) || year % 100 != 0)) || (t.Is(i - 1, "of") && t.IsAny(i - 2, "end", "start", "beginning", "middle", "rest")))
            && year is >= 1900 and <= 2099))
        {
            return false;
        }

        if (year is < 1700 or > 2099)
        {
            return led && !t.IsAny(i - 1, "the", "of", "for") && !t.Word(end) || (led && t.Mark(end, ')')) || (led
                && t.IsAny(end, "and", "to", "the", "when", "by", "was", "were"));
        }

        return led || (!t.IsAny(i - 1, "to", "at", "with", "on") || year >= 1900) && !(t.Mark(i - 1, '-') && t.Tight(i - 1));
    }

    /// <summary>True where a plural noun or a measure follows, of which there would be so many.</summary>
    private static bool Counted(TimeText t, int i)
    {
        if (!t.Word(i) || t.Capital(i) || !t[i].Spaced)
        {
            return t.Mark(i, '%');
        }

        var word = t.Of(i);
        return t.IsAny(i, Neighbours.CountedThings)
            || (word.Length > 3 && word[^1] == 's' && word[^2] is not 's' and not 'u' and not 'i' && !t.IsAny(i, Neighbours.NotCounted));
    }
}
