using System.Globalization;
using System.Text;

namespace Hearsay.Pages;

/// <summary>White space made even and invisible characters taken out; letters, digits, quotation marks and punctuation stay as they are.</summary>
internal static class CleanText
{
    private const string Closers = "\"'”’»)]}›\uFFFD*_";
    private const string FinalMarks = ".?!…:;,。！？";

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

    /// <summary>The text as one line.</summary>
    public static string Line(string content) => string.Join(' ', Lines(content).Where(l => l.Length > 0));

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
