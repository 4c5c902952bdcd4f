namespace Hearsay.Statements.Figures;

/// <summary>
/// Lexemes in, one number out: cardinals in digits and words, scales, mixed fractions, fractions, "one in five", vague counts.
/// Method: a recursive-descent grammar with one lexeme of look-ahead per rule; each call looks at a bounded stretch, so a text is read in linear
/// time.
/// Vague counts: a plural means at least two of it ("dozens" 24 or more, "thousands" 2,000 or more), open above; "several", "most" and their like
/// have no bounds. That is how data sets on armed conflict read reporters' words: the least number that the word allows, never a guess at the middle.
/// Known limits: Roman numerals, powers and spoken years ("nineteen eighty") are not numbers here.
/// </summary>
internal static class NumberReader
{
    /// <summary>What is longer is no number that a report tells; sums of such and what multiplies them stay within bounds.</summary>
    public const decimal Largest = 1e20m;

    /// <summary>The number that begins at the lexeme, the longest there is; null where none does.</summary>
    public static NumberPhrase? At(LexemeList text, int i)
    {
        if (text.IsDigits(i)) return Odds(text, i) ?? Fraction(text, i) ?? Cardinal(text, i);
        if (text[i].Kind == LexemeKind.Mark)
            return text[i].End == text[i].Start + 1 && NumberWords.Vulgar(text.Of(i)[0]) is { } vulgar
                ? Scaled(text, i, i + 1, vulgar, NumberForm.Fraction)
                : null;
        if (!text.IsWord(i)) return null;
        return VagueCounts.At(text, i) ?? Odds(text, i) ?? Fraction(text, i) ?? Cardinal(text, i);
    }

    /// <summary>"twelve thousand five hundred", "1.2 million", "a hundred and six", "two and a half million", "two dozen".</summary>
    public static NumberPhrase? Cardinal(LexemeList text, int start, int depth = 0)
    {
        var sum = new CardinalSum(text, depth);
        var i = start;
        if ((text.Is(i, "a") || text.Is(i, "an")) && sum.Multiplies(i + 1)) sum.One(ref i);
        else if (text.Value(i) is { } digits) sum.Digits(ref i, digits);
        else sum.BareHundred(ref i);
        while (sum.Take(ref i)) { }
        if (sum.Value is not { } value || value > Largest) return null;
        if (text.Is(i, "point") && SpokenDecimals(text, i + 1) is var (decimalsEnd, decimals))
            return Scaled(text, start, decimalsEnd, value + decimals, NumberForm.Words);
        return Dozen(text, start, i, value, text.IsDigits(start) ? NumberForm.Digits : NumberForm.Words, sum.HasScale);
    }

    /// <summary>"point seven five", "point eleven".</summary>
    private static (int End, decimal Value)? SpokenDecimals(LexemeList text, int i)
    {
        var (value, place) = (0m, 1m);
        var at = i;
        for (; at < i + 8 && NumberWords.Small(text.Of(at), out var digit); at++)
        {
            place /= digit > 9 ? 100 : 10;
            value += digit * place;
        }
        if (at == i && NumberWords.Tens(text.Of(at), out var tens))
        {
            var unit = text.IsHyphen(at + 1) && NumberWords.Small(text.Of(at + 2), out var ones) && ones is > 0 and < 10 ? ones : 0;
            return (unit > 0 ? at + 3 : at + 1, (tens + unit) / 100);
        }
        return at == i ? null : (at, value);
    }

    /// <summary>A dozen after the number, a half after it, a scale after the half.</summary>
    private static NumberPhrase Dozen(LexemeList text, int start, int end, decimal value, NumberForm form, bool scaled)
    {
        if (
            text.Is(end, "dozen")
            || ((text.Is(end, "dozens") || text.Is(end, "doz") || text.Is(end, "dozs") || text.Is(end, "dz") || text.Is(end, "dzs")) && value < 100)
        )
            return NumberPhrase.Of(start, end + 1, value * 12, form, true);
        if (MixedPart(text, end) is var (partEnd, part))
        {
            var unit = scaled ? text.Is(end - 1, "dozen") ? 12 : NumberWords.Scale(text.Of(end - 1), out var scale) ? scale : 1 : 1;
            if (unit > 1) return NumberPhrase.Of(start, partEnd, value + (part * unit), form, true);
            if (value < 1000) return Scaled(text, start, partEnd, value + part, form);
        }
        return NumberPhrase.Of(start, end, value, form, scaled);
    }

    /// <summary>"and a half", "½", "1/2" after a number.</summary>
    private static (int End, decimal Part)? MixedPart(LexemeList text, int i)
    {
        if (text[i].Kind == LexemeKind.Mark && text[i].End == text[i].Start + 1 && NumberWords.Vulgar(text.Of(i)[0]) is { } vulgar)
            return (i + 1, vulgar);
        if (text.IsDigits(i) && !text[i].Glued && Slashed(text, i) is var (end, part)) return (end, part);
        var at = text.IsHyphen(i) ? i + 1 : i;
        if (!text.Is(at, "and")) return null;
        at += text.IsHyphen(at + 1) ? 2 : 1;
        var count = 1m;
        if (!text.Is(at, "a") && !NumberWords.Small(text.Of(at), out count) || count < 1) return null;
        at += text.IsHyphen(at + 1) ? 2 : 1;
        return NumberWords.Part(text.Of(at), out var parts) && count < parts && (count == 1 || NumberWords.PluralPart(text.Of(at)))
            ? (at + 1, count / parts)
            : null;
    }

