using System.Text;
using Hearsay.App.Cli;
using Hearsay.App.Cli.Feeds;
using Hearsay.Sources.Web;
using Hearsay.Tests.Sources;
using Hearsay.Tests.Sources.Web;
using static Hearsay.Tests.Sources.Web.BadServer;

namespace Hearsay.Tests.Cli;

/// <summary>`feeds`, `fetch` and `watch` from the outside, against a paper on loopback.</summary>
public sealed class FeedCommandTests
{
    private static readonly string[] Bodies =
    [
        "<p>TOLLAND — The mayor of Tolland, Ida Brekke, said on Monday that the old bridge over the Wend is closed until the end of the month after divers found cracks in two piers.</p><p>“Nobody may cross it,” she told reporters at the town hall.</p><p>About 4,000 people use the bridge each day, the city said.</p>",
        "<p>TOLLAND — Officials in Tolland closed the old bridge over the river Wend on Monday because of cracks in its piers.</p><p>Mayor Ida Brekke said that nobody may cross it until the end of the month.</p><p>Some 4,500 people cross it every day, according to the state transport office.</p>",
    ];

    private static readonly string[] Headlines = ["Old bridge in Tolland closed after divers find cracks", "Tolland shuts old bridge over the Wend"];

    private static byte[] Page(int number, string? body = null) =>
        Ok(
            $"<html lang=\"en\"><head><title>{Headlines[number]}</title><meta property=\"og:site_name\" content=\"Paper {number}\"></head><body><article><h1>{Headlines[number]}</h1>{body ?? Bodies[number]}</article></body></html>",
            "Content-Type: text/html; charset=utf-8\r\nConnection: close\r\n"
        );

    private static BadServer Paper()
    {
        var server = new BadServer()
            .On("/0", Page(0))
            .On("/1", Page(1))
            .On(
                "/",
                Ok(
                    "<html><head><link rel='alternate' type='application/rss+xml' title='News' href='/feed'></head><body></body></html>",
                    "Connection: close\r\n"
                )
            );
        var items = string.Concat(
            Headlines.Select(
                (h, i) =>
                    $"<item><title>{h}</title><link>{server.At($"/{i}")}</link><guid>{i}</guid><pubDate>{DateTimeOffset.UtcNow.AddHours(-1 - i):R}</pubDate></item>"
            )
        );
        return server.On(
            "/feed",
            Ok(
                $"<rss><channel><title>Tolland Times</title>{items}<item><title>Old</title><link>{server.At("/old")}</link><pubDate>Mon, 05 May 2025 14:05:00 GMT</pubDate></item></channel></rss>",
                "Content-Type: application/rss+xml\r\nETag: \"1\"\r\nConnection: close\r\n"
            )
        );
    }

    private static CommandRun Run(ScratchFolder folder, params string[] args) =>
        CommandRun.Of([.. args, "--store", Path.Combine(folder.Path, "news.db")]);

    private static CommandRun Ask(ScratchFolder folder, params string[] args) => Run(folder, [.. args, "--allow-private", "--pause", "0"]);

