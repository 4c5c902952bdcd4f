namespace Hearsay.Sources.Feeds;

/// <summary>Sitemaps (sitemaps.org 0.9) with the news extension in, feeds out.</summary>
internal static class Sitemap
{
    /// <summary>Reads a sitemap; an address without news is an item too, with the time of its change.</summary>
    public static FeedDocument Read(MarkupNode root, Uri address) => new()
    {
        Kind = FeedKind.Sitemap,
        Items = FeedReader.Distinct(root.All("url").Take(2 * FeedReader.MaxItems).Select(u => Item(u, address)).OfType<FeedItem>()),
    };

    /// <summary>Reads a list of sitemaps.</summary>
    public static FeedDocument ReadIndex(MarkupNode root, Uri address) => new()
    {
        Kind = FeedKind.SitemapIndex,
        Sitemaps =
        [
            .. root.All("sitemap")
                .Select(s => (Address: FeedFields.Link(s, address), Changed: FeedTime.Read(s.First("lastmod")?.Text)?.Instant))
            .Where(s => s.Address is not null).OrderByDescending(s => s.Changed).Select(s => s.Address!).Distinct().Take(1000)],
    };

    private static FeedItem? Item(MarkupNode url, Uri around)
    {
        if (FeedFields.Link(url, around) is not { } address) return null;
        var news = url.First("news:news");
        var (published, updated) = (FeedTime.Read(news?.First("news:publication_date")?.Text), FeedTime.Read(url.First("lastmod")?.Text));
        return new FeedItem
        {
            Id = address.AbsoluteUri,
            Address = address,
            Title = FeedFields.Plain(news?.First("news:title")),
            Published = (published ?? updated)?.Instant,
            PublishedAsStated = published?.Stated,
            Updated = updated?.Instant,
            Outlet = FeedFields.Plain(news?.First("news:publication")?.First("news:name")),
            Categories =
            [
                .. (FeedFields.Plain(news?.First("news:keywords")) ?? "")
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Take(50),
            ],
            Image = WebAddress.Read(url.First("image:image")?.First("image:loc")?.Text, around),
        };
    }
}
