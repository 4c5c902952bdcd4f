using System.Globalization;
using System.Text;

namespace Hearsay.Briefings;

/// <summary>
/// Text of others made safe for a page of lines: no line break, no escape sequence, no mark that turns the writing direction around.
/// </summary>
internal static class PlainText
{
    /// <summary>The text on one line: runs of white space become one space, control and formatting characters go.</summary>
    public static string OneLine(string text)
    {
        var to = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (to.Length > 0 && to[^1] != ' ')
                {
                    to.Append(' ');
                }
            }
            else if (
                Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            )
            {
                to.Append(rune.ToString());
            }
        }

        return to.ToString().TrimEnd();
    }

    /// <summary>How many columns of a terminal the text takes: two for a wide character, none for one that sits on another.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Columns(rune);
        }

        return columns;
    }

    /// <inheritdoc cref="Columns(string)"/>
    public static int Columns(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
        : IsWide(rune.Value) ? 2
        : 1;

    /// <summary>East Asian wide and full-width characters and emoji (the blocks of Unicode's EastAsianWidth.txt in whole).</summary>
    private static bool IsWide(int c) =>
        c is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1F64F or >= 0x1F680 and <= 0x1F6FF
            or >= 0x1F900 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD;
}
