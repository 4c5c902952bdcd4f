using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Hearsay.Pages;

/// <summary>
/// A page in, what it says of itself out. Sources in the order of trust: JSON-LD of the types that hold articles, meta elements (Open Graph,
/// article:, Dublin Core, parsely, sailthru), then the tree itself (h1, time, rel=author, title). Known limit: microdata is read through its itemprop
/// attributes only.
/// </summary>
internal static partial class HtmlMetadata
{
    private const int LongestAuthor = 80;

    /// <summary>The metadata, without paragraphs.</summary>
    public static PageContent Read(PageMarks marks, LinkedData linked) => new()
    {
        Title = Title(
            marks,
            marks.First((KnownOutlet.AtAddress(Address(marks.Canonical) ?? marks.First("og:url"))?.Title ?? []).AsSpan())
                ?? Text(linked.Title)
                ?? marks.First("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline")
        ),
        Authors = Authors(marks, linked),
        Published =
            linked.Published
            ?? marks.First(
                "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "date", "pubdate",
                "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "article.published",
                "cxenseparse:recs:publishtime", "rnews:datepublished", "article:published"
            ),
        Modified =
            linked.Modified
            ?? marks.First(
                "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "article:modified", "last-modified",
                "dcterms.modified", "dc.date.modified"
            ),
        Section =
            Text(linked.Section)
            ?? marks.First("article:section", "og:article:section", "parsely-section", "articlesection", "section", "cxenseparse:recs:category"),
        Standfirst = marks.First("og:description", "description", "twitter:description") ?? Text(linked.Standfirst),
        Outlet = marks.First("og:site_name") ?? Text(linked.Publisher) ?? marks.First("application-name"),
        Url = Address(marks.Canonical) ?? Address(marks.First("og:url")),
        Language = Text(marks.Language) ?? Text(linked.Language) ?? marks.First("og:locale", "content-language", "language"),
        IsPartial = linked.IsPartial,
    };

    /// <summary>
    /// The headline that the page states for itself, which stays the same where the heading on the page is changed or tried in several wordings; its
    /// heading where it states none, or where what it states is about something else, as when every page of a site bears the site's name.
    /// </summary>
    private static string? Title(PageMarks marks, string? meta)
    {
        var headings = marks.Headings.Where(h => FurnitureSorter.Words(h) is >= 3 and <= 40).Distinct(StringComparer.Ordinal).ToList();
        if (meta is null) return headings.FirstOrDefault() ?? TitleElement(marks);
        var stated = WithoutSite(meta, headings, marks.First("og:site_name"));
        return FurnitureSorter.Words(stated) >= 3 ? stated : headings.FirstOrDefault() ?? stated;
    }

    /// <summary>
    /// The outlet's name behind a headline is no part of it: that it is one is known from the page's own heading or from the name that the site gives
    /// itself.
    /// </summary>
    private static string WithoutSite(string meta, List<string> headings, string? site)
    {
        if (SiteBehind().Match(meta) is not { Success: true, Index: > 0 } match) return meta;
        var bare = meta[..match.Index];
        return
            headings.Contains(bare, StringComparer.OrdinalIgnoreCase)
            || (site is not null && match.Value.EndsWith(site, StringComparison.OrdinalIgnoreCase))
            ? bare
            : meta;
    }

    private static ImmutableArray<string> Authors(PageMarks marks, LinkedData linked)
    {
        if (!linked.Authors.IsEmpty) return [.. linked.Authors.Select(Text).OfType<string>()];
        string[] names = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author_name"];
        return
        [
            .. names
                .SelectMany(marks.All)
                .Select(Text)
                .OfType<string>()
                .Where(a => a.Length < LongestAuthor && !a.Contains("://", StringComparison.Ordinal) && a[0] != '@')
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The title element without the outlet's name behind the last bar or dash.</summary>
    private static string? TitleElement(PageMarks marks)
    {
        if (Text(marks.Title) is not { } title) return null;
        var bare = SiteBehind().Replace(title, "");
        return FurnitureSorter.Words(bare) >= 3 ? bare : title;
    }

    private static string? Address(string? href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? href : null;

    private static string? Text(string? text) => text is not null && CleanText.Line(text) is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@" (?:[|»·•]|[-–—]) [^|»·•–—-]{2,40}$")]
    private static partial Regex SiteBehind();
}
