using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Hearsay.Stories;
using Hearsay.App.Desk;
using Hearsay.Briefings;
using Hearsay.Storage;

namespace Hearsay.App.Api;

/// <summary>An entry of a feed.</summary>
/// <param name="Id">Its own for good.</param>
/// <param name="Path">The page of the desk that it leads to.</param>
internal sealed record AtomEntry(string Id, string Title, string Path, DateTimeOffset Updated, string Summary)
{
    /// <summary>When it was published; null where nothing tells, or where it is no report.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>A report: it leads to its page on the desk and names who published it when.</summary>
    public static AtomEntry Of(StoredArticle article) => new(
        "urn:hearsay:report:" + article.Id, article.Article.Headline ?? OutletName.Of(article.Article), "/reports/" + article.Id, article.ChangedAt,
        $"{OutletName.Of(article.Article)}, {ReportDay.Of(article)}"
    )
    {
        Published = article.Published.Value is null ? null : article.At,
    };
}

/// <summary>Entries as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    /// <summary>The feed.</summary>
    /// <param name="request">Tells under which address the desk is reached.</param>
    /// <param name="title">What the feed is of.</param>
    /// <param name="path">The page that it stands for.</param>
    /// <param name="updated">When it last changed.</param>
    /// <param name="entries">Its entries, the last first.</param>
    public static string Write(HttpRequest request, string title, string path, DateTimeOffset updated, IEnumerable<AtomEntry> entries)
    {
        var root = new Uri($"{request.Scheme}://{request.Host}");
        var feed = new SyndicationFeed(
            Xml(title), null, new Uri(root, path), "urn:hearsay:" + (path == "/" ? "stories" : path.Trim('/').Replace('/', ':')), updated
        )
        {
            Items = entries.Select(e => Item(root, e)).ToList(),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(root, request.PathBase + request.Path + request.QueryString)));
        feed.Authors.Add(new SyndicationPerson { Name = "Hearsay" });
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true })) feed.SaveAsAtom10(writer);
        return text.ToString();
    }

    private static SyndicationItem Item(Uri root, AtomEntry entry)
    {
        var item = new SyndicationItem
        {
            Id = entry.Id,
            Title = new TextSyndicationContent(Xml(entry.Title)),
            LastUpdatedTime = entry.Updated,
            Summary = new TextSyndicationContent(Xml(entry.Summary)),
        };
        if (entry.Published is { } published) item.PublishDate = published;
        item.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(root, entry.Path)));
        return item;
    }

    /// <summary>Text of reports may hold characters that XML does not know.</summary>
    private static string Xml(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? " " : r.ToString()));
}
