using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Pages;

/// <summary>What a page holds once its mark-up is gone: paragraphs, and the metadata that it or its record carries.</summary>
internal sealed record PageContent
{
    /// <summary>The paragraphs in the order of the page.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>The headline where metadata has one.</summary>
    public string? Title { get; init; }

    /// <summary>Authors as metadata names them, not yet told apart from agencies.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The bylines that the page shows with the report.</summary>
    public ImmutableArray<string> Bylines { get; init; } = [];

    /// <summary>The canonical address, else the one that the page came with.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet's name where metadata has it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The publication date as metadata writes it.</summary>
    public string? Published { get; init; }

    /// <summary>When the page says that it was last changed, as metadata writes it.</summary>
    public string? Modified { get; init; }

    /// <summary>Whether dates in figures name the month first, as far as one of the dates that the page states can be read in one way only.</summary>
    public bool? MonthFirst => new[] { Published, Modified }.Select(d => d is null ? null : DateStatement.MonthFirst(d)).FirstOrDefault(m => m is not null);

    /// <summary>The part of the paper where metadata names it.</summary>
    public string? Section { get; init; }

    /// <summary>What metadata says in a sentence or two of the report; a standfirst only where the page shows it.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The language that the page says it is written in, as it writes it ("en-GB").</summary>
    public string? Language { get; init; }

    /// <summary>True where the page says that not everybody may read all of it, or shows that something is missing.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The posts of a live blog, in the order of the page.</summary>
    public ImmutableArray<PostHead> Posts { get; init; } = [];

    /// <summary>Why nothing can be read from the page; null where something can.</summary>
    public string? Reason { get; init; }

    /// <summary>Takes the mark-up off a page.</summary>
    public static PageContent Of(RawPage page)
    {
        if (string.IsNullOrWhiteSpace(page.Content)) return new PageContent { Reason = "the file is empty" };
        if (page.Format != PageFormat.Html && OwnOutput.IsText(page.Content)) return new PageContent { Reason = OwnOutput.Refusal };
        var content = page.Format switch
        {
            PageFormat.Html => HtmlPage.Read(page.Content),
            PageFormat.Markdown => MarkdownPage.Read(page.Content),
            _ => new PageContent { Blocks = [.. Paragraphs.Of(CleanText.Repaired(page.Content)).Select(p => new Block(p))] },
        };
        return content with
        {
            Title = page.Title ?? content.Title,
            Url = page.Url ?? content.Url,
            Outlet = page.Outlet ?? content.Outlet,
            Published = page.Published ?? content.Published,
        };
    }
}
