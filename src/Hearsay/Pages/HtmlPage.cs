using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Hearsay.Pages;

/// <summary>
/// HTML in, paragraphs and metadata out. Method: AngleSharp parses the page once, without scripts; <see cref="HtmlMetadata"/> reads what it says of itself;
/// SmartReader, a port of Mozilla's Readability, picks the element that holds the article; <see cref="HtmlBlocks"/> takes that element's paragraphs.
/// Known limits: a page that is put together by scripts has no text here; of a page with several articles one is read.
/// </summary>
internal static class HtmlPage
{
    private static readonly HtmlParserOptions Options = new() { IsScripting = false, IsKeepingSourceReferences = false };

    // the boxes that ask for consent hold more prose than many a report, and readability algorithms fall for them
    private const string Banners = "[id*=onetrust i],[class*=onetrust i],[id*=cookie i],[class*=cookie-consent i],[class*=cookie-banner i],[class*=cookie-notice i],[class*=cookieconsent i],[class*=cookie-law i],[class*=cky- i],[id*=gdpr i],[class*=gdpr i],[id*=truste- i],[class*=consent-banner i],[id*=consent-banner i],[id*=usercentrics i],[class*=paywall-barrier i]";

    /// <summary>Reads a page, or says why it cannot be read.</summary>
    public static PageContent Read(string html)
    {
        if (HtmlGuard.Refusal(html) is { } reason) return new PageContent { Reason = reason };
        using var document = new HtmlParser(Options).ParseDocument(html);
        var content = HtmlMetadata.Read(document);
        foreach (var banner in document.QuerySelectorAll(Banners))
        {
            // outlets put such names on the whole page too, to say that the reader has agreed
            if (banner.LocalName is not ("html" or "body" or "main" or "article") && banner.QuerySelector("h1,article,main") is null) banner.Remove();
        }
        return content with { Blocks = Article(document, content.Url) };
    }

    private static ImmutableArray<Block> Article(IHtmlDocument document, string? url)
    {
        var blocks = ImmutableArray<Block>.Empty;
        using var reader = new SmartReader.Reader(url ?? "https://localhost/", document) { MaxElemsToParse = 0, ContinueIfNotReadable = true };
        reader.AddCustomOperationEnd(element => blocks = HtmlBlocks.Of(element));
        var article = reader.GetArticle();
        if (!blocks.IsDefaultOrEmpty) return blocks;
        return document.Body is { } body ? HtmlBlocks.Of(body) : [];
    }
}
