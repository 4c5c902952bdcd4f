using System.Collections.Immutable;
using System.Text;

namespace Hearsay.Pages;

/// <summary>
/// Pasted text in, its paragraphs out. Every line is a paragraph, as pages are pasted, unless the text was wrapped by hand or by a mail program:
/// then the lines between two empty ones are joined. A line that breaks off in mid-sentence and goes on in lower case is joined in either case.
/// </summary>
internal static class Paragraphs
{
    private const int LongLine = 40;

    /// <summary>The paragraphs, none of them empty, without line breaks.</summary>
    public static ImmutableArray<string> Of(string content)
    {
        var lines = CleanText.Lines(content);
        var width = Width(lines);
        var paragraphs = ImmutableArray.CreateBuilder<string>();
        var open = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (open.Length > 0 && (line.Length == 0 || !GoesOn(lines[i - 1], line, width))) Close(paragraphs, open);
            if (line.Length == 0) continue;
            if (open.Length > 0) open.Append(' ');
            open.Append(line);
        }
        Close(paragraphs, open);
        return paragraphs.ToImmutable();
    }

    private static void Close(ImmutableArray<string>.Builder paragraphs, StringBuilder open)
    {
        if (open.Length > 0) paragraphs.Add(open.ToString());
        open.Clear();
    }

    private static bool GoesOn(string line, string next, int width)
    {
        if (width > 0) return line.Length > width * 6 / 10 || !CleanText.EndsWithMark(line);
        return line.Length >= LongLine && BreaksOff(line, next);
    }

    private static bool BreaksOff(string line, string next) =>
        char.IsLower(next[0])
        && (!CleanText.EndsWithMark(line) || line[^1] == ',')
        && (char.IsLower(line[^1]) || line[^1] is ',' or '-' || char.IsDigit(line[^1]))
        && Agencies.Signing(next).IsEmpty;

    /// <summary>
    /// The width at which the text is wrapped, 0 where it is not: most line breaks within a block would have to cut a sentence in two.
    /// </summary>
    private static int Width(List<string> lines)
    {
        var breaks = 0;
        var cuts = 0;
        var width = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            width = Math.Max(width, lines[i].Length);
            if (lines[i].Length == 0 || lines[i + 1].Length == 0) continue;
            breaks++;
            if (BreaksOff(lines[i], lines[i + 1])) cuts++;
        }
        return cuts >= 3 && cuts * 10 >= breaks * 4 && width <= 140 ? width : 0;
    }
}
