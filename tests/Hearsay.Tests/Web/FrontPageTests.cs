using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Hearsay.App.Desk;
using Hearsay.App.Web;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Web;

/// <summary>What the pages hold, without a browser, on a desk that has read the samples.</summary>
public sealed partial class FrontPageTests(SamplesDesk samples) : IClassFixture<SamplesDesk>
{
    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stories_are_narrowed_down_by_outlet_time_and_dispute()
    {
        var stories = (await _desk.JsonAsync("/api/stories")).GetProperty("items").EnumerateArray().ToList();
        var all = stories.Select(s => s.GetProperty("id").GetString()!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(all, await CardsAsync("/"));
        foreach (var story in stories)
        {
            var outlet = story
                .GetProperty("outlets")
                .EnumerateArray()
                .Select(o => o.GetString()!)
                .First(o => stories.Count(s => s.GetProperty("outlets").EnumerateArray().Any(x => x.GetString() == o)) == 1);
            Assert.Equal([story.GetProperty("id").GetString()!], await CardsAsync("/?outlet=" + Uri.EscapeDataString(outlet)));
        }

        Assert.Equal(
            stories.Where(s => s.GetProperty("contested").GetInt32() > 0).Select(s => s.GetProperty("id").GetString()!).Order(StringComparer.Ordinal),
            await CardsAsync("/?contested=yes")
        );
        Assert.Empty(await CardsAsync("/?outlet=nobody"));
    }

    /// <summary>"The last day" listed events of years ago, since their files had come in today.</summary>
    [Fact]
    public async Task The_last_day_lists_what_was_published_then_and_not_what_came_in_then()
    {
        Assert.NotEmpty(await CardsAsync("/"));
        Assert.Empty(await CardsAsync("/?days=7"));
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        var now = DateTimeOffset.UtcNow;
        var published = new PublicationDate(now.AddHours(-2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), DateBasis.Metadata, []);
        await desk.Store.SaveAsync(
            [
                new Arrival { Article = new Article { Id = "new", Text = "The bridge at Norvik was opened again.", Published = published }, SeenAt = now },
                new Arrival { Article = new Article { Id = "undated", Text = "Nine swans came back to the pond, said Ingrid Vahl." }, SeenAt = now },
            ],
            cancel: TestContext.Current.CancellationToken
        );
        await desk.SettledAsync();
        var page = await desk.Http.GetStringAsync("/?days=1", TestContext.Current.CancellationToken);
        Assert.Contains("bridge at Norvik", page, StringComparison.Ordinal);
        Assert.DoesNotContain("swans", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_in_since_the_last_visit_is_marked()
    {
        Assert.DoesNotContain("since your last visit", await PageAsync("/", null), StringComparison.Ordinal);
        var (now, before) = (DateTimeOffset.UtcNow.ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddHours(-2).ToUnixTimeSeconds());
        // the last visit ended two hours ago, or this one goes on and the one before ended just now
        Assert.Contains("since your last visit", await PageAsync("/", $"1.{before}"), StringComparison.Ordinal);
        Assert.Contains("since your last visit", await PageAsync("/", $"{before}.{now}"), StringComparison.Ordinal);
        // the samples may have come in this very second, after its beginning
        Assert.DoesNotContain("since your last visit", await PageAsync("/", $"{now + 2}.{now}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_within_a_story_leads_somewhere_and_every_claim_has_an_address()
    {
        foreach (var story in (await _desk.JsonAsync("/api/stories")).GetProperty("items").EnumerateArray())
        {
            var page = await PageAsync("/stories/" + story.GetProperty("id").GetString(), null);
            var ids = Id().Matches(page).Select(m => m.Groups[1].Value).ToList();
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.Empty(Fragment().Matches(page).Select(m => m.Groups[1].Value).Except(ids));
            var briefing = await _desk.JsonAsync("/api/stories/" + story.GetProperty("id").GetString());
            foreach (var claim in ClaimShelf.Printed(briefing.GetProperty("stories")[0]))
                Assert.Contains(Hearsay.Briefings.Html.HtmlBriefing.ClaimAnchor(claim.GetProperty("text").GetString()!), ids);
        }
    }

    [Fact]
    public async Task A_note_in_the_margin_begins_where_the_claim_stands()
    {
        var stories = (await _desk.JsonAsync("/api/stories")).GetProperty("items").EnumerateArray();
        var pages = await Task.WhenAll(stories.Select(s => PageAsync("/stories/" + s.GetProperty("id").GetString(), null)));
        Assert.Contains(pages, page => page.Contains("</span><span class=\"near\">", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_front_page_says_by_what_it_is_ordered_and_as_of_when()
    {
        var page = await PageAsync("/", null);
        Assert.Matches("<p class=\"order\">First what most independent origins report.*As of \\d.* UTC; the latest change: \\d", page);
    }

    [Fact]
    public async Task One_figure_in_dispute_is_counted_as_the_card_shows_it()
    {
        await using var desk = await OpenDesk.StartAsync();
        await desk.DropAsync(Directory.GetFiles(Repository.At("samples/dam-breach")));
        var story = (await desk.Store.ListStoriesAsync(new StoryFilter { Limit = 1 }, Cancel)).Stories[0];
        var card = StoryCard.Parse(story.Summary)! with { Contested = 1, Revised = 1 };
        await desk.Store.SaveStoriesAsync(new StoryChanges { Stories = [story with { Summary = card.Write() }] }, Cancel);
        await OpenDesk.UntilAsync(async () => (await desk.Http.GetStringAsync("/", Cancel)).Contains("1 figure differs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_without_an_answer_says_what_to_do_and_sources_list_the_outlets()
    {
        Assert.Contains("Nothing answers.", await PageAsync("/search?q=zeppelin", null), StringComparison.Ordinal);
        var sources = await PageAsync("/sources", null);
        Assert.Contains("The Harbour Light</a> <span class=\"quiet\">1 report</span>", sources, StringComparison.Ordinal);
        var found = await PageAsync("/search?q=" + Uri.EscapeDataString("outlet:\"The Harbour Light\""), null);
        Assert.Contains("1 report answers", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_says_why_it_stands_in_its_story()
    {
        foreach (var report in (await _desk.JsonAsync("/api/reports")).GetProperty("items").EnumerateArray())
        {
            var page = await PageAsync("/reports/" + report.GetProperty("id").GetString(), null);
            Assert.Contains("Why it is there", page, StringComparison.Ordinal);
            Assert.Matches("It (says|shares)", page);
        }
    }

    [Fact]
    public async Task Pages_come_packed_and_light()
    {
        var story = (await _desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString();
        foreach (var path in (string[])["/", "/stories/" + story, "/sources", "/search?q=the", "/api/reference"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br, gzip" } } };
            using var answer = await _desk.Http.SendAsync(request, Cancel);
            Assert.Contains(answer.Content.Headers.ContentEncoding, e => e is "br" or "gzip");
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Cancel)).Length, 500, 300_000);
        }
    }

    private async Task<List<string>> CardsAsync(string path) =>
        [.. Card().Matches(await PageAsync(path, null)).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)];

    private async Task<string> PageAsync(string path, string? visits)
    {
        using var handler = new HttpClientHandler { UseCookies = false };
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_desk.Address, path));
        if (visits is not null) request.Headers.Add("Cookie", "hearsay-visit=" + visits);
        using var answer = await http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [GeneratedRegex("id=\"card-([^\"]+)\"")]
    private static partial Regex Card();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Fragment();
}
