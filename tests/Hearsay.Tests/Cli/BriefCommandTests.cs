using System.Text.Json;

namespace Hearsay.Tests.Cli;

public sealed class BriefCommandTests
{
    private const string Report = "The mill at Aldersea burned down on Monday. “Nothing is left,” said its owner, Dora Whit.";

    [Fact]
    public void Reports_in_briefing_out()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--format", "json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains("Aldersea", json.RootElement.GetProperty("articles")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("terminal")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("json")]
    public void The_same_goes_into_a_file_as_to_standard_output(string format)
    {
        using var folder = new TemporaryFolder();
        var (report, file) = (folder.Write("mill.txt", Report), Path.Combine(folder.Path, "out"));
        var shown = CommandRun.Of("brief", report, "--format", format);
        var kept = CommandRun.Of("brief", report, "--format", format, "--out", file);
        Assert.Equal((0, ""), (kept.Code, kept.Output));
        Assert.NotEmpty(shown.Output);
        Assert.Equal(shown.Output, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("PATH", "brief")]
    [InlineData("Required command", new string[0])]
    [InlineData("'2024-13-01'", "brief", "x", "--date", "2024-13-01")]
    [InlineData("'0'", "brief", "x", "--story", "0")]
    [InlineData("'pdf'", "brief", "x", "--format", "pdf")]
    [InlineData("'--colour'", "brief", "x", "--colour")]
    public void Wrong_usage_is_named_and_gives_1(string named, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.Equal(1, run.Code);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_that_cannot_be_read_is_named_gives_2_and_the_rest_goes_on()
    {
        using var folder = new TemporaryFolder();
        var (good, bad) = (folder.Write("mill.txt", Report), Path.Combine(folder.Path, "gone.txt"));
        var run = CommandRun.Of("brief", bad, good, "--format", "json");
        Assert.Equal(2, run.Code);
        Assert.Contains(bad, run.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("articles").GetArrayLength());
        Assert.Equal(bad, json.RootElement.GetProperty("failures")[0].GetProperty("path").GetString());
    }

    [Fact]
    public void Nothing_to_read_is_said_and_gives_2()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("brief", folder.Path);
        Assert.Equal(2, run.Code);
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData("terminal")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void A_page_without_any_report_says_so(string format)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("brief", folder.Write("empty.txt", ""), "--format", format);
        Assert.Equal(2, run.Code);
        Assert.Contains("No report could be read", run.Output, StringComparison.Ordinal);
        Assert.Contains("empty", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_that_is_not_there_is_wrong_usage()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--story", "9");
        Assert.Equal(1, run.Code);
        Assert.Contains("no story 9", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_told_in_one_line()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--out", Path.Combine(folder.Path, "no", "such", "folder", "x.json"));
        Assert.Equal(1, run.Code);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void The_date_given_holds_for_a_report_without_one()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--format", "json", "--date", "2031-05-06");
        using var json = JsonDocument.Parse(run.Output);
        var article = json.RootElement.GetProperty("articles")[0];
        Assert.Equal(("2031-05-06", "option"), (article.GetProperty("published").GetString(), article.GetProperty("publishedBasis").GetString()));
    }

    [Fact]
    public void Help_names_the_exit_codes()
    {
        foreach (var args in new string[][] { ["--help"], ["brief", "--help"], ["verify", "--help"] })
        {
            var run = CommandRun.Of(args);
            Assert.Equal(0, run.Code);
            Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
        }
    }
}
