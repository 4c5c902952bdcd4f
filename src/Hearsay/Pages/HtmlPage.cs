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

    /// <summary>Reads a page, or says why it cannot be read.</summary>
    public static PageContent Read(string html)
    {
        if (HtmlGuard.Refusal(html) is { } reason) return new PageContent { Reason = reason };
        using var document = new HtmlParser(Options).ParseDocument(html);
        var content = HtmlMetadata.Read(document);
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
