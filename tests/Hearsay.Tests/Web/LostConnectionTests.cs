using Hearsay.Storage;
using Hearsay.Tests.Briefings;
using Hearsay.Tests.Desk;
using Microsoft.Playwright;

namespace Hearsay.Tests.Web;

/// <summary>A desk that is closed and opened again while a page of it is open.</summary>
[Trait("Lane", "slow")]
public sealed class LostConnectionTests(Browser browser) : IClassFixture<Browser>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_says_that_its_desk_is_gone_and_catches_up_when_it_is_back()
    {
        await using var desk = await OpenDesk.StartAsync(("requests-per-minute", "100000"));
        await desk.DropAsync(Directory.GetFiles(Repository.At("samples/dam-breach")));
        var id = (await desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString()!;
        await using var open = await browser.Visit(new Uri(desk.Address, "/stories/" + id), 1440);
        await open.Page.EvaluateAsync("document.querySelectorAll('#live section')[3].scrollIntoView()");
        var (place, before) = await PlaceAsync(open.Page);

        await desk.StopAsync();
        await Assertions.Expect(open.Page.Locator("#status")).ToContainTextAsync("is lost", new() { Timeout = 20_000 });
        Assert.True(await open.Page.Locator("#status").IsVisibleAsync());

        var story = (await desk.Store.FindStoryAsync(id, Cancel))!;
        var article = (await desk.Store.FindArticleAsync(story.Reports[0].ArticleId, Cancel))!.Article;
        await desk.Store.SaveAsync(
            [
                new Arrival
                {
                    Article = article with { Id = "meanwhile", Outlet = "Meanwhile Mail", Text = article.Text + "\n\nA second wall was examined." },
                    SeenAt = DateTimeOffset.UtcNow,
                },
            ],
            cancel: Cancel
        );
        await desk.StartAgainAsync();

        await Assertions.Expect(open.Page.Locator("#live")).ToContainTextAsync("Meanwhile Mail", new() { Timeout = 60_000 });
        await Assertions.Expect(open.Page.Locator("#status")).Not.ToContainTextAsync("lost");
        var (_, after) = await PlaceAsync(open.Page, place);
        Assert.Equal(before, after, 2.0);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_again_too()
    {
        await using var desk = await OpenDesk.StartAsync();
        await using var open = await browser.Visit(new Uri(desk.Address, "/sources"), 1440);
        var refused = 0;
        await open.Page.RouteAsync("**/api/changes", route => refused++ < 2 ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await open.Page.ReloadAsync();
        await Assertions.Expect(open.Page.Locator("#status")).ToContainTextAsync("is lost");
        await Assertions.Expect(open.Page.Locator("#status")).ToContainTextAsync("Connected again", new() { Timeout = 20_000 });
    }

    /// <summary>Something with an address that is in sight, and how far from the top it is.</summary>
    private static async Task<(string Id, double Top)> PlaceAsync(IPage page, string? id = null)
    {
        id ??= await page.EvaluateAsync<string>("[...document.querySelectorAll('#live [id]')].find(e => e.getBoundingClientRect().top > 40).id");
        return (id, await page.EvaluateAsync<double>("id => document.getElementById(id).getBoundingClientRect().top", id));
    }
}
