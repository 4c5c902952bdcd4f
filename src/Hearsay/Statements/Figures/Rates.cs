using Hearsay.Language;
namespace Hearsay.Statements.Figures;

/// <summary>What a quantity is counted per: "a day", "per capita", "/week".</summary>
internal static class Rates
{
    private const int LongestNoun = 5;

    /// <summary>
    /// The rate behind a quantity that ends before lexeme <paramref name="i"/>, with the lexeme after it. Behind a bare count, the words for what is
    /// counted may stand between ("40 flights a day").
    /// </summary>
    public static (string Per, int End)? After(LexemeList text, int i, QuantityKind kind)
    {
        if (Here(text, i, kind) is { } rate) return rate;
        if (kind != QuantityKind.Count) return null;
        for (var at = i; at < i + LongestNoun && text.IsWord(at) && !FunctionWords.Ends(text.Of(at)); at++)
            if (Here(text, at + 1, kind) is { } behind && (text.Of(at).EndsWith("s", StringComparison.Ordinal) || PersonNouns.Counts(text.Of(at))))
                return behind;
        return null;
    }

    private static (string Per, int End)? Here(LexemeList text, int i, QuantityKind kind)
    {
        if (text.IsMark(i, '/') && text[i].Glued && text.IsWord(i + 1)) return (Singular(text, i + 1), i + 2);
        if (text.IsHyphen(i) && text.Is(i + 1, "a") && text.IsHyphen(i + 2) && text.IsWord(i + 3)) return (Singular(text, i + 3), i + 4);
        if (text.Is(i, "per") && UnitTable.At(text, i + 1) is var (unit, unitEnd))
            return (string.Join(' ', unit.Name.Split(' ').Select(NounForms.Singular)), unitEnd);
        if (text.Is(i, "per") && text.IsWord(i + 1) && !text.Is(i + 1, "cent"))
            return text.Value(i + 1) is null ? (Singular(text, i + 1), i + 2) : null;
        if (text.Is(i, "per") && text.IsDigits(i + 1))
            return text.IsWord(i + 2)
                ? ($"{text.Of(i + 1)} {text.Of(i + 2).ToString().ToLowerInvariant()}", i + 3)
                : (text.Of(i + 1).ToString(), i + 2);
        if (
            (text.Is(i, "a") || text.Is(i, "an") || text.Is(i, "each") || text.Is(i, "every"))
            && UnitTable.IsTime(text.Of(i + 1))
            && kind is not (QuantityKind.Duration or QuantityKind.Age)
            && !text.Is(i + 2, "ago")
            && !text.Is(i + 2, "earlier")
            && !text.Is(i + 2, "later")
            && !text.Is(i + 2, "after")
            && !text.Is(i + 2, "before")
            && !text.IsHyphen(i + 2)
        )
            return (Singular(text, i + 1), i + 2);
        if ((text.Is(i, "a") || text.Is(i, "an")) && kind == QuantityKind.Money && text.IsWord(i + 1) && !text.IsHyphen(i + 2)
            && Array.Exists(
                [
                    "share", "barrel", "gallon", "litre", "liter", "head", "ton", "tonne", "person", "piece", "unit", "pound", "ounce", "kilo",
                    "mile", "night", "ticket", "bottle", "pack", "bushel", "dozen", "game", "student", "household",
                ],
                noun => text.Is(i + 1, noun)
            )
        )
            return (Singular(text, i + 1), i + 2);
        return null;
    }

    private static string Singular(LexemeList text, int i) => text.Of(i).ToString().ToLowerInvariant();
}
