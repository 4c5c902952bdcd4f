using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Hearsay.Sources.Web;
using static Hearsay.Tests.Sources.Web.BadServer;

namespace Hearsay.Tests.Sources.Web;

/// <summary>RFC 9309.</summary>
public sealed class RobotsTests
{
    private static RobotsRules Rules(string file) => RobotsRules.Read(Encoding.UTF8.GetBytes(file), "hearsay");

    private static bool Allows(string file, string path) => Rules(file).Allows(new Uri("https://tolland.example" + path));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/ab/c", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/A", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*?", "/x?y=1", false)]
    [InlineData("User-agent: *\nDisallow: /a*/b", "/axx/yy/b", false)]
    [InlineData("User-agent: *\nDisallow: /$", "/", false)]
    [InlineData("User-agent: *\nDisallow: /$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%C3%A9", false)]
    [InlineData("User-agent: *\nDisallow: /~joe", "/%7Ejoe", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Hearsay\nAllow: /", "/a", true)]
    [InlineData("User-agent: hearsay\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: HEARSAY/1.0\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: hearsay\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: other\nUser-agent: hearsay\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: hearsaybot\nDisallow: /a", "/a", true)]
    [InlineData("Disallow: /a", "/a", true)]
    [InlineData("\uFEFFuser-agent:*#all\r\n disallow : /a # not here\r\nDisallow: b", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("User-agent: hearsay\nSitemap: https://tolland.example/s\nUser-agent: other\nDisallow: /a", "/a", false)]
    [InlineData("<html>Disallow: /</html>", "/a", true)]
    [InlineData("", "/a", true)]
    public void Rules_are_kept(string file, string path, bool allowed) => Assert.Equal(allowed, Allows(file, path));

    [Fact]
    public void Delays_and_sitemaps_are_read()
    {
        var rules = Rules("Sitemap: https://tolland.example/a.xml\nUser-agent: *\nCrawl-delay: 7.5\nDisallow: /x\nSitemap: /relative");
        Assert.Equal(TimeSpan.FromSeconds(7.5), rules.CrawlDelay);
        Assert.Equal(["https://tolland.example/a.xml"], rules.Sitemaps.Select(s => s.AbsoluteUri));
        Assert.Null(Rules("User-agent: *\nCrawl-delay: -1").CrawlDelay);
    }

    [Fact]
    public void Only_the_first_500_KiB_count()
    {
        var file = "User-agent: *\nDisallow: /a\n" + new string('#', RobotsRules.MaxBytes) + "\nDisallow: /b\n";
        Assert.False(Allows(file, "/a"));
        Assert.True(Allows(file, "/b"));
    }

    [Fact]
    public void Patterns_match_as_their_regular_expression_does()
    {
        var patterns = Gen.String[Gen.Char["ab*$/"], 1, 8].Select(p => "/" + p);
        var paths = Gen.String[Gen.Char["ab$/"], 0, 10].Select(p => "/" + p);
        Gen.Select(patterns, paths).Sample((pattern, path) =>
        {
            var anchored = pattern.EndsWith('$');
            var regex = "^" + Regex.Escape(anchored ? pattern[..^1] : pattern).Replace("\\*", ".*", StringComparison.Ordinal) + (anchored ? "$" : "");
            Assert.Equal(Regex.IsMatch(path, regex), RobotsRules.Matches(pattern, path));
        }, seed: "0000000000012", iter: 20_000);
    }

    [Fact]
    public void A_hostile_file_takes_no_more_than_its_length_deserves()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var address = new Uri("https://tolland.example/" + new string('a', 3000) + "b");
        foreach (var line in new[] { "Disallow: /*a*a*a*a*a*a*a*a*a*a*c$\n", "Disallow: *\n", "Disallow: /" + new string('*', 400) + "c\n" })
        {
            _ = Rules("User-agent: *\n" + string.Concat(Enumerable.Repeat(line, RobotsRules.MaxBytes / line.Length))).Allows(address);
        }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static readonly WebOptions Options = new() { AllowPrivate = true, Pause = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(30) };

    private static async Task<WebAnswer> Ask(string? robots)
    {
        await using var server = new BadServer()
            .On("/x", Ok("hello"))
            .On("/elsewhere.txt", Ok("User-agent: hearsay\nDisallow: /x", "Connection: close\r\n"))
            .On("/loop", Redirect("/robots.txt"));
        if (robots is not null) server.On("/robots.txt", robots);
        using var fetcher = new Fetcher(Options, TimeProvider.System);
        var answer = await fetcher.FetchAsync(new FetchRequest(server.At("/x")));
        _ = await fetcher.FetchAsync(new FetchRequest(server.At("/x")));
        Assert.True(server.Count("/robots.txt") == 1 || robots == Redirect("/loop") || robots == "", "robots.txt is asked for once");
        Assert.True(answer.Outcome == WebOutcome.Content || server.Count("/x") == 0);
        return answer;
    }

    private static string Redirect(string to) => $"HTTP/1.1 301 Moved\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    [Theory]
    [InlineData(null, WebOutcome.Content, null)]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", WebOutcome.Content, null)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", WebOutcome.Content, null)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /", WebOutcome.Refused, "robots.txt asks not to be read here")]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", WebOutcome.Later, "robots.txt cannot be had")]
    [InlineData("HTTP/1.1 429 Slow\r\nContent-Length: 0\r\n\r\n", WebOutcome.Later, "robots.txt cannot be had")]
    [InlineData("", WebOutcome.Later, "robots.txt cannot be had")]
    [InlineData(
        "HTTP/1.1 301 Moved\r\nLocation: /elsewhere.txt\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        WebOutcome.Refused,
        "robots.txt asks not to be read here"
    )]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: /loop\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", WebOutcome.Content, null)]
    public async Task The_file_is_asked_for_first_and_kept_to(string? robots, WebOutcome outcome, string? reason)
    {
        var answer = await Ask(robots);
        Assert.Equal(outcome, answer.Outcome);
        Assert.StartsWith(reason ?? "", answer.Reason ?? "", StringComparison.Ordinal);
    }
}
