using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hearsay.Tests.Desk;

/// <summary>What a desk sends to a collector (OTLP over HTTP, protobuf), as a listener on loopback receives it.</summary>
public sealed class TelemetryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_and_traces_are_sent_and_say_nothing_of_what_was_read()
    {
        var received = new ConcurrentQueue<(string Path, string? Type, byte[] Body)>();
        await using var collector = await ListenAsync(received);
        var address = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        List<string> kept;
        await using (var desk = await OpenDesk.StartAsync(("otlp", address)))
        {
            await desk.DropAsync(Directory.GetFiles(Repository.At("samples/ferry-strike")));
            kept = await ReadAsync(desk);
        }

        // what is left is sent when the desk closes
        var traces = Text(received, "/v1/traces");
        var metrics = Text(received, "/v1/metrics");
        foreach (var told in (string[])["GET /stories/{id}", "GET /search", "hearsay", "/api/reports/{id}"])
            Assert.Contains(told, traces, StringComparison.OrdinalIgnoreCase);
        foreach (var told in (string[])["hearsay.reports", "hearsay.briefing.duration", "http.server.request.duration", "/stories/{id}"])
            Assert.Contains(told, metrics, StringComparison.Ordinal);
        Assert.All(received, r => Assert.Equal("application/x-protobuf", r.Type));
        foreach (var word in kept)
        {
            Assert.DoesNotContain(word, traces, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, metrics, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Reads and searches as a person would; gives back every word that must stay on the desk.</summary>
    private static async Task<List<string>> ReadAsync(OpenDesk desk)
    {
        var story = (await desk.JsonAsync("/api/stories")).GetProperty("items")[0];
        var report = (await desk.JsonAsync("/api/reports")).GetProperty("items")[0];
        var (storyId, reportId) = (story.GetProperty("id").GetString()!, report.GetProperty("id").GetString()!);
        string[] paths =
        [
            "/", "/?outlet=secretoutlet", $"/stories/{storyId}", $"/stories/{storyId}/markdown", $"/reports/{reportId}?at=1-5",
            "/search?q=secretquery", "/api/search/?q=secretquery",
            $"/api/stories/{storyId}", $"/api/reports/{reportId}", "/stories/secretstory", "/secretpath", "/api/search/?q=%22secretfault",
        ];
        foreach (var path in paths)
        {
            using var answer = await desk.Http.GetAsync(path, Cancel);
        }

        return
        [
            "secret", storyId, reportId, "Skerran", "ferry", "samples",
            .. story.GetProperty("outlets").EnumerateArray().Select(o => o.GetString()!),
        ];
    }

    private static async Task<WebApplication> ListenAsync(ConcurrentQueue<(string, string?, byte[])> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{kind}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((request.Path, request.ContentType, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync(Cancel);
        return app;
    }

    /// <summary>Strings stand in protobuf as they are.</summary>
    private static string Text(IEnumerable<(string Path, string? Type, byte[] Body)> received, string path) =>
        string.Join('\n', received.Where(r => r.Path == path).Select(r => Encoding.UTF8.GetString(r.Body)));
}
