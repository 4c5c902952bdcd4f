using System.Globalization;
using System.Text;

namespace Hearsay.Lab;

/// <summary>Figures in columns (stories, corpora) and rows (measures), in the order they came, with a last column of means.</summary>
internal sealed class ScoreTable
{
    private const string Mean = "mean";
    private readonly List<string> columns = [], rows = [];
    private readonly Dictionary<(string Column, string Row), double> cells = [];

    /// <summary>Sets one figure.</summary>
    public void Add(string column, string row, double value)
    {
        if (!columns.Contains(column)) columns.Add(column);
        if (!rows.Contains(row)) rows.Add(row);
        cells[(column, row)] = value;
    }

    /// <summary>Every figure column by column, then the mean of each row.</summary>
    public IEnumerable<(string Column, string Row, double Value)> WithMeans() =>
        columns
            .SelectMany(c => rows.Where(r => cells.ContainsKey((c, r))).Select(r => (c, r, cells[(c, r)])))
            .Concat(rows.Select(r => (Mean, r, MeanOf(r))));

    /// <summary>Puts the table between the lines `&lt;!-- name --&gt;` and `&lt;!-- /name --&gt;` of a Markdown file.</summary>
    /// <exception cref="InvalidOperationException">The file does not have the two lines.</exception>
    public void WriteInto(string path, string name)
    {
        var text = File.ReadAllText(path);
        string open = $"<!-- {name} -->\n", close = $"<!-- /{name} -->";
        var (start, end) = (text.IndexOf(open, StringComparison.Ordinal), text.IndexOf(close, StringComparison.Ordinal));
        if (start < 0 || end < start) throw new InvalidOperationException($"{path} has no lines {open.Trim()} and {close}");
        File.WriteAllText(path, text[..(start + open.Length)] + Markdown() + text[end..]);
    }

    private string Markdown()
    {
        var table = new StringBuilder()
            .Append("| measure | ")
            .AppendJoin(" | ", columns.Append(Mean))
            .Append(" |\n|---|")
            .Append(string.Concat(columns.Append(Mean).Select(_ => "---|")))
            .Append('\n');
        foreach (var row in rows)
            table
                .Append("| ")
                .Append(row)
                .Append(" | ")
                .AppendJoin(" | ", columns.Select(c => cells.TryGetValue((c, row), out var v) ? Text(v) : "").Append(Text(MeanOf(row))))
                .Append(" |\n");
        return table.ToString();
    }

    private double MeanOf(string row) => columns.Where(c => cells.ContainsKey((c, row))).Average(c => cells[(c, row)]);

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
