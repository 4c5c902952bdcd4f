using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Hearsay.App.Desk;
using Hearsay.Briefings;
using Hearsay.Storage;

namespace Hearsay.App.Api;

/// <summary>Articles as an Atom feed (RFC 4287): each links to its page on the desk and names where it was published.</summary>
internal static class AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    /// <summary>The feed.</summary>
    /// <param name="request">Tells under which address the desk is reached.</param>
    /// <param name="title">What the feed is of.</param>
    /// <param name="path">The page that it stands for.</param>
    /// <param name="updated">When it last changed.</param>
    /// <param name="articles">Its entries.</param>
    public static string Write(HttpRequest request, string title, string path, DateTimeOffset updated, IEnumerable<StoredArticle> articles)
    {
        var root = new Uri($"{request.Scheme}://{request.Host}");
        var feed = new SyndicationFeed(Xml(title), null, new Uri(root, path), "urn:hearsay:" + path.Trim('/').Replace('/', ':'), updated)
        {
            Items = articles.Select(a => Entry(root, a)).ToList(),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(root, request.PathBase + request.Path + request.QueryString)));
        feed.Authors.Add(new SyndicationPerson { Name = "Hearsay" });
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true })) feed.SaveAsAtom10(writer);
        return text.ToString();
    }

    private static SyndicationItem Entry(Uri root, StoredArticle article)
    {
        var entry = new SyndicationItem
        {
            Id = "urn:hearsay:report:" + article.Id,
            Title = new TextSyndicationContent(Xml(article.Article.Headline ?? OutletName.Of(article.Article))),
            LastUpdatedTime = article.ChangedAt,
            Summary = new TextSyndicationContent($"{Xml(OutletName.Of(article.Article))}, {ReportDay.Of(article)}"),
        };
        // a feed that says when it was published says so on the report's own word, or not at all
        if (article.Published.Value is not null) entry.PublishDate = article.At;
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(root, "/reports/" + article.Id)));
        return entry;
    }

    /// <summary>Text of reports may hold characters that XML does not know.</summary>
    private static string Xml(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? " " : r.ToString()));
}
