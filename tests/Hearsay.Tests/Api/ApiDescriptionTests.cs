using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.App.Api;
using Hearsay.Tests.Briefings;
using Hearsay.Tests.Desk;
using NJsonSchema;

namespace Hearsay.Tests.Api;

/// <summary>
/// The API against its own OpenAPI document: every word is there, and whatever the document forbids is refused as the document says.
/// </summary>
public sealed class ApiDescriptionTests(SamplesDesk samples, Browser browser) : IClassFixture<SamplesDesk>, IClassFixture<Browser>
{
    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_parameter_field_and_refusal_is_described_and_no_word_is_left_over()
    {
        var root = await DescriptionAsync();
        var (lacking, used) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (name, operation) in Operations(root))
        {
            if (operation["summary"] is null) lacking.Add(name);
            if (operation["responses"]!["default"]?["content"]?["application/problem+json"]?["schema"] is null)
                lacking.Add($"{name}: no form of refusals");
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                var parameterName = parameter!["name"]!.GetValue<string>();
                used.Add(ApiDescription.Words["parameters"]![$"{name} {parameterName}"] is null ? parameterName : $"{name} {parameterName}");
                if (parameter["description"] is null || parameter["example"] is null) lacking.Add($"{name} {parameterName}");
            }

            if (operation["requestBody"]?["content"] is JsonObject body && !body.ContainsKey("multipart/form-data"))
                if (body.Any(c => c.Value!["example"] is null))
                    lacking.Add($"{name}: no example of its body");
        }

        foreach (var (name, schema) in root["components"]!["schemas"]!.AsObject().Where(s => s.Key is not ("IFormFile" or "IFormFileCollection")))
        {
            if (schema!["description"] is null) lacking.Add(name);
            lacking.AddRange((schema["properties"]?.AsObject() ?? []).Where(p => p.Value!["description"] is null).Select(p => $"{name}.{p.Key}"));
            foreach (var example in schema["examples"]?.AsArray() ?? [])
                lacking.AddRange(
                    (await FaultsAsync(root, $"#/components/schemas/{name}", example!.ToJsonString())).Select(f => $"{name}, its example: {f}")
                );
        }

        Assert.Empty(lacking);
        Assert.Empty(ApiDescription.Words["parameters"]!.AsObject().Select(p => p.Key).Except(used));
        Assert.Empty(ApiDescription.Words["bodies"]!.AsObject().Select(b => b.Key).Except(Operations(root).Select(o => o.Name)));
        foreach (var (name, words) in ApiDescription.Words["schemas"]!.AsObject())
            Assert.Empty(
                words!["properties"]!
                    .AsObject()
                    .Select(p => p.Key)
                    .Except(root["components"]!["schemas"]![name]?["properties"]?.AsObject().Select(p => p.Key) ?? [])
            );
    }

    [Fact]
    public async Task Whatever_the_description_forbids_is_refused_as_it_says_and_writes_nothing()
    {
        var root = await DescriptionAsync();
        var before = await _desk.Store.StatsAsync(Cancel) with { Bytes = 0 };
        var tried = 0;
        foreach (var (name, operation) in Operations(root).Where(o => o.Name != "GET /api/changes"))
        {
            foreach (var (path, content) in WrongRequests(root, name, operation))
            {
                using var request = new HttpRequestMessage(new HttpMethod(name.Split(' ')[0]), path) { Content = content };
                using var answer = await _desk.Http.SendAsync(request, Cancel);
                var text = await answer.Content.ReadAsStringAsync(Cancel);
                var told = $"{name}: {path}: {(int)answer.StatusCode} {text}";
                Assert.True((int)answer.StatusCode is >= 400 and < 500, told);
                Assert.True("application/problem+json" == answer.Content.Headers.ContentType?.MediaType, told);
                Assert.True((await FaultsAsync(root, "#/components/schemas/ProblemDetails", text)).Count == 0, told);
                Assert.True(
                    JsonNode.Parse(text)!["detail"]?.GetValue<string>() is { Length: > 0 }
                        || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnsupportedMediaType,
                    told
                );
                Assert.False(
                    text.Contains("   at ", StringComparison.Ordinal)
                        || text.Contains("Exception", StringComparison.Ordinal)
                        || text.Contains("Nullable", StringComparison.Ordinal),
                    told
                );
                tried++;
            }
        }

        Assert.Equal(before, await _desk.Store.StatsAsync(Cancel) with { Bytes = 0 });
        Assert.True(tried > 80, $"only {tried} wrong requests were made");
    }

    [Fact]
    public async Task The_reference_shows_every_request_and_form_under_the_policy_of_every_page()
    {
        var root = await DescriptionAsync();
        await using var open = await browser.Visit(new Uri(_desk.Address, ApiSetup.Reference), 1440);
        var text = await open.Page.Locator("main").InnerTextAsync();
        foreach (var (name, operation) in Operations(root))
        {
            Assert.Contains(name.Split(' ')[1], text, StringComparison.Ordinal);
            Assert.Contains(operation["summary"]!.GetValue<string>(), text, StringComparison.Ordinal);
        }

        await open.Page.Locator("form[action='/api/search'] input[name=q], form[action='/api/search/'] input[name=q]").First.FillAsync("ferry");
        await open.Page.Locator("form[action='/api/search'] button, form[action='/api/search/'] button").First.ClickAsync();
        Assert.Contains("\"total\"", await open.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
        Assert.All(open.Requests, r => Assert.StartsWith(_desk.Address.AbsoluteUri, r, StringComparison.Ordinal));
        using var answer = await _desk.Http.GetAsync(ApiSetup.Reference, Cancel);
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    /// <summary>One wrong request for each way in which the description says that one can be wrong.</summary>
    private static IEnumerable<(string Path, HttpContent? Content)> WrongRequests(JsonNode root, string name, JsonNode operation)
    {
        var path = name.Split(' ')[1];
        var parameters = operation["parameters"]?.AsArray().Select(p => p!).ToList() ?? [];
        var place = path.Replace(
            "{id}",
            parameters.Any(p => p["schema"]!["type"]?.ToString() == "integer" && p["in"]!.ToString() == "path") ? "99999999" : "nobody",
            StringComparison.Ordinal
        );
        var needed = path.Contains("search", StringComparison.Ordinal) ? "q=ferry&" : "";
        foreach (var parameter in parameters)
        {
            var (key, schema) = (parameter["name"]!.ToString(), parameter["schema"]!);
            var isPath = parameter["in"]!.ToString() == "path";
            foreach (var wrong in WrongValues(key, schema, isPath))
                yield return isPath
                    ? (path.Replace("{id}", Uri.EscapeDataString(wrong), StringComparison.Ordinal), Body(root, operation))
                    : ($"{place}?{(key == "q" ? "" : needed)}{key}={Uri.EscapeDataString(wrong)}", null);
        }

        if (operation["requestBody"]?["content"] is not JsonObject content) yield break;
        yield return (place, new StringContent("<a>", Encoding.UTF8, "text/html"));
        yield return (place, new ByteArrayContent([]));
        if (content.ContainsKey("multipart/form-data"))
        {
            yield return (place, new MultipartFormDataContent("b") { { new StringContent("x"), "note" } });
            yield return (
                place,
                new ByteArrayContent("--b\r\nbroken"u8.ToArray())
                {
                    Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b") },
                }
            );
            yield return (place, new MultipartFormDataContent { { new ByteArrayContent([0, 1, 2]), "files", "page.docx" } });
        }

        if (content["application/json"]?["schema"]?["$ref"]?.ToString() is not { } form) yield break;
        foreach (var text in (string[])["{", "[]", "null", "\"text\"", "12", new string('[', 300), "{\"a\":1}"])
            yield return (place, new StringContent(text, Encoding.UTF8, "application/json"));
        foreach (var (property, schema) in root["components"]!["schemas"]![form[(form.LastIndexOf('/') + 1)..]]!["properties"]!.AsObject())
            foreach (
                var wrong in schema!["type"]!.ToJsonString().Contains("boolean", StringComparison.Ordinal)
                    ? (string[])["\"yes\"", "1", "{}"]
                    : ["1", "{}", "[\"a\"]"]
            )
                yield return (place, new StringContent($$"""{"{{property}}":{{wrong}}}""", Encoding.UTF8, "application/json"));
    }

    private static IEnumerable<string> WrongValues(string key, JsonNode schema, bool isPath) =>
        (schema["type"]!.ToString(), schema["format"]?.ToString()) switch
    {
        ("integer", _) when isPath => ["0", "-1", "99999999", "many", "1.5", "99999999999999999999"],
        ("integer", _) =>
        [
            ((int)schema["minimum"]! - 1).ToString(),
            ((int)schema["maximum"]! + 1).ToString(),
            "many", "1.5", "99999999999999999999", "1;drop",
        ],
        ("boolean", _) => ["perhaps", "2"],
        (_, "date-time") => ["yesterday", "2031-13-01T00:00:00Z", "99999-01-01"],
        _ when isPath => ["nobody", "../..", "%00", "\u202Ereversed", "' or 1=1 --", new string('a', 3000)],
        _ when key == "cursor" => ["1", "'", "1.a b", new string('9', 40) + ".a"],
        _ when key == "q" => ["\"open", " ", "since:tomorrow", "speaker:"],
        _ => [],
    };

    private static StringContent? Body(JsonNode root, JsonNode operation) =>
        operation["requestBody"]?["content"]?["application/json"] is { } json
            ? new StringContent(json["example"]!.ToJsonString(), Encoding.UTF8, "application/json")
            : null;

    private async Task<JsonNode> DescriptionAsync() => JsonNode.Parse(await _desk.Http.GetStringAsync(ApiSetup.Description, Cancel))!;

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode root) =>
        from path in root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);

    private static async Task<ICollection<string>> FaultsAsync(JsonNode root, string schema, string json)
    {
        var whole = $$"""{"definitions":{{root["components"]!["schemas"]!.ToJsonString()}},"allOf":[{"$ref":"{{schema}}"}]}""".Replace(
            "#/components/schemas/",
            "#/definitions/",
            StringComparison.Ordinal
        );
        return [.. (await JsonSchema.FromJsonAsync(whole, Cancel)).Validate(json).Select(f => f.ToString())];
    }
}
