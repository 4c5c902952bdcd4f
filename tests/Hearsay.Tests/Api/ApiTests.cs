using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hearsay.Tests.Desk;
using NJsonSchema;

namespace Hearsay.Tests.Api;

/// <summary>The API over HTTP, on a desk that has read the samples.</summary>
public sealed class ApiTests(SamplesDesk samples) : IClassFixture<SamplesDesk>
{
    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dropped_samples_are_two_stories_with_the_briefing_of_the_command()
    {
        var stories = (await _desk.JsonAsync("/api/stories")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, stories.Count);
        foreach (var story in stories)
        {
            var document = await _desk.JsonAsync($"/api/stories/{story.GetProperty("id").GetString()}");
            var reports = document.GetProperty("articles").EnumerateArray().ToList();
            Assert.Equal(story.GetProperty("reports").GetInt32(), reports.Count);
            Assert.All(
                document
                    .GetProperty("stories")[0]
                    .GetProperty("briefing")
                    .EnumerateArray()
                    .SelectMany(s => s.GetProperty("sentences").EnumerateArray()),
                s => Assert.NotEmpty(s.GetProperty("citations").EnumerateArray()));
            // the path is the dropped file's name, not where it waited
            Assert.All(reports, r => Assert.DoesNotContain('/', r.GetProperty("path").GetString()!));
        }
    }

