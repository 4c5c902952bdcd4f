namespace Hearsay.Statements.Figures;

/// <summary>How a number is written.</summary>
internal enum NumberForm : byte
{
    /// <summary>"12,000", "1.2 million".</summary>
    Digits,

    /// <summary>"twelve thousand", "a dozen".</summary>
    Words,

    /// <summary>"two thirds", "half", "nine in 10".</summary>
    Fraction,

    /// <summary>"dozens", "several", "most".</summary>
    Vague,
}

/// <summary>
/// A number found at a lexeme: it ends before lexeme <paramref name="End"/>. <paramref name="High"/> is null where the words leave it open
/// ("dozens"), and so may be <paramref name="Low"/>.
/// <paramref name="Scaled"/> is true where a scale word took part ("million").
/// </summary>
internal readonly record struct NumberPhrase(int Start, int End, decimal? Low, decimal? High, NumberForm Form, bool Scaled)
{
    /// <summary>A number of one value.</summary>
    public static NumberPhrase Of(int start, int end, decimal value, NumberForm form, bool scaled = false) =>
        new(start, end, value, value, form, scaled);

    /// <summary>True where the last word is a scale: "fifty thousand".</summary>
    public bool HasOneScale(LexemeList text) => Scaled && NumberWords.Scale(text.Of(End - 1), out _);
}
