using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Hearsay.Briefings.Html;

/// <summary>
/// A piece of HTML. It is made from an interpolated string whose literal parts are markup and whose holes are text: a string in a hole is escaped,
/// only another <see cref="Html"/> goes in as it is. So no text of a report can become markup by a slip.
/// </summary>
internal readonly record struct Html(string Markup)
{
    public static Html None { get; } = new("");

    public static Html Of(HtmlParts parts) => new(parts.ToString());

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p.Markup)));

    public override string ToString() => Markup;
}

/// <summary>Collects the parts of an interpolated string for <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlParts
{
    private readonly StringBuilder to;

    public HtmlParts(int literalLength, int holes) => to = new StringBuilder(literalLength + (16 * holes));

    public void AppendLiteral(string markup) => to.Append(markup);

    public void AppendFormatted(Html piece) => to.Append(piece.Markup);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            to.Append(piece.Markup);
        }
    }

    public void AppendFormatted(int number) => to.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A coordinate, to a hundredth.</summary>
    public void AppendFormatted(double number) => to.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>Text of others: on one line, without control characters, every character with a meaning in HTML replaced.</summary>
    public void AppendFormatted(string? text)
    {
        foreach (var c in PlainText.OneLine(text ?? ""))
        {
            _ = c switch
            {
                '&' => to.Append("&amp;"),
                '<' => to.Append("&lt;"),
                '>' => to.Append("&gt;"),
                '"' => to.Append("&quot;"),
                '\'' => to.Append("&#39;"),
                _ => to.Append(c),
            };
        }
    }

    public override string ToString() => to.ToString();
}
