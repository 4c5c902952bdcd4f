using System.Collections.Frozen;
using Hearsay.Statements.Attributions;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>
/// The currencies of Data/currencies.txt, as marks and codes before a number and as names, marks and codes after it. What several countries call
/// their money is told from a currency: "crowns" is the unit "crowns" until something says whose (<see cref="CurrencyDecision"/>).
/// </summary>
internal static class Currencies
{
    /// <summary>The unit of "pounds" that are money, in a name of its own, for pounds are weights.</summary>
    public const string Pounds = "pounds of money";

    private static readonly FrozenDictionary<string, string> UnitByMark;
    private static readonly FrozenDictionary<string, string> UnitByUpper;
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> UnitByName;
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IsoByCountry;
    private static readonly FrozenDictionary<string, string[]> IsosByShared;
    private static readonly FrozenDictionary<string, string> FamilyByUnit;

    static Currencies()
    {
        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var countries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var shared = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var families = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("Statements/Data/currencies.txt"))
        {
            var cells = line.Split(';', StringSplitOptions.TrimEntries);
            foreach (var (cell, map) in new[] { (cells[1], marks), (cells[2], names) })
                foreach (var form in Forms(cell)) map.TryAdd(form, cells[0]);
            if (IsIso(cells[0]))
            {
                families.TryAdd(cells[0], cells[0]);
                foreach (var country in Forms(cells[3])) countries.TryAdd(country, cells[0]);
            }
            else
            {
                shared.Add(cells[0], Forms(cells[3]));
                var family = shared[cells[0]].Select(iso => families[iso]).FirstOrDefault(f => !IsIso(f), cells[0]);
                foreach (var unit in shared[cells[0]].Where(iso => IsIso(families[iso])).Append(cells[0])) families[unit] = family;
            }
        }
        UnitByMark = marks.ToFrozenDictionary(StringComparer.Ordinal);
        UnitByUpper = marks
            .Where(m => m.Key[^1] == '$')
            .DistinctBy(m => m.Key.ToUpperInvariant())
            .ToFrozenDictionary(m => m.Key.ToUpperInvariant(), m => m.Value, StringComparer.Ordinal);
        UnitByName = names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        IsoByCountry = countries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        IsosByShared = shared.ToFrozenDictionary(StringComparer.Ordinal);
        FamilyByUnit = families.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>True for the unit of money: a code or a shared name.</summary>
    public static bool IsMoney(string unit) => FamilyByUnit.ContainsKey(unit);

    /// <summary>The one name of all units that may be the same money ("SEK", "crowns" and "kronor" are "crowns"); null for no money.</summary>
    public static string? Family(string unit) => FamilyByUnit.GetValueOrDefault(unit);

    /// <summary>The codes that a shared name may mean; empty for a code.</summary>
    public static ReadOnlySpan<string> Meanings(string unit) => IsosByShared.GetValueOrDefault(unit);

    /// <summary>False for two units of money that surely differ: two codes, or a code that the shared name cannot mean.</summary>
    public static bool MayBeSame(string one, string other) =>
        one == other || (Family(one) == Family(other) && Family(one) is not null
            && (Meanings(one).IsEmpty ? !Meanings(other).IsEmpty && Meanings(other).Contains(one)
                : Meanings(other).IsEmpty ? Meanings(one).Contains(other)
                : Meanings(one).ContainsAny(Meanings(other))));

    /// <summary>The currency of the country that is named from lexeme <paramref name="i"/> on, and the lexeme after it; the longest name counts.</summary>
    public static (string Iso, int End)? OfCountry(LexemeList text, int i)
    {
        if (!text.IsCapital(i)) return null;
        Span<char> name = stackalloc char[40];
        var (length, found) = (0, ((string, int)?)null);
        for (var at = i; at < i + 3 && text.IsWord(at); at++)
        {
            var word = text.Of(at);
            if (word.EndsWith("'s") || word.EndsWith("’s")) word = word[..^2];
            if (length + word.Length > name.Length || (word.Length == 2 && !char.IsUpper(word[1]))) break;
            word.CopyTo(name[length..]);
            length += word.Length;
            if (IsoByCountry.TryGetValue(name[..length], out var iso)) found = (iso, at + 1);
        }
        return found;
    }

    /// <summary>
    /// The currency whose mark or code ends just before lexeme <paramref name="i"/>, and the lexeme it begins at: "$", "US$", "EUR", "Rs.".
    /// </summary>
    public static (string Unit, int Start)? Before(LexemeList text, int i)
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
                && (UnitByMark.TryGetValue(mark, out var unit) || UnitByUpper.TryGetValue(mark, out unit))
                && !(start == last && text.IsWord(start) && char.IsLower(mark[0]))
            )
                return (unit, start);
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
    public static (string Unit, int End)? After(LexemeList text, int i)
    {
        if (text.IsHyphen(i)) i++;
        if (text[i].Kind is not (LexemeKind.Word or LexemeKind.Mark)) return null;
        return Name(text, i) ?? OfCountryBefore(text, i) ?? Mark(text, i);
    }

    /// <summary>A name of money alone: "euros", "crowns", "pounds sterling"; not bare "pounds", which are weights as well.</summary>
    private static (string Unit, int End)? Name(LexemeList text, int i)
    {
        if (IsPound(text, i)) return text.Is(i + 1, "sterling") ? ("GBP", i + 2) : null;
        if (!UnitByName.TryGetValue(text.Of(i), out var unit) || text.Is(i, "real") || text.Is(i, "sol")) return null;
        return text.Is(i, "won") && text.IsWord(i + 1) && !text[i + 1].Glued ? null : (unit, i + 1);
    }

    /// <summary>"Australian dollars", "New Zealand dollars": a country and what its money is called.</summary>
    private static (string Unit, int End)? OfCountryBefore(LexemeList text, int i)
    {
        for (var words = 1; words <= 2; words++)
        {
            var at = i + words;
            if (!text.IsWord(at)) return null;
            if (!IsoByCountry.TryGetValue(words == 1 ? text.Of(i) : string.Concat(text.Of(i), text.Of(i + 1)), out var iso)) continue;
            if (IsPound(text, at) ? MayBeSame(Pounds, iso) : UnitByName.TryGetValue(text.Of(at), out var name) && MayBeSame(name, iso))
                return (iso, at + 1);
        }
        return null;
    }

    /// <summary>"40 €", "300 USD", "500 CFA francs".</summary>
    private static (string Unit, int End)? Mark(LexemeList text, int i)
    {
        if (
            i > 0
            && text[i].Kind == LexemeKind.Mark
            && text[i].End == text[i].Start + 1
            && char.GetUnicodeCategory(text.Of(i)[0]) == System.Globalization.UnicodeCategory.CurrencySymbol
            && !text.IsDigits(i + 1)
            && UnitByMark.TryGetValue(text.Of(i).ToString(), out var marked)
        )
            return (marked, i + 1);
        if (!text.IsWord(i) || text.Of(i).Length != 3 || !char.IsUpper(text.Of(i)[0])) return null;
        if (!UnitByMark.TryGetValue(text.Of(i).ToString(), out var code)) return null;
        return (code, UnitByName.TryGetValue(text.Of(i + 1), out var name) && Family(name) == Family(code) ? i + 2 : i + 1);
    }

    private static bool IsPound(LexemeList text, int i) => text.Is(i, "pound") || text.Is(i, "pounds");

    private static bool IsIso(string unit) => unit.Length == 3 && char.IsAsciiLetterUpper(unit[0]);

    private static string[] Forms(string cell) =>
        [
            .. cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(form => form.Replace(" ", "", StringComparison.Ordinal)),
        ];
}
