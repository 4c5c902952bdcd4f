using System.Collections.Frozen;
using Hearsay.Statements.Attributions;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>The currencies of Data/currencies.txt, as marks and codes before a number and as names, marks and codes after it.</summary>
internal static class Currencies
{
    private static readonly FrozenDictionary<string, string> IsoByMark;
    private static readonly FrozenDictionary<string, string> IsoByUpper;
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IsoByName;
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IsoByCountry;

    static Currencies()
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var countries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in DataFile.Lines("Statements/Data/currencies.txt"))
        {
            var cells = line.Split(';', StringSplitOptions.TrimEntries);
            foreach (var (cell, map) in new[] { (cells[1], marks), (cells[2], names), (cells[3], countries) })
                foreach (var form in cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    map.TryAdd(form.Replace(" ", "", StringComparison.Ordinal), cells[0]);
        }
        IsoByMark = marks.ToFrozenDictionary(StringComparer.Ordinal);
        IsoByUpper = marks
            .Where(m => m.Key[^1] == '$')
            .DistinctBy(m => m.Key.ToUpperInvariant())
            .ToFrozenDictionary(m => m.Key.ToUpperInvariant(), m => m.Value, StringComparer.Ordinal);
        IsoByName = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        IsoByCountry = countries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>
    /// The currency whose mark or code ends just before lexeme <paramref name="i"/>, and the lexeme it begins at: "$", "US$", "EUR", "Rs.".
    /// </summary>
    public static (string Iso, int Start)? Before(LexemeList text, int i)
    {
        var last = i - 1;
        if (last < 0 || text[last].Kind is not (LexemeKind.Word or LexemeKind.Mark) || text.IsDash(last)) return null;
        for (var start = Math.Max(0, last - 1); start <= last; start++)
        {
            if (start < last && !text[last].Glued && (!text.IsMark(last, '$') || text.Is(start, "a"))) continue;
            if (text[start].Kind == LexemeKind.Break || last - start > 1) continue;
            var mark = string.Concat(text.Of(start), start < last ? text.Of(last) : []);
            if (start < last && mark[^1] == '$') mark = mark.ToUpperInvariant();
            if (
                mark.Length <= 5
                && (IsoByMark.TryGetValue(mark, out var iso) || IsoByUpper.TryGetValue(mark, out iso))
                && !(start == last && text.IsWord(start) && char.IsLower(mark[0]))
            )
                return (iso, start);
        }
        return null;
    }

    /// <summary>The currency of "dollars and 40 cents" goes on with hundredths: their value and the lexeme after them.</summary>
    public static (decimal Part, int End)? Hundredths(LexemeList text, int i)
    {
        if (text.Is(i, "and")) i++;
        if (NumberReader.Cardinal(text, i) is not { Low: > 0 and < 100 and var count, Scaled: false } cents || count != decimal.Truncate(count))
            return null;
        if (text.Is(cents.End, "cents") || text.Is(cents.End, "cent") || text.Is(cents.End, "pence")) return (count / 100, cents.End + 1);
        return count > 9 && (text[cents.End].Kind == LexemeKind.Break || text.IsMark(cents.End, '.')) ? (count / 100, cents.End) : null;
    }

    /// <summary>
    /// The currency named from lexeme <paramref name="i"/> on, and the lexeme after it: "dollars", "Australian dollars", "€", "USD".
    /// </summary>
    public static (string Iso, int End)? After(LexemeList text, int i)
    {
        if (text.IsHyphen(i)) i++;
        if (text[i].Kind is not (LexemeKind.Word or LexemeKind.Mark)) return null;
        for (var words = 0; words <= 2; words++)
        {
            var at = i + words;
            if (!text.IsWord(at) && words > 0) break;
            var name = words == 0 ? null : words == 1 ? text.Of(i).ToString() : string.Concat(text.Of(i), text.Of(i + 1));
            if (words > 0 && !IsoByCountry.TryGetValue(name, out _)) continue;
            if (!IsoByName.TryGetValue(text.Of(at), out var iso) && !IsPound(text, at)) continue;
            if (words == 0)
                return iso is null || (text.Is(at, "won") && text.IsWord(at + 1) && !text[at + 1].Glued) || text.Is(at, "real") || text.Is(at, "sol")
                    ? null
                    : (iso, at + 1);
            IsoByCountry.TryGetValue(name, out var country);
            return (IsPound(text, at) && country == "USD" ? "GBP" : country!, at + 1);
        }
        if (
            i > 0
            && text[i].Kind == LexemeKind.Mark
            && text[i].End == text[i].Start + 1
            && char.GetUnicodeCategory(text.Of(i)[0]) == System.Globalization.UnicodeCategory.CurrencySymbol
            && !text.IsDigits(i + 1)
            && IsoByMark.TryGetValue(text.Of(i).ToString(), out var marked)
        )
            return (marked, i + 1);
        if (text.IsWord(i) && text.Of(i).Length == 3 && char.IsUpper(text.Of(i)[0]) && IsoByMark.TryGetValue(text.Of(i).ToString(), out var code))
            return (code, i + 1);
        return null;
    }

    private static bool IsPound(LexemeList text, int i) => text.Is(i, "pound") || text.Is(i, "pounds");
}
