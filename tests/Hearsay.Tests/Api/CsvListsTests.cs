using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CsvHelper;
using Hearsay.Model;
using Hearsay.Tests.Desk;
using Hearsay.Storage;

namespace Hearsay.Tests.Api;

/// <summary>Every list of the API as a table, read back by a reader of CSV and held against the JSON.</summary>
public sealed class CsvListsTests(SamplesDesk samples) : IClassFixture<SamplesDesk>
{
    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/reports")]
    [InlineData("/api/stories")]
    [InlineData("/api/search?q=the")]
    [InlineData("/api/quotes?speaker=Petrie")]
    [InlineData("/api/feeds")]
    [InlineData("/api/imports")]
    [InlineData("/api/corrections")]
    public async Task A_list_is_a_table_with_the_names_and_values_of_its_JSON(string path)
    {
        var json = await _desk.JsonAsync(path);
        var items = (json.ValueKind == JsonValueKind.Array ? json : json.GetProperty("items")).EnumerateArray().ToList();
        var (header, rows) = await TableAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "format=csv");
        Assert.Equal(items.Count, rows.Count);
        foreach (var (item, row) in items.Zip(rows))
        {
            foreach (var property in item.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False))
                Assert.Equal(OneLine(property.Value.ToString()), row[header.IndexOf(property.Name)], ignoreCase: true);
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task A_request_that_accepts_csv_before_all_gets_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/reports?limit=2");
        request.Headers.Add("Accept", "text/csv, application/json;q=0.5");
        using var answer = await _desk.Http.SendAsync(request, Cancel);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("reports.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("Accept", answer.Headers.Vary);
        Assert.StartsWith("id,outlet,headline,url,", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.StartsWith("</api/reports?limit=2&cursor=", Assert.Single(answer.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_that_are_objects_stand_behind_their_own_name()
    {
        var (header, _) = await TableAsync("/api/search?q=the&format=csv");
        Assert.Contains("report.id", header);
        Assert.Contains("excerpt", header);
    }

    [Theory]
    [InlineData("/api/reports?format=xml")]
    [InlineData("/api/stats?format=csv")]
    public async Task A_form_that_there_is_not_is_refused(string path)
    {
        using var answer = await _desk.Http.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task No_text_of_a_report_becomes_a_formula()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        await desk.Store.SaveAsync(
            [new Arrival { Article = new Article { Id = "one", Outlet = "=cmd|' /C calc'!A0", Headline = "Mill, \"burned\"\ndown", Text = "The mill burned down on Monday." }, SeenAt = DateTimeOffset.UnixEpoch }],
            cancel: Cancel
        );
        var text = await desk.Http.GetStringAsync("/api/reports?format=csv", Cancel);
        Assert.Contains("one,'=cmd|' /C calc'!A0,\"Mill, \"\"burned\"\" down\",", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
    }

    private async Task<(List<string> Header, List<string[]> Rows)> TableAsync(string path)
    {
        using var reader = new StringReader(await _desk.Http.GetStringAsync(path, Cancel));
        using var csv = new CsvParser(reader, CultureInfo.InvariantCulture);
        Assert.True(await csv.ReadAsync());
        var (header, rows) = (csv.Record!.ToList(), new List<string[]>());
        while (await csv.ReadAsync())
        {
            Assert.Equal(header.Count, csv.Record!.Length);
            rows.Add(csv.Record);
        }

        return (header, rows);
    }
}

/// <summary>Reports taken in as JSON.</summary>
public sealed class PostedReportsTests
{
    private const string Mill = "The mill at Aldersea burned down on Monday, the fire brigade said, and nobody was hurt.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_report_once_more_changes_nothing()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        var report = new { headline = "Mill burns down", outlet = "Aldersea Post", text = Mill, published = "2031-05-02", language = "en", dropped = Array.Empty<string>() };
        var first = await TakenInAsync(desk, report);
        var again = await TakenInAsync(desk, report);
        Assert.Equal((1, 0), (first.GetProperty("counts").GetProperty("new").GetInt32(), again.GetProperty("counts").GetProperty("new").GetInt32()));
        Assert.Equal(1, again.GetProperty("counts").GetProperty("known").GetInt32());
        var item = Assert.Single((await desk.JsonAsync("/api/reports")).GetProperty("items").EnumerateArray());
        Assert.Equal(("Mill burns down", "2031-05-02", 1), (item.GetProperty("headline").GetString(), item.GetProperty("published").GetString(), item.GetProperty("revisions").GetInt32()));
    }

    [Theory]
    [InlineData("""{"text":" "}""", "text or html must hold the report")]
    [InlineData("""{"text":"The mill burned down on Monday.","url":"ftp://aldersea.example"}""", "url must be")]
    [InlineData("""{"text":"The mill burned down on Monday.","published":"lately"}""", "published must be")]
    [InlineData("""{"text":"The mill burned down on Monday.","id":"a\nb"}""", "id and outlet must have")]
    [InlineData("""{"text":5}""", "the body is not the JSON")]
    [InlineData("{", "the body is not the JSON")]
    public async Task What_cannot_be_taken_in_is_refused_with_the_reason(string body, string reason)
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        using var answer = await desk.Http.PostAsync("/api/reports", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(reason, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> TakenInAsync(OpenDesk desk, object report)
    {
        using var answer = await desk.Http.PostAsJsonAsync("/api/reports", report, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var job = answer.Headers.Location!.ToString();
        await OpenDesk.UntilAsync(async () => (await desk.JsonAsync(job)).GetProperty("isDone").GetBoolean());
        return await desk.JsonAsync(job);
    }
}
