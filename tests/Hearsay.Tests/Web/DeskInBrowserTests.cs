using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Tests.Briefings;
using Hearsay.Tests.Desk;
using Microsoft.Playwright;

namespace Hearsay.Tests.Web;

/// <summary>The desk's pages in a real browser, on a desk that has read the samples.</summary>
[Trait("Lane", "slow")]
public sealed class DeskInBrowserTests(Browser browser, SamplesDesk samples) : IClassFixture<Browser>, IClassFixture<SamplesDesk>
{
    private const long LargestPicture = 600_000;

    /// <summary>What makes the page wider than the window, if it is.</summary>
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll")).slice(0, 4).map(e => e.outerHTML.slice(0, 160))
        """;

    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, ColorScheme> Pages
    {
        get
        {
            var all = new TheoryData<string, int, ColorScheme>();
            foreach (var page in (string[])["/", "/stories/1", "/reports/1", "/search?q=ferry", "/check?q=Crews+of+Northsound+Ferries+walked+out+on+Monday.", "/sources", "/help", "/api/reference", "/nowhere"])
                foreach (
                    var (width, scheme) in ((int, ColorScheme)[])
                        [(360, ColorScheme.Light), (360, ColorScheme.Dark), (1440, ColorScheme.Light), (1440, ColorScheme.Dark)]
                )
                    all.Add(page, width, scheme);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_can_be_used_by_everybody_and_asks_nobody_else(string path, int width, ColorScheme scheme)
    {
        await using var open = await VisitAsync(path, width, scheme);
        var result = await open.Page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            }
        );
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length}): {v.Nodes[0].Html}"));
        // the browser notes the status of a page that is not there
        Assert.DoesNotContain(open.Complaints, c => path != "/nowhere" || !c.Contains("404", StringComparison.Ordinal));
        Assert.All(open.Requests, r => Assert.StartsWith(_desk.Address.AbsoluteUri, r, StringComparison.Ordinal));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(TooWide));
    }

    [Fact]
    public async Task A_citation_opens_its_words_beside_the_text_and_Escape_goes_back()
    {
        await using var open = await VisitAsync("/stories/1", 1440);
        var citation = open.Page.Locator("main a.source").First;
        await citation.ClickAsync();
        var cited = open.Page.Locator("#beside mark.there").First;
        await Assertions.Expect(cited).ToBeVisibleAsync();
        Assert.NotEmpty((await cited.TextContentAsync())!.Trim());
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(open.Page.Locator("#beside")).ToHaveCountAsync(0);
        Assert.True(await citation.EvaluateAsync<bool>("e => e === document.activeElement"));
    }

    [Fact]
    public async Task Without_script_a_citation_leads_to_its_words_in_the_report()
    {
        await using var open = await VisitAsync("/stories/1", 1440, script: false);
        var address = await open.Page.Locator("main a.source").First.GetAttributeAsync("href");
        await open.Page.GotoAsync(new Uri(_desk.Address, address!).AbsoluteUri);
        await Assertions.Expect(open.Page.Locator("mark#cited")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_walk_through_a_story_and_open_sources()
    {
        await using var open = await VisitAsync("/", 1440);
        await open.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(open.Page.Locator(".card.at")).ToHaveCountAsync(1);
        await open.Page.Keyboard.PressAsync("/");
        Assert.True(await open.Page.EvaluateAsync<bool>("document.activeElement.type === 'search'"));
        await open.Page.GotoAsync(new Uri(_desk.Address, await PathAsync("/stories/1")).AbsoluteUri);
        await open.Page.Keyboard.PressAsync("j");
        await open.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(open.Page.Locator("#beside")).ToBeVisibleAsync();
        await open.Page.Keyboard.PressAsync("Escape");
        await open.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(open.Page.Locator("table.keys")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Layers_of_a_report_are_switched_on_and_off()
    {
        await using var open = await VisitAsync("/reports/1", 1440);
        var value = open.Page.Locator(".value.l-figure").First;
        Assert.False(await value.IsVisibleAsync());
        await open.Page.GetByLabel("Figures").CheckAsync();
        Assert.True(await value.IsVisibleAsync());
    }

    [Fact]
    public async Task A_story_is_copied_as_Markdown_and_shared_by_mail()
    {
        await using var open = await VisitAsync("/stories/1", 1440);
        await open.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await open.Page.GetByText("Copy as Markdown").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#status")).ToHaveTextAsync("Copied as Markdown.", new() { Timeout = 60_000 });
        var copied = await open.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        var title = await open.Page.Locator("h1").InnerTextAsync();
        Assert.StartsWith("# " + title, copied, StringComparison.Ordinal);
        Assert.Contains("## What happened", copied, StringComparison.Ordinal);
        var mail = Uri.UnescapeDataString((await open.Page.GetByText("Share by mail").GetAttributeAsync("href"))!);
        Assert.StartsWith($"mailto:?subject={title}", mail, StringComparison.Ordinal);
        Assert.Contains(open.Page.Url, mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_answers_as_one_types()
    {
        await using var open = await VisitAsync("/search", 1440);
        await open.Page.Locator("form.search input").PressSequentiallyAsync("ferry");
        await Assertions.Expect(open.Page.Locator("ol.found li").First).ToBeVisibleAsync();
        Assert.Contains("q=ferry", open.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_comes_in_does_not_move_what_one_reads()
    {
        await using var open = await VisitAsync("/stories/1", 1440);
        var version = await open.Page.Locator("body").GetAttributeAsync("data-version");
        await open.Page.EvaluateAsync("document.querySelectorAll('#live section')[2].scrollIntoView()");
        var id = await open.Page.EvaluateAsync<string>(
            "[...document.querySelectorAll('#live [id]')].find(e => e.getBoundingClientRect().top > 40).id"
        );
        var before = await open.Page.EvaluateAsync<double>("id => document.getElementById(id).getBoundingClientRect().top", id);
        var story = (await _desk.Store.FindStoryAsync((await PathAsync("/stories/1"))["/stories/".Length..], Cancel))!;
        var article = (await _desk.Store.FindArticleAsync(story.Reports[0].ArticleId, Cancel))!.Article;
        await _desk.Store.SaveAsync(
            [
                new Arrival
                {
                    Article = article with { Id = "late", Url = null, Outlet = "Late Edition", Text = article.Text + "\n\nNobody else was hurt." },
                    SeenAt = DateTimeOffset.UtcNow,
                },
            ],
            cancel: Cancel
        );
        await Assertions.Expect(open.Page.Locator("#live")).ToContainTextAsync($"{story.Reports.Length + 1} reports", new() { Timeout = 60_000 });
        await Assertions.Expect(open.Page.Locator("body")).Not.ToHaveAttributeAsync("data-version", version!);
        Assert.Equal(before, await open.Page.EvaluateAsync<double>("id => document.getElementById(id).getBoundingClientRect().top", id), 2.0);
        await _desk.SettledAsync();
    }

    [Fact]
    public async Task An_empty_desk_shows_the_samples_until_the_first_file_is_dropped_in()
    {
        await using var desk = await OpenDesk.StartAsync();
        await using var open = await browser.Visit(desk.Address, 1440);
        await Assertions.Expect(open.Page.Locator("aside.sample")).ToBeVisibleAsync();
        await open.Page.GotoAsync(new Uri(desk.Address, "/sources").AbsoluteUri);
        await open.Page.Locator("#pick").SetInputFilesAsync(Directory.GetFiles(Repository.At("samples/dam-breach")));
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Read them" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("#intake li .v")).ToHaveCountAsync(6, new() { Timeout = 30_000 });
        await Assertions.Expect(open.Page.Locator("#intake .reasons a")).ToHaveCountAsync(6);
        // between taking in and grouping there are reports and no story yet
        await OpenDesk.UntilAsync(async () => (await desk.Store.ListStoriesAsync(new StoryFilter { Limit = 1 }, TestContext.Current.CancellationToken)).Stories.Length == 1);
        await desk.SettledAsync();
        await open.Page.Locator("#intake .reasons a").First.ClickAsync();
        await Assertions.Expect(open.Page.Locator("article.report")).ToBeVisibleAsync();
        await open.Page.GotoAsync(desk.Address.AbsoluteUri);
        await Assertions.Expect(open.Page.Locator("aside.sample")).ToHaveCountAsync(0);
        await Assertions.Expect(open.Page.Locator(".card")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/stories/1")]
    [InlineData("/reports/1")]
    public async Task Hostile_text_is_shown_as_text(string path)
    {
        await using var desk = await OpenDesk.StartAsync();
        await desk.Store.SaveAsync(
            [
                .. HostileStory.Build(6, 40).Reports.Select(r => new Arrival { Article = r.Article, SeenAt = DateTimeOffset.UtcNow }),
            new Arrival
            {
                Article = new Article { Id = "long", Text = string.Join("\n\n", Enumerable.Repeat("The <b>dam</b> broke \u202Eagain.", 5_000)) },
                SeenAt = DateTimeOffset.UtcNow,
            },
        ],
        cancel: Cancel
    );
        await desk.SettledAsync();
        await using var open = await browser.Visit(new Uri(desk.Address, await PathAsync(path, desk)), 360);
        Assert.Empty(open.Complaints);
        Assert.Equal(0, await open.Page.Locator("main script, main img, main b:has-text('dam')").CountAsync());
        Assert.True(await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, "the page is wider than the window");
    }

    [Fact]
    [Trait("Docs", "generated")]
    public async Task The_pictures_in_the_readme_are_there_and_light()
    {
        foreach (
            var (name, path) in ((string, string)[])[("desk-front.png", "/"), ("desk-story.png", "/stories/1"), ("desk-report.png", "/reports/1")]
        )
        {
            var file = Repository.At("docs", name);
            if (Repository.WriteDocs)
            {
                await using var open = await VisitAsync(path, 1180, height: 900);
                await open.Page.ScreenshotAsync(new() { Path = file });
            }

            Assert.InRange(new FileInfo(file).Length, 10_000, LargestPicture);
        }
    }

    private async Task<OpenPage> VisitAsync(string path, int width, ColorScheme scheme = ColorScheme.Light, bool script = true, int height = 900) =>
        await browser.Visit(new Uri(_desk.Address, await PathAsync(path)), width, height, scheme, script);

    /// <summary>"/stories/1" and "/reports/1" stand for the first of the list.</summary>
    private async Task<string> PathAsync(string path, OpenDesk? desk = null)
    {
        if (!path.EndsWith("/1", StringComparison.Ordinal)) return path;
        var list = (await (desk ?? _desk).JsonAsync("/api" + path[..^2])).GetProperty("items");
        return path[..^1] + list[0].GetProperty("id").GetString();
    }
}
