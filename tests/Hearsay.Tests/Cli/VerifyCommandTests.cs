using Hearsay.Briefings.Json;
using Hearsay.Tests.Briefings;

namespace Hearsay.Tests.Cli;

public sealed class VerifyCommandTests
{
    private const string Report = "The mill at Aldersea burned down on 5 May 2031. “Nothing is left,” said its owner, Dora Whit.";

    [Fact]
    public void A_briefing_just_written_holds_and_its_reports_are_read_again()
    {
        using var folder = new TemporaryFolder();
        var briefing = Briefed(folder);
        var run = CommandRun.Of("verify", briefing);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(" in 1 report, 1 of them read again: all hold", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_changed_since_is_named_and_gives_3()
    {
        using var folder = new TemporaryFolder();
        var briefing = Briefed(folder);
        var report = folder.Write("mill.txt", "Correction: " + Report);
        var run = CommandRun.Of("verify", briefing);
        Assert.Equal(3, run.Code);
        Assert.Contains(report, run.Error, StringComparison.Ordinal);
        Assert.Contains("do not hold", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_gone_is_checked_against_the_copy_in_the_file()
    {
        using var folder = new TemporaryFolder();
        var briefing = Briefed(folder);
        File.Delete(Path.Combine(folder.Path, "mill.txt"));
        var run = CommandRun.Of("verify", briefing);
        Assert.Equal(0, run.Code);
        Assert.Contains("no longer there", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"text\": \"at Least 14\"")]
    [InlineData("\"text\": \"At least 15\"")]
    public void Every_span_that_does_not_hold_is_named_by_its_place(string wrong)
    {
        using var folder = new TemporaryFolder();
        var json = JsonBriefing.Write(LockStory.Document).Replace("\"text\": \"At least 14\"", wrong, StringComparison.Ordinal);
        var run = CommandRun.Of("verify", folder.Write("x.json", json));
        Assert.Equal(3, run.Code);
        Assert.Contains("articles[0].figures[0].span", run.Error, StringComparison.Ordinal);
        Assert.Contains("“At least 14”", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("""{"schemaVersion": "2", "articles": [7], "stories": []}""")]
    public void What_is_no_briefing_gives_2(string content)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("verify", folder.Write("x.json", content));
        Assert.Equal(2, run.Code);
        Assert.Contains("x.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_briefing_is_verified_from_standard_input()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.With(File.ReadAllText(Briefed(folder)), "verify", "-");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("all hold", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_briefing_that_is_not_there_gives_2() => Assert.Equal(2, CommandRun.Of("verify", "/no/such/briefing.json").Code);

    private static string Briefed(TemporaryFolder folder)
    {
        var file = Path.Combine(folder.Path, "briefing.json");
        Assert.Equal(0, CommandRun.Of("brief", folder.Write("mill.txt", Report), "--format", "json", "--out", file).Code);
        return file;
    }
}
