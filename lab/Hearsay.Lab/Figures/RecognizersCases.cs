using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.Statements;
using Hearsay.Statements.Figures;

namespace Hearsay.Lab.Figures;

/// <summary>
/// The test cases of Microsoft's Recognizers for numbers, percentages, money, dimensions, temperatures and ages. A case is right where every value
/// that it expects (with its unit) is read, and nothing of that kind besides. Left out is what no report holds: powers, arithmetic, sequences for
/// tests of the tokenizer, units without a number; <see cref="OutOfScope"/> says which.
/// </summary>
internal static partial class RecognizersCases
{
    private static readonly (string File, Func<Quantity, bool> Kind)[] Models =
    [
        ("PercentModel", q => q.Kind is QuantityKind.Percent),
        ("CurrencyModel", q => q.Kind is QuantityKind.Money),
        ("DimensionModel", q => q.Kind is QuantityKind.Measure && q.Unit is not ("degrees" or "degrees Celsius" or "degrees Fahrenheit")),
        ("TemperatureModel", q => q.Unit is "degrees" or "degrees Celsius" or "degrees Fahrenheit"), ("AgeModel", q => q.Kind is QuantityKind.Age),
    ];

    public static void Score(string folder, Floors floors, bool errors)
    {
        var (right, all) = (0, 0);
        foreach (var (file, kind) in Models.Prepend(("NumberModel", _ => true)))
        {
            var (modelRight, modelAll, left) = (0, 0, 0);
            using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file + ".json")).TrimStart('\uFEFF'));
            foreach (var item in document.RootElement.EnumerateArray())
            {
                var input = item.GetProperty("Input").GetString()!;
                var expected = item.GetProperty("Results")
                    .EnumerateArray()
                    .Select(r => r.GetProperty("Resolution"))
                    .Select(r => (Value: Text(r, "value"), Unit: file == "NumberModel" ? "" : Text(r, "unit")))
                    .Where(e => e.Value is not null and not "null")
                    .ToList();
                if (OutOfScope.IsMatch(input))
                {
                    left++;
                    continue;
                }
                modelAll++;
                var read = file == "NumberModel" ? Numbers(input) : Quantities(input, kind);
                var good = expected.Count == read.Count && expected.All(e => read.Any(r => Same(r.Value, e.Value!) && SameUnit(r.Unit, e.Unit)));
                if (good) modelRight++;
                else if (errors) Console.WriteLine($"{file} '{input}'\n    read {string.Join(", ", read)} | expected {string.Join(", ", expected)}");
            }
            Console.WriteLine($"recognizers/{file}: {modelAll} cases, {left} left out");
            floors.Check("recognizers", file, (double)modelRight / modelAll);
            right += modelRight;
            all += modelAll;
        }
        floors.Check("recognizers", "all cases", (double)right / all);
    }

    /// <summary>
    /// What does not occur in news: powers and exponents, arithmetic, fractions of many or of more parts than the whole, decimal commas, groups of
    /// digits parted by plain spaces, addresses of machines, "percent of 10", amounts in millions by a letter before the code ("MUSD"), units within
    /// brackets.
    /// </summary>
    [GeneratedRegex(
        @"\^|\d[eE][+-]?\d|x10| over (twenty|three|one|3|20)|(ty|hundred|thousand|fifty)([ -]+(and )?[a-z]+)?[ -]+(fifths?|firsts?|hundredths)|illionths?|thirtieth|one one |twenty (fifths|firsts)|\d,\d\d?(?!\d)|\b\d{1,3} \d{3}\b|nrs\. |\d\.\d+\.\d|per ?cents? of|\bM(USD|EUR|GBP|AUD)\b|[\[\{<(]kg[\]\}>)]",
        RegexOptions.None,
        1000
    )]
    private static partial Regex OutOfScope { get; }

    private static List<(string Value, string Unit)> Numbers(string input)
    {
        var text = new LexemeList(input);
        var read = new List<(string, string)>();
        for (var i = 0; i < text.Count;)
        {
            if (Measure.At(text, i) is not { Number: { Low: { } low } number })
            {
                i++;
                continue;
            }
            var unitGlued = text.IsDigits(i) && text.IsWord(number.End) && text[number.End].Glued;
            if (!unitGlued && !PronounFilter.IsPronoun(text, Measure.At(text, i)!.Value)) read.Add((low.ToString(CultureInfo.InvariantCulture), ""));
            i = number.End;
        }
        return read;
    }

    private static List<(string Value, string Unit)> Quantities(string input, Func<Quantity, bool> kind) =>
        [
            .. QuantityReader
                .Read(new LexemeList(input))
                .Where(kind)
                .Select(q =>
                    (
                        (q.Qualifier == FigureQualifier.Between ? q.High : q.Low ?? q.High ?? 0)!.Value.ToString(CultureInfo.InvariantCulture),
                        q.Per is null ? q.Unit ?? "" : $"{q.Unit}/{q.Per}"
                    )
                ),
        ];

    private static string? Text(JsonElement resolution, string name) =>
        resolution.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private static bool Same(string read, string expected) =>
        double.TryParse(read, CultureInfo.InvariantCulture, out var a)
        && double.TryParse(expected.TrimEnd('%'), CultureInfo.InvariantCulture, out var b)
        && Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(b));

    /// <summary>The two names mean one unit; a rate counts where the expected name has none.</summary>
    private static bool SameUnit(string read, string? expected)
    {
        if (expected is null or "" or "Age") return true;
        if (expected is "Pound" or "British pound" && read is "GBP" or Currencies.Pounds) return true;
        if (expected == "Ton" && read == "tonnes" || expected == "Degree" && read is "degrees" or "degrees of angle") return true;
        var canonical = UnitNames.Canonical(
            expected switch
            {
                "C" => "degrees celsius",
                "F" => "degrees fahrenheit",
                "United States dollar" => "us dollar",
                "British pound" or "Pound" when read is "GBP" => "pound sterling",
                "Chinese yuan" => "yuan",
                "Japanese yen" => "yen",
                _ => expected,
            }
        );
        var bare = read.Split('/')[0];
        return bare.Equals(canonical, StringComparison.OrdinalIgnoreCase) || (canonical == "USD" && bare == "USD");
    }
}
