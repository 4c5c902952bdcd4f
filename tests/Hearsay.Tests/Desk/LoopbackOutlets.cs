using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Hearsay.Benchmarks.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hearsay.Tests.Desk;

/// <summary>
/// Outlets on loopback: a feed of what has been published so far, and each report's page, on many hosts, since a reader pauses between two requests
/// to one.
/// </summary>
internal sealed class LoopbackOutlets : IAsyncDisposable
{
    private const int Hosts = 40;
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddHours(-10);

    private readonly WebApplication _app;
    private volatile int _published;
    private int _port;

    private LoopbackOutlets(WebApplication app) => _app = app;

    /// <summary>How many reports the feed lists: the first so many.</summary>
    public int Published
    {
        get => _published;
        set => _published = value;
    }

    public string Feed => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/feed.xml");

    public static async Task<LoopbackOutlets> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        var app = builder.Build();
        var outlets = new LoopbackOutlets(app);
        app.MapGet("/feed.xml", () => Results.Text(outlets.Rss(), "application/rss+xml"));
        app.MapGet(
            "/report/{number:int}",
            (int number) => number < outlets.Published ? Results.Text(Page(Report(number)), "text/html") : Results.NotFound()
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        outlets._port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return outlets;
    }

    /// <summary>The report with this number, as a record that `import` reads.</summary>
    public static JsonElement Report(int number) => JsonSerializer.SerializeToElement(EventNews.Report(number, Start.AddMinutes(number)));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Rss()
    {
        var items = new StringBuilder();
        for (var i = 0; i < Published; i++)
            items.Append(
                CultureInfo.InvariantCulture,
                $"<item><title>Report {i}</title><link>http://127.0.0.{2 + (i % Hosts)}:{_port}/report/{i}</link></item>"
            );
        return $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>All outlets</title>{items}</channel></rss>";
    }

    private static string Page(JsonElement report) => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{Of(report, "title")}</title>
        <meta property="og:site_name" content="{Of(report, "outlet")}"><meta property="article:published_time" content="{Of(
            report,
            "published"
        )}"></head>
        <body><main><article><h1>{Of(report, "title")}</h1>{string.Concat(
            report.GetProperty("text").GetString()!.Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>")
        )}</article></main></body></html>
        """;

    private static string Of(JsonElement report, string name) => WebUtility.HtmlEncode(report.GetProperty(name).GetString()!);
}
