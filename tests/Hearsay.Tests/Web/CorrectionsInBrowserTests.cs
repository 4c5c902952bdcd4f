using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Hearsay.Storage;
using Hearsay.Tests.Briefings;
using Hearsay.Tests.Desk;
using Microsoft.Playwright;

namespace Hearsay.Tests.Web;

/// <summary>The forms by which a story is corrected, all open, in a real browser.</summary>
[Trait("Lane", "slow")]
public sealed class CorrectionsInBrowserTests(Browser browser, SamplesDesk samples) : IClassFixture<Browser>, IClassFixture<SamplesDesk>
{
    /// <summary>What can be pressed and is smaller than 24 by 24.</summary>
    private const string TooSmall = """
        () => [...document.querySelectorAll(".hand :is(button, summary, input:not([type=hidden], [type=checkbox]), select, label.pick), .made button")]
            .filter(e => e.checkVisibility()).filter(e => { const b = e.getBoundingClientRect(); return b.width < 24 || b.height < 24; }).map(e => e.outerHTML.slice(0, 120))
        """;

    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(390, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, false)]
    [InlineData(1440, ColorScheme.Dark, true)]
    public async Task A_report_is_corrected_by_its_menu_and_that_is_undone_by_everybody(int width, ColorScheme scheme, bool script)
    {
        var story = (await _desk.Store.ListStoriesAsync(new StoryFilter { MinReports = 3, Limit = 1 }, Cancel)).Stories[0];
        await using var open = await browser.Visit(new Uri(_desk.Address, "/stories/" + story.Id), width, scheme: scheme, script: script);
        var page = open.Page;
        foreach (var id in (string[])["#hand-reports", "#hand-r1", "#hand-story", "#hand-figures", "#hand-speakers"]) await page.Locator(id + " > summary").PressAsync("Enter");
        var menu = page.Locator("#hand-r1");
        await menu.GetByLabel("Your name").FillAsync("Ana");
        await menu.GetByLabel("Outlet").FillAsync($"Norvik Post {width}{scheme}");
        await LookAsync(open, script);
        await menu.GetByRole(AriaRole.Button, new() { Name = "Set outlet" }).ClickAsync();
        await Assertions.Expect(page.Locator("#made")).ToContainTextAsync($"to Norvik Post {width}{scheme}");
        await LookAsync(open, script);
        await page.Locator("#made button").ClickAsync();
        await Assertions.Expect(page.Locator("#made")).ToContainTextAsync("Undone by Ana: ");
        Assert.Equal("Ana", await page.Locator("#hand-story input[name=who]").First.InputValueAsync());
        await LookAsync(open, script);
    }

    private static async Task LookAsync(OpenPage open, bool script)
    {
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(TooSmall));
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window");
        Assert.Empty(open.Complaints);
        if (!script) return;
        var result = await open.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length}): {v.Nodes[0].Html}"));
    }
}
