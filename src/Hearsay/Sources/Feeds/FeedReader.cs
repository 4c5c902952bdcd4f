using System.Collections.Immutable;

namespace Hearsay.Sources.Feeds;

/// <summary>
/// Bytes in, feed out: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x, sitemaps and news sitemaps, told by what stands in them and not by the
/// type that the server names.
/// Method: a tolerant reader of mark-up makes a tree of whatever there is (<see cref="MarkupTree"/>), items are found wherever they stand, and of
/// each the fields by their names in any of the formats; so a feed that mixes them, or breaks off, gives what it has. No document type is read, no
/// entity resolved but those of HTML, no address fetched.
/// Source: the specifications of the formats; the ways they are broken, by the feeds of small outlets' content systems.
/// Known limits: 20 MB, 10,000 items; months are read in English only; of two items with one id the first counts.
/// </summary>
public static class FeedReader
{
    /// <summary>The most items that are kept.</summary>
    public const int MaxItems = 10_000;

    /// <summary>
    /// Reads a feed. <paramref name="address"/> is where it came from (relative addresses are resolved against it), <paramref name="charset"/> what
    /// the server calls its encoding.
    /// </summary>
    public static FeedResult Read(byte[] bytes, Uri address, string? charset = null)
    {
        if (bytes.Length == 0) return new FeedResult(null, "the answer is empty");
        if (bytes.Length > PageSource.MaxBytes) return new FeedResult(null, "too large, the limit is 20 MB");
        var (text, reason) = TextDecoder.Decode(bytes, isHtml: true, charset);
        return text is null ? new FeedResult(null, reason) : Read(text, address);
    }

    /// <summary>Reads a feed that is decoded already.</summary>
    public static FeedResult Read(string text, Uri address)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (start.IsEmpty) return new FeedResult(null, "the answer is empty");
        if (start[0] is '{' or '[') return JsonFeed.Read(text, address);
        var tree = MarkupTree.Read(text);
        if (RootOf(tree) is not { } root) return new FeedResult(null, IsPage(tree) ? "it is a page, not a feed" : "it is no feed");
        return new FeedResult(root.Name switch
        {
            "urlset" => Sitemap.Read(root, address),
            "sitemapindex" => Sitemap.ReadIndex(root, address),
            _ => Syndicated(root, address),
        }, null);
    }

    /// <summary>Items with one id are one: the first counts.</summary>
    internal static ImmutableArray<FeedItem> Distinct(IEnumerable<FeedItem> items) =>
        [.. items.DistinctBy(i => i.Id, StringComparer.Ordinal).Take(MaxItems)];

    private static FeedDocument Syndicated(MarkupNode root, Uri address)
    {
        var isAtom = root.Name == "feed";
        var channel = isAtom ? root : root.First("channel") ?? root;
        var site = FeedFields.Link(channel, FeedFields.Base(channel, address));
        return new FeedDocument
        {
            Kind = isAtom ? FeedKind.Atom : FeedKind.Rss,
            Title = FeedFields.Plain(channel.First("title")),
            Site = site,
            Language = channel.First("language", "dc:language")?.Text.Trim() is { Length: > 0 and < 30 } language ? language : root["xml:lang"],
            TimeToLive = FeedFields.TimeToLive(channel),
            Items = Distinct(ItemsOf(root).Take(2 * MaxItems).Select(i => FeedFields.Item(i, site ?? address))),
        };
    }

    /// <summary>
    /// The first element that a feed begins with, however much stands before it; bare items have none, and what is around them stands for it.
    /// </summary>
    private static MarkupNode? RootOf(MarkupNode tree)
    {
        var candidates = Descendants(tree, 4).ToList();
        return candidates.FirstOrDefault(n => n.Name is "rss" or "rdf:rdf" or "rdf" or "feed" or "channel" or "urlset" or "sitemapindex")
            ?? candidates
                .FirstOrDefault(n => n.Name is "item" or "entry" && n.Children.Any(c => c.Name is "link" or "title" or "guid" or "id"))
                ?.Parent;
    }

    private static bool IsPage(MarkupNode tree) => Descendants(tree, 3).Any(n => n.Name is "html" or "body" or "head" or "div");

    private static IEnumerable<MarkupNode> Descendants(MarkupNode node, int depth) =>
        depth == 0 ? [] : node.Children.Concat(node.Children.SelectMany(c => Descendants(c, depth - 1)));

    /// <summary>Items stand in the channel, beside it (RSS 1.0), or in a list of their own.</summary>
    private static IEnumerable<MarkupNode> ItemsOf(MarkupNode root)
    {
        foreach (var child in root.Children)
        {
            if (child.Name is "item" or "entry") yield return child;
            else if (child.Depth < 6)
            {
                foreach (var item in ItemsOf(child)) yield return item;
            }
        }
    }
}
