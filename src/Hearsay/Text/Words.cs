using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Hearsay.Text;

/// <summary>
/// A run of letters and digits in a text, with what stands inside it (apostrophes, hyphens, the points of "U.N.", the comma of "1,000").
/// <see cref="Key"/> is how two wordings of it are compared: lower case, without any of those marks, so that "U.N." and "UN", "co-operation" and
/// "cooperation" agree.
/// </summary>
internal readonly record struct Word(TextSpan Span, string Key);

/// <summary>Words by their characters alone: for comparing wordings, where no language layer is needed.</summary>
internal static class Words
{
    /// <summary>The words of a text in order, in linear time.</summary>
    public static ImmutableArray<Word> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordCharacter(text, i))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (IsWordCharacter(text, i) || IsJoint(text, i))) i++;
            var span = TextSpan.Between(start, i);
            words.Add(new Word(span, Key(text.AsSpan(start, i - start))));
        }
        return words.ToImmutable();
    }

    /// <summary>The form in which two wordings of one word are compared.</summary>
    private static string Key(ReadOnlySpan<char> word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) key.Append(char.ToLowerInvariant(c));
            // a decimal point tells 1.5 from 15; the comma of 1,500 tells nothing
            else if (c == '.' && key.Length > 0 && char.IsAsciiDigit(key[^1])) key.Append('.');
        }
        return key.ToString();
    }

    // Emoji and other letters beyond the basic plane come as two surrogates; each counts as part of a word.
    private static bool IsWordCharacter(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark;

    private static bool IsJoint(string text, int i) =>
        text[i] is '\'' or '’' or '´' or '-' or '‑' or '.' or ','
        && i > 0
        && i + 1 < text.Length
        && char.IsLetterOrDigit(text[i - 1])
        && char.IsLetterOrDigit(text[i + 1])
        && (text[i] is not ',' || (char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])))
        && (text[i] is not '.' || IsInnerPoint(text, i));

    // "U.N." and "3.5" but not "end.Start", which a lost space leaves behind.
    private static bool IsInnerPoint(string text, int i) =>
        char.IsAsciiDigit(text[i - 1]) == char.IsAsciiDigit(text[i + 1]) && (char.IsAsciiDigit(text[i - 1]) || i < 2 || !char.IsLetter(text[i - 2]));
}
