using System.Buffers;
using System.Globalization;
using System.Text;

namespace Hearsay.Briefings.Tables;

/// <summary>
/// Rows of a table as RFC 4180 has them: fields parted by commas, in quotation marks where they have to be, lines that end in CR LF. A field of text
/// that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises; numbers are written as numbers.
/// </summary>
public sealed class Csv
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\",\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@＝＋－＠");

    private readonly StringBuilder to = new();
    private bool begun;

    /// <summary>A field of others' text, on one line; empty for null.</summary>
    public Csv Text(string? text)
    {
        var line = PlainText.OneLine(text ?? "");
        return Field(line.Length > 0 && Formula.Contains(line[0]) ? "'" + line : line);
    }

    /// <summary>A number; empty for null.</summary>
    public Csv Number(decimal? number) => Field(number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Ends the row.</summary>
    public void End()
    {
        to.Append("\r\n");
        begun = false;
    }

    /// <summary>The table so far.</summary>
    public override string ToString() => to.ToString();

    private Csv Field(string field)
    {
        to.Append(begun ? "," : "");
        begun = true;
        if (field.AsSpan().ContainsAny(Marks)) to.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else to.Append(field);
        return this;
    }
}
