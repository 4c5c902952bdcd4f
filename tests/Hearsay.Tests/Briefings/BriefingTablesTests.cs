using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Hearsay.Briefings;
using Hearsay.Briefings.Tables;

namespace Hearsay.Tests.Briefings;

/// <summary>Tables, read by CsvHelper.</summary>
public sealed class BriefingTablesTests
{
    private static List<Dictionary<string, string>> Read(string table)
    {
        using var reader = new StringReader(table);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180 });
        return [.. csv.GetRecords<dynamic>().Select(r => ((IDictionary<string, object>)r).ToDictionary(f => f.Key, f => (string)f.Value))];
    }

    [Fact]
    public void Every_figure_is_a_row_with_its_question_and_its_words()
    {
        var rows = Read(BriefingTables.Figures(LockStory.Document));
        var story = LockStory.Briefing.Story;
        Assert.Equal(story.Reports.Sum(r => r.Figures.Length), rows.Count);
        Assert.All(rows, row =>
        {
            var text = story.Reports.Single(r => r.Article.Id == row["report"]).Article.Text;
            Assert.Equal(row["words"], text.Substring(int.Parse(row["start"], CultureInfo.InvariantCulture), int.Parse(row["length"], CultureInfo.InvariantCulture)));
            Assert.Contains(row["words"], row["sentence"], StringComparison.Ordinal);
        });
        var differing = rows.Where(r => r["verdict"] == "differ").ToList();
        Assert.Contains(differing, r => r is { } x && x["low"] == "14" && x["outlet"] == "Brennholm Herald" && x["qualifier"] == "at-least");
        Assert.Single(differing.Select(r => r["question"]).Distinct());
    }

    [Fact]
    public void Every_passage_that_a_claim_rests_on_is_a_row()
    {
        var rows = Read(BriefingTables.Claims(LockStory.Document));
        var claims = LockStory.Briefing.Findings.Claims.Where(c => !c.IsClause).ToList();
        Assert.Equal(claims.Sum(c => c.Support.Length + c.Partial.Length), rows.Count);
        Assert.Equal(claims.Sum(c => c.Support.Length), rows.Count(r => r["carries"] == "whole"));
        Assert.All(rows, r => Assert.Equal(claims.Single(c => c.Id == r["claim"]).IndependentOrigins.ToString(CultureInfo.InvariantCulture), r["independent_origins"]));
    }

    [Fact]
    public void A_table_of_nasty_text_is_read_again_whole_and_holds_no_formula()
    {
        var document = HostileStory.Document;
        Assert.Equal(document.Reports.Sum(r => r.Figures.Length), Read(BriefingTables.Figures(document)).Count);
        Assert.NotEmpty(Read(BriefingTables.Claims(document)));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"")]
    [InlineData("+1 million", "'+1 million")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a, \"b\"\nc", "\"a, \"\"b\"\" c\"")]
    [InlineData(null, "")]
    [InlineData("plain - text", "plain - text")]
    public void Text_is_quoted_and_no_formula(string? text, string field)
    {
        var csv = new Csv();
        csv.Text(text).Number(-1.50m).Number(null).End();
        Assert.Equal(field + ",-1.5,\r\n", csv.ToString());
    }
}
