using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Api;

/// <summary>Reports set and removed by hand, through the API and through the forms of a report's page.</summary>
public sealed class ReportsByHandTests
{
    private const string Event = "The dam above the sluice at Corvane gave way and the torrent reached the bakery in the old mill quarter";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<OpenDesk> StartAsync()
    {
        var desk = await OpenDesk.StartAsync(("poll", "no"));
        await desk.Store.SaveAsync(
            [
                Arrival(new Article { Id = "one", Outlet = "Ledger Noon", Text = $"{Event}, the governor said." }),
                Arrival(new Article { Id = "two", Outlet = "Vale Herald", Url = "https://vale.example/2", Text = $"{Event}, officials said." }),
            ],
            cancel: Cancel
        );
        await desk.SettledAsync();
        return desk;
    }

    [Fact]
    public async Task A_report_is_set_and_removed_through_the_api()
    {
        await using var desk = await StartAsync();
        using var set = await desk.Http.PatchAsJsonAsync("/api/reports/one", new { outlet = "Norvik Post", date = "2031-03-04" }, Cancel);
        var report = await set.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal("Norvik Post", report.GetProperty("outlet").GetString());
        Assert.Equal(("2031-03-04", "option"), (report.GetProperty("published").GetString(), report.GetProperty("publishedBasis").GetString()));
        await desk.SettledAsync();
        var story = (await desk.JsonAsync("/api/stories")).GetProperty("items")[0];
        Assert.Contains("Norvik Post", story.GetProperty("outlets").EnumerateArray().Select(o => o.GetString()));
        using var taken = await desk.Http.PatchAsJsonAsync("/api/reports/one", new { url = "https://vale.example/2" }, Cancel);
        using var wrong = await desk.Http.PatchAsJsonAsync("/api/reports/one", new { date = "yesterday" }, Cancel);
        using var nobody = await desk.Http.PatchAsJsonAsync("/api/reports/nobody", new { outlet = "Norvik Post" }, Cancel);
        Assert.Equal(
            (HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (taken.StatusCode, wrong.StatusCode, nobody.StatusCode)
        );

        using var gone = await desk.Http.DeleteAsync("/api/reports/one", Cancel);
        using var again = await desk.Http.DeleteAsync("/api/reports/one", Cancel);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (gone.StatusCode, again.StatusCode));
        await desk.SettledAsync();
        Assert.Equal(1, (await desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("reports").GetInt32());
    }

    [Fact]
    public async Task A_report_is_set_and_removed_on_its_page_without_script()
    {
        await using var desk = await StartAsync();
        var page = await desk.Http.GetStringAsync("/reports/one", Cancel);
        Assert.Contains("""action="/reports/one/remove""", page, StringComparison.Ordinal);
        Assert.Contains("No date", page, StringComparison.Ordinal);
        using var set = await PostAsync(desk, "/reports/one/set", ("outlet", "Norvik Post"), ("date", "2031-03-04"), ("url", ""));
        page = await set.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Published 4 March 2031 (set by a person)", page, StringComparison.Ordinal);
        Assert.Contains("date 2031-03-04</span>, set by a person, ", page, StringComparison.Ordinal);
        Assert.Contains("""<p class="kicker">Norvik Post</p>""", page, StringComparison.Ordinal);
        using var refused = await PostAsync(desk, "/reports/one/set", ("outlet", ""), ("date", ""), ("url", "https://vale.example/2"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("another report has this address", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var removed = await PostAsync(desk, "/reports/one/remove");
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        using var gone = await desk.Http.GetAsync("/reports/one", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static Arrival Arrival(Article article) => new() { Article = article, SeenAt = DateTimeOffset.UtcNow };

    private static async Task<HttpResponseMessage> PostAsync(OpenDesk desk, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await desk.Http.PostAsync(path, form, Cancel);
    }
}
