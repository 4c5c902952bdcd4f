using System.Collections.Immutable;

namespace Hearsay.Sources.Feeds;

/// <summary>An address that a page says is a feed, with the words that stand with it.</summary>
public sealed record FeedCandidate(Uri Address, string? Title);

/// <summary>
/// Page in, feeds that it offers out, the declared ones first: links of the kind "alternate" with a feed's type, then anchors whose address or words
/// say so ("/feed", "rss.xml", "Atom"). Nothing is fetched or guessed. Feeds of comments come last.
/// </summary>
public static class FeedDiscovery
{
    private const int Most = 50;

    private static readonly string[] Types =
    [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x.atom+xml", "text/rss+xml",
    ];

    /// <summary>The feeds that a page offers; <paramref name="address"/> is where it came from.</summary>
    public static ImmutableArray<FeedCandidate> Find(string html, Uri address)
    {
        var around = address;
        var declared = new List<FeedCandidate>();
        var linked = new List<FeedCandidate>();
        var scanner = new MarkupScanner(html);
        for (MarkupToken token; (token = scanner.Next()) != MarkupToken.End && declared.Count + linked.Count < 4 * Most;)
        {
            if (token != MarkupToken.Open) continue;
            var attributes = scanner.Attributes;
            if (scanner.Name is "script" or "style") scanner.PassRaw(scanner.Name);
            else if (scanner.Name == "base") around = WebAddress.Read(attributes.GetValueOrDefault("href"), address) ?? around;
            else if (scanner.Name == "link" && IsFeed(attributes)) Add(declared, attributes, around, attributes.GetValueOrDefault("title"));
            else if (scanner.Name == "a" && attributes.ContainsKey("href") && Words(scanner) is var words && LooksLikeFeed(attributes["href"], words))
                Add(linked, attributes, around, words);
        }
        return [.. declared.Concat(linked).DistinctBy(c => c.Address).OrderBy(c => IsOfComments(c) ? 1 : 0).Take(Most)];
    }

    private static void Add(List<FeedCandidate> to, Dictionary<string, string> attributes, Uri around, string? title)
    {
        if (WebAddress.Read(attributes.GetValueOrDefault("href"), around) is { } found)
            to.Add(new FeedCandidate(found, PlainText.Of(title ?? "") is { Length: > 0 } text ? text : null));
    }

    private static bool IsFeed(Dictionary<string, string> attributes)
    {
        var rel = (attributes.GetValueOrDefault("rel") ?? "").ToLowerInvariant().Split(' ');
        var type = (attributes.GetValueOrDefault("type") ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return rel.Contains("feed")
            || (
                rel.Contains("alternate")
                && (
                    Types.Contains(type)
                    || (
                        type is "application/json"
                        && (attributes.GetValueOrDefault("href") ?? "").Contains("feed", StringComparison.OrdinalIgnoreCase)
                    )
                )
            );
    }

    /// <summary>The text right behind an anchor's tag.</summary>
    private static string Words(MarkupScanner scanner) => scanner.TextAhead(80).Trim();

    private static bool LooksLikeFeed(string href, string words)
    {
        var path = href.Split('?', '#')[0].TrimEnd('/').ToLowerInvariant();
        var last = path[(path.LastIndexOf('/') + 1)..];
        if (
            href.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)
            || last is "feed" or "rss" or "atom" or "feed.xml" or "rss.xml" or "atom.xml" or "index.rdf" or "index.xml" or "feed.json"
            || last.EndsWith(".rss", StringComparison.Ordinal)
            || last.EndsWith(".atom", StringComparison.Ordinal)
        )
            return true;
        return words.Split(' ', 8) is { Length: < 8 } few
            && few.Any(w => w.Trim('(', ')', '.', ':').ToLowerInvariant() is "rss" or "atom")
            && (
                last.EndsWith(".xml", StringComparison.Ordinal)
                || path.Contains("rss", StringComparison.Ordinal)
                || path.Contains("feed", StringComparison.Ordinal)
            );
    }

    private static bool IsOfComments(FeedCandidate candidate) =>
        candidate.Address.AbsolutePath.Contains("/comments/", StringComparison.OrdinalIgnoreCase)
        || (candidate.Title ?? "").Contains("comment", StringComparison.OrdinalIgnoreCase);
}
