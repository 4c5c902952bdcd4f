using System.Buffers;
using System.Text;

namespace Hearsay.Text;

/// <summary>
/// Scripts that are written without spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer. Where words are counted two letters stand for
/// one, where they are looked for every letter is one by itself.
/// </summary>
internal static class UnspacedScript
{
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        [
            .. new (char From, char To)[] { ('฀', '໿'), ('က', '႟'), ('ក', '៿'), ('⺀', 'ㄯ'), ('ㆠ', '鿿'), ('豈', '﫿'), ('ｦ', 'ﾟ') }
                .SelectMany(r => Enumerable.Range(r.From, r.To - r.From + 1))
                .Select(c => (char)c)
                .Where(char.IsLetter),
        ]
    );

    /// <summary>Whether it is a letter of such a script.</summary>
    public static bool Has(char c) => Letters.Contains(c);

    /// <summary>How many words these letters are.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var letters = 0;
        for (int next; (next = text.IndexOfAny(Letters)) >= 0; text = text[(next + 1)..]) letters++;
        return letters / 2;
    }

    /// <summary>The text with every such letter apart from the one before it.</summary>
    public static string Apart(string text)
    {
        if (!text.AsSpan().ContainsAny(Letters)) return text;
        var apart = new StringBuilder(text.Length * 2);
        foreach (var c in text) (Has(c) ? apart.Append(' ') : apart).Append(c);
        return apart.ToString();
    }
}
