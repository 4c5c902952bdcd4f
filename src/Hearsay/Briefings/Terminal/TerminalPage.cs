using System.Text;

namespace Hearsay.Briefings.Terminal;

/// <summary>How a run of words looks, where colour is on.</summary>
internal enum Style
{
    Plain, Bold, Dim, Good, Bad, Notice, Link,
}

/// <summary>Words in one style.</summary>
internal readonly record struct Run(string Text, Style Style = Style.Plain);

/// <summary>A page of lines none of which is wider than <see cref="Width"/> columns. Without colour, no escape sequence is written.</summary>
internal sealed class TerminalPage(bool colour)
{
    public const int Width = 80;

    private readonly StringBuilder to = new();

    /// <summary>One line as it is; the caller sees to its width.</summary>
    public void Line(params ReadOnlySpan<Run> runs)
    {
        foreach (var run in runs)
        {
            Append(run.Text, run.Style);
        }

        while (to.Length > 0 && to[^1] == ' ')
        {
            to.Length--;
        }

        to.Append('\n');
    }

    /// <summary>Runs as one paragraph, wrapped; the first line after <paramref name="first"/>, the others as far in as that is wide.</summary>
    public void Paragraph(string first, params ReadOnlySpan<Run> runs) => Paragraph([new Run(first)], PlainText.Columns(first), runs);

    /// <summary>Runs as one paragraph after <paramref name="first"/>, which is <paramref name="indent"/> columns wide.</summary>
    public void Paragraph(ReadOnlySpan<Run> first, int indent, ReadOnlySpan<Run> runs)
    {
        foreach (var run in first)
        {
            Append(run.Text, run.Style);
        }

        foreach (var (line, number) in Wrap(runs, Width - indent).Select((l, i) => (l, i)))
        {
            if (number > 0)
            {
                to.Append(' ', indent);
            }

            Line([.. line]);
        }
    }

    /// <summary>
    /// Breaks runs into lines of at most <paramref name="width"/> columns, at spaces, and within a word only where it alone is wider.
    /// </summary>
    public static List<List<Run>> Wrap(ReadOnlySpan<Run> runs, int width)
    {
        var lines = new List<List<Run>> { new() };
        var used = 0;
        foreach (var run in runs)
        {
            var words = PlainText.OneLine(run.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var glued = run.Text.Length > 0 && !char.IsWhiteSpace(run.Text[0]);
            foreach (var (word, place) in words.Select((w, i) => (w, i)))
            {
                var gap = used > 0 && !(place == 0 && glued) ? " " : "";
                foreach (var part in Pieces(word, width))
                {
                    var wide = PlainText.Columns(part);
                    if (used > 0 && used + gap.Length + wide > width)
                    {
                        lines.Add([]);
                        (used, gap) = (0, "");
                    }

                    lines[^1].Add(new Run(gap + part, run.Style));
                    used += gap.Length + wide;
                    gap = "";
                }
            }
        }

        return lines;
    }

    public override string ToString() => to.ToString();

    private static IEnumerable<string> Pieces(string word, int width)
    {
        if (PlainText.Columns(word) <= width)
        {
            return [word];
        }

        var pieces = new List<string>();
        var piece = new StringBuilder();
        var used = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (used + PlainText.Columns(rune) > width)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                used = 0;
            }

            piece.Append(rune.ToString());
            used += PlainText.Columns(rune);
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private void Append(string text, Style style)
    {
        if (!colour || style == Style.Plain || text.Length == 0)
        {
            to.Append(text);
            return;
        }

        var code = style switch { Style.Bold => "1", Style.Dim => "2", Style.Good => "32", Style.Bad => "31", Style.Notice => "33", _ => "36" };
        to.Append("\u001b[").Append(code).Append('m').Append(text).Append("\u001b[0m");
    }
}
