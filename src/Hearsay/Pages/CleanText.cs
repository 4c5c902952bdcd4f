using System.Globalization;
using System.Text;

namespace Hearsay.Pages;

/// <summary>White space made even and invisible characters taken out; letters, digits, quotation marks and punctuation stay as they are.</summary>
internal static class CleanText
{
    private const string Closers = "\"'”’»)]}›\uFFFD*_“«」』";
    private const string FinalMarks = ".?!…:;,。！？।۔؟։";

    /// <summary>The lines of a text, each trimmed with single spaces; an empty string stands for an empty line.</summary>
    public static List<string> Lines(string content)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\r' && i + 1 < content.Length && content[i + 1] == '\n') continue;
            if (c is '\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v' or '\u0085') Flush(lines, line);
            else Append(line, content, ref i);
        }
        Flush(lines, line);
        return lines;
    }

    /// <summary>
    /// Text that was UTF-8 and was read as Latin-1 or Windows-1252 on its way here, read again as what it was: each run of such characters that is
    /// valid UTF-8 is replaced by what it stands for.
    /// </summary>
    public static string Repaired(string content)
    {
        if (!content.Contains("â\u0080", StringComparison.Ordinal) && !content.Contains("â€", StringComparison.Ordinal)) return content;
        var repaired = new StringBuilder(content.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < content.Length;)
        {
            var length = SpoiltLength(content, i, bytes);
            if (length == 0) repaired.Append(content[i++]);
            else
            {
                repaired.Append(Encoding.UTF8.GetString(bytes[..length]));
                i += length;
            }
        }
        // the closing quotation mark loses its last byte where Windows-1252 has no character for it
        return repaired.Replace("â€", "”").ToString();
    }

    /// <summary>How many characters from here on are the bytes of one UTF-8 character; 0 where they are not.</summary>
    private static int SpoiltLength(string content, int start, Span<byte> bytes)
    {
        var lead = Byte(content[start]);
        var length = lead switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (length == 0 || start + length > content.Length) return 0;
        for (var i = 0; i < length; i++)
        {
            var value = Byte(content[start + i]);
            if (value < 0 || (i > 0 && value is < 0x80 or > 0xBF)) return 0;
            bytes[i] = (byte)value;
        }
        return System.Text.Rune.DecodeFromUtf8(bytes[..length], out _, out var used) == System.Buffers.OperationStatus.Done && used == length
            ? length
            : 0;
    }

    /// <summary>The byte that a character was made of, -1 where it was not made of one.</summary>
    private static int Byte(char c) => c <= 0xFF ? c : Windows1252.IndexOf(c) is >= 0 and var at ? 0x80 + at : -1;

    // the characters that Windows-1252 has in place of the controls from 0x80; '\0' where it has none
    private const string Windows1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>The text as one line.</summary>
    public static string Line(string content) => string.Join(' ', Lines(content).Where(l => l.Length > 0));

    /// <summary>The text as one line, white space made even; as <see cref="Line"/>, without cutting the text into lines first.</summary>
    public static string Joined(StringBuilder content)
    {
        var text = content.ToString();
        var plain = true;
        for (var i = 0; plain && i < text.Length; i++) plain = text[i] is > ' ' and < '\u007F' || (text[i] == ' ' && i > 0 && text[i - 1] != ' ');
        if (plain) return text.Length > 0 && text[^1] == ' ' ? text[..^1] : text;
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++) Append(line, text, ref i);
        while (line.Length > 0 && line[^1] == ' ') line.Length--;
        return line.ToString();
    }

    /// <summary>True where a line ends as a sentence or a clause does, closing quotation marks and brackets aside.</summary>
    public static bool EndsWithMark(string line)
    {
        var end = line.Length;
        while (end > 0 && (Closers.Contains(line[end - 1]) || line[end - 1] == ' ')) end--;
        return end > 0 && FinalMarks.Contains(line[end - 1]);
    }

    private static void Flush(List<string> lines, StringBuilder line)
    {
        while (line.Length > 0 && line[^1] == ' ') line.Length--;
        lines.Add(line.ToString());
        line.Clear();
    }

    private static void Append(StringBuilder line, string content, ref int i)
    {
        var c = content[i];
        if (char.IsHighSurrogate(c) && i + 1 < content.Length && char.IsLowSurrogate(content[i + 1]))
        {
            line.Append(c).Append(content[++i]);
        }
        else if (char.IsSurrogate(c))
        {
            line.Append('\uFFFD');
        }
        else if (char.IsWhiteSpace(c))
        {
            if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
        else if (!IsInvisible(c))
        {
            line.Append(c);
        }
    }

    // the joiner of emoji and of some scripts is a format character that carries meaning
    private static bool IsInvisible(char c) =>
        char.IsControl(c) || (c is not ('\u200C' or '\u200D') && char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
