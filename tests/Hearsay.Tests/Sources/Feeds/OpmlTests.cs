using System.Text;
using CsCheck;
using Hearsay.Sources.Feeds;

namespace Hearsay.Tests.Sources.Feeds;

public sealed class OpmlTests
{
    [Fact]
    public void Folders_within_folders_are_read()
    {
        var (feeds, reason) = Opml.Read("""
            <?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
            <outline text="News"><outline title="Local &amp; near" text="x"><outline type="rss" text="Tolland Times" xmlUrl="https://tolland.example/feed" htmlUrl="https://tolland.example/"/></outline>
            <outline type="rss" xmlUrl="feed://ferry.example/rss"/></outline><outline text="Bad" xmlUrl="gopher://x/"/><outline text="Lone" xmlUrl="http://lone.example/atom"></body></opml>
            """u8.ToArray(), out var passed);
        Assert.Null(reason);
        Assert.Equal(
            [
                "News/Local & near | Tolland Times | https://tolland.example/feed | https://tolland.example/",
                "News |  | https://ferry.example/rss | ",
                " | Lone | http://lone.example/atom | ",
            ],
            feeds.Select(f => $"{f.Group} | {f.Title} | {f.Address} | {f.Site}"));
        Assert.Equal(1, passed);
    }

    [Fact]
    public void What_is_no_list_is_named() =>
        Assert.Equal("it is no list of feeds (OPML)", Opml.Read("<rss><channel/></rss>"u8.ToArray(), out _).Reason);

    [Fact]
    public void An_address_that_is_too_long_once_it_is_encoded_is_none()
    {
        // found by fuzzing: it was read, written in its encoded form, and then not read again
        var address = "https://tolland.example/" + new string('é', 1500);
        Assert.Empty(Opml.Read(Encoding.UTF8.GetBytes($"<opml><body><outline xmlUrl=\"{address}\"/></body></opml>"), out var passed).Feeds);
        Assert.Equal(1, passed);
    }

    private static readonly Gen<string> Words = Gen.String[Gen.Char["abc <>&\"'/éß日"], 1, 8].Select(w => w.Trim()).Where(w => w.Length > 0);

    [Fact]
    public void What_is_written_comes_back_as_it_was() =>
        Gen.Select(Words, Words.List[0, 3], Gen.Bool, Gen.Int[0, 1000]).List[0, 12].Sample(drafts =>
        {
            var feeds = drafts
                .Select(
                    (d, i) =>
                        new OpmlFeed(
                            new Uri($"https://tolland.example/{i}?n={d.Item4}"),
                            d.Item1,
                            d.Item3 ? new Uri("https://tolland.example/") : null,
                            [.. d.Item2]
                        )
                )
                .ToList();
            var again = Opml.Read(Opml.Write("Mine", feeds), out var passed).Feeds;
            Assert.Equal(0, passed);
            Assert.Equal(feeds.Select(Shown).Order(StringComparer.Ordinal), again.Select(Shown).Order(StringComparer.Ordinal));
            Assert.Equal(Opml.Write("Mine", again), Opml.Write("Mine", Opml.Read(Opml.Write("Mine", again), out _).Feeds));
            Assert.All(feeds, f => Assert.Equal(f.Folders, OpmlFeed.FoldersOf(f.Group)));
        }, seed: "0000000000011", iter: 500);

    private static string Shown(OpmlFeed feed) => $"{string.Join('|', feed.Folders)}|{feed.Title}|{feed.Address}|{feed.Site}";

    [Fact]
    public void Feeds_of_a_page_are_found_the_declared_ones_first()
    {
        const string page = """
            <html><head><base href="https://tolland.example/news/"><script>var a = "<link rel=alternate type='application/rss+xml' href='/no'>";</script>
            <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/"><LINK REL='alternate' TYPE='application/atom+xml; charset=utf-8' HREF=atom.xml TITLE='All &amp; more'>
            <link rel="alternate" type="application/json" href="/wp-json/1"><link rel="alternate" hreflang="de" href="/de"></head>
            <body><a href="/weather">Weather</a> <a href="sport.rss"><img>Sport</a> <a href="/xml/all.php?rss=1">Home</a> <a href="/rss/world.xml">RSS world</a> <a href="javascript:feed()">feed</a></body></html>
            """;
        Assert.Equal(
            [
                "https://tolland.example/news/atom.xml All & more", "https://tolland.example/news/sport.rss ",
                "https://tolland.example/rss/world.xml RSS world", "https://tolland.example/comments/feed/ Comments",
            ],
            FeedDiscovery.Find(page, new Uri("https://tolland.example/")).Select(c => $"{c.Address} {c.Title}"));
    }
}
