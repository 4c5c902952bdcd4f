using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Tests.Briefings;
using Hearsay.Tests.Desk;
using Microsoft.Playwright;

namespace Hearsay.Tests.Web;

/// <summary>What a reader does with the pages, in a real browser, on a desk that has read the samples.</summary>
public sealed class ReadingInBrowserTests(Browser browser, SamplesDesk samples) : IClassFixture<Browser>, IClassFixture<SamplesDesk>
{
    // the browser's own word that a page is loaded is at times not passed on by what drives it: where the browser is, is asked until it is there
    private static readonly Regex StoryAddress = new("/stories/[0-9a-f]+$");

    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_the_front_page_o_opens_the_story()
    {
        await using var open = await browser.Visit(_desk.Address, 1440);
        await open.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(open.Page.Locator(".card.at")).ToHaveCountAsync(1);
        await open.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(open.Page).ToHaveURLAsync(StoryAddress);
    }

    [Fact]
    public async Task A_story_that_is_exchanged_live_is_still_the_one_that_o_opens()
    {
        await using var open = await browser.Visit(_desk.Address, 1440);
        await open.Page.Keyboard.PressAsync("j");
        await open.Page.EvaluateAsync(
            """
            const cards = document.querySelector(".cards");
            cards.replaceWith(cards.cloneNode(true));
            for (const card of document.querySelectorAll(".card")) card.classList.remove("at");
            document.dispatchEvent(new Event("hearsay:fresh"));
            """
        );
        await Assertions.Expect(open.Page.Locator(".card.at")).ToHaveCountAsync(1);
        await open.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(open.Page).ToHaveURLAsync(StoryAddress);
    }

    [Fact]
    public async Task The_Back_button_closes_the_source_and_stays_in_the_story()
    {
        await using var open = await StoryAsync(390);
        var address = open.Page.Url;
        await open.Page.Locator("main a.source").First.ClickAsync();
        await Assertions.Expect(open.Page.Locator("#beside")).ToBeVisibleAsync();
        await open.Page.EvaluateAsync("history.back()");
        await Assertions.Expect(open.Page.Locator("#beside")).ToHaveCountAsync(0);
        Assert.Equal(address, open.Page.Url);
        // closed by hand it leaves no step behind
        await open.Page.Locator("main a.source").First.ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("#beside")).ToHaveCountAsync(0);
        Assert.False(await open.Page.EvaluateAsync<bool>("!!history.state?.beside"));
    }

    [Fact]
    public async Task Emptying_the_search_box_clears_the_results()
    {
        await using var open = await browser.Visit(new Uri(_desk.Address, "/search?q=ferry"), 1440);
        await Assertions.Expect(open.Page.Locator("ol.found li").First).ToBeVisibleAsync();
        await open.Page.Locator("form.search input").ClearAsync();
        await Assertions.Expect(open.Page.Locator("ol.found li")).ToHaveCountAsync(0);
        Assert.EndsWith("/search", open.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_that_one_reads_is_marked_in_the_list_of_sections()
    {
        await using var open = await StoryAsync(390);
        var second = open.Page.Locator(".contents a").Nth(1);
        await second.ClickAsync();
        await Assertions.Expect(second).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(open.Page.Locator(".contents [aria-current]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_dot_of_the_matrix_opens_its_words_and_none_is_out_of_sight_on_a_phone()
    {
        await using var open = await StoryAsync(390);
        var dots = open.Page.Locator(".matrix >> nth=0").Locator(".y a");
        Assert.Equal(0, await dots.EvaluateAllAsync<int>("all => all.filter(a => a.getBoundingClientRect().right > innerWidth).length"));
        await dots.Last.ClickAsync();
        await Assertions.Expect(open.Page.Locator("#beside mark.there").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_sentence_of_a_story_is_in_sight_on_a_phone()
    {
        await using var open = await StoryAsync(390);
        Assert.InRange(await open.Page.Locator(".facts .t").First.EvaluateAsync<double>("e => e.getBoundingClientRect().top"), 0, 800);
    }

    [Fact]
    public async Task A_live_update_marks_what_is_new_moves_the_time_and_covers_no_link()
    {
        await using var desk = await OpenDesk.StartAsync();
        await SaveAsync(
            desk,
            Bridge("a", "Four injured as Lindmoor footbridge falls", "2031-06-06T08:00:00Z", "Four people were injured when a footbridge in Lindmoor collapsed, police said."),
            Bridge("b", "Lindmoor footbridge collapses", "2031-06-06T09:00:00Z", "Police in Lindmoor said that four people were injured when a footbridge collapsed.")
        );
        await desk.SettledAsync();
        var id = (await desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString();
        await using var open = await browser.Visit(new Uri(desk.Address, "/stories/" + id), 1440);
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Lindmoor footbridge collapses");
        await open.Page.EvaluateAsync("document.getElementById('changed').dataset.old = 'yes'");
        await SaveAsync(
            desk,
            Bridge("c", "Six injured as Lindmoor footbridge falls", "2031-06-07T07:00:00Z", "Six people were injured when a footbridge in Lindmoor collapsed, police said.")
        );
        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Six injured as Lindmoor footbridge falls", new() { Timeout = 60_000 });
        await Assertions.Expect(open.Page.Locator(".facts > .s:first-child .new")).ToHaveTextAsync("new");
        await Assertions.Expect(open.Page.Locator("#status")).ToContainTextAsync("marked “new”");
        await Assertions.Expect(open.Page.Locator("#changed[data-old]")).ToHaveCountAsync(0);
        Assert.True(await open.Page.EvaluateAsync<bool>(
            "document.getElementById('status').getBoundingClientRect().top >= document.querySelector('.contents').getBoundingClientRect().bottom"
        ));
    }

    private static Article Bridge(string id, string headline, string published, string lead) => new()
    {
        Id = id, Outlet = "Paper " + id, Headline = headline, Published = new PublicationDate(published, DateBasis.Stated, []),
        Text = lead + "\n\nThe footbridge had been closed in May for repairs, the mayor of Lindmoor, Tove Askel, said.",
    };

    private static Task<ImmutableArray<SaveResult>> SaveAsync(OpenDesk desk, params Article[] articles) =>
        desk.Store.SaveAsync([.. articles.Select(a => new Arrival { Article = a, SeenAt = DateTimeOffset.UtcNow })], cancel: Cancel);

    /// <summary>The page of the dam's story.</summary>
    private async Task<OpenPage> StoryAsync(int width)
    {
        var stories = (await _desk.JsonAsync("/api/stories")).GetProperty("items").EnumerateArray();
        var dam = stories.First(s => s.GetProperty("outlets").ToString().Contains("Harbour Light", StringComparison.Ordinal));
        return await browser.Visit(new Uri(_desk.Address, "/stories/" + dam.GetProperty("id").GetString()), width);
    }
}
