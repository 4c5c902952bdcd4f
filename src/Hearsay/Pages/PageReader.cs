using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Pages;

/// <summary>An article, or the reason why there is none; exactly one of the two is set.</summary>
public readonly record struct PageResult(Article? Article, string? Reason);

/// <summary>
/// Page in, article out: the report's own text in paragraphs, everything else listed with its kind.
/// Method: mark-up is turned into paragraphs (HTML by finding the box that holds the report, Markdown by taking its marks away), and one and the same
/// sorter tells text from furniture in all of them (<see cref="FurnitureSorter"/>); headline, byline, datelines, credits and date are read from what
/// was sorted out and from the page's metadata. A page without a sentence of its own, or written by Hearsay itself, has a reason instead of an article.
/// Known limits: see <see cref="FurnitureSorter"/>; furniture is known by its words in English alone, in other languages by its mark-up.
/// </summary>
public static class PageReader
{
    private const int ShortestStandfirst = 5;

    // the empty line between two paragraphs
    private const int Gap = 2;

    /// <summary>Tells a report's own text from the furniture around it.</summary>
    public static PageResult Read(RawPage page) => Read(page, extractionAlone: false);

    /// <summary>
    /// As above; with <paramref name="extractionAlone"/> also what is no report: to measure extraction.
    /// </summary>
    internal static PageResult Read(RawPage page, bool extractionAlone)
    {
        var content = PageContent.Of(page);
        if (content.Reason is { } reason) return new PageResult(null, reason);
        var sorted = FurnitureSorter.Sort(content.Blocks, content.Title, [.. content.Authors, .. content.Bylines]);
        var body = sorted.Blocks.Where(b => b.IsBody).Select(b => b.Text).ToList();
        var text = string.Join("\n\n", body);
        if (!text.Any(char.IsLetter)) return new PageResult(null, "no article text on the page");
        if (!extractionAlone && ReportCheck.Refusal(body) is { } refusal) return new PageResult(null, refusal);
        return new PageResult(Article(page, content, sorted, body, text), null);
    }

    private static Article Article(RawPage page, PageContent content, SortedPage sorted, List<string> body, string text)
    {
        // the same words from two outlets are two reports: what is known of the outlet is part of the id
        // of a web page only what was read from it counts: what else it shows is another thing each time, and much more
        var id =
            page.Id
            ?? (
                page.Format == PageFormat.Html
                    ? ContentId.OfLines(text, sorted.Headline, content.Url, content.Outlet)
                    : ContentId.OfLines(page.Content, page.Url, page.Outlet, page.Title)
            );
        var datelines = body.Select((paragraph, i) => DatelineReader.Match(paragraph, first: i == 0))
            .OfType<DatelineMatch>()
            .Select(m => m.Dateline)
            .ToImmutableArray();
        var stated = content.Authors.Where(a => !IsOutlet(a, content)).Select(BylineReader.Read).ToList();
        var shown = content.Bylines.Select(BylineReader.Read).ToList();
        var printed = sorted
            .Blocks.Where(b => b.Kind == DroppedKind.Other && BylineReader.IsByline(b.Text))
            .Select(b => BylineReader.Read(b.Text))
            .ToList();
        var published = PublicationDateReader.Read(id, text, sorted.Blocks, content);
        return new Article
        {
            Id = id,
            Path = page.Path,
            Url = content.Url,
            Outlet = OutletFinder.Named(content.Outlet) ?? sorted.Outlet ?? OutletFinder.Find(content.Url, page.Path, sorted.Blocks),
            Headline = sorted.Headline,
            Standfirst = Standfirst(sorted),
            Section = content.Section,
            Byline = People(new[] { stated, shown }.FirstOrDefault(bylines => bylines.Exists(b => !b.People.IsEmpty)) ?? printed, sorted),
            Language = TextLanguage.Of(text),
            Published = published,
            Modified =
                content.Modified is { } changed && DateStatement.Value(changed, content.MonthFirst) is { } modified && modified != published.Value ? modified : null,
            Credits = CreditReader.Read(sorted.Blocks, datelines, printed.Concat(stated).Concat(shown).SelectMany(b => b.Agencies)),
            Datelines = datelines,
            Text = text,
            Corrections = Corrections.In(sorted.Blocks),
            IsPartial = PartialText.Is(sorted.Blocks, content),
            Posts = Posts(sorted, content.Posts),
            Dropped = [.. sorted.Blocks.Where(b => !b.IsBody).Select(b => new DroppedText(b.Kind!.Value, b.Text))],
        };
    }

    /// <summary>True where a page names its outlet as the author of all that is on it.</summary>
    private static bool IsOutlet(string author, PageContent content) => author.Equals(content.Outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines between headline and text that sum the report up.</summary>
    private static string? Standfirst(SortedPage sorted)
    {
        var lines = sorted
            .Blocks.Where(b =>
                b.Kind == DroppedKind.Headline
                && FurnitureSorter.Words(b.Text) >= ShortestStandfirst
                && !string.Equals(b.Text, sorted.Headline, StringComparison.OrdinalIgnoreCase)
            )
            .Select(b => b.Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return lines.Count == 0 ? null : string.Join(' ', lines);
    }

    /// <summary>The stretch of the text that each post of a live blog takes up; a post without text has none.</summary>
    private static ImmutableArray<LivePost> Posts(SortedPage sorted, ImmutableArray<PostHead> heads)
    {
        if (heads.IsEmpty) return [];
        var spans = new TextSpan?[heads.Length];
        var at = 0;
        foreach (var block in sorted.Blocks.Where(b => b.IsBody))
        {
            if (block.Post > 0) spans[block.Post - 1] = TextSpan.Between(spans[block.Post - 1]?.Start ?? at, at + block.Text.Length);
            at += block.Text.Length + Gap;
        }
        return
        [
            .. heads
                .Select((head, i) => (head, span: spans[i]))
                .Where(x => x.span is not null)
                .Select(x => new LivePost(x.span!.Value, x.head.Time, x.head.Headline)),
        ];
    }

    /// <summary>The people whom bylines name, else those whom biographies at the end of the report are of.</summary>
    private static ImmutableArray<string> People(IEnumerable<Byline> bylines, SortedPage sorted)
    {
        var named = bylines.SelectMany(b => b.People).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (!named.IsEmpty) return named;
        return
        [
            .. sorted
                .Blocks.Where(b => b.Kind == DroppedKind.Bio)
                .Select(b => BylineReader.OfBiography(b.Text))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
