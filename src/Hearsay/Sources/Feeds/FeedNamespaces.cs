namespace Hearsay.Sources.Feeds;

/// <summary>
/// Names with prefixes in, names with the usual prefix of their namespace out; a prefix that nobody declared is taken for the usual one.
/// </summary>
internal sealed class FeedNamespaces
{
    private static readonly (string Part, string Prefix)[] Usual =
    [
        ("purl.org/dc/elements", "dc"), ("purl.org/dc/terms", "dcterms"), ("purl.org/rss/1.0/modules/content", "content"),
        ("purl.org/rss/1.0/modules/syndication", "sy"),
        ("search.yahoo.com/mrss", "media"), ("www.w3.org/2005/atom", "atom"), ("purl.org/atom", "atom"), ("google.com/schemas/sitemap-news", "news"),
        ("google.com/schemas/sitemap-image", "image"),
        ("rssnamespace.org/feedburner", "feedburner"), ("www.w3.org/1999/02/22-rdf", "rdf"), ("sitemaps.org/schemas/sitemap", ""),
        ("purl.org/rss/1.0/", ""), ("my.netscape.com/rdf", ""),
    ];

    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private string own = "";

    /// <summary>Takes note of the namespaces that a tag declares, and gives its name.</summary>
    public string Declare(string name, Dictionary<string, string> attributes, bool isRoot)
    {
        foreach (var (attribute, value) in attributes)
        {
            if (attribute.StartsWith("xmlns:", StringComparison.Ordinal) && prefixes.Count < 64)
                prefixes.TryAdd(attribute[6..], UsualOf(value) ?? attribute[6..]);
        }
        if (isRoot && name.Split(':') is [var prefix, not "rdf"]) own = prefix;
        return NameOf(name);
    }

    /// <summary>The name with its usual prefix.</summary>
    public string NameOf(string name)
    {
        if (name.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) return name;
        var (prefix, local) = (name[..colon], name[(colon + 1)..]);
        if (prefix == own) return local;
        prefix = prefixes.GetValueOrDefault(prefix, prefix);
        return prefix.Length == 0 ? local : $"{prefix}:{local}";
    }

    private static string? UsualOf(string address)
    {
        foreach (var (part, prefix) in Usual)
        {
            if (address.Contains(part, StringComparison.OrdinalIgnoreCase)) return prefix;
        }
        return null;
    }
}
