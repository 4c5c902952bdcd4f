using System.Text;
using Hearsay.Sources;
using Hearsay.Sources.Feeds;
using static Hearsay.Lab.Fuzz.OracleException;

namespace Hearsay.Lab.Fuzz;

/// <summary>Feeds, lists of feeds, and the discovery of feeds on pages.</summary>
internal static class FeedTarget
{
    private static readonly Uri Address = new("https://tolland.example/news/feed");

    private static readonly string[] Seeds =
    [
        """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>Tolland Times</title><link>https://tolland.example/</link><ttl>30</ttl><item><title>Bridge &amp;amp; ferry</title><link>https://tolland.example/1?a=1&amp;b=2</link><guid isPermaLink="false">1</guid>
        <pubDate>Mon, 05 May 2031 14:05:00 GMT</pubDate><dc:creator>Ann Lee</dc:creator><description>&lt;p&gt;Closed.&lt;/p&gt;</description><content:encoded><![CDATA[<p>The bridge is <a href="/b">closed</a>.</p>]]></content:encoded>
        <media:group><media:content url="/1.jpg" medium="image"/></media:group><enclosure url="a.mp3" length="1" type="audio/mpeg"/></item><item><title>Two</title><guid>https://tolland.example/2</guid></item></channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://tolland.example/blog/"><title type="html">T &lt;b&gt;</title><link rel="self" href="feed"/><entry xml:base="2031/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Bridge</div></title>
        <link rel="alternate" type="text/html" href="1"/><id>tag:1</id><published>2031-05-05T14:05:00.250Z</published><updated>2031-05-06T08:00:00+02:00</updated><author><name>Ann Lee</name></author><content type="xhtml"><div><p>x</p></div></content></entry></feed>
        """,
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>T</title></channel><item rdf:about="https://tolland.example/1"><title>B</title><dc:date>2031-05-05</dc:date></item></rdf:RDF>
        """,
        """{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "7", "url": "/1", "title": "B", "content_html": "<p>x</p>", "date_published": "2031-05-05T14:05:00Z", "authors": [{"name": "A"}], "tags": ["x"]}]}""",
        """<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://tolland.example/1</loc><lastmod>2031-05-05</lastmod><n:news><n:publication><n:name>T</n:name></n:publication><n:publication_date>5 May 2031 2:05 pm EST</n:publication_date><n:title>B</n:title><n:keywords>a, b</n:keywords></n:news></url></urlset>""",
        """<sitemapindex><sitemap><loc>https://tolland.example/a.xml</loc><lastmod>05/25/2031</lastmod></sitemap></sitemapindex>""",
        """<opml version="2.0"><body><outline text="News"><outline type="rss" text="T" xmlUrl="https://tolland.example/feed" htmlUrl="https://tolland.example/"/></outline></body></opml>""",
        """<html><head><base href="/x/"><link rel="alternate" type="application/rss+xml" title="All" href="feed"></head><body><script>"<link>"</script><a href="/rss.xml">RSS</a></body></html>""",
    ];

    private static readonly string[] Words =
    [
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
        "&#xD800;", "&#0;", "&#x10FFFF;", "&amp;", "&lt;", "&nbsp;", "&a;",
        "\"",
        "'",
        "=",
        " xmlns:a='http://purl.org/dc/elements/1.1/'",
        "xml:base=\"//[::1]:99999/\"",
        "<item>", "</item>", "<entry>", "<title>", "</title>", "<link>", "</link>", "<link href='", "<guid>", "<pubDate>", "<description>",
        "</description>", "<content:encoded>", "<a:link/>", "<rss>", "<feed>", "<url>", "<loc>", "javascript:x", "file:///", "http://", "//",
        "https://a:b@c/", "http://[", "\\u0000", "\\ud800", "{", "[", "]", "null", "1e999",
        "99999999999999", "0000-00-00", "24:60:60", "+99:99", "29 Feb 2031", "\u00FF\u00FE", "\u00EF\u00BB\u00BF", "\u0000", "\u0080", "\u00C0\u0080",
    ];

    /// <summary>The target.</summary>
    public static FuzzTarget Create() => new("feed", [.. Seeds.Select(Encoding.UTF8.GetBytes)], Words, Check);

    private static void Check(byte[] input)
    {
        var (feed, reason) = FeedReader.Read(input, Address);
        Demand(feed is null != reason is null, "not exactly one of feed and reason");
        Demand(Shown(feed) == Shown(FeedReader.Read(input, Address).Feed), "read twice, it is not the same");
        if (feed is not null) Feed(feed);
        var (list, why) = Opml.Read(input, out var passed);
        Demand(why is null || list.IsEmpty, "a reason and a list");
        Demand(passed >= 0 && list.All(f => IsWeb(f.Address)), "a list's address is none of the web");
        if (!list.IsEmpty) Demand(Opml.Read(Opml.Write("x", list), out _).Feeds.Length == list.Length, "a list written and read again is shorter");
        Demand(FeedDiscovery.Find(Encoding.Latin1.GetString(input), Address).All(c => IsWeb(c.Address)), "a page's feed is none of the web");
    }

    private static void Feed(FeedDocument feed)
    {
        Demand(feed.Items.Length <= FeedReader.MaxItems, "too many items");
        Demand(feed.Items.Select(i => i.Id).Distinct(StringComparer.Ordinal).Count() == feed.Items.Length, "two items with one id");
        Demand(feed.TimeToLive is null || feed.TimeToLive > TimeSpan.Zero, "a feed that stays for no time");
        Demand(IsWeb(feed.Site) && feed.Sitemaps.All(IsWeb), "an address is none of the web");
        foreach (var item in feed.Items)
        {
            Demand(item.Id.Length > 0 && IsWeb(item.Address) && IsWeb(item.Image), "an address is none of the web");
            Demand(item.Published?.Year is null or (>= 1989 and <= 2101), "a time beyond reason");
            Demand(item.Published is not null || item.PublishedAsStated is null, "words for a time that is not known");
            Demand(item.Title is null || (item.Title.Length > 0 && !item.Title.Any(char.IsControl)), "a title with control characters");
        }
    }

    private static bool IsWeb(Uri? address) =>
        address is null
        || (
            address.IsAbsoluteUri
            && address.Scheme is "http" or "https"
            && address.Host.Length > 0
            && WebAddress.Read(address.AbsoluteUri)?.AbsoluteUri == address.AbsoluteUri
        );

    private static string? Shown(FeedDocument? feed) =>
        feed is null
            ? null
            : $"{feed with { Items = [], Sitemaps = [] }} {string.Join(' ', feed.Sitemaps)} {string.Join('\n', feed.Items.Select(i => $"{i with { Authors = [], Categories = [] }} {string.Join('|', i.Authors)} {string.Join('|', i.Categories)}"))}";
}
