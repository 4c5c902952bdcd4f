using System.Collections.Frozen;

namespace Hearsay.Statements.Figures;

/// <summary>
/// A number with the currency before it and the unit behind it, before bounds and ranges are read. <see cref="Unit"/> is null where nothing says what
/// one of it is.
/// </summary>
internal readonly record struct Measure(NumberPhrase Number, int Start, int End, QuantityKind Kind, string? Unit)
{
    /// <summary>The measure whose currency or number begins at the lexeme; null where none does.</summary>
    public static Measure? At(LexemeList text, int i)
    {
        var start = i;
        var sign = text.IsDash(i) && text.IsDigits(i + 1) && text[i + 1].Glued && !text[i].Glued ? 1 : 0;
        i += sign;
        if (NumberReader.At(text, i) is not { } number) return ArticleUnit(text, i);
        if (sign > 0) number = number with { Low = -number.Low, High = -number.High };
        else if (text.IsWord(i) && (text.Is(i - 1, "minus") || text.Is(i - 1, "negative")) || (text.Is(i - 1, "minus") && text.IsDigits(i)))
        {
            number = number with { Low = -number.Low, High = -number.High };
            start = i - 1;
        }
        return WithUnit(text, number, start);
    }

    /// <summary>"almost a year", "more than a mile": "a" is a number where a bound stands before it and a unit behind.</summary>
    private static Measure? ArticleUnit(LexemeList text, int i)
    {
        if (
            !(text.Is(i, "a") || text.Is(i, "an"))
            || UnitTable.At(text, i + 1) is not var (unit, end)
            || unit.Dimension is "money" or "ratio"
            || text.IsHyphen(end)
        )
            return null;
        if (Bounds.Before(text, i).Qualifier == FigureQualifier.Exact)
            return Halved(text, end) is null ? null : WithUnit(text, NumberPhrase.Of(i, i + 1, 1, NumberForm.Words), i);
        return WithUnit(text, NumberPhrase.Of(i, i + 1, 1, NumberForm.Words), i);
    }

    private static Measure WithUnit(LexemeList text, NumberPhrase number, int start)
    {
        var end =
            Bounds.After(text, number.End) is var (_, boundEnd) && (text.IsHyphen(number.End) || text[number.End].Glued) ? boundEnd : number.End;
        if (text.Is(start - 1, "magnitude") || (text.Is(start - 1, "of") && text.Is(start - 2, "magnitude")))
            return new Measure(number, start, end, QuantityKind.Measure, "magnitude");
        if (Currencies.Before(text, start) is var (marked, moneyStart))
            return Currencies.After(text, end) is var (again, againEnd) && Currencies.MayBeSame(marked, again)
                ? new Measure(number, moneyStart, againEnd, QuantityKind.Money, Currencies.Meanings(marked).IsEmpty ? marked : again)
                : new Measure(number, moneyStart, end, QuantityKind.Money, marked);
        if (Percent(text, end) is var (percent, percentEnd))
            return new Measure(number, start, percentEnd, percent == "percent" ? QuantityKind.Percent : QuantityKind.Measure, percent);
        if (Currencies.After(text, end) is var (named, namedEnd))
        {
            if (text.IsWord(namedEnd) && text.Of(namedEnd).Length > 3 && !number.Scaled && NumberWords.Scale(text.Of(namedEnd), out var scale)
                && !((number.High ?? number.Low) > NumberReader.Largest / scale))
                return new Measure(
                    number with
                    {
                        Low = number.Low * scale,
                        High = number.High * scale,
                        Scaled = true,
                    },
                    start,
                    namedEnd + 1,
                    QuantityKind.Money,
                    named
                );
            return Currencies.Hundredths(text, namedEnd) is var (cents, centsEnd)
                ? new Measure(Plus(number, cents), start, centsEnd, QuantityKind.Money, named)
                : new Measure(number, start, namedEnd, QuantityKind.Money, named);
        }
        if (number.Form == NumberForm.Vague && text.Is(end, "of") && Currencies.After(text, end + 1) is var (vague, vagueEnd))
            return new Measure(number, start, vagueEnd, QuantityKind.Money, vague);
        var at = text.IsHyphen(end) ? end + 1 : number.Form == NumberForm.Fraction && (text.Is(end, "a") || text.Is(end, "an")) ? end + 1 : end;
        if (text.Is(at, "yo") || ((text.Is(start - 1, "age") || text.Is(start - 1, "aged") || text.Is(start - 1, "ages")) && number.Low is < 130))
            return new Measure(number, start, text.Is(at, "yo") ? at + 1 : end, QuantityKind.Age, "years");
        if (text[end].Glued && text.Of(end) is "'" or "’" or "′" && UnitTable.IsDimensionWord(text.Of(end + 1)))
            return new Measure(number, start, end + 1, QuantityKind.Measure, "feet");
        if (UnitTable.At(text, at) is var (unit, unitEnd) && IsUnit(text, number, at, unit, unitEnd))
        {
            if (unit.Name == "degrees" && IsAngle(text, start, unitEnd))
                return new Measure(number, start, unitEnd, QuantityKind.Measure, "degrees of angle");
            if (unit.Name == "pounds" && number.Scaled && number.Low >= 1_000_000)
                return new Measure(number, start, unitEnd, QuantityKind.Money, Currencies.Pounds);
            if (unit.Dimension == "time" && Age(text, unitEnd) is { } ageEnd) return new Measure(number, start, ageEnd, QuantityKind.Age, unit.Name);
            if (Halved(text, unitEnd) is var (halvedEnd, part)) (number, unitEnd) = (Plus(number, part), halvedEnd);
            else if (Smaller(text, unit, unitEnd) is var (smallerEnd, smaller)) (number, unitEnd) = (Plus(number, smaller), smallerEnd);
            var kind = unit.Dimension switch
            {
                "time" => QuantityKind.Duration,
                "money" => QuantityKind.Money,
                "ratio" => QuantityKind.Multiple,
                _ => QuantityKind.Measure,
            };
            return new Measure(number, start, unitEnd, kind, unit.Name);
        }
        var share =
            number.Form == NumberForm.Fraction
            || (
                number.Form == NumberForm.Vague
                && number.Low is null
                && (text.Is(number.Start, "most") || text.Is(number.End - 1, "majority") || text.Is(number.End - 1, "minority"))
            );
        return new Measure(number, start, end, share ? QuantityKind.Share : QuantityKind.Count, share ? "share" : null);
    }

    /// <summary>
    /// Degrees without a scale are mostly of temperature in news; "a 45-degree angle", "turned 90 degrees", "30 degrees north" are not.
    /// </summary>
    private static bool IsAngle(LexemeList text, int start, int end)
    {
        var at = text.IsHyphen(end) ? end + 1 : end;
        if (AngleNouns.Contains(text.Of(at)) || text.IsWord(at + 1) && AngleNouns.Contains(text.Of(at + 1))) return true;
        for (var i = start - 1; i >= 0 && i >= start - 3 && text.IsWord(i); i--)
        {
            if (Turning.Contains(text.Of(i))) return true;
        }
        return false;
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AngleNouns = Words(
        "angle angles turn turns bend slope tilt rotation view vision arc latitude longitude north south east west"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Turning = Words(
        "rotate rotates rotated rotating turn turned turning tilt tilted leaning angle heading spun swung"
    );

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        FrozenSet.ToFrozenSet(list.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static NumberPhrase Plus(NumberPhrase number, decimal part) => number with { Low = number.Low + part, High = number.High + part };

    /// <summary>"5 feet 2 inches", "two hours and 15 minutes": one measure in two units.</summary>
    private static (int End, decimal Part)? Smaller(LexemeList text, MeasureUnit unit, int i)
    {
        if (unit.Name is not ("feet" or "hours" or "minutes" or "pounds" or "stone")) return null;
        var at = text.Is(i, "and") ? i + 1 : i;
        if (NumberReader.Cardinal(text, at) is not { Low: > 0 and var count } number) return null;
        var inches =
            unit.Name == "feet"
            && text.Is(number.End, "in")
            && (
                !text.IsWord(number.End + 1)
                || UnitTable.IsDimensionWord(text.Of(number.End + 1))
                || text.Is(number.End + 1, "more")
                || text.Is(number.End + 1, "or")
            );
        var found = UnitTable.At(text, number.End);
        var name = inches ? "inches" : found?.Unit.Name;
        decimal? parts = (unit.Name, name) switch
        {
            ("feet", "inches") => 12,
            ("hours", "minutes") => 60,
            ("minutes", "seconds") => 60,
            ("pounds", "ounces") => 16,
            ("stone", "pounds") => 14,
            _ => null,
        };
        return parts is { } whole && count < whole ? (inches ? number.End + 1 : found!.Value.End, count / whole) : null;
    }

    /// <summary>"and a half" behind a unit: "an hour and a half".</summary>
    private static (int End, decimal Part)? Halved(LexemeList text, int i) =>
        text.Is(i, "and") && text.Is(i + 1, "a") ? text.Is(i + 2, "half") ? (i + 3, 0.5m) : text.Is(i + 2, "quarter") ? (i + 3, 0.25m) : null : null;

    private static (string Name, int End)? Percent(LexemeList text, int i)
    {
        if (text.IsHyphen(i)) i++;
        var end =
            text.IsMark(i, '%') || text.Is(i, "percent") || text.Is(i, "percents") || text.Is(i, "pct") || text.Is(i, "percentage") ? i + 1
            : text.Is(i, "per") && text.Is(i + 1, "cent") ? i + 2
            : 0;
        if (end == 0) return null;
        if (text.Is(end, "points") || text.Is(end, "point") || (text.IsHyphen(end) && text.Is(end + 1, "point")))
            return ("percentage points", text.IsHyphen(end) ? end + 2 : end + 1);
        return ("percent", end);
    }

    /// <summary>"years old", "-year-old", "years of age", "yo".</summary>
    private static int? Age(LexemeList text, int i)
    {
        var at = text.IsHyphen(i) ? i + 1 : i;
        if (text.Is(at, "old") || text.Is(at, "olds")) return at + 1;
        return text.Is(at, "of") && text.Is(at + 1, "age") ? at + 2 : null;
    }

    /// <summary>
    /// Tells a unit from a word of the same form: "a second", "12 days" but "the 3 Mile Island", "6 feet" but "100 m" only where nothing is counted.
    /// </summary>
    private static bool IsUnit(LexemeList text, NumberPhrase number, int at, MeasureUnit unit, int end)
    {
        if (number.Form == NumberForm.Vague && number.Low is null && unit.Name == "times") return true;
        if (
            text.IsCapital(at)
            && text.Of(at).Length > 3
            && number.Form == NumberForm.Words
            && !text.IsHyphen(at - 1)
            && unit.Dimension is not ("temperature" or "speed")
        )
            return false;
        if (unit.Name == "pence" && text.Is(at, "p") && number.Low is 480 or 720 or 1080 or 1440 or 2160) return false;
        if (unit.Dimension == "temperature" && text.Of(at).Length == 1 && text.IsWord(at) && text.IsDigits(number.Start))
            return text.Value(number.Start) is >= 10 and < 200 || number.Low < 0 || text.Of(number.Start).Contains('.');
        if (unit.Name == "minutes" && text.Is(at, "min") && !text.IsDigits(at - 1)) return false;
        if (unit.Name == "degrees" && text.IsWord(end) && (text.Is(end, "in") && text.IsCapital(end + 1))) return false;
        if (unit.Name == "tons" && text.Is(at, "tons") && text.Is(at + 1, "of") && number.Form == NumberForm.Vague) return false;
        return unit.Dimension != "ratio" || text[at].Glued || text.IsWord(at);
    }
}
