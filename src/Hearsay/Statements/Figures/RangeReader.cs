namespace Hearsay.Statements.Figures;

/// <summary>Two measures that the words make one range of: "between 10 and 12", "10 to 15", "$10-15 million", "five or six".</summary>
internal readonly record struct MeasureRange(int Start, decimal Low, decimal High, Measure Last);

/// <summary>Joins a measure with the one after it into a range; what goes from one value to another ("rose from 10 to 15") stays two.</summary>
internal static class RangeReader
{
    private static readonly string[] ChangeWords =
    [
        "rose", "rise", "rises", "risen", "rising", "fell", "fall", "falls", "fallen", "falling", "grew", "grow", "grown", "growing", "dropped",
        "drop", "drops", "dropping", "increased", "increase", "increases", "increasing",
        "decreased", "decrease", "declined", "decline", "cut", "cuts", "cutting", "raised", "raise", "raising", "lowered", "up", "down", "jumped",
        "jump", "climbed", "climb", "slipped", "slid", "surged", "soared", "plunged", "went", "go", "going",
        "reduced", "reduce", "expanded", "expand", "shrank", "shrunk", "boosted", "boost", "doubled", "tripled", "quadrupled", "dwindled", "swelled",
        "revised", "changed", "improved", "gained", "gain", "gains", "added", "shed", "moved", "gone", "lifted", "slashed", "tumbled", "rebounded", "upgraded",
    ];

    /// <summary>
    /// "Rose by five to 27" tells how far and where to, "will fall by 20 to 30" how far: what is this many times as much is where to.
    /// </summary>
    private const decimal Farthest = 3;

    /// <summary>The range that begins with the measure; null where it stands alone.</summary>
    public static MeasureRange? Join(LexemeList text, Measure first)
    {
        if (first.Number.Form == NumberForm.Vague || first.Number.Low is not { } low) return null;
        var connector = first.End;
        var between = text.Is(first.Start - 1, "between");
        var from = text.Is(first.Start - 1, "from");
        if (between) return text.Is(connector, "and") ? Pair(text, first, connector + 1, first.Start - 1, loose: true) : null;
        if (text.IsHyphen(connector) && text.Is(connector + 1, "to") && text.IsHyphen(connector + 2))
            return Pair(text, first, connector + 3, first.Start, loose: false);
        if (text.IsDash(connector) && (text.IsHyphen(connector) || !text[connector].Glued || text.Of(connector)[0] == '–'))
            return IsScore(text, first, connector) ? null : Pair(text, first, connector + 1, from ? first.Start - 1 : first.Start, loose: false);
        if (text.IsMark(connector, '~')) return Pair(text, first, connector + 1, first.Start, loose: false);
        if (text.Is(connector, "to") || text.Is(connector, "through"))
        {
            var second =
                text.Is(connector + 1, "as") && text.Is(connector + 2, "many") && text.Is(connector + 3, "as") ? connector + 4
                : text.Is(connector + 1, "about")
                || text.Is(connector + 1, "around")
                || text.Is(connector + 1, "over")
                || text.Is(connector + 1, "nearly")
                || text.Is(connector + 1, "almost")
                    ? connector + 2
                : connector + 1;
            var changes = Changes(text, first.Start - (from ? 1 : 0));
            if (changes && (from || first.End > first.Number.End || first.Kind == QuantityKind.Money)) return null;
            var pair = Pair(text, first, second, from ? first.Start - 1 : first.Start, loose: false);
            return pair is { } both && text.Is(first.Start - 1, "by") && both.Last.Kind != QuantityKind.Percent && both.High >= Farthest * both.Low ? null : pair;
        }
        if (text.Is(connector, "or"))
            return
                Pair(text, first, connector + 1, first.Start, loose: false) is { } either
                && (either.High <= low + 1 || either.High <= low * 1.5m)
                && low >= 1
                && first.End == first.Number.End
                && first.Kind != QuantityKind.Money
                ? either
                : null;
        return null;
    }


    private static MeasureRange? Pair(LexemeList text, Measure first, int second, int start, bool loose)
    {
        if (text.IsWord(second) && Bounds.Before(text, second + 1).Start == second && NumberReader.At(text, second) is null) second++;
        if (
            SecondMeasure(text, second) is not { } last
            || last.Number.Form == NumberForm.Vague
            || last.Number.High is not { } high
            || first.Number.Low is not { } low
        )
            return null;
        if (NumberReader.At(text, last.Number.Start) is { Form: NumberForm.Fraction } != (first.Number.Form == NumberForm.Fraction) && !loose)
            return null;
        // "10 to 15 million", "$5-$7 billion": the scale is that of both where the first has none
        var scale = last.Number.Scaled && !first.Number.Scaled && last.Number.Form != NumberForm.Fraction ? ScaleOf(text, last.Number) : 1;
        if (scale > 1 && low < 1000 && low * scale <= high) low *= scale;
        if (low >= high || (!loose && low < 0 != high < 0)) return null;
        if (first.Unit is not null && first.Unit != last.Unit && !(last.Unit is null && first.Kind == QuantityKind.Money)) return null;
        return new MeasureRange(
            start,
            low,
            high,
            first.Kind == QuantityKind.Money && last.Unit is null ? last with { Kind = first.Kind, Unit = first.Unit } : last
        );
    }

    /// <summary>The second measure; a currency mark may stand before its number.</summary>
    private static Measure? SecondMeasure(LexemeList text, int i)
    {
        for (var skip = 0; skip <= 2; skip++)
        {
            if (text[i + skip].Kind == LexemeKind.Break) return null;
            if (text.IsDigits(i + skip) || text.IsWord(i + skip))
            {
                if (Measure.At(text, i + skip) is { } measure && (skip == 0 || measure.Start == i)) return measure;
                if (text.IsDigits(i + skip) || !text[i + skip + 1].Glued) return null;
            }
        }
        return null;
    }

    private static decimal ScaleOf(LexemeList text, NumberPhrase number)
    {
        for (var i = number.End - 1; i > number.Start; i--)
        {
            if (NumberWords.Scale(text.Of(i), out var scale)) return scale;
            if (text.Is(i, "hundred")) return 100;
            if (text.IsWord(i) && text.Of(i).Length == 1)
                return char.ToLowerInvariant(text.Of(i)[0]) switch
                {
                    'k' => 1e3m,
                    'm' => 1e6m,
                    'b' => 1e9m,
                    't' => 1e12m,
                    _ => 1,
                };
        }
        return 1;
    }

    /// <summary>"a 5-4 vote", "won 3-1": two small numbers, no unit behind.</summary>
    private static bool IsScore(LexemeList text, Measure first, int dash) =>
        first.Number.Form == NumberForm.Digits
        && text.IsHyphen(dash)
        && text.Value(dash + 1) is { } other
        && first.Number.Low is { } one
        && (other <= one || (text.IsDash(dash + 2) && text.IsDigits(dash + 3)));

    private static bool Changes(LexemeList text, int i)
    {
        for (var back = 1; back <= 6 && i - back >= 0; back++)
        {
            if (text[i - back].Kind == LexemeKind.Break || text.IsMark(i - back, '.') || text.IsMark(i - back, ';')) return false;
            if (text.IsWord(i - back) && Array.Exists(ChangeWords, word => text.Is(i - back, word))) return true;
        }
        return false;
    }
}
