using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>
/// HTML in, paragraphs and metadata out. Method: one look over the text refuses what would cost a parser time without bound and takes out the scripts
/// of data and the canonical link (<see cref="HtmlGuard"/>); AngleSharp parses the page once, without scripts, comments and the attributes that
/// nobody asks for; one pass over the tree lays it out flat (<see cref="HtmlWalk"/>); the box that holds the report is picked there by where the
/// prose lies (<see cref="ArticleFinder"/>), and furniture is taken out by the names of its boxes, its links (<see cref="ArticleBlocks"/>) and then
/// its words (<see cref="FurnitureSorter"/>).
/// Source: the idea of choosing the stretch with the greatest sum of text scores is that of maximum subsequence segmentation (Pasternack and Roth,
/// 2009), here over the boxes of the tree.
/// Known limits: a page that is put together by scripts has no text but that of its JSON-LD; of a page with several articles one is read.
/// </summary>
internal static class HtmlPage
{
    private const int FewWords = 60;

    private static readonly HtmlParserOptions Options = new()
    {
        IsScripting = false,
        IsKeepingSourceReferences = false,
        DisableElementPositionTracking = true,
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
        SkipProcessingInstructions = true,
        ShouldEmitAttribute = static (ref token, name) => IsAsked(name.Span) && !IsMute(token.Name.Memory.Span),
    };

    /// <summary>Reads a page, or says why it cannot be read.</summary>
    public static PageContent Read(string html)
    {
        var survey = HtmlGuard.Survey(html);
        if (survey.Refusal is { } reason) return new PageContent { Reason = reason };
        using var document = new HtmlParser(Options).ParseDocument(html);
        var outline = HtmlWalk.Of(document.DocumentElement);
        if (
            Prose(outline) < FewWords
            && HtmlWalk.Of(document.DocumentElement, unseen: true) is var hidden
            && Prose(hidden) > FewWords + (2 * Prose(outline))
        )
            outline = hidden;
        var linked = LinkedData.Read(survey.Data);
        if (outline.Marks.First("generator") == OwnOutput.Generator) return new PageContent { Reason = OwnOutput.Refusal };
        outline.Marks.Canonical = survey.Canonical;
        outline.Marks.Language ??= document.DocumentElement.GetAttribute("lang");
        var content = HtmlMetadata.Read(outline.Marks, linked);
        if (!IsDeclared(outline.Marks, linked, content) && ArticleFinder.IsIndex(outline))
            return new PageContent { Reason = "no report on the page: it shows teasers of other pages" };
        var live = LivePosts.IsLive(outline, content, linked);
        var box = ArticleFinder.Find(outline, live ? LivePosts.Boxes(outline, 0, outline.Leaves.Count) : []);
        var blocks = ArticleBlocks.Of(outline, box, content);
        ImmutableArray<PostHead> posts = [];
        if (live) (blocks, posts) = LivePosts.Of(outline, outline.Boxes[box].First, blocks, linked);
        if (live && posts.IsEmpty) (blocks, posts) = LivePosts.Stated(blocks, linked);
        if (posts.IsEmpty) blocks = StatedBody.Check(blocks, linked.Body);
        content = content with
        {
            Bylines = [.. AroundArticle.Marks(outline, box, outline.Marks.Authors).Distinct(StringComparer.OrdinalIgnoreCase)],
            Published = content.Published ?? AroundArticle.Marks(outline, box, outline.Marks.Times).FirstOrDefault(t => DateStatement.Value(t) is not null),
        };
        return content with { Blocks = [.. AroundArticle.Before(outline, box), .. blocks, .. AroundArticle.Behind(outline, box)], Posts = posts };
    }

    /// <summary>True where the page says of itself that it is a report.</summary>
    private static bool IsDeclared(PageMarks marks, LinkedData linked, PageContent content) =>
        linked.Title is not null || content.Published is not null || "article".Equals(marks.First("og:type"), StringComparison.OrdinalIgnoreCase);

    private static int Prose(PageOutline outline) => outline.Leaves.Sum(l => l.IsProse ? l.Words : 0);

    // elements of which nothing is read but where they stand
    private static bool IsMute(ReadOnlySpan<char> tag) =>
        tag is "link" or "img" or "script" or "svg" or "path" or "g" or "use" or "source" or "button" or "input" or "iframe" or "option";

    private static bool IsAsked(ReadOnlySpan<char> name) => name switch
    {
        "class"
        or "id"
        or "rel"
        or "style"
        or "hidden"
        or "role"
        or "lang"
        or "property"
        or "name"
        or "content"
        or "datetime"
        or "data-time"
        or "itemprop"
        or "aria-hidden"
        or "aria-label"
        or "data-testid"
        or "data-component" => true,
        _ => false,
    };
}
