using System.Text;

namespace Hearsay.Text;

/// <summary>
/// Words without case and accents, as the store's index of words has them too (unicode61 with remove_diacritics 2). The tables are the first letters of the
/// canonical decompositions of Unicode: under invariant globalization .NET does not decompose.
/// </summary>
public static class Folding
{
    // from U+00C0 and from U+1E00; a point where there is nothing to take off
    private const string Latin =
        "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rr"
        + "rrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.................................oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoo"
        + "oo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzz"
        + "htwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>The word in small letters, without accents.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word)) return word.ToString().ToLowerInvariant();
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is not (>= '\u0300' and <= '\u036F')) plain.Append(Of(c));
        }
        return plain.ToString();
    }

    private static char Of(char c) => c switch
    {
        >= '\u00C0' and <= '\u024F' when Latin[c - 0xC0] is not '.' and var plain => plain,
        >= '\u1E00' and <= '\u1EFF' when LatinAdditional[c - 0x1E00] is not '.' and var plain => plain,
        _ => char.ToLowerInvariant(c),
    };
}
