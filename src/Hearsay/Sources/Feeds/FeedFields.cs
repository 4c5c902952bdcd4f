using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Text;

namespace Hearsay.Sources.Feeds;

/// <summary>The fields of a feed and of its items, by the names that they have in any of the formats.</summary>
internal static class FeedFields
{
    private static readonly string[] PublishedNames =
    [
        "pubdate", "published", "dc:date", "issued", "dcterms:issued", "created", "dcterms:created", "date", "pubdate:date", "atom:published",
    ];
    private static readonly string[] UpdatedNames = ["updated", "modified", "atom:updated", "dcterms:modified"];

    /// <summary>Reads an item; <paramref name="around"/> is what its relative addresses are relative to.</summary>
    public static FeedItem Item(MarkupNode item, Uri around)
    {
        var address = Link(item, Base(item, around));
        var published = Time(item, PublishedNames);
        var updated = Time(item, UpdatedNames);
        var content = Markup(item.First("content:encoded", "content", "xhtml:body", "body"));
        var summary = Markup(item.First("description", "summary", "dc:description", "media:description", "itunes:summary"));
        var title = Plain(item.First("title", "media:title", "dc:title"));
        return new FeedItem
        {
            Id = item.First("guid", "id", "dc:identifier")?.Text.Trim() is { Length: > 0 and < 2000 } id
                ? id
                : item["rdf:about"] ?? address?.AbsoluteUri ?? ContentId.Of($"{title}\n{summary}"),
            Title = title,
            Address = address,
            Published = (published ?? updated)?.Instant,
            PublishedAsStated = published?.Stated,
            Updated = updated?.Instant,
            Authors = Authors(item),
            Categories =
            [
                .. item.All("category", "dc:subject")
                    .Select(c => PlainText.Of(c["label"] ?? c["term"] ?? c.Text))
                    .Where(c => c.Length is > 0 and < 200)
                    .Distinct(StringComparer.Ordinal)
                    .Take(50),
            ],
            Summary = summary,
            Content = content,
            Outlet = Plain(item.First("source")?.First("title") ?? item.First("source")),
            Image = Image(item, around),
        };
    }

    /// <summary>Plain text of an element, null where there is none.</summary>
    public static string? Plain(MarkupNode? node) => node is null ? null : PlainText.Of(Markup(node) ?? "") is { Length: > 0 } text ? text : null;

    /// <summary>What relative addresses in an element are relative to.</summary>
    public static Uri Base(MarkupNode node, Uri around)
    {
        var stated = new List<string>();
        for (var n = node; n is not null; n = n.Parent)
        {
            if (n["xml:base"] is { } text) stated.Add(text);
        }
        stated.Reverse();
        return stated.Aggregate(around, (at, text) => WebAddress.Read(text, at) ?? at);
    }

    /// <summary>The address of what an item or a feed stands for.</summary>
    public static Uri? Link(MarkupNode node, Uri around)
    {
        if (WebAddress.Read(node.First("feedburner:origlink")?.Text, around) is { } original) return original;
        var links = node.All("link", "atom:link", "loc").ToList();
        var alternate = links
            .Where(l => l["href"] is not null && l["rel"] is null or "alternate")
            .OrderBy(l => l["type"] is null or "text/html" ? 0 : 1)
            .Select(l => WebAddress.Read(l["href"], around));
        var texts = links.Where(l => l["href"] is null).Select(l => WebAddress.Read(l.Text, around));
        return texts.Concat(alternate).FirstOrDefault(l => l is not null) ?? Permalink(node, around);
    }

    /// <summary>How long a feed asks not to be fetched again: RSS' ttl in minutes, or the update period of the syndication module.</summary>
    public static TimeSpan? TimeToLive(MarkupNode channel)
    {
        if (
            double.TryParse(channel.First("ttl")?.Text.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var minutes)
            && minutes is > 0 and < 100_000
        )
            return TimeSpan.FromMinutes(minutes);
        var hours = channel.First("sy:updateperiod")?.Text.Trim().ToLowerInvariant() switch { "hourly" => 1, "daily" => 24, "weekly" => 168, _ => 0 };
        if (hours == 0) return null;
        return TimeSpan.FromHours(hours)
            / (
                int.TryParse(channel.First("sy:updatefrequency")?.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var times)
                && times is > 0 and < 1000
                    ? times
                    : 1
            );
    }

    private static FeedTime? Time(MarkupNode item, string[] names) =>
        names.SelectMany(n => item.All(n)).Select(n => FeedTime.Read(n.Text)).FirstOrDefault(t => t is not null);

    private static Uri? Permalink(MarkupNode node, Uri around)
    {
        if (
            node.First("guid") is { } guid
            && guid["ispermalink"] is not "false"
            && guid.Text.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase)
        )
            return WebAddress.Read(guid.Text, around);
        return node.Name == "entry" && node.First("id")?.Text.Trim() is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? WebAddress.Read(id, around)
            : WebAddress.Read(node["rdf:about"], around);
    }

    /// <summary>The mark-up in an element, whether it stands there as such, escaped, or as a CDATA section.</summary>
    private static string? Markup(MarkupNode? node) =>
        node is null ? null
        : node.Children.Count > 0 && node.Source.Length > 0 ? node.Source
        : string.IsNullOrWhiteSpace(node.Text) ? null
        : node.Text.Trim();

    private static ImmutableArray<string> Authors(MarkupNode item)
    {
        var names = item.All("author", "dc:creator", "contributor", "atom:author", "itunes:author")
            .Select(a => a.First("name") is { } name ? PlainText.Of(name.Text) : Name(PlainText.Of(a.Text)));
        return [.. names.Where(n => n.Length is > 0 and < 200).Distinct(StringComparer.OrdinalIgnoreCase).Take(20)];
    }

    /// <summary>RSS wants "mail@outlet (Name)"; some write a name.</summary>
    private static string Name(string author)
    {
        var open = author.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0 && author.Contains('@', StringComparison.Ordinal)) return author[(open + 1)..].TrimEnd(')', ' ');
        return author.Contains('@', StringComparison.Ordinal) && !author.Contains(' ', StringComparison.Ordinal) ? "" : author;
    }

    private static Uri? Image(MarkupNode item, Uri around)
    {
        var media = item.All("media:content", "media:thumbnail", "media:group", "enclosure")
            .SelectMany(m => m.Name == "media:group" ? m.All("media:content", "media:thumbnail") : [m]);
        return media
            .Where(m =>
                m["medium"] == "image" || (m["type"] ?? "").StartsWith("image/", StringComparison.OrdinalIgnoreCase) || m.Name == "media:thumbnail"
            )
            .Select(m => WebAddress.Read(m["url"], around)).FirstOrDefault(u => u is not null);
    }
}
