using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hearsay.Lab.Desk;

/// <summary>
/// Outlets on loopback: one feed of all that has been published so far, and the page of each report, every outlet under an address of its own
/// (127.0.0.2 and on), so that the pause that a reader keeps between two requests to a host is the one it would keep on the network.
/// </summary>
internal sealed class NewsServer : IAsyncDisposable
{
    private const int Hosts = 24;

    private readonly WebApplication _app;
    private readonly IReadOnlyList<PublishedReport> _reports;
    private volatile int _published;

    private NewsServer(WebApplication app, IReadOnlyList<PublishedReport> reports) => (_app, _reports) = (app, reports);

    /// <summary>How many of the reports are published: the first so many.</summary>
    public int Published
    {
        get => _published;
        set => _published = value;
    }

    private int Port { get; set; }

    /// <summary>Where the feed is.</summary>
    public Uri Feed => new($"http://127.0.0.1:{Port}/feed.xml");

    /// <summary>Starts on a free port.</summary>
    public static async Task<NewsServer> StartAsync(IReadOnlyList<PublishedReport> reports)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        var app = builder.Build();
        var server = new NewsServer(app, reports);
        app.MapGet("/feed.xml", () => Results.Text(server.Rss(), "application/rss+xml"));
        app.MapGet(
            "/report/{number:int}",
            (int number) => number < server.Published ? Results.Text(Page(reports[number]), "text/html") : Results.NotFound()
        );
        await app.StartAsync();
        server.Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return server;
    }

    /// <summary>The address of a report's page.</summary>
    public string AddressOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.{2 + (number % Hosts)}:{Port}/report/{number}");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Rss()
    {
        var items = new StringBuilder();
        for (var i = Published - 1; i >= 0; i--)
            items.Append(CultureInfo.InvariantCulture, $"<item><title>{Escaped(_reports[i].Title)}</title><link>{AddressOf(i)}</link></item>\n");
        return $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>All outlets</title>{items}</channel></rss>";
    }

    private static string Page(PublishedReport report) => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{Escaped(report.Title)}</title>
        <meta property="og:site_name" content="{Escaped(report.Outlet)}"><meta property="article:published_time" content="{report.Published}"></head>
        <body><main><article><h1>{Escaped(report.Title)}</h1>
        {string.Join(
            '\n',
            report.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => $"<p>{Escaped(p)}</p>")
        )}
        </article></main></body></html>
        """;

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>A report as its outlet published it.</summary>
internal sealed record PublishedReport(string Title, string Outlet, string Published, string Text, string Story);
