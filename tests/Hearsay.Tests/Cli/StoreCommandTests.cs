using System.Globalization;
using Hearsay.App.Cli;

namespace Hearsay.Tests.Cli;

/// <summary>The commands around the store, from import to backup, on the samples and on files of the test.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "data", "news.db");

    public void Dispose() => _folder.Dispose();

    private CommandRun Run(params string[] args) => CommandRun.Of([.. args, "--store", Store]);

    private string Page(string name, string text, string url = "https://norvikpost.example/ferry") => _folder.Write(name,
            $"""<html lang="en"><head><title>Ferry aground</title><link rel="canonical" href="{url}"><meta property="og:site_name" content="Norvik Post"></head><body><article><h1>Ferry aground</h1>{text}</article></body></html>"""
        );

    [Fact]
    public void Samples_are_imported_searched_shown_and_briefed()
    {
        var import = Run("import", Repository.At("samples", "dam-breach"));
        Assert.Equal((0, ""), (import.Code, import.Error));
        Assert.StartsWith("6 new, 0 revised, 0 known already, 0 not read", import.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "0 new, 0 revised, 6 known already",
            Run("import", Repository.At("samples", "dam-breach")).Output,
            StringComparison.Ordinal
        );

        var search = Run("search", "dam");
        Assert.Equal(0, search.Code);
        Assert.Contains("6 reports", search.Output, StringComparison.Ordinal);
        var id = search.Output.Split(' ')[0];
        var show = Run("show", id);
        Assert.Equal(0, show.Code);
        Assert.Contains(id, show.Output, StringComparison.Ordinal);

        var brief = Run("brief", "--query", "dam", "--format", "json");
        Assert.Equal(0, brief.Code);
        Assert.Equal(6, System.Text.Json.JsonDocument.Parse(brief.Output).RootElement.GetProperty("articles").GetArrayLength());
        Assert.Equal(ExitCode.UnreadInput, Run("brief", "--query", "zeppelin").Code);
        Assert.Equal(0, Run("stats", "--check").Code);
    }

    [Fact]
    public void A_report_in_another_language_is_kept_searched_and_shown_and_said_to_be_in_no_story()
    {
        var german = _folder.Write("lippe.html", """
            <html lang="de"><head><title>Fähre läuft auf Grund</title><link rel="canonical" href="https://lippepost.example/faehre">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Fähre läuft auf Grund","datePublished":"2031-03-04T08:00:00Z","author":{"@type":"Person","name":"Jörg Abel"}}</script></head>
            <body><article><h1>Fähre läuft auf Grund</h1><p>Eine Fähre mit vierzig Menschen an Bord ist am Dienstag vor Skarholm auf Grund gelaufen, verletzt wurde niemand.</p>
            <p>Zwei Schlepper zogen das Schiff bei Flut wieder frei, danach erreichte es den Hafen aus eigener Kraft.</p></article></body></html>
            """);
        var chinese = _folder.Write("gang.txt", "渡轮周二在海岸附近搁浅，船上有四十名乘客，无人受伤。\n\n两艘拖船在涨潮时把渡轮拖离浅滩，随后渡轮驶入港口。");
        var english = Page("a.html", "<p>A ferry with forty people on board ran aground off Skarholm on Tuesday, the coast guard said, and nobody was hurt.</p>");
        var import = Run("import", german, chinese, english);
        Assert.Equal(0, import.Code);
        Assert.Contains("3 new", import.Output, StringComparison.Ordinal);
        Assert.Contains("lippe.html: the language is German; only English is read", import.Error, StringComparison.Ordinal);
        Assert.Contains("gang.txt: the language is Chinese; only English is read", import.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a.html", import.Error, StringComparison.Ordinal);
        var shown = Run("show", "https://lippepost.example/faehre").Output;
        Assert.StartsWith("Fähre läuft auf Grund\n", shown, StringComparison.Ordinal);
        Assert.Contains("by          Jörg Abel\n", shown, StringComparison.Ordinal);
        Assert.Contains("published   2031-03-04T08:00:00Z", shown, StringComparison.Ordinal);
        Assert.Contains("not read    the language is German; only English is read\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("story  ", shown, StringComparison.Ordinal);
        Assert.Contains("Fähre läuft auf Grund", Run("search", "schlepper").Output, StringComparison.Ordinal);
        Assert.Contains("拖船", Run("search", "拖船").Output, StringComparison.Ordinal);
        Assert.Contains("1 report", Run("search", "拖船").Output, StringComparison.Ordinal);
        Assert.Contains("0 reports", Run("search", "船拖").Output, StringComparison.Ordinal);

        var brief = Run("brief", "--query", "skarholm", "--format", "json");
        Assert.Equal(ExitCode.UnreadInput, brief.Code);
        Assert.Contains("lippe.html: the language is German; only English is read", brief.Error, StringComparison.Ordinal);
        using var document = System.Text.Json.JsonDocument.Parse(brief.Output);
        Assert.Equal(1, document.RootElement.GetProperty("articles").GetArrayLength());
        Assert.Equal(1, document.RootElement.GetProperty("failures").GetArrayLength());
    }

    [Fact]
    public void A_report_is_shown_with_what_the_page_says_of_it()
    {
        Run("import", Page("a.html", """
            <script type="application/ld+json">{"@type":"NewsArticle","articleSection":"Coast","dateModified":"2031-03-04T18:00:00Z"}</script><p>A ferry with forty people on board ran aground off Skarholm on Tuesday, the coast guard said, and nobody was hurt.</p>
            <p>Two tugs pulled the vessel free at high tide, after which it reached the harbour of Norvik under its own power.</p>
            <p>Correction: An earlier version of this article gave a wrong number of tugs.</p><p>Subscribe to continue reading this article.</p>
            """));
        var shown = Run("show", "https://norvikpost.example/ferry").Output;
        Assert.Contains("section     Coast\n", shown, StringComparison.Ordinal);
        Assert.Contains("changed     2031-03-04T18:00:00Z\n", shown, StringComparison.Ordinal);
        Assert.Contains("partial     the page shows a part of the report only\n", shown, StringComparison.Ordinal);
        Assert.EndsWith(
            "under its own power.\n\n[Correction: An earlier version of this article gave a wrong number of tugs.]\n",
            shown,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_an_outlet_changed_is_shown_word_by_word()
    {
        const string Tail =
            "</p><p>Nobody was hurt, and two tugs pulled the vessel free at high tide, after which it reached the harbour of Norvik under its own power before dusk.</p>";
        var file = Page(
            "a.html",
            "<p>A ferry with forty people on board ran aground off Skarholm in thick fog on Tuesday, the coast guard said." + Tail
        );
        File.SetLastWriteTimeUtc(file, new DateTime(2031, 3, 4, 12, 0, 0, DateTimeKind.Utc));
        Run("import", file);
        Assert.Contains("one text only", Run("diff", "https://norvikpost.example/ferry").Output, StringComparison.Ordinal);
        Page("a.html", "<p>A ferry with forty-two people on board ran aground off Skarholm in thick fog on Tuesday, the coast guard said." + Tail);
        File.SetLastWriteTimeUtc(file, new DateTime(2031, 3, 4, 15, 0, 0, DateTimeKind.Utc));
        Assert.Contains("1 revised", Run("import", file).Output, StringComparison.Ordinal);
        var diff = Run("diff", "http://www.norvikpost.example/ferry?utm_source=x");
        Assert.Equal(0, diff.Code);
        Assert.Contains("file of 2031-03-04 12:00:00Z → revision 2, file of 2031-03-04 15:00:00Z", diff.Output, StringComparison.Ordinal);
        Assert.Contains("with forty {+-two+} people", diff.Output, StringComparison.Ordinal);
        Assert.Contains("forty people", Run("show", "https://norvikpost.example/ferry", "--revision", "1").Output, StringComparison.Ordinal);
    }

    /// <summary>The time at which a file was written was searched, listed and briefed as if its report had been published then.</summary>
    [Fact]
    public void The_time_of_a_file_is_no_date_and_a_date_that_the_story_infers_is_searched()
    {
        Run("import", Repository.At("samples", "dam-breach"));
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.StartsWith("6 reports", Last(Run("search", "dam since:2025-03-12 until:2025-03-17").Output), StringComparison.Ordinal);
        Assert.Equal("0 reports\n", Last(Run("search", $"since:{today}").Output));
        var undated = Page("undated.txt", "The bakery on Mill Lane in Norvik has a new oven, and the first loaves were given away, its owner said.");
        Run("import", undated);
        var search = Run("search", "bakery oven");
        Assert.Contains("  no date  ", search.Output, StringComparison.Ordinal);
        Assert.Contains("published   no date\narrived     " + today, Run("show", search.Output.Split(' ')[0]).Output, StringComparison.Ordinal);
        Assert.Contains("no date         1 report\n", Run("stats").Output, StringComparison.Ordinal);
        Assert.Contains("published       2025-03-13 to 2025-03-16", Run("stats").Output, StringComparison.Ordinal);
        var brief = Run("brief", "--since", "30d");
        Assert.Equal(ExitCode.UnreadInput, brief.Code);
        Assert.Contains("--since leaves out a report without a date", brief.Error, StringComparison.Ordinal);

        static string Last(string output) => output[(output.TrimEnd('\n').LastIndexOf('\n') + 1)..];
    }

    [Fact]
    public void What_is_set_by_hand_holds_and_what_is_removed_stays_away_until_it_is_wanted()
    {
        var file = _folder.Write("pilot-notes.txt", "The bakery on Mill Lane in Norvik has a new oven, and the first loaves were given away, its owner said.");
        Assert.Equal(0, Run("import", file, "--outlet", "Vale Herald").Code);
        var id = Run("search", "outlet:\"Vale Herald\"").Output.Split(' ')[0];
        Assert.Equal(0, Run("set", id, "--outlet", "Norvik Post", "--date", "2031-03-04", "--url", "https://norvikpost.example/oven").Code);
        var show = Run("show", "https://norvikpost.example/oven").Output;
        Assert.Contains("outlet      Norvik Post\n", show, StringComparison.Ordinal);
        Assert.Contains("published   2031-03-04 (set by a person)\n", show, StringComparison.Ordinal);
        Assert.Contains("set         outlet Norvik Post (by a person, ", show, StringComparison.Ordinal);
        Assert.StartsWith(id, Run("search", "on:2031-03-04").Output, StringComparison.Ordinal);
        Assert.StartsWith("0 new, 0 revised, 1 known", Run("import", file).Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.WrongUsage, ExitCode.Store), (Run("set", id, "--date", "yesterday").Code, Run("set", "nobody", "--outlet", "Norvik Post").Code));

        Assert.StartsWith($"removed: {id}", Run("remove", id).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Store, Run("remove", id).Code);
        var again = Run("import", file);
        Assert.Contains("0 new", again.Output, StringComparison.Ordinal);
        Assert.Contains("passed over: 1 removed before (--again-removed takes them in)", again.Output, StringComparison.Ordinal);
        Assert.StartsWith("1 new", Run("import", file, "--again-removed").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_imported_again_exports_the_same_bytes()
    {
        Run("import", Repository.At("samples", "dam-breach"));
        var (first, second) = (Path.Combine(_folder.Path, "first.jsonl"), Path.Combine(_folder.Path, "second.jsonl"));
        var other = Path.Combine(_folder.Path, "other.db");
        Assert.Equal(0, Run("export", first).Code);
        Assert.Equal(0, CommandRun.Of("import", first, "--store", other).Code);
        Assert.Equal(0, CommandRun.Of("export", second, "--store", other).Code);
        Assert.Equal(File.ReadAllText(first), File.ReadAllText(second));
        Assert.Equal(File.ReadAllText(first), CommandRun.Of("export", "-", "--store", other).Output);
    }

    [Fact]
    public void A_backup_is_a_store_and_overwrites_nothing()
    {
        Run("import", Repository.At("samples", "dam-breach"));
        var copy = Path.Combine(_folder.Path, "copy.db");
        Assert.Equal(0, Run("backup", copy).Code);
        Assert.Contains("6 reports", CommandRun.Of("search", "dam", "--store", copy).Output, StringComparison.Ordinal);
        var again = Run("backup", copy);
        Assert.Equal(ExitCode.WrongUsage, again.Code);
        Assert.Contains("--force overwrites it", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("backup", copy, "--force").Code);
        Assert.Equal(0, CommandRun.Of("stats", "--check", "--store", copy).Code);
        Assert.Contains("is the store itself", Run("backup", Store, "--force").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "\"open")]
    [InlineData("search", "dam", "--limit", "0")]
    [InlineData("search", "dam", "--limti")]
    [InlineData("brief", "--since", "yesterday")]
    [InlineData("brief", "--query", "-dam")]
    [InlineData("brief")]
    [InlineData("brief", "samples", "--query", "dam")]
    [InlineData("import")]
    public void Wrong_usage_is_said_in_words(params string[] args)
    {
        Run("import", Repository.At("samples", "dam-breach"));
        var run = Run(args);
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "dam")]
    [InlineData("show", "x")]
    [InlineData("diff", "x")]
    [InlineData("stats")]
    [InlineData("export", "-")]
    public void A_store_that_is_not_there_is_not_made(params string[] args)
    {
        var run = Run(args);
        Assert.Equal(ExitCode.Store, run.Code);
        Assert.Contains("there is no store at", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public void A_report_is_named_by_the_beginning_of_its_id_and_by_its_file()
    {
        Run("import", Repository.At("samples", "dam-breach"));
        var file = Repository.At("samples", "dam-breach", "harbour-light.json");
        var byFile = Run("show", file);
        Assert.Equal((0, ""), (byFile.Code, byFile.Error));
        var id = byFile.Output.Split('\n').Single(l => l.StartsWith("id ", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.Equal(byFile.Output, Run("show", id[..^2]).Output);
        Assert.Equal(0, Run("diff", id[..^2]).Code);
        var several = Run("show", "0");
        Assert.Equal(ExitCode.Store, several.Code);
        Assert.Contains("may be any of several reports", several.Error, StringComparison.Ordinal);
        Assert.Contains("there is no report zzz", Run("show", "zzz").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dam foo:bar", "foo: is no field")]
    [InlineData("dam AND (river)", "AND is not needed")]
    [InlineData("dam (river)", "brackets group nothing")]
    [InlineData("dam NEAR river", "NEAR is no operator")]
    public void A_search_says_what_it_does_not_understand(string typed, string said)
    {
        Run("import", Repository.At("samples", "dam-breach"));
        var run = Run("search", typed);
        Assert.Equal(0, run.Code);
        Assert.Contains(said, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_says_its_order()
    {
        Run("import", Repository.At("samples", "dam-breach"));
        Assert.EndsWith("6 reports, the best 2 shown (--limit N), the best first\n", Run("search", "dam", "--limit", "2").Output, StringComparison.Ordinal);
        Assert.EndsWith("the newest first\n", Run("search", "since:2000").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "dam")]
    [InlineData("show", "https://www.harbourlight.example/2025/03/16/corvane-toll")]
    [InlineData("diff", "https://www.harbourlight.example/2025/03/16/corvane-toll")]
    [InlineData("stats")]
    [InlineData("stats", "--check")]
    [InlineData("fetch")]
    [InlineData("feeds", "list")]
    [InlineData("feeds", "check")]
    [InlineData("import", "SAMPLES", "--list")]
    public void What_a_command_prints_for_programs_is_JSON_in_camel_case(params string[] args)
    {
        Run("import", Repository.At("samples", "dam-breach"));
        var run = Run([.. args.Select(a => a == "SAMPLES" ? Repository.At("samples", "dam-breach") : a), "--json"]);
        Assert.Equal((args[0], 0), (args[0], run.Code));
        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.DoesNotMatch("\"[A-Z][A-Za-z]*\":", run.Output);
        Assert.Equal(run.Output, Run([.. args.Select(a => a == "SAMPLES" ? Repository.At("samples", "dam-breach") : a), "--format", "JSON"]).Output);
    }

    [Fact]
    public void A_revision_that_a_report_does_not_have_is_missing_from_the_store()
    {
        Run("import", Repository.At("samples", "dam-breach"));
        var run = Run("show", Repository.At("samples", "dam-breach", "meridian-post.txt"), "--revision", "9");
        Assert.Equal(ExitCode.Store, run.Code);
        Assert.Contains("has 1 revision, no 9", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_minus_in_front_of_a_word_is_no_option()
    {
        Run("import", Repository.At("samples", "dam-breach"));
        Assert.StartsWith("0 reports", Run("search", "dam", "-dam").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_cannot_be_read_are_named_and_the_rest_goes_in()
    {
        _folder.Write("a.txt", "");
        var text = _folder.Write(
            "b.txt",
            "A ferry with forty people on board ran aground off Skarholm in thick fog on Tuesday, the coast guard said."
        );
        var run = Run("import", Path.Combine(_folder.Path, "a.txt"), text, "--list");
        Assert.Equal(ExitCode.UnreadInput, run.Code);
        Assert.Contains("a.txt: the file is empty", run.Error, StringComparison.Ordinal);
        Assert.Matches(@"^new\t[0-9a-f]{12}\t1\t.*b\.txt\n", run.Output);
    }
}
