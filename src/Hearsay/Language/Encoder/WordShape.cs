namespace Hearsay.Language.Encoder;

/// <summary>
/// How a word is written, which the encoder's pieces in lower case no longer say: each kind once for words inside a sentence and once for its first.
/// </summary>
internal static class WordShape
{
    /// <summary>How many shapes there are.</summary>
    public const int Count = 16;

    private const int Kinds = 8;

    /// <summary>
    /// The number of the word's shape, below <see cref="Count"/>; <paramref name="first"/> where no word with a letter or digit stands before it in
    /// the sentence.
    /// </summary>
    public static int Of(ReadOnlySpan<char> word, bool first) => Kind(word) + (first ? Kinds : 0);

    /// <summary>Whether the word has a letter or digit, so that the next one is no longer the first.</summary>
    public static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c)) return true;
        }

        return false;
    }

    /// <summary>
    /// 0 small letters, 1 a capital and small letters, 2 capitals, 3 one capital, 4 capitals among small letters, 5 digits and letters, 6 digits,
    /// 7 neither letters nor digits.
    /// </summary>
    private static int Kind(ReadOnlySpan<char> word)
    {
        int small = 0, capitals = 0, digits = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c)) capitals++;
            else if (char.IsLetter(c)) small++;
            else if (char.IsDigit(c)) digits++;
        }

        if (digits > 0) return small + capitals > 0 ? 5 : 6;
        if (small + capitals == 0) return 7;
        if (capitals == 0) return 0;
        if (small == 0) return capitals == 1 ? 3 : 2;
        return capitals == 1 && char.IsUpper(word[0]) ? 1 : 4;
    }
}
