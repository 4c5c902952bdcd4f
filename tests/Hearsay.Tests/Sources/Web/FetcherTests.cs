using System.Diagnostics;
using System.Net;
using Hearsay.Sources.Feeds;
using Hearsay.Sources.Polling;
using Hearsay.Sources.Web;
using static Hearsay.Tests.Sources.Web.BadServer;

namespace Hearsay.Tests.Sources.Web;

public sealed class FetcherTests
{
    private static readonly WebOptions Open = new() { AllowPrivate = true, Pause = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.100", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    public void Addresses_of_the_public_internet_are_told_from_others(string address, bool isPublic) =>
        Assert.Equal(isPublic, AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/x")]
    [InlineData("http://localhost:{0}/x")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/x")]
    [InlineData("http://2130706433:{0}/x")]
    [InlineData("http://0x7f.1:{0}/x")]
    public async Task A_local_address_is_not_asked_unless_allowed(string address)
    {
        await using var server = new BadServer().On("/x", Ok("secret"));
        using var fetcher = new Fetcher(Open with { AllowPrivate = false }, TimeProvider.System);
        var answer = await fetcher.FetchAsync(
            new FetchRequest(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, server.At("/").Port)))
        );
        Assert.Equal((WebOutcome.Refused, 0), (answer.Outcome, server.Requests.Count));
        Assert.Contains("--allow-private", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_home_the_second_time_leads_nowhere()
    {
        await using var server = new BadServer().On("/x", Ok("secret"));
        var asked = 0;
        // the first answer is public (and silent), every later one is loopback
        using var fetcher = new Fetcher(Open with { AllowPrivate = false, Timeout = TimeSpan.FromMilliseconds(500) }, TimeProvider.System,
            (_, _) => Task.FromResult(new[] { IPAddress.Parse(asked++ == 0 ? "198.41.0.250" : "127.0.0.1") }));
        for (var i = 0; i < 3; i++)
            Assert.NotEqual(
                WebOutcome.Content,
                (await fetcher.FetchAsync(new FetchRequest(new Uri($"http://rebind.example:{server.At("/").Port}/x")))).Outcome
            );
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("ftp://tolland.example/x")]
    [InlineData("file:///etc/passwd")]
    public async Task Only_the_web_is_asked(string address)
    {
        using var fetcher = new Fetcher(Open, TimeProvider.System);
        Assert.Equal("only http and https are asked", (await fetcher.FetchAsync(new FetchRequest(new Uri(address)))).Reason);
    }

    [Fact]
    public async Task A_host_is_asked_one_at_a_time_with_a_pause()
    {
        var (open, most) = (0, 0);
        await using var server = new BadServer().On("/x", async c =>
        {
            most = Math.Max(most, Interlocked.Increment(ref open));
            await c.WaitAsync(TimeSpan.FromMilliseconds(50));
            await c.SendAsync(Ok("hello", "Connection: close\r\n"));
            Interlocked.Decrement(ref open);
        });
        using var fetcher = new Fetcher(Open with { Pause = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => fetcher.FetchAsync(new FetchRequest(server.At("/x")))));
        Assert.All(answers, a => Assert.Equal(WebOutcome.Content, a.Outcome));
        Assert.Equal(1, most);
        // robots.txt and three pages: three pauses
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(600), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_host_that_wants_to_be_left_alone_is()
    {
        await using var server = new BadServer()
            .On("/x", "HTTP/1.1 429 Too Many\r\nRetry-After: 3600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/y", Ok("hello"));
        using var fetcher = new Fetcher(Open, TimeProvider.System);
        var first = await fetcher.FetchAsync(new FetchRequest(server.At("/x")));
        var second = await fetcher.FetchAsync(new FetchRequest(server.At("/y")));
        Assert.Equal((WebOutcome.Later, WebOutcome.Later, 0), (first.Outcome, second.Outcome, server.Count("/y")));
        Assert.InRange((first.RetryAt!.Value - DateTimeOffset.UtcNow).TotalMinutes, 59, 60);
        Assert.Equal(first.RetryAt, second.RetryAt);
    }

    [Theory]
    [InlineData("120", 2.0)]
    [InlineData("99999999999", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("Thu, 01 Jan 1998 00:00:00 GMT", null)]
    [InlineData("604800000", 10080.0)]
    public async Task Retry_after_is_read_and_bounded(string header, double? minutes)
    {
        await using var server = new BadServer().On("/x", $"HTTP/1.1 503 Later\r\nRetry-After: {header}\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = new Fetcher(Open, TimeProvider.System);
        var at = (await fetcher.FetchAsync(new FetchRequest(server.At("/x")))).RetryAt;
        if (minutes is null) Assert.Null(at);
        else Assert.InRange((at!.Value - DateTimeOffset.UtcNow).TotalMinutes, minutes.Value - 1, minutes.Value);
    }

    [Fact]
    public async Task A_feed_that_moved_is_remembered_only_where_it_is_a_feed()
    {
        await using var server = new BadServer()
            .On("/old", "HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On(
                "/new",
                Ok("<rss><channel><title>T</title><item><title>A</title></item></channel></rss>", "Cache-Control: max-age=600\r\nETag: \"1\"\r\n")
            )
            .On("/hotel", "HTTP/1.1 301 Moved\r\nLocation: /login\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/login", Ok("<html><body>Log in</body></html>"));
        using var fetcher = new Fetcher(Open, TimeProvider.System);
        var poller = new FeedPoller(fetcher);
        var moved = await poller.PollAsync(server.At("/old"));
        Assert.Equal(
            ("/new", true, "\"1\"", TimeSpan.FromMinutes(10)),
            (moved.Answer.MovedTo?.AbsolutePath, moved.IsGood, moved.Answer.ETag, moved.Asked)
        );
        var hotel = await poller.PollAsync(server.At("/hotel"));
        Assert.Equal((null, "it is a page, not a feed"), (hotel.Answer.MovedTo, hotel.Reason));
    }

    [Fact]
    public async Task A_list_of_sitemaps_gives_the_items_of_the_newest()
    {
        await using var server = new BadServer();
        server.On(
            "/index",
            Ok(
                "<sitemapindex>"
                    + string.Concat(
                        Enumerable.Range(1, 5).Select(i => $"<sitemap><loc>{server.At($"/{i}")}</loc><lastmod>2031-05-0{i}</lastmod></sitemap>")
                    )
                    + "</sitemapindex>"
            )
        );
        for (var i = 1; i <= 5; i++)
            server.On($"/{i}", Ok($"<urlset><url><loc>https://tolland.example/{i}</loc></url></urlset>", "Connection: close\r\n"));
        using var fetcher = new Fetcher(Open, TimeProvider.System);
        var feed = (await new FeedPoller(fetcher).PollAsync(server.At("/index"))).Feed!;
        Assert.Equal((FeedKind.SitemapIndex, "/5 /4 /3"), (feed.Kind, string.Join(' ', feed.Items.Select(i => i.Address!.AbsolutePath))));
    }
}
