using System.Text.Json;
using Hearsay.App.Cli;

namespace Hearsay.Tests.Cli;

public sealed class BriefCommandTests
{
    private const string Report = "The mill at Aldersea burned down on Monday. “Nothing is left,” said its owner, Dora Whit.";

    [Fact]
    public void An_outlet_that_is_given_is_that_of_the_files_that_name_none()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("pilot-notes.txt", "The bakery on Mill Lane in Norvik has a new oven, its owner Ines Holm said on Monday.");
        var brief = CommandRun.Of("brief", file, Repository.At("samples", "ferry-strike"), "--outlet", "Vale Herald", "--format", "json");
        Assert.Equal(0, brief.Code);
        using var json = JsonDocument.Parse(brief.Output);
        var outlets = json.RootElement.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("outlet").GetString()).ToList();
        Assert.Contains("Vale Herald", outlets);
        Assert.Contains("Eastbank Chronicle", outlets);
        Assert.DoesNotContain(null, outlets);
        Assert.Equal(0, CommandRun.Of("read", file, "--outlet", "Vale Herald").Code);
        Assert.Equal(ExitCode.WrongUsage, CommandRun.Of("read", file, "--outlet", "…").Code);
    }

    [Fact]
    public void Reports_in_briefing_out()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--format", "json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains("Aldersea", json.RootElement.GetProperty("articles")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Quick_reads_by_the_small_models_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--format", "json", "--quick");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("quick", json.RootElement.GetProperty("articles")[0].GetProperty("readAs").GetString());
    }

    [Theory]
    [InlineData("terminal")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("eml")]
    [InlineData("figures.csv")]
    [InlineData("claims.csv")]
    [InlineData("geojson")]
    [InlineData("wikitext")]
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

    [Fact]
    public void The_page_is_the_default_and_data_are_always_full()
    {
        string Brief(params string[] options) => CommandRun.Of(["brief", Repository.At("samples", "ferry-strike"), "--quick", .. options]).Output;
        var (brief, page, full) = (Brief("--length", "short"), Brief("--length", "PAGE"), Brief("--length", "full"));
        Assert.True(brief.Length < page.Length && page.Length < full.Length);
        Assert.Equal(page, Brief());
        Assert.Equal(Brief("--json"), Brief("--json", "--length", "short"));
    }

    [Theory]
    [InlineData("PATH", "brief")]
    [InlineData("Required command", new string[0])]
    [InlineData("'2024-13-01'", "brief", "x", "--date", "2024-13-01")]
    [InlineData("'0'", "brief", "x", "--story", "0")]
    [InlineData("'pdf'", "brief", "x", "--format", "pdf")]
    [InlineData("'book'", "brief", "x", "--length", "book")]
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
    [InlineData("wikitext")]
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

    [Theory]
    [InlineData("hearsay brief --help", "brief", "x", "--story", "one")]
    [InlineData("hearsay brief --help", "brief", "x", "--format", "pdf")]
    [InlineData("hearsay feeds add --help", "feeds", "add", "--pause", "soon", "https://a.example/")]
    [InlineData("hearsay show --help", "show", "x", "--revision", "last")]
    [InlineData("hearsay watch --help", "watch", "--window-days", "0")]
    [InlineData("hearsay fetch --help", "fetch", "--feeds-only", "--again", "7d")]
    [InlineData("hearsay --help", "breif")]
    public void A_usage_error_is_one_line_with_the_way_to_help(string help, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.Equal((1, ""), (run.Code, run.Output));
        var line = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains(help, line, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", line, StringComparison.Ordinal);
        if (args is [_, _, var option, ..] && option.StartsWith("--", StringComparison.Ordinal)) Assert.Contains(option, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x.html", "<!doctype html>")]
    [InlineData("x.HTM", "<!doctype html>")]
    [InlineData("x.md", "# ")]
    [InlineData("x.json", "{")]
    [InlineData("x.eml", "Date: ")]
    [InlineData("x.claims.csv", "story,story_title,claim,")]
    [InlineData("figures.csv", "story,story_title,question,")]
    [InlineData("x.geojson", "{\n \"type\": \"FeatureCollection\"")]
    [InlineData("x.wiki", "= ")]
    public void The_ending_of_the_file_says_the_form(string name, string start)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, name);
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--out", file);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith(start, File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("md", "# ")]
    [InlineData("HTML", "<!doctype html>")]
    [InlineData("Json", "{")]
    public void Forms_are_understood_in_any_case_and_by_their_short_names(string format, string start)
    {
        using var folder = new TemporaryFolder();
        Assert.StartsWith(start, CommandRun.Of("brief", folder.Write("mill.txt", Report), "--format", format).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_said_to_be_of_figures_or_claims_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        var (report, file) = (folder.Write("mill.txt", Report), Path.Combine(folder.Path, "x.csv"));
        var run = CommandRun.Of("brief", report, "--out", file);
        Assert.Equal(1, run.Code);
        Assert.Contains("--format figures.csv or --format claims.csv", run.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (CommandRun.Of("brief", report, "--out", file, "--format", "claims.csv").Code, ""));
    }

    [Fact]
    public void A_form_that_contradicts_the_file_counts_and_is_said()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "x.html");
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--out", file, "--format", "md");
        Assert.Equal(0, run.Code);
        Assert.Contains("is written as markdown", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("# ", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(1, CommandRun.Of("brief", folder.Path, "--json", "--format", "html").Code);
    }

    [Fact]
    public void A_briefing_takes_the_place_of_a_file_only_when_told_to()
    {
        using var folder = new TemporaryFolder();
        var (report, file) = (folder.Write("mill.txt", Report), folder.Write("kept.md", "mine"));
        var refused = CommandRun.Of("brief", report, "--out", file);
        Assert.Equal(1, refused.Code);
        Assert.Contains("is there already: --force overwrites it", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Equal(0, CommandRun.Of("brief", report, "--out", file, "--force").Code);
        Assert.StartsWith("# ", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named_in_words()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Path, "none");
        var run = CommandRun.Of("brief", folder.Write("mill.txt", Report), "--out", Path.Combine(missing, "x.html"));
        Assert.Equal(1, run.Code);
        Assert.EndsWith($"there is no folder {missing}\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_beside_the_file_to_write_stays()
    {
        using var folder = new TemporaryFolder();
        var beside = folder.Write("x.md.partial", "mine");
        Assert.Equal(0, CommandRun.Of("brief", folder.Write("mill.txt", Report), "--out", Path.Combine(folder.Path, "x.md")).Code);
        Assert.Equal("mine", File.ReadAllText(beside));
    }

    [Fact]
    public void A_word_that_is_no_command_is_named() =>
        Assert.Equal("hearsay: there is no command or option 'breif' here (`hearsay --help` shows what it takes)\n", CommandRun.Of("breif").Error);

    [Theory]
    [InlineData(null, "there is no such file")]
    [InlineData("{\n oops", "not one JSON object (line 2)")]
    [InlineData("[]", "not one JSON object")]
    [InlineData("{\"poll\": \"no\", \"poll\": \"yes\"}", "an option stands in it twice")]
    public void A_configuration_that_cannot_be_read_is_said_in_words(string? content, string said)
    {
        using var folder = new TemporaryFolder();
        var file = content is null ? Path.Combine(folder.Path, "none.json") : folder.Write("desk.json", content);
        var run = CommandRun.Of("serve", "--config", file, "--store", Path.Combine(folder.Path, "news.db"));
        Assert.Equal((1, $"hearsay: {file}: {said}\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("brief")]
    public void Only_English_is_read_or_briefed_and_that_is_said(string command)
    {
        using var folder = new TemporaryFolder();
        var report = folder.Write("moinho.txt", "O moinho de Aldersea ardeu na segunda-feira, disseram os bombeiros. Cerca de quarenta pessoas trabalhavam lá.");
        var run = CommandRun.Of(command, report);
        Assert.Equal(ExitCode.UnreadInput, run.Code);
        Assert.Contains("moinho.txt: the language is Portuguese; only English is read\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_read_with_who_says_what_first_and_its_trees_on_request()
    {
        using var folder = new TemporaryFolder();
        var report = folder.Write("mill.json", """
            {"title": "Mill burns down", "outlet": "Aldersea Post", "published": "2031-05-06",
             "text": "The mill at Aldersea burned down on Monday. “Nothing is left,” said its owner, Dora Whit. About 40 people worked there."}
            """);
        var read = CommandRun.Of("read", report);
        Assert.Equal((0, ""), (read.Code, read.Error));
        Assert.StartsWith("Mill burns down\nAldersea Post, published 2031-05-06 (from its metadata)\n", read.Output, StringComparison.Ordinal);
        Assert.Contains("Who says what\n  Dora Whit", read.Output, StringComparison.Ordinal);
        Assert.Contains("“About 40” – people", read.Output, StringComparison.Ordinal);
        Assert.Contains("“Monday” = 2031-05-05", read.Output, StringComparison.Ordinal);
        Assert.Contains("“Nothing is left,” – Dora Whit", read.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nsubj", read.Output, StringComparison.Ordinal);
        Assert.Contains("nsubj", CommandRun.Of("read", report, "--trees").Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(CommandRun.Of("read", report, "--json").Output);
        Assert.NotEmpty(json.RootElement.GetProperty("articles")[0].GetProperty("attributions").EnumerateArray());
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
