using System.Buffers;
using System.Text;

namespace Hearsay.Briefings.Markdown;

/// <summary>Text of others inside Markdown.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_{}[]()<>#+-.!|~&^=:$");

    /// <summary>The text on one line, with a backslash before whatever could be read as markup.</summary>
    public static string Escape(string text)
    {
        var to = new StringBuilder(text.Length + 16);
        var line = PlainText.OneLine(text);
        for (var i = 0; i < line.Length; i++)
        {
            if (IsMarkup(line, i))
            {
                to.Append('\\');
            }

            to.Append(line[i]);
        }

        return to.ToString();
    }

    /// <summary>
    /// Stops, dashes, plus signs and the like mean something only at the start of a line or within a link; elsewhere they stay as they are.
    /// </summary>
    private static bool IsMarkup(string line, int i) => line[i] switch
    {
        '.' or ')' => i > 0 && line.AsSpan(0, i).ContainsAnyExceptInRange('0', '9') == false,
        '-' or '+' or '#' or '=' => i == 0 || line[i] == '#',
        ':' => i + 2 < line.Length && line[i + 1] == '/' && line[i + 2] == '/',
        '(' or '!' or '{' or '}' or '$' => line[i] == '(' && i > 0 && line[i - 1] == ']',
        var c => Marks.Contains(c),
    };
}
