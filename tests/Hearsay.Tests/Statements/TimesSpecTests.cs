using System.Globalization;
using Hearsay.Statements;

namespace Hearsay.Tests.Statements;

/// <summary>Runs the tables of Specs/times.md.</summary>
public sealed class TimesSpecTests
{
    public static TheoryData<string, string, string> Lines()
    {
        var lines = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Repository.At("tests", "Hearsay.Tests", "Specs", "times.md")))
        {
            if (line.StartsWith("| ", StringComparison.Ordinal) && line.Split('|') is { Length: 5 } cells && cells[1].Trim() != "sentence")
            {
                lines.Add(cells[1].Trim(), cells[2].Trim(), cells[3].Trim());
            }
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_spec_holds(string sentence, string published, string found)
    {
        DateOnly? day = published.Length == 0 ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(found, string.Join("; ", TimeReader.Read(sentence, day).Select(t => $"{t.Span.Of(sentence)} = {t.Value}")));
    }
}