    [Theory]
    [InlineData("/api/stories?days=x", "there is no parameter 'days' here (known: contested, cursor, format, from, limit, order, outlet, until)")]
    [InlineData("/api/feeds?limit=2", "there is no parameter 'limit' here")]
    [InlineData("/api/stories?order=size", "order must be changed or weight")]
    public async Task A_parameter_that_a_route_does_not_have_is_refused(string path, string reason)
    {
        using var answer = await _desk.Http.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?format=eml", null, "message/rfc822")]
    [InlineData("?format=figures.csv", null, "text/csv")]
    [InlineData("?format=claims.csv", null, "text/csv")]
    [InlineData("?format=GeoJSON", null, "application/geo+json")]
    [InlineData("?format=wikitext", null, "text/x-wiki")]
    [InlineData("?format=html", null, "text/html")]
    [InlineData("", "text/markdown", "text/markdown")]
    [InlineData("", "message/rfc822, application/json;q=0.5", "message/rfc822")]
    [InlineData("", "application/geo+json;q=0.1, application/json", "application/json")]
    [InlineData("", "text/html, */*", "application/json")]
    [InlineData("", "text/csv", "application/json")]
    [InlineData("?format=json", "text/markdown", "application/json")]
    public async Task A_story_comes_in_the_form_that_is_asked_for(string query, string? accept, string mediaType)
    {
        var id = (await _desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/stories/{id}{query}");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await _desk.Http.SendAsync(request, Cancel);
        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Accept", answer.Headers.Vary);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancel));
        if (query.Length == 0) return;
        using var page = await _desk.Http.GetAsync($"/stories/{id}/{query.Split('=')[1].ToLowerInvariant()}", Cancel);
        Assert.Equal(mediaType, page.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", page.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task A_story_comes_in_the_length_that_is_asked_for()
    {
        var id = (await _desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString();
        var path = $"/api/stories/{id}?format=markdown";
        var sizes = new List<int>();
        foreach (var length in new[] { "&length=short", "&length=Page", "&length=full" }) sizes.Add((await _desk.Http.GetStringAsync(new Uri(path + length, UriKind.Relative), Cancel)).Length);
        Assert.Equal(sizes.Distinct().Order(), sizes);
        Assert.Equal(sizes[1], (await _desk.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel)).Length);
        using var refused = await _desk.Http.GetAsync(path + "&length=book", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_form_that_there_is_not_is_refused_by_name()
    {
        var id = (await _desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString();
        using var answer = await _desk.Http.GetAsync($"/api/stories/{id}?format=pdf", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("format must be markdown, html, json, eml, figures.csv, claims.csv, geojson or wikitext", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var page = await _desk.Http.GetAsync($"/stories/{id}/pdf", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        var story = await _desk.Http.GetStringAsync(new Uri($"/stories/{id}", UriKind.Relative), Cancel);
        foreach (var form in new[] { "eml", "figures.csv", "claims.csv", "geojson", "wikitext", "html" })
            Assert.Contains($"href=\"/stories/{id}/{form}\"", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_names_what_there_is_to_read()
    {
        var index = await _desk.JsonAsync("/api");
        Assert.Equal("/api/openapi.json", index.GetProperty("description").GetString());
        foreach (var resource in index.GetProperty("resources").EnumerateArray().Select(r => r.GetString()!).Where(r => r != "/api/changes"))
        {
            using var answer = await _desk.Http.GetAsync(resource + Question(resource), Cancel);
            Assert.True(answer.IsSuccessStatusCode, resource);
        }
    }

    [Fact]
    public async Task A_report_posted_as_JSON_is_taken_in_as_a_dropped_file_is()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var empty = await desk.Http.PostAsync("/api/reports", Body("""{"title": "No text"}"""), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var answer = await desk.Http.PostAsync("/api/reports", Body("""
            {"title": "Mill burns down", "outlet": "Aldersea Post", "text": "The mill at Aldersea burned down on Monday, the fire brigade said, and nobody was hurt."}
            """), Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await OpenDesk.UntilAsync(async () => (await desk.JsonAsync(answer.Headers.Location!.ToString())).GetProperty("isDone").GetBoolean());
        var report = (await desk.JsonAsync("/api/reports")).GetProperty("items")[0];
        Assert.Equal(("Aldersea Post", "Mill burns down"), (report.GetProperty("outlet").GetString(), report.GetProperty("headline").GetString()));

        static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");
    }

    [Fact]
    public async Task Stories_come_by_weight_as_on_the_front_page()
    {
        var first = await _desk.JsonAsync("/api/stories?order=weight&limit=1");
        var rest = await _desk.JsonAsync($"/api/stories?order=weight&limit=1&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
        var ids = new[] { first, rest }.Select(p => p.GetProperty("items")[0].GetProperty("id").GetString()!).ToList();
        var front = await _desk.Http.GetStringAsync("/", Cancel);
        Assert.True(front.IndexOf(ids[0], StringComparison.Ordinal) < front.IndexOf(ids[1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sources")]
    [InlineData("/assets/desk.css")]
    [InlineData("/health/ready")]
    [InlineData("/api/stories")]
    [InlineData("/api/stories?limit=abc")]
    [InlineData("/api/openapi.json")]
    [InlineData("/nowhere")]
    public async Task HEAD_answers_as_GET_without_a_body(string path)
    {
        using var get = await _desk.Http.GetAsync(path, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await _desk.Http.SendAsync(request, Cancel);
        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task HEAD_of_changes_comes_to_an_end()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/changes");
        using var head = await _desk.Http.SendAsync(request, Cancel);
        Assert.Equal("text/event-stream", head.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_report_whose_date_other_reports_bear_out_is_given_alone()
    {
        var reports = (await _desk.JsonAsync("/api/reports")).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(reports, r => r.GetProperty("publishedBasis").GetString() == "corroborated");
        foreach (var id in reports.Select(r => r.GetProperty("id").GetString()!)) Assert.Equal(id, (await _desk.JsonAsync("/api/reports/" + id)).GetProperty("articles")[0].GetProperty("id").GetString());
    }

    /// <summary>What an address that answers a question is asked.</summary>
    private static string Question(string path) =>
        path.Contains("/search", StringComparison.Ordinal) ? "?q=the"
        : path.Contains("/check", StringComparison.Ordinal) ? "?q=Crews+of+Northsound+Ferries+walked+out+on+Monday."
        : path.Contains("/quotes", StringComparison.Ordinal) ? "?speaker=Petrie"
        : "";

    [Fact]
    public async Task Every_answer_is_as_its_own_description_says()
    {
        using var description = JsonDocument.Parse(await _desk.Http.GetStringAsync("/api/openapi.json", Cancel));
        var root = description.RootElement;
        var story = (await _desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString()!;
        var report = (await _desk.JsonAsync("/api/reports")).GetProperty("items")[0].GetProperty("id").GetString()!;
        var import = (await _desk.JsonAsync("/api/imports"))[0].GetProperty("id").GetString()!;
        var briefing = await JsonSchema.FromJsonAsync(await _desk.Http.GetStringAsync("/api/briefing.schema.json", Cancel), Cancel);
        var asked = 0;
        foreach (var path in root.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _) && p.Name != "/api/changes"))
        {
            var get = path.Value.GetProperty("get");
            var id =
                path.Name.Contains("/stories", StringComparison.Ordinal) ? story
                : path.Name.Contains("/imports", StringComparison.Ordinal) ? import
                : report;
            using var answer = await _desk.Http.GetAsync(path.Name.Replace("{id}", id, StringComparison.Ordinal) + Question(path.Name), Cancel);
            Assert.True(get.GetProperty("responses").TryGetProperty("200", out var described), path.Name);
            Assert.True(answer.IsSuccessStatusCode, $"{path.Name}: {answer.StatusCode}");
            var content = described.GetProperty("content").EnumerateObject().First();
            Assert.Equal(content.Name.Split(';')[0], answer.Content.Headers.ContentType!.MediaType);
            if (
                content.Name != "application/json"
                || !content.Value.TryGetProperty("schema", out var schema)
                || schema.ValueKind != JsonValueKind.Object
            )
                continue;
            var json = await answer.Content.ReadAsStringAsync(Cancel);
            var isBriefing = get.GetProperty("summary").GetString()!.Contains("/api/briefing.schema.json", StringComparison.Ordinal);
            var faults = isBriefing ? [.. briefing.Validate(json).Select(f => f.ToString())] : await FaultsAsync(root, schema, json);
            Assert.True(faults.Count == 0, $"{path.Name}: {string.Join("; ", faults)}");
            asked++;
        }

        Assert.True(asked >= 6, $"only {asked} answers were compared with their schema");
    }

    [Theory]
    [InlineData("GET", "/api/stories?limit=0", 400)]
    [InlineData("GET", "/api/stories?limit=many", 400)]
    [InlineData("GET", "/api/stories?cursor='%20or%201=1", 400)]
    [InlineData("GET", "/api/stories?from=yesterday", 400)]
    [InlineData("GET", "/api/stories?from=2031-05-02T00:00:00Z&until=2031-05-01T00:00:00Z", 400)]
    [InlineData("GET", "/api/stories/none", 404)]
    [InlineData("GET", "/api/stories/none/feed", 404)]
    [InlineData("GET", "/api/stories/none/events", 404)]
    [InlineData("GET", "/api/reports/none", 404)]
    [InlineData("GET", "/api/reports/none/revisions", 404)]
    [InlineData("GET", "/api/reports/..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("GET", "/api/search", 400)]
    [InlineData("GET", "/api/search?q=%22open", 400)]
    [InlineData("GET", "/api/search?q=a&offset=-1", 400)]
    [InlineData("GET", "/api/imports/none", 404)]
    [InlineData("GET", "/api/none", 404)]
    [InlineData("DELETE", "/api/feeds/9999", 404)]
    [InlineData("DELETE", "/api/feeds/none", 404)]
    [InlineData("DELETE", "/api/stories", 405)]
    [InlineData("POST", "/api/feeds", 415, "url=http://a.example")]
    [InlineData("POST", "/api/feeds", 400, "{\"url\":")]
    [InlineData("POST", "/api/feeds", 400, "{\"url\":\"ftp://a.example/feed\"}")]
    [InlineData("POST", "/api/feeds", 400, "{\"url\":\"file:///etc/passwd\"}")]
    [InlineData("POST", "/api/feeds", 400, "{\"title\":\"no address\"}")]
    [InlineData("PATCH", "/api/feeds/9999", 404, "{\"paused\":true}")]
    [InlineData("PATCH", "/api/feeds/9999", 400, "{}")]
    [InlineData("POST", "/api/imports", 415, "{}")]
    [InlineData("POST", "/api/feeds/opml", 415, "not a list")]
    public async Task Wrong_input_is_refused_in_one_shape_and_writes_nothing(string method, string path, int status, string? body = null)
    {
        var before = await _desk.Store.StatsAsync(Cancel);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, body[0] == '{' ? "application/json" : "text/plain");
        using var answer = await _desk.Http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".cs:", text, StringComparison.Ordinal);
        Assert.Equal(before with { Bytes = 0 }, await _desk.Store.StatsAsync(Cancel) with { Bytes = 0 });
    }

    [Theory]
    [InlineData("program.exe", 400)]
    [InlineData("../../../usr/lib/x.so", 400)]
    public async Task Files_of_other_kinds_are_refused(string name, int status)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "files", name } };
        using var answer = await _desk.Http.PostAsync("/api/imports", form, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Files_that_are_too_large_are_refused_and_leave_nothing_behind()
    {
        await using var desk = await OpenDesk.StartAsync(("upload-megabytes", "1"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[1_200_000]), "files", "large.txt" } };
        using var answer = await desk.Http.PostAsync("/api/imports", form, Cancel);
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType)
        );
        Assert.Empty((await desk.JsonAsync("/api/imports")).EnumerateArray());
        Assert.Equal(0, (await desk.Store.StatsAsync(Cancel)).Articles);
        Assert.Empty(Directory.GetFileSystemEntries(desk.Incoming));
    }

    [Fact]
    public async Task A_story_is_sent_again_only_when_it_has_changed()
    {
        var id = (await _desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString();
        using var first = await _desk.Http.GetAsync($"/api/stories/{id}", Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/stories/{id}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _desk.Http.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Pages_of_a_list_hold_every_story_once()
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _desk.JsonAsync("/api/stories?limit=1" + (cursor is null ? "" : "&cursor=" + cursor));
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.Equal(2, ids.Count);
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public async Task Feeds_are_added_paused_and_removed_and_come_back_from_OPML()
    {
        using var added = await SendAsync(
            HttpMethod.Post,
            "/api/feeds",
            """{"url":"https://norvikpost.example/feed.xml","title":"Norvik Post","group":"North"}"""
        );
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var again = await SendAsync(HttpMethod.Post, "/api/feeds", """{"url":"https://norvikpost.example/feed.xml"}""");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var feed = (await _desk.JsonAsync("/api/feeds"))[0];
        var id = feed.GetProperty("id").GetInt64();
        using var paused = await SendAsync(HttpMethod.Patch, $"/api/feeds/{id}", """{"paused":true}""");
        Assert.True((await _desk.JsonAsync("/api/feeds"))[0].GetProperty("paused").GetBoolean());
        var opml = await _desk.Http.GetByteArrayAsync("/api/feeds/opml", Cancel);
        using var removed = await _desk.Http.DeleteAsync($"/api/feeds/{id}", Cancel);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty((await _desk.JsonAsync("/api/feeds")).EnumerateArray());
        using var list = new ByteArrayContent(opml) { Headers = { ContentType = new MediaTypeHeaderValue("text/x-opml") } };
        using var imported = await _desk.Http.PostAsync("/api/feeds/opml", list, Cancel);
        Assert.Equal("North", (await _desk.JsonAsync("/api/feeds"))[0].GetProperty("group").GetString());
    }

    [Fact]
    public async Task Who_listens_is_told_of_a_new_report()
    {
        using var stream = await _desk.Http.GetStreamAsync("/api/changes", Cancel);
        using var reader = new StreamReader(stream);
        Assert.Equal("event: pulse", await reader.ReadLineAsync(Cancel));
        var article = (await _desk.JsonAsync("/api/reports")).GetProperty("items")[0].GetProperty("id").GetString()!;
        var stored = (await _desk.Store.FindArticleAsync(article, Cancel))!;
        await _desk.Store.SaveAsync(
            [
                new Storage.Arrival
                {
                    Article = stored.Article with { Text = stored.Article.Text + "\n\nNobody was hurt, the police said on Friday." },
                    SeenAt = DateTimeOffset.UtcNow,
                },
            ],
            cancel: Cancel
        );
        var events = new List<string>();
        while (!events.Contains("event: story"))
            if (await reader.ReadLineAsync(Cancel) is { } line && line.StartsWith("event", StringComparison.Ordinal))
                events.Add(line);
        Assert.Contains("event: reports", events);
        await _desk.SettledAsync();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string json) =>
        _desk.Http.SendAsync(new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") }, Cancel);

    private static async Task<ICollection<string>> FaultsAsync(JsonElement description, JsonElement schema, string json)
    {
        var whole =
            $$"""{"definitions":{{description.GetProperty("components").GetProperty("schemas").GetRawText()}},"allOf":[{{schema.GetRawText()}}]}""".Replace(
                "#/components/schemas/",
                "#/definitions/",
                StringComparison.Ordinal
            );
        return [.. (await JsonSchema.FromJsonAsync(whole, Cancel)).Validate(json).Select(f => f.ToString())];
    }
}
