namespace Hearsay.Statements.Figures;

/// <summary>What a <see cref="Lexeme"/> is.</summary>
internal enum LexemeKind : byte
{
    /// <summary>Letters, with inner apostrophes and the points of abbreviations ("U.S.").</summary>
    Word,

    /// <summary>A number in digits, with its separators.</summary>
    Digits,

    /// <summary>One mark, or a number that is none (an address of the net, a version).</summary>
    Mark,

    /// <summary>The gap between two paragraphs.</summary>
    Break,
}

/// <summary>
/// A word, number or mark as the grammar of numbers sees it, finer than a token: hyphens stand alone, "256GB" is two.
/// <paramref name="Glued"/> is true where no white space stands before it.
/// </summary>
internal readonly record struct Lexeme(LexemeKind Kind, int Start, int End, bool Glued);
