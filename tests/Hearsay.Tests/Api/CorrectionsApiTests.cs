using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Api;

/// <summary>Corrections through the API of an open desk, which takes them in by itself.</summary>
public sealed class CorrectionsApiTests : IAsyncLifetime
{
    private const string Flood = "The dam above the sluice gave way on Monday and the torrent reached the valley";
    private const string Strike = "The crews of the ferry went on strike on Monday and the crossing to the harbour is closed";

    private OpenDesk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await OpenDesk.StartAsync(("poll", "no"));
        await _desk.Store.SaveAsync(
            [.. "f1 f2 f3 s1 s2".Split(' ').Select(id => new Arrival
            {
                Article = new Article { Id = id, Outlet = "Outlet " + id, Text = (id[0] == 'f' ? Flood + ", said Mira Holm." : Strike + ".") + $" {id}" }, SeenAt = DateTimeOffset.UtcNow,
            })],
            cancel: Cancel
        );
        await _desk.SettledAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_correction_is_made_listed_and_undone()
    {
        Assert.Equal("f1 f2 f3 | s1 s2", await StoriesAsync());
        var made = await MadeAsync(new { kind = "merge", stories = new[] { await StoryAsync("f1"), await StoryAsync("s1") }, who = "Ana" });
        await OpenDesk.UntilAsync(async () => await StoriesAsync() == "f1 f2 f3 s1 s2");
        Assert.Equal(("merge", "Ana"), (made.GetProperty("kind").GetString(), made.GetProperty("who").GetString()));
        await MadeAsync(new { kind = "outlet", reports = new[] { "f1", "f2" }, value = "Norvik Post" });
        var list = await _desk.JsonAsync("/api/corrections?limit=1");
        Assert.Equal(("outlet", "person"), (list.GetProperty("items")[0].GetProperty("kind").GetString(), list.GetProperty("items")[0].GetProperty("who").GetString()));
        list = await _desk.JsonAsync("/api/corrections?cursor=" + list.GetProperty("next").GetString());
        Assert.Equal((made.GetProperty("id").GetInt64(), null), (list.GetProperty("items")[0].GetProperty("id").GetInt64(), list.GetProperty("next").GetString()));
        using var undone = await _desk.Http.DeleteAsync($"/api/corrections/{made.GetProperty("id")}?who=Ben", Cancel);
        Assert.Equal("Ben", (await undone.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("undoneBy").GetString());
        await OpenDesk.UntilAsync(async () => await StoriesAsync() == "f1 f2 f3 | s1 s2");
        Assert.Equal(1, (await _desk.JsonAsync("/api/corrections?holding=true")).GetProperty("items").GetArrayLength());
        using var again = await _desk.Http.DeleteAsync($"/api/corrections/{made.GetProperty("id")}", Cancel);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("Norvik Post", (await _desk.Store.FindArticleAsync("f2", Cancel))!.Article.Outlet);
    }

    [Fact]
    public async Task What_cannot_be_corrected_is_refused_with_the_reason()
    {
        var (flood, strike) = (await StoryAsync("f1"), await StoryAsync("s1"));
        await MadeAsync(new { kind = "apart", stories = new[] { flood, strike } });
        (object Asked, HttpStatusCode Status, string Why)[] wrong =
        [
            (new { }, HttpStatusCode.BadRequest, "kind must be one of move, merge, split"),
            (new { kind = "Merge" }, HttpStatusCode.BadRequest, "kind must be one of"),
            (new { kind = "merge", stories = new[] { flood, flood } }, HttpStatusCode.BadRequest, "two stories"),
            (new { kind = "merge", stories = new[] { flood, "nothing" } }, HttpStatusCode.NotFound, "no story 'nothing'"),
            (new { kind = "merge", stories = new[] { flood, strike } }, HttpStatusCode.Conflict, "contradicts correction 1 (apart, by person"),
            (new { kind = "move", reports = new[] { "s1" }, stories = new[] { flood } }, HttpStatusCode.Conflict, "contradicts correction 1"),
            (new { kind = "move", reports = new[] { "f1" }, stories = new[] { flood } }, HttpStatusCode.BadRequest, "already"),
            (new { kind = "move", reports = new[] { "nobody" }, stories = new[] { flood } }, HttpStatusCode.NotFound, "no report 'nobody'"),
            (new { kind = "move", reports = new[] { "s1" } }, HttpStatusCode.BadRequest, "one story to move to"),
            (new { kind = "split", reports = new[] { "f1", "s1" } }, HttpStatusCode.BadRequest, "reports of one story"),
            (new { kind = "split", reports = new[] { "f1", "f2", "f3" } }, HttpStatusCode.BadRequest, "some of its reports stay"),
            (new { kind = "apart", stories = new[] { flood } }, HttpStatusCode.BadRequest, "two different stories"),
            (new { kind = "date", reports = new[] { "f1" }, value = "2031-02-30" }, HttpStatusCode.BadRequest, "YYYY-MM-DD"),
            (new { kind = "outlet", reports = new[] { "f1" } }, HttpStatusCode.BadRequest, "nothing to set"),
            (new { kind = "remove" }, HttpStatusCode.BadRequest, "about a report"),
            (new { kind = "speaker", reports = new[] { "f1" }, speaker = "Otto Brandt", value = "Ana" }, HttpStatusCode.NotFound, "does not speak in report f1: Mira Holm"),
            (new { kind = "hide", stories = new[] { flood }, series = "f9" }, HttpStatusCode.NotFound, "no series 'f9'"),
            (new { kind = "pin", series = "f1" }, HttpStatusCode.BadRequest, "of one story"),
        ];
        foreach (var (asked, status, why) in wrong)
        {
            using var answer = await _desk.Http.PostAsJsonAsync("/api/corrections", asked, Cancel);
            var told = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.True(answer.StatusCode == status && told.Contains(why, StringComparison.Ordinal), $"{why}: {told}");
        }

        using var none = await _desk.Http.DeleteAsync("/api/corrections/77", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Single(await _desk.Store.CorrectionsAsync(new CorrectionFilter(), Cancel));
    }

    private async Task<JsonElement> MadeAsync(object asked)
    {
        using var answer = await _desk.Http.PostAsJsonAsync("/api/corrections", asked, Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private async Task<string> StoryAsync(string report) => (await _desk.Store.StoriesOfAsync([report], Cancel))[report];

    private async Task<string> StoriesAsync() => string.Join(" | ", (await _desk.Store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories
        .Select(s => string.Join(' ', s.Reports.Select(r => r.ArticleId).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
