namespace Hearsay.Statements.Times;

/// <summary>
/// A list of words that rules look for, in any case. What begins with another letter, or is of another length, is told without a look at them.
/// </summary>
internal sealed class WordList
{
    private readonly string[] words;

    /// <summary>By the first letter: a bit for each length that a word with it has.</summary>
    private readonly uint[] lengths = new uint[32];

    public WordList(params string[] words)
    {
        this.words = words;
        foreach (var word in words) lengths[word[0] & 31] |= 1u << word.Length;
    }

    /// <summary>False where no word begins with this letter and is so long.</summary>
    public bool MayHold(char first, int length) => length < 32 && (lengths[first & 31] & 1u << length) != 0;

    /// <summary>True where the word is in the list.</summary>
    public bool Holds(ReadOnlySpan<char> form)
    {
        foreach (var word in words)
        {
            if (word.Length == form.Length && form.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
