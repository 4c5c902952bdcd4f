using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hearsay.Pages;

/// <summary>
/// A page in, what it says of itself out. Sources in the order of trust: JSON-LD of the types that hold articles, meta elements (Open Graph, article:, Dublin Core, parsely, sailthru),
/// then the tree itself (h1, time, rel=author, title). Known limit: microdata is read through its itemprop attributes only.
/// </summary>
internal static partial class HtmlMetadata
{
    /// <summary>The metadata, without paragraphs.</summary>
    public static PageContent Read(IHtmlDocument document)
    {
        var linked = LinkedData.Read(document);
        return new PageContent
        {
            Title = Title(document, Text(linked.Title) ?? Meta(document, "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title")),
            Authors = Authors(document, linked),
            Published = linked.Published ?? Meta(document, "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "date", "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished", "article:published") ?? TimeElement(document),
            Outlet = Meta(document, "og:site_name", "application-name") ?? Text(linked.Publisher),
            Url = Address(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Address(Meta(document, "og:url")),
        };
    }

    /// <summary>
    /// The headline that the page states for itself, which stays the same where the heading on the page is changed or tried in several wordings; its heading where it states none,
    /// or where what it states is about something else, as when every page of a site bears the site's name.
    /// </summary>
    private static string? Title(IHtmlDocument document, string? meta)
    {
        var headings = document.QuerySelectorAll("h1").Select(h => Text(h.TextContent)).OfType<string>().Where(h => FurnitureSorter.Words(h) is >= 3 and <= 40).Distinct(StringComparer.Ordinal).ToList();
        if (meta is null) return headings.FirstOrDefault() ?? TitleElement(document);
        var stated = WithoutSite(meta, headings, Meta(document, "og:site_name"));
        return FurnitureSorter.Words(stated) >= 3 ? stated : headings.FirstOrDefault() ?? stated;
    }

    /// <summary>The outlet's name behind a headline is no part of it: that it is one is known from the page's own heading or from the name that the site gives itself.</summary>
    private static string WithoutSite(string meta, List<string> headings, string? site)
    {
        if (SiteBehind().Match(meta) is not { Success: true, Index: > 0 } match) return meta;
        var bare = meta[..match.Index];
        return headings.Contains(bare, StringComparer.OrdinalIgnoreCase) || (site is not null && match.Value.EndsWith(site, StringComparison.OrdinalIgnoreCase)) ? bare : meta;
    }

    private static ImmutableArray<string> Authors(IHtmlDocument document, LinkedData linked)
    {
        if (!linked.Authors.IsEmpty) return [.. linked.Authors.Select(a => Text(a)).OfType<string>()];
        var meta = document.QuerySelectorAll("meta").Where(m => Name(m) is "author" or "article:author" or "parsely-author" or "sailthru.author" or "dc.creator" or "byl" or "article:author_name")
            .Select(m => Text(m.GetAttribute("content"))).OfType<string>().Where(a => !a.Contains("://", StringComparison.Ordinal) && a[0] != '@').Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (!meta.IsEmpty) return meta;
        return [.. document.QuerySelectorAll("[rel=author],[itemprop=author],.byline__name,.byline-name,.author-name").Select(e => Text(e.TextContent)).OfType<string>().Where(t => t.Length < 80).Distinct(StringComparer.OrdinalIgnoreCase).Take(6)];
    }

    private static string? Meta(IHtmlDocument document, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var meta in document.QuerySelectorAll("meta"))
            {
                if (Name(meta) == name && Text(meta.GetAttribute("content")) is { } content) return content;
            }
        }
        return null;
    }

    private static string? Name(IElement meta) => (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop"))?.Trim().ToLowerInvariant();

    private static string? TimeElement(IHtmlDocument document) =>
        document.QuerySelectorAll("article time[datetime], [itemprop=datePublished], time[pubdate], header time[datetime], main time[datetime], time[datetime]")
            .Select(e => Text(e.GetAttribute("datetime") ?? e.GetAttribute("content") ?? e.TextContent)).FirstOrDefault(t => t is not null && DateStatement.Value(t) is not null);

    /// <summary>The title element without the outlet's name behind the last bar or dash.</summary>
    private static string? TitleElement(IHtmlDocument document)
    {
        if (Text(document.Title) is not { } title) return null;
        var bare = SiteBehind().Replace(title, "");
        return FurnitureSorter.Words(bare) >= 3 ? bare : title;
    }

    private static string? Address(string? href) => Uri.TryCreate(href, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? href : null;

    private static string? Text(string? text) => text is not null && CleanText.Line(text) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@" (?:[|»·•]|[-–—]) [^|»·•–—-]{2,40}$")]
    private static partial Regex SiteBehind();
}
