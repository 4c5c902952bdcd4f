using Hearsay.Tests.Briefings;
using Hearsay.Tests.Desk;
using Hearsay.Tests.Sources.Web;
using Microsoft.Playwright;

namespace Hearsay.Tests.Web;

/// <summary>The forms of the page on sources, against a paper on loopback.</summary>
public sealed class FeedsInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private const string Feed = "<rss><channel><title>Lindmoor Times</title></channel></rss>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_feed_of_a_page_is_found_added_paused_and_removed_by_forms()
    {
        await using var paper = Paper();
        await using var desk = await OpenDesk.StartAsync(("allow-private", "yes"), ("poll", "no"));
        await using var open = await browser.Visit(new Uri(desk.Address, "/sources"), 1440);
        await AddAsync(open.Page, paper.At("/").AbsoluteUri);
        await Assertions.Expect(open.Page.Locator("table.feeds b")).ToHaveTextAsync("Lindmoor Times");
        await open.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pause") }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("table.feeds .v")).ToHaveTextAsync("paused");
        open.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove") }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("table.feeds")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_no_feed_is_refused_with_the_reason_and_not_kept()
    {
        await using var paper = Paper();
        await using var desk = await OpenDesk.StartAsync(("allow-private", "yes"), ("poll", "no"));
        await using var open = await browser.Visit(new Uri(desk.Address, "/sources"), 1440);
        foreach (var (path, reason) in ((string, string)[])[("/none", "and it offers none"), ("/gone", "404")])
        {
            await AddAsync(open.Page, paper.At(path).AbsoluteUri);
            await Assertions.Expect(open.Page.Locator(".warn[role=alert]")).ToContainTextAsync(reason);
        }

        Assert.Empty(await desk.Store.FeedsAsync(Cancel));
    }

    [Fact]
    public async Task A_private_address_is_refused_in_words_that_name_no_option()
    {
        await using var paper = Paper();
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        await using var open = await browser.Visit(new Uri(desk.Address, "/sources"), 1440);
        await AddAsync(open.Page, paper.At("/feed").AbsoluteUri);
        await Assertions.Expect(open.Page.Locator(".warn[role=alert]")).ToContainTextAsync("a private or local address is not asked");
        await Assertions.Expect(open.Page.Locator(".warn[role=alert]")).Not.ToContainTextAsync("--");
        Assert.Empty(await desk.Store.FeedsAsync(Cancel));
    }

    [Fact]
    public async Task Of_several_feeds_of_a_page_one_is_chosen()
    {
        await using var paper = Paper();
        await using var desk = await OpenDesk.StartAsync(("allow-private", "yes"), ("poll", "no"));
        await using var open = await browser.Visit(new Uri(desk.Address, "/sources"), 1440);
        await AddAsync(open.Page, paper.At("/two").AbsoluteUri);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Add Sport" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("table.feeds .address")).ToHaveTextAsync(paper.At("/sport").AbsoluteUri);
    }

    private static async Task AddAsync(IPage page, string address)
    {
        await page.GetByLabel("Address of a feed").FillAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
    }

    private static BadServer Paper()
    {
        const string Headers = "Content-Type: text/html\r\nConnection: close\r\n", Xml = "Content-Type: application/rss+xml\r\nConnection: close\r\n";
        return new BadServer()
            .On("/feed", BadServer.Ok(Feed, Xml))
            .On("/sport", BadServer.Ok(Feed, Xml))
            .On("/", BadServer.Ok($"<html><head>{Link("/feed", "News")}</head><body></body></html>", Headers))
            .On("/two", BadServer.Ok($"<html><head>{Link("/feed", "News")}{Link("/sport", "Sport")}</head><body></body></html>", Headers))
            .On("/none", BadServer.Ok("<html><body><p>Nothing here.</p></body></html>", Headers))
            .On("/gone", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private static string Link(string address, string title) => $"<link rel='alternate' type='application/rss+xml' title='{title}' href='{address}'>";
}
