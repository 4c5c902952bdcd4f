using System.Collections.Frozen;

namespace Hearsay.Statements.Figures;

/// <summary>The words that numbers are made of.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> SmallByWord = Map(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ],
        n => n, ("nought", 0), ("naught", 0));

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> TensByWord = Map(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], n => (n + 2) * 10, ("fourty", 40));

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> ScaleByWord = Map(
        [],
        _ => 0,
        ("thousand", 1e3m), ("million", 1e6m), ("billion", 1e9m), ("trillion", 1e12m), ("lakh", 1e5m), ("crore", 1e7m), ("mn", 1e6m), ("mln", 1e6m),
        ("mil", 1e6m), ("mm", 1e6m),
        ("bn", 1e9m), ("bln", 1e9m), ("tn", 1e12m), ("trn", 1e12m), ("tln", 1e12m), ("quadrillion", 1e15m));

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> VagueByWord = Map(
        [],
        _ => 0,
        ("dozens", 12), ("scores", 20), ("hundreds", 100), ("thousands", 1e3m), ("millions", 1e6m), ("billions", 1e9m), ("trillions", 1e12m)
    );

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> PartByWord = Map(
        ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        n => n + 2,
        ("halves", 2), ("thirds", 3), ("fourth", 4), ("fourths", 4), ("quarters", 4), ("fifths", 5),
        ("sixths", 6), ("sevenths", 7), ("eighths", 8), ("ninths", 9), ("tenths", 10), ("twentieth", 20), ("twentieths", 20), ("hundredth", 100),
        ("hundredths", 100), ("thousandth", 1000), ("thousandths", 1000)
    );

    /// <summary>"zero" to "nineteen".</summary>
    public static bool Small(ReadOnlySpan<char> word, out decimal value) => SmallByWord.TryGetValue(word, out value);

    /// <summary>"twenty" to "ninety".</summary>
    public static bool Tens(ReadOnlySpan<char> word, out decimal value) => TensByWord.TryGetValue(word, out value);

    /// <summary>"thousand" and up, with the short forms that news uses ("bn").</summary>
    public static bool Scale(ReadOnlySpan<char> word, out decimal value) => ScaleByWord.TryGetValue(word, out value);

    /// <summary>"dozens", "hundreds": what one of them is.</summary>
    public static bool Vague(ReadOnlySpan<char> word, out decimal value) => VagueByWord.TryGetValue(word, out value);

    /// <summary>"half", "thirds": into how many parts the whole is cut.</summary>
    public static bool Part(ReadOnlySpan<char> word, out decimal parts) => PartByWord.TryGetValue(word, out parts);

    /// <summary>True for a plural part ("thirds").</summary>
    public static bool PluralPart(ReadOnlySpan<char> word) => Part(word, out _) && (word.EndsWith("s", StringComparison.OrdinalIgnoreCase));

    /// <summary>The value of one character such as '½'; null for any other.</summary>
    public static decimal? Vulgar(char c) => c switch
    {
        '½' => 0.5m,
        '¼' => 0.25m,
        '¾' => 0.75m,
        '⅓' => 1m / 3,
        '⅔' => 2m / 3,
        '⅕' => 0.2m,
        '⅖' => 0.4m,
        '⅗' => 0.6m,
        '⅘' => 0.8m,
        '⅙' => 1m / 6,
        '⅚' => 5m / 6,
        '⅛' => 0.125m,
        '⅜' => 0.375m,
        '⅝' => 0.625m,
        '⅞' => 0.875m,
        _ => null,
    };

    private static FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Map(
        string[] words,
        Func<int, decimal> value,
        params (string Word, decimal Value)[] more
    ) =>
        words.Select((word, n) => KeyValuePair.Create(word, value(n))).Concat(more.Select(m => KeyValuePair.Create(m.Word, m.Value)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
