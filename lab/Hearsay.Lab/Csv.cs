using System.Text;

namespace Hearsay.Lab;

/// <summary>Comma-separated values with a line of names first (RFC 4180).</summary>
internal static class Csv
{
    /// <summary>The rows of a file, each by column name.</summary>
    public static IEnumerable<Dictionary<string, string>> Read(string file)
    {
        var rows = Rows(File.ReadAllText(file)).ToList();
        foreach (var row in rows.Skip(1)) yield return rows[0].Zip(row).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) field.Append(c);
            else if (c != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c != '\n') continue;
                if (row.Count > 1) yield return row;
                row = [];
            }
        }
    }
}