    [Fact]
    public void A_list_gives_a_known_feed_its_group_where_it_has_none_and_says_so()
    {
        using var folder = new ScratchFolder();
        string List(string group) => folder.Write(
            "feeds.opml",
            $"""<opml version="2.0"><body><outline text="{group}"><outline type="rss" text="Vale" xmlUrl="https://vale.example/feed"/></outline></body></opml>"""
        );
        Run(folder, "feeds", "add", "https://vale.example/feed", "--unchecked");
        Assert.StartsWith("0 added, 1 known already (1 now in the group that the list gives), 0", Run(folder, "feeds", "import", List("North")).Output, StringComparison.Ordinal);
        Assert.Contains("North", Run(folder, "feeds", "list").Output, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 1 known already (1 in a group of their own), 0", Run(folder, "feeds", "import", List("South")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("South", Run(folder, "feeds", "list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_is_no_address_of_a_feed()
    {
        using var folder = new ScratchFolder();
        var run = Run(folder, "feeds", "add", "hello", "--unchecked");
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains("hello: no address of the web (a host has a dot in its name", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run(folder, "feeds", "add", "http://hello/feed", "vale.example/feed", "--unchecked").Code);
    }

    [Fact]
    public async Task The_feed_of_a_page_is_added_fetched_and_its_reports_are_in_the_store()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        var added = Ask(folder, "feeds", "add", server.At("/").AbsoluteUri, "--group", "News/Local");
        Assert.Equal((0, $"added: Tolland Times  {server.At("/feed")}\n"), (added.Code, added.Output));
        Assert.StartsWith("known already", Ask(folder, "feeds", "add", server.At("/feed").AbsoluteUri).Output, StringComparison.Ordinal);
        var fetched = Ask(folder, "fetch");
        Assert.Equal((0, "1 feed looked at, 2 new items; 2 reports new, 0 revised, 0 known already\n"), (fetched.Code, fetched.Output));
        Assert.Equal(0, server.Count("/old"));
        Assert.Contains("fine    [News/Local] Tolland Times", Run(folder, "feeds", "list").Output, StringComparison.Ordinal);
        Assert.Contains(Headlines[1], Run(folder, "search", "ferry OR bridge").Output, StringComparison.Ordinal);
        Assert.StartsWith("0 feeds looked at", Ask(folder, "fetch").Output, StringComparison.Ordinal);
        server.On("/feed", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("1 feed looked at, 0 new items", Ask(folder, "fetch", "--all").Output, StringComparison.Ordinal);
        Assert.Contains("If-None-Match: \"1\"", server.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_imported_from_its_address()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        Assert.Equal(
            (0, "1 new, 0 revised, 0 known already, 0 not read\n"),
            Ask(folder, "import", server.At("/0").AbsoluteUri) is var run ? (run.Code, run.Output) : default
        );
        Assert.Contains(Headlines[0], Run(folder, "show", server.At("/0").AbsoluteUri).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UnreadInput, Ask(folder, "import", server.At("/nothing").AbsoluteUri).Code);
    }

    [Fact]
    public async Task A_sitemap_of_everything_is_not_fetched_whole()
    {
        await using var server = Paper();
        server.On(
            "/map",
            Ok(
                "<urlset>" + string.Concat(Enumerable.Range(0, 300).Select(i => $"<url><loc>{server.At($"/{i}")}</loc></url>")) + "</urlset>",
                "Connection: close\r\n"
            )
        );
        using var folder = new ScratchFolder();
        Run(folder, "feeds", "add", server.At("/map").AbsoluteUri, "--unchecked");
        Assert.StartsWith("1 feed looked at, 100 new items; 0 reports new", Ask(folder, "fetch", "--feeds-only").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_look_finds_what_an_outlet_changed()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        Ask(folder, "feeds", "add", server.At("/feed").AbsoluteUri);
        Ask(folder, "fetch");
        server.On("/0", Page(0, Bodies[0].Replace("4,000", "5,200", StringComparison.Ordinal)));
        Assert.Equal("0 feeds looked at, 0 new items; 0 reports new, 1 revised, 1 known already\n", Ask(folder, "fetch", "--again", "2d").Output);
        var diff = Run(folder, "diff", server.At("/0").AbsoluteUri).Output;
        Assert.Contains("→ revision 2", diff, StringComparison.Ordinal);
        Assert.Contains("{+5", diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_look_goes_with_a_look_at_every_feed()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        Ask(folder, "feeds", "add", server.At("/feed").AbsoluteUri);
        Ask(folder, "fetch");
        server.On("/0", Page(0, Bodies[0].Replace("4,000", "5,200", StringComparison.Ordinal)));
        Assert.Equal(
            "1 feed looked at, 0 new items; 0 reports new, 1 revised, 1 known already\n",
            Ask(folder, "fetch", "--all", "--again", "2d").Output
        );
    }

    [Fact]
    public async Task Health_is_kept_and_a_feed_that_is_gone_is_not_asked_again()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        foreach (var path in new[] { "/feed", "/gone", "/busy", "/moved" })
            Assert.Equal(0, Run(folder, "feeds", "add", server.At(path).AbsoluteUri, "--unchecked").Code);
        server
            .On("/gone", "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/moved", "HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/new", Ok("<feed><title>Moved Times</title></feed>", "Connection: close\r\n"))
            .On("/busy", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var fetched = Ask(folder, "fetch");
        Assert.Equal(ExitCode.UnreadInput, fetched.Code);
        Assert.Contains("/gone: the server answers 410", fetched.Error, StringComparison.Ordinal);
        var list = Run(folder, "feeds", "list").Output;
        Assert.Contains("gone", list, StringComparison.Ordinal);
        Assert.Contains("failing", list, StringComparison.Ordinal);
        Assert.Contains($"Moved Times  {server.At("/new")}", list, StringComparison.Ordinal);
        Ask(folder, "fetch", "--all");
        Assert.Equal((1, 2), (server.Count("/gone"), server.Count("/new")));
        Assert.Equal(0, Run(folder, "feeds", "remove", server.At("/gone").AbsoluteUri, server.At("/moved").AbsoluteUri).Code);
        Assert.Equal(ExitCode.Store, Run(folder, "feeds", "remove", "https://nobody.example/").Code);
    }

    [Fact]
    public async Task Check_says_what_each_feed_answers_and_keeps_nothing()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        Run(folder, "feeds", "add", server.At("/feed").AbsoluteUri, server.At("/nothing").AbsoluteUri, "--unchecked");
        var check = Ask(folder, "feeds", "check");
        Assert.Equal(ExitCode.UnreadInput, check.Code);
        Assert.Contains($"fine    {server.At("/feed")}  RSS, Tolland Times, 3 items", check.Output, StringComparison.Ordinal);
        Assert.Contains($"failed  {server.At("/nothing")}  the server answers 404", check.Output, StringComparison.Ordinal);
        Assert.Contains("new     ", Run(folder, "feeds", "list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_goes_in_and_comes_out_with_its_folders()
    {
        using var folder = new ScratchFolder();
        var list = folder.Write(
            "list.opml",
            "<opml><body><outline text=\"News\"><outline text=\"Local\"><outline type=\"rss\" text=\"Tolland Times\" xmlUrl=\"https://tolland.example/feed\"/></outline></outline><outline text=\"x\" xmlUrl=\"ftp://x/\"/></body></opml>"
        );
        Assert.Equal("1 added, 0 known already, 1 passed over (their addresses are not of the web)\n", Run(folder, "feeds", "import", list).Output);
        Assert.Equal("0 added, 1 known already, 1 passed over (their addresses are not of the web)\n", Run(folder, "feeds", "import", list).Output);
        var (feeds, _) = Hearsay.Sources.Feeds.Opml.Read(Encoding.UTF8.GetBytes(Run(folder, "feeds", "export", "-").Output), out _);
        Assert.Equal(("News/Local", "Tolland Times"), (Assert.Single(feeds).Group, feeds[0].Title));
        Assert.Equal(ExitCode.UnreadInput, Run(folder, "feeds", "import", folder.Write("bad.opml", "no list")).Code);
    }

    [Fact]
    public async Task A_fetch_with_nothing_due_says_when_the_next_is()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        Assert.Contains("no feeds are followed", Ask(folder, "fetch").Error, StringComparison.Ordinal);
        Ask(folder, "feeds", "add", server.At("/feed").AbsoluteUri);
        Ask(folder, "fetch");
        var run = Ask(folder, "fetch");
        Assert.Equal(0, run.Code);
        Assert.Matches("no feed is due: the next, Tolland Times, is in [0-9.]+ (seconds|minutes|hours); --all looks at every feed now", run.Error);
    }

    [Fact]
    public async Task A_feed_refused_as_private_is_looked_at_at_once_when_such_addresses_are_allowed()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        Run(folder, "feeds", "add", server.At("/feed").AbsoluteUri, "--unchecked");
        Assert.Contains("--allow-private lets it", Run(folder, "fetch").Error, StringComparison.Ordinal);
        Assert.StartsWith("1 feed looked at, 2 new items", Ask(folder, "fetch").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_is_renamed_moved_paused_and_resumed()
    {
        using var folder = new ScratchFolder();
        Run(folder, "feeds", "add", "https://tolland.example/feed", "--unchecked");
        Assert.Equal("renamed: Tolland Times https://tolland.example/feed\n", Run(folder, "feeds", "rename", "1", "Tolland Times").Output);
        Assert.Equal("in News/Local: https://tolland.example/feed\n", Run(folder, "feeds", "move", "1", "News/Local").Output);
        Run(folder, "feeds", "pause", "https://tolland.example/feed");
        Assert.Contains("paused  [News/Local] Tolland Times", Run(folder, "feeds", "list").Output, StringComparison.Ordinal);
        Run(folder, "feeds", "resume", "1");
        Assert.Equal("in no group: https://tolland.example/feed\n", Run(folder, "feeds", "move", "1").Output);
        Assert.Contains("new     Tolland Times", Run(folder, "feeds", "list").Output, StringComparison.Ordinal);
        foreach (var command in new[] { "pause", "check", "remove" })
            Assert.Equal((command, ExitCode.Store), (command, Run(folder, "feeds", command, "7").Code));
    }

    [Fact]
    public async Task Addresses_work_wherever_a_path_does()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        var address = server.At("/0").AbsoluteUri;
        string[] web = ["--allow-private", "--pause", "0"];
        Assert.Contains(Headlines[0], CommandRun.Of(["brief", address, .. web]).Output, StringComparison.Ordinal);
        Assert.StartsWith(Headlines[0], CommandRun.Of(["read", address, .. web]).Output, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of(["record", address, "--to", folder.Path, .. web]).Code);
        Assert.Contains("a private or local address is not asked", CommandRun.Of("brief", address).Error, StringComparison.Ordinal);
        Assert.Contains("only http and https", CommandRun.Of("read", "ftp://a.example/x").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_desk_on_a_store_is_told_of_the_first()
    {
        using var folder = new ScratchFolder();
        var store = Path.Combine(folder.Path, "news.db");
        using var first = Hearsay.App.Desk.DeskMark.Take(store);
        using var error = new StringWriter();
        using var output = new MemoryStream();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WatchCommand.RunAsync(
            new WatchCommand.WatchRequest(store, false, 14, 2),
            new Fetcher(new WebOptions(), TimeProvider.System),
            new Surroundings { Output = output, Error = error },
            new CancellationToken(canceled: true)
        ));
        Assert.Contains($"another desk has {store} open already", error.ToString(), StringComparison.Ordinal);
        first.Dispose();
        using var second = Hearsay.App.Desk.DeskMark.Take(store);
        Assert.False(second.IsTaken);
    }

    [Fact]
    public async Task A_page_that_offers_several_feeds_has_one_named()
    {
        await using var server = Paper()
            .On(
                "/two",
                Ok(
                    "<link rel=alternate type=application/rss+xml href=/feed><link rel=alternate type=application/atom+xml href=/atom title=Sport>",
                    "Connection: close\r\n"
                )
            )
            .On("/atom", Ok("<feed><title>Sport</title></feed>", "Connection: close\r\n"));
        using var folder = new ScratchFolder();
        var several = Ask(folder, "feeds", "add", server.At("/two").AbsoluteUri);
        Assert.Equal(ExitCode.UnreadInput, several.Code);
        Assert.Contains($"{server.At("/atom")}  Sport", several.Error, StringComparison.Ordinal);
        Assert.Equal(2, Ask(folder, "feeds", "add", server.At("/two").AbsoluteUri, "--all").Output.Split("added:").Length - 1);
        Assert.Equal(ExitCode.UnreadInput, Run(folder, "feeds", "add", server.At("/feed").AbsoluteUri).Code);
    }

    [Fact]
    public async Task Watching_briefs_what_comes_in_until_it_is_stopped()
    {
        await using var server = Paper();
        using var folder = new ScratchFolder();
        Run(folder, "feeds", "add", server.At("/feed").AbsoluteUri, "--unchecked");
        // refused as private, so that it would be due in minutes only
        Run(folder, "fetch");
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var watching = WatchCommand.RunAsync(
            new WatchCommand.WatchRequest(Path.Combine(folder.Path, "news.db"), false, 14, 2, AllowPrivate: true),
            new Fetcher(new WebOptions { AllowPrivate = true, Pause = TimeSpan.Zero }, TimeProvider.System),
            new Surroundings { Output = output, Error = TextWriter.Synchronized(error) }, stop.Token);
        while (
            !stop.IsCancellationRequested
            && !watching.IsCompleted
            && !Encoding.UTF8.GetString(output.ToArray()).Contains("2 reports from 2 outlets", StringComparison.Ordinal)
        )
            await Task.Delay(100);
        await stop.CancelAsync();
        Assert.Equal(0, await watching);
        Assert.Contains("2 reports from 2 outlets", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        Assert.Equal("2 reports new", error.ToString().Split("; ")[1][..13]);
        Assert.Contains("; next look at ", error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("0 feeds looked at", Ask(folder, "fetch").Output, StringComparison.Ordinal);
    }
}