    private static (int End, decimal Part)? Slashed(LexemeList text, int i) =>
        text.Value(i) is { } above && text.IsMark(i + 1, '/') && text[i + 1].Glued && text[i + 2].Glued && text.Value(i + 2) is { } below
        && above < below
        && above >= 1
        && below is 2 or 3 or 4 or 5 or 8 or 10
        && !(text.IsMark(i + 3, '/') && text[i + 3].Glued)
        && !text.IsMark(i - 1, '/')
            ? (i + 3, above / below) : null;

    /// <summary>"half", "two thirds", "a quarter of", "3/4", and with a scale behind it "half a million".</summary>
    private static NumberPhrase? Fraction(LexemeList text, int start)
    {
        if (Slashed(text, start) is var (slashEnd, slashed)) return Scaled(text, start, slashEnd, slashed, NumberForm.Fraction);
        var i = start;
        var count = 1m;
        if (text.Is(i, "a") || text.Is(i, "one") || NumberWords.Small(text.Of(i), out _))
        {
            if (!text.Is(i, "a")) NumberWords.Small(text.Of(i), out count);
            i += text.IsHyphen(i + 1) || (text.IsDash(i + 1) && NumberWords.Part(text.Of(i + 2), out _)) ? 2 : 1;
        }
        else if (!text.Is(i, "half") && !text.Is(i, "quarter")) return null;
        if (!NumberWords.Part(text.Of(i), out var parts) || count < 1 || count >= parts || (count > 1) != NumberWords.PluralPart(text.Of(i)))
            return null;
        var end = i + 1;
        var scaled = Scaled(text, start, end, count / parts, NumberForm.Fraction);
        if (scaled.Scaled) return scaled;
        if (text.Is(i, "quarter") && i == start) return null;
        return Stands(text, start, i, end) ? scaled : null;
    }

    /// <summary>True where a part is a share of something, not the place in a row ("a third man") or a piece of time ("the first half").</summary>
    private static bool Stands(LexemeList text, int start, int part, int end)
    {
        if (text.Is(end, "of")) return true;
        if (text.IsHyphen(end) && text.Is(start, "a")) return false;
        if (NumberWords.PluralPart(text.Of(part))) return true;
        if (text.Is(part, "half"))
            return part == start
                ? !text.IsHyphen(end)
                    && !text.Is(start - 1, "first")
                    && !text.Is(start - 1, "second")
                    && !text.Is(start - 1, "other")
                    && !text.Is(start - 1, "better")
                    && !text.Is(start - 1, "a")
                    && !text.IsHyphen(start - 1)
                    && !text.Is(start - 1, "opening")
                  && (
                      text.Is(end, "the")
                      || text.Is(end, "its")
                      || text.Is(end, "their")
                      || text.Is(end, "a")
                      || text.Is(end, "an")
                      || text.Is(end, "his")
                      || text.Is(end, "her")
                      || text.Is(end, "our")
                      || text.Is(end, "my")
                      || text.Is(end, "that")
                      || text.Is(end, "as")
                      || !text.IsWord(end)
                      || Bounds.Before(text, start).Qualifier != FigureQualifier.Exact
                  )
                : true;
        if (text.Is(start, "one") || text.IsHyphen(part - 1)) return true;
        return !text.IsWord(end)
            || text.Is(end, "more")
            || text.Is(end, "less")
            || text.Is(end, "fewer")
            || text.Is(end, "higher")
            || text.Is(end, "lower")
            || text.Is(end, "larger")
            || text.Is(end, "as");
    }

    /// <summary>"half a million", "two-thirds of a million", "2.5 million".</summary>
    private static NumberPhrase Scaled(LexemeList text, int start, int end, decimal value, NumberForm form)
    {
        var i = end;
        if (text.Is(i, "of") && text.Is(i + 1, "a")) i += 2;
        else if (text.Is(i, "a")) i++;
        else if (text.IsHyphen(i)) i++;
        if (text.Is(i, "dozen")) return NumberPhrase.Of(start, i + 1, value * 12, NumberForm.Words, true);
        if (text.Is(i, "hundred")) return NumberPhrase.Of(start, i + 1, value * 100, NumberForm.Words, true);
        if (text[i].Kind == LexemeKind.Word && NumberWords.Scale(text.Of(i), out var scale) && text.Of(i).Length > 3 && value <= Largest / scale)
            return NumberPhrase.Of(start, i + 1, value * scale, NumberForm.Words, true);
        return NumberPhrase.Of(start, end, value, form);
    }

    /// <summary>"one in five", "nine out of 10": a share.</summary>
    private static NumberPhrase? Odds(LexemeList text, int start)
    {
        if (Plain(text, start) is not var (i, part) || part < 1) return null;
        if (text.Is(i, "out") && text.Is(i + 1, "of")) i += 2;
        else if (text.IsHyphen(i) && text.Is(i + 1, "in") && text.IsHyphen(i + 2)) i += 3;
        else if (text.Is(i, "in")) i++;
        else return null;
        if (text.Is(i, "every")) i++;
        if (Plain(text, i) is not var (end, whole) || whole <= part || whole < 2 || whole > 1_000_000) return null;
        if (
            (text.Is(i - 1, "in") || text.IsHyphen(i - 1)) && !(whole is <= 10 or 12 or 15 or 20 or 25 or 50 || whole % 100 == 0)
            || UnitTable.IsTime(text.Of(end))
            || text.IsHyphen(end)
        )
            return null;
        return NumberPhrase.Of(start, end, part / whole, NumberForm.Fraction);
    }

    private static (int End, decimal Value)? Plain(LexemeList text, int i) =>
        Cardinal(text, i) is { } number && number.Low is { } value && !text.Is(i, "a") && !text.Is(i, "an") ? (number.End, value) : null;
}
