using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Statements.Attributions;
using Hearsay.Text;

namespace Hearsay.Statements.Figures;

/// <summary>A unit of measure: its name ("miles per hour"), its dimension ("speed"), and how many of that dimension's SI unit one of it is.</summary>
internal sealed record MeasureUnit(string Name, string Dimension, decimal Factor);

/// <summary>
/// The units of measure of Data/units.txt, found at a lexeme. Temperatures differ by an offset too, which <see cref="ToSi"/> knows.
/// </summary>
internal static class UnitTable
{
    private sealed record Form(string[] Parts, bool Exact, bool Glued, MeasureUnit Unit);

    private static readonly ImmutableArray<(MeasureUnit Unit, string Forms)> Units = Load();

    private static readonly FrozenDictionary<string, Form[]>.AlternateLookup<ReadOnlySpan<char>> FormsByFirst = ByFirst();

    private static readonly FrozenDictionary<string, MeasureUnit> ByName = Units
        .SelectMany(u => Cells(u.Forms).Select(c => c.TrimStart('=', '+')).Prepend(u.Unit.Name).Select(n => (Name: n, u.Unit)))
        .Where(u => u.Name.Length > 2)
        .GroupBy(u => u.Name, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.First().Unit, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DimensionWords = new[]
    {
        "tall", "high", "long", "wide", "deep", "away", "thick", "apart", "race", "sprint", "freestyle", "hurdles", "final", "relay", "dash",
        "across", "ahead", "west", "east", "north", "south", "above", "below", "from",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The longest unit that begins at the lexeme, and the lexeme after it; null where none does.</summary>
    public static (MeasureUnit Unit, int End)? At(LexemeList text, int i)
    {
        if (text[i].Kind is not (LexemeKind.Word or LexemeKind.Mark) || !FormsByFirst.TryGetValue(text.Of(i), out var forms)) return null;
        foreach (var form in forms)
            if (Matches(text, i, form) is var end && end > 0) return (form.Unit, end);
        return null;
    }

    /// <summary>The unit of the name or of one of its forms in words; null for what is no measure ("persons", "USD").</summary>
    public static MeasureUnit? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The value in the SI unit of the dimension, the largest that there is where it is beyond all bounds.</summary>
    public static decimal ToSi(MeasureUnit unit, decimal value) => unit.Name switch
    {
        "degrees Celsius" => value + 273.15m,
        "degrees Fahrenheit" => ((value - 32) * unit.Factor) + 273.15m,
        _ => value > decimal.MaxValue / Math.Max(1, unit.Factor) ? decimal.MaxValue : value * unit.Factor,
    };

    /// <summary>True for "minutes", "year" ...</summary>
    public static bool IsTime(ReadOnlySpan<char> word) =>
        FormsByFirst.TryGetValue(word, out var forms) && forms.Any(f => f.Parts.Length == 1 && f.Unit.Dimension == "time");

    /// <summary>True for words that follow a length ("5m tall") or name a race.</summary>
    public static bool IsDimensionWord(ReadOnlySpan<char> word) => DimensionWords.Contains(word);

    private static int Matches(LexemeList text, int i, Form form)
    {
        if (form.Glued && !text[i].Glued) return 0;
        var at = i;
        foreach (var part in form.Parts)
        {
            if (at > i && text.IsHyphen(at) && part != "-") at++;
            if (at > i && char.IsAsciiDigit(part[0]) && !text[at].Glued) return 0;
            if (
                text[at].Kind == LexemeKind.Break
                || !text.Of(at).Equals(part, form.Exact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
            )
                return 0;
            at++;
        }
        var last = form.Parts[^1];
        // "5m2" is not "5m", "ft." is cut short only where a word goes on; "km-long" is
        return text[at].Glued && (text.IsDigits(at) || text.IsWord(at)) && char.IsLetterOrDigit(last[^1]) ? 0 : at;
    }

    private static ImmutableArray<(MeasureUnit Unit, string Forms)> Load() =>
    [
        .. from line in DataFile.Lines("Statements/Data/units.txt")
           let cells = line.Split(';', StringSplitOptions.TrimEntries)
           select (new MeasureUnit(cells[0], cells[1], decimal.Parse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture)), cells[3]),
    ];

    private static string[] Cells(string forms) => forms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static FrozenDictionary<string, Form[]>.AlternateLookup<ReadOnlySpan<char>> ByFirst()
    {
        var forms = new List<Form>();
        foreach (var (unit, cells) in Units)
        {
            foreach (var cell in Cells(cells))
            {
                var words = new LexemeList(cell.TrimStart('=', '+'));
                forms.Add(
                    new Form(
                        [.. Enumerable.Range(0, words.Count).Select(n => words.Of(n).ToString())],
                        cell[0] == '=',
                        cell.StartsWith("=+", StringComparison.Ordinal),
                        unit
                    )
                );
            }
        }
        return forms.GroupBy(f => f.Parts[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(f => f.Parts.Length).ThenByDescending(f => f.Exact).ToArray(),
                StringComparer.OrdinalIgnoreCase
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
