using Microsoft.Playwright;

namespace Hearsay.Tests.Briefings;

/// <summary>
/// Debian's Chromium, one process for all tests of a class. Where it is not installed, the tests are skipped by name, or fail if
/// HEARSAY_REQUIRE_ALL=1.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Path))
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Opens a page written to a file of its own, and notes what it complains about and asks for.</summary>
    internal async Task<OpenPage> Open(string html, int width, int height = 900, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var open = await Blank(width, height, scheme, script);
        await open.Page.GotoAsync("file://" + open.Folder.Write("page.html", html));
        return open;
    }

    /// <summary>The same for a page that a server on loopback gives.</summary>
    internal async Task<OpenPage> Visit(Uri address, int width, int height = 900, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var open = await Blank(width, height, scheme, script);
        await open.Page.GotoAsync(address.AbsoluteUri);
        return open;
    }

    private async Task<OpenPage> Blank(int width, int height, ColorScheme scheme, bool script)
    {
        if (browser is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("HEARSAY_REQUIRE_ALL") != "1", $"needs Chromium at {Path} (apt-get install chromium)");
            Assert.Fail($"HEARSAY_REQUIRE_ALL is set and there is no Chromium at {Path}");
        }

        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                JavaScriptEnabled = script,
            }
        );
        var page = await context.NewPageAsync();
        var open = new OpenPage(page, context, new Cli.TemporaryFolder());
        page.Console += (_, message) => open.Complaints.Add(message.Text);
        page.PageError += (_, error) => open.Complaints.Add(error);
        page.Request += (_, request) => open.Requests.Add(request.Url);
        return open;
    }
}

/// <summary>An open page with the console messages and requests seen so far.</summary>
internal sealed record OpenPage(IPage Page, IBrowserContext Context, Cli.TemporaryFolder Folder) : IAsyncDisposable
{
    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        Folder.Dispose();
    }
}
