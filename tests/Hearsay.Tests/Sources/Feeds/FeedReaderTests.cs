using System.Text;
using Hearsay.Sources.Feeds;
using Hearsay.Tests.Specs;

namespace Hearsay.Tests.Sources.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://tolland.example/news/feed");

    public static TheoryData<string> Cases => [.. Spec.In("feeds.md").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Feeds_are_read_as_the_spec_says(string name)
    {
        var spec = Spec.In("feeds.md").Single(s => s.Name == name);
        var (feed, reason) = FeedReader.Read(Encoding.UTF8.GetBytes(spec["feed"]), Address);
        var (info, expected) = spec.Blocks[1];
        Assert.Equal(expected, info == "refused" ? reason : feed is null ? reason : Shown(feed));
    }

    private static string Shown(FeedDocument feed) => string.Join('\n',
    [
        $"{feed.Kind} | {feed.Title ?? "?"} | {feed.Site?.AbsoluteUri ?? "?"}",
        .. feed.Items.Select(i =>
            $"{i.PublishedAsStated ?? "?"} | {i.Title ?? "?"} | {i.Address?.AbsoluteUri ?? "?"} | {string.Join(", ", i.Authors)} | {i.Content ?? i.Summary}"
        ),
    ]);

    [Theory]
    [InlineData("iso-8859-1", null, "iso-8859-1")]
    [InlineData("windows-1252", "windows-1252", null)]
    [InlineData("utf-8", "iso-8859-1", "iso-8859-1")]
    [InlineData("utf-16", null, "utf-16")]
    [InlineData("windows-1251", null, "windows-1251")]
    public void The_bytes_say_more_than_the_charset_that_is_named(string real, string? server, string? declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var word = real == "windows-1251" ? "Мост" : "Café";
        var text =
            $"<?xml version=\"1.0\"{(declared is null ? "" : $" encoding=\"{declared}\"")}?><rss><channel><title>{word} closed, and nobody knows when the bridge will be open</title><item><title>A</title></item></channel></rss>";
        var encoding = Encoding.GetEncoding(real);
        Assert.Equal(
            $"{word} closed, and nobody knows when the bridge will be open",
            FeedReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], Address, server).Feed!.Title
        );
    }

    [Theory]
    [InlineData("Mon, 05 May 2031 14:05:00 GMT", "2031-05-05T14:05:00Z")]
    [InlineData("Mon, 5 May 31 14:05 +0200", "2031-05-05T14:05:00+02:00")]
    [InlineData("Lundi, 05 May 2031 14:05:00 PDT", "2031-05-05T14:05:00-07:00")]
    [InlineData("5 May 2031", "2031-05-05")]
    [InlineData("May 5, 2031 2:05 PM", "2031-05-05T14:05:00")]
    [InlineData("Monday, May 5th, 2031 at 12:05 a.m. EDT", "2031-05-05T00:05:00-04:00")]
    [InlineData("Mon May 05 14:05:00 GMT 2031", "2031-05-05T14:05:00Z")]
    [InlineData("2031-05-05T14:05:00.123456+05:30", "2031-05-05T14:05:00+05:30")]
    [InlineData("2031-05-05 14:05:00 -0400", "2031-05-05T14:05:00-04:00")]
    [InlineData("2031-05-05T14:05", "2031-05-05T14:05:00")]
    [InlineData("2031/5/5", "2031-05-05")]
    [InlineData("20310505", "2031-05-05")]
    [InlineData("25/05/2031 14:05", "2031-05-25T14:05:00")]
    [InlineData("05/25/2031", "2031-05-25")]
    [InlineData("05/06/2031", null)]
    [InlineData("1935842700", "2031-05-06T14:05:00Z")]
    [InlineData("1935842700000", "2031-05-06T14:05:00Z")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", null)]
    [InlineData("Mon, 31 Feb 2031 14:05:00 GMT", null)]
    [InlineData("0000-00-00 00:00:00", null)]
    [InlineData("yesterday", null)]
    [InlineData("Mon, 05 May 2031 25:05:00 GMT", "2031-05-05")]
    [InlineData("Mon, 05 May 2031 14:05:00 XST", "2031-05-05T14:05:00")]
    public void Times_are_read_with_no_more_than_they_state(string text, string? expected) => Assert.Equal(expected, FeedTime.Read(text)?.Stated);

    [Fact]
    public void A_feed_tells_how_long_it_stays()
    {
        Assert.Equal(TimeSpan.FromMinutes(90), Feed("<ttl> 90 </ttl>").TimeToLive);
        Assert.Equal(TimeSpan.FromHours(6), Feed("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>").TimeToLive);
        Assert.Null(Feed("<ttl>soon</ttl>").TimeToLive);
    }

    [Fact]
    public void A_list_of_sitemaps_gives_the_newest_first()
    {
        var feed = FeedReader
            .Read(
                "<sitemapindex><sitemap><loc>https://tolland.example/a.xml</loc><lastmod>2031-05-01</lastmod></sitemap><sitemap><loc>/b.xml</loc><lastmod>2031-05-05</lastmod></sitemap></sitemapindex>",
                Address
            )
            .Feed!;
        Assert.Equal(
            (FeedKind.SitemapIndex, "https://tolland.example/b.xml https://tolland.example/a.xml"),
            (feed.Kind, string.Join(' ', feed.Sitemaps))
        );
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "comments left open", Repeat("<!--", 100_000) },
        { "sections left open", "<rss>" + Repeat("<![CDATA[", 100_000) },
        { "quotes left open", "<rss>" + Repeat("<a b=\"", 100_000) },
        { "brackets", Repeat("<", 500_000) },
        { "depth", "<rss>" + Repeat("<channel>", 200_000) },
        { "items in items", "<rss>" + Repeat("<item>", 200_000) },
        { "attributes", "<rss " + Repeat("a=b ", 200_000) + ">" },
        { "ends", "<rss>" + Repeat("</x>", 300_000) },
        { "document types", Repeat("<!DOCTYPE [", 100_000) },
        { "references", "<rss><channel><title>" + Repeat("&amp", 300_000) },
        { "namespaces", "<rss " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"xmlns:a{i}='x' ")) + "/>" },
        { "laughs", "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>" },
        { "json", Repeat("[", 500_000) },
        { "one item a million times", "<rss>" + Repeat("<item><title>A</title></item>", 100_000) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    [Trait("Lane", "slow")]
    public void Hostile_feeds_take_no_more_than_their_length_deserves(string what, string feed)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = FeedReader.Read(feed, Address);
        _ = FeedDiscovery.Find(feed, Address);
        _ = Opml.Read(Encoding.UTF8.GetBytes(feed), out _);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{what}: {watch.Elapsed}");
    }

    private static FeedDocument Feed(string channel) =>
        FeedReader.Read($"<rss><channel>{channel}<item><title>A</title></item></channel></rss>", Address).Feed!;

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
