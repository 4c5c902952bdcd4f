using System.Net;
using Hearsay.App.Desk;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Web;

/// <summary>The forms of a story's page by which a person corrects it, as a browser without script sends them.</summary>
public sealed class CorrectionFormsTests : IAsyncLifetime
{
    private const string Flood = "The dam above the sluice gave way on Monday and the torrent reached the valley";
    private const string Strike = "The crews of the ferry went on strike on Monday and the crossing to the harbour is closed";

    private OpenDesk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> OfStories => new()
    {
        { "kind=move&report=f3&story={s1}", "f1 f2 | f3 s1 s2" }, { "kind=move&report=f3&story=http://127.0.0.1/stories/{s1}?made=1", "f1 f2 | f3 s1 s2" },
        { "kind=move&report=f3&story=FERRY+CREWS+WALK+OUT", "f1 f2 | f3 s1 s2" }, { "kind=split&report=f3", "f1 f2 | f3 | s1 s2" },
        { "kind=split&report=f1&report=f2", "f1 f2 | f3 | s1 s2" }, { "kind=merge&story={s1}", "f1 f2 f3 s1 s2" },
    };

    public async ValueTask InitializeAsync()
    {
        _desk = await OpenDesk.StartAsync(("poll", "no"));
        await _desk.Store.SaveAsync(
            [.. "f1 f2 f3 s1 s2".Split(' ').Select(id => new Arrival
            {
                Article = new Article
                {
                    Id = id, Outlet = "Outlet " + id, Headline = id[0] == 'f' ? "Dam gives way" : "Ferry crews walk out",
                    Text = id[0] == 'f' ? $"{Flood}. The flood killed {(id == "f1" ? 14 : 17)} people, said Mira Holm. {id}" : $"{Strike}. {id}",
                },
                SeenAt = DateTimeOffset.UtcNow,
            })],
            cancel: Cancel);
        await _desk.SettledAsync();
        Assert.Equal("f1 f2 f3 | s1 s2", await StoriesAsync());
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [MemberData(nameof(OfStories))]
    public async Task Reports_are_moved_taken_out_and_stories_merged_and_undone(string form, string expected)
    {
        var page = await PostAsync(form.Replace("{s1}", await StoryAsync("s1"), StringComparison.Ordinal) + "&who=Ana");
        Assert.Contains("<div class=\"made\" id=\"made\" role=\"status\">", page, StringComparison.Ordinal);
        Assert.Matches("Ana (moved|took|merged) ", page);
        await OpenDesk.UntilAsync(async () => await StoriesAsync() == expected);
        var made = Assert.Single(await _desk.Store.CorrectionsAsync(new CorrectionFilter(), Cancel));
        var undone = await ReadAsync(await _desk.Http.PostAsync($"/stories/{await StoryAsync("f1")}/corrections/{made.Id}/undo", null, Cancel));
        Assert.Contains("Undone by Ana: ", undone, StringComparison.Ordinal);
        await OpenDesk.UntilAsync(async () => await StoriesAsync() == "f1 f2 f3 | s1 s2");
    }

    [Fact]
    public async Task The_only_report_of_a_story_leads_to_the_story_that_it_is_moved_to()
    {
        await PostAsync("kind=split&report=f3");
        await OpenDesk.UntilAsync(async () => await StoriesAsync() == "f1 f2 | f3 | s1 s2");
        await _desk.SettledAsync();
        var page = await PostAsync($"kind=move&report=f3&story={await StoryAsync("s1")}", await StoryAsync("f3"));
        Assert.Contains($"action=\"/stories/{await StoryAsync("s1")}/corrections\"", page, StringComparison.Ordinal);
        Assert.Contains("a person moved “Dam gives way” to another story", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outlet_a_date_a_speaker_and_figures_are_set_under_the_name_given_first()
    {
        Assert.Contains("Ana set the outlet of “Dam gives way” to Norvik Post", await TextAsync("kind=outlet&report=f2&outlet=Norvik+Post&who=Ana"), StringComparison.Ordinal);
        var page = await TextAsync("kind=date&report=f2&date=2031-05-02&who=Ana");
        Assert.Contains("Ana set the date of “Dam gives way” to 2031-05-02", page, StringComparison.Ordinal);
        // the one before stands in the list, and the name in the fields
        Assert.Contains("Ana set the outlet of", page, StringComparison.Ordinal);
        Assert.Contains("name=\"who\" value=\"Ana\"", page, StringComparison.Ordinal);
        Assert.Contains("Ana set the speaker “Mira Holm” in “Dam gives way” to Ilse Vander", await TextAsync("kind=speaker&speaker=f1|Mira+Holm&name=Ilse+Vander&who=Ana"), StringComparison.Ordinal);
        await _desk.SettledAsync();
        var f2 = (await _desk.Store.FindArticleAsync("f2", Cancel))!;
        Assert.Equal(("Norvik Post", "2031-05-02", "Ana"), (f2.Article.Outlet, f2.Article.Published.Value, f2.Settings!.Outlet!.By));
        var hand = StoryViews.Parts((await _desk.Store.ViewAsync(await StoryAsync("f1"), Cancel))!).Hand;
        Assert.Contains(hand.Speakers, s => s is { ReportId: "f1", Speaker: "Ilse Vander" });
        var question = Uri.EscapeDataString(hand.Series[0]);
        Assert.Contains($"Ana hid the figures of “{hand.Series[0]}”", await TextAsync($"kind=hide&series={question}&who=Ana"), StringComparison.Ordinal);
        Assert.Contains("That was not done: it contradicts correction 4 (hide, by Ana", await TextAsync($"kind=pin&series={question}&who=Ana", status: HttpStatusCode.BadRequest), StringComparison.Ordinal);
        await ReadAsync(await _desk.Http.PostAsync($"/stories/{await StoryAsync("f1")}/corrections/4/undo", null, Cancel));
        Assert.Contains($"Ana pinned the figures of “{hand.Series[0]}”", await TextAsync($"kind=pin&series={question}&who=Ana"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_corrected_is_refused_on_the_page_with_the_reason()
    {
        (string Form, string Why)[] wrong =
        [
            ("", "does not say what to correct"), ("kind=99", "does not say what to correct"), ("kind=move&report=f1", "the other story is missing"),
            ("kind=merge&story=nowhere", "there is no story “nowhere”"), ("kind=outlet&report=f1&outlet=", "nothing to set"), ("kind=date&report=f1&date=soon", "YYYY-MM-DD"),
            ("kind=split", "reports of one story"), ("kind=speaker&speaker=f1&name=Ana", "a speaker is set in one report"), ("kind=hide&series=none", "no series 'none'"),
            ("kind=outlet&report=f1&outlet=Post&who=" + new string('x', 300), "200 characters"),
        ];
        foreach (var (form, why) in wrong) Assert.Contains(why, await TextAsync(form, status: HttpStatusCode.BadRequest), StringComparison.Ordinal);
        var story = await StoryAsync("f1");
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Http.PostAsync("/stories/none/corrections", new FormUrlEncodedContent([]), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Http.PostAsync($"/stories/{story}/corrections/77/undo", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.Http.PostAsync($"/stories/{story}/corrections", new StringContent("kind=split"), Cancel)).StatusCode);
        Assert.Empty(await _desk.Store.CorrectionsAsync(new CorrectionFilter(), Cancel));
    }

    [Fact]
    public async Task A_page_of_another_site_and_a_reader_without_the_token_correct_nothing()
    {
        _desk.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        await PostAsync("kind=split&report=f3", status: HttpStatusCode.Forbidden);
        _desk.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        await _desk.StopAsync();
        await _desk.StartAgainAsync(("token", "a-token-of-some-length"));
        await PostAsync("kind=split&report=f3", status: HttpStatusCode.Unauthorized);
        Assert.Empty(await _desk.Store.CorrectionsAsync(new CorrectionFilter(), Cancel));
    }

    private async Task<string> TextAsync(string form, HttpStatusCode status = HttpStatusCode.OK) => WebUtility.HtmlDecode(await PostAsync(form, status: status));

    private async Task<string> PostAsync(string form, string? story = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var body = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        return await ReadAsync(await _desk.Http.PostAsync($"/stories/{story ?? await StoryAsync("f1")}/corrections", body, Cancel), status);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using (answer)
        {
            var page = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {page}");
            return page;
        }
    }

    private async Task<string> StoryAsync(string report) => (await _desk.Store.StoriesOfAsync([report], Cancel))[report];

    private async Task<string> StoriesAsync() => string.Join(" | ", (await _desk.Store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories
        .Select(s => string.Join(' ', s.Reports.Select(r => r.ArticleId).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
