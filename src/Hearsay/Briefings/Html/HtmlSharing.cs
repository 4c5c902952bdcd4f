using Hearsay.Model;

namespace Hearsay.Briefings.Html;

/// <summary>Who shares text with whom: the pairs of reports with passages in common, how many words, and the longest of them.</summary>
internal static class HtmlSharing
{
    /// <summary>What the section is called.</summary>
    public const string Heading = "Who shares text with whom";

    private const int MostOpen = 12;
    private const int MostPairs = 60;
    private const int LongestPassage = 220;

    public static Html Write(StoryPage page)
    {
        var pairs = page.Index.Provenance.Passages
            .GroupBy(p => Ordered(page.Index, p.First.ArticleId, p.Second.ArticleId))
            .Select(g => new Pair(
                g.Key.First,
                g.Key.Second,
                g.Count(),
                g.Sum(p => Words(page.Index, p.First)),
                g.MaxBy(p => p.First.Span.Length)!.First
            ))
            .OrderByDescending(p => p.Words).ThenBy(p => page.Index.NumberOf(p.First)).ThenBy(p => page.Index.NumberOf(p.Second)).ToList();
        if (pairs.Count == 0)
        {
            return Html.None;
        }

        var most = pairs[0].Words;
        var rest = pairs.Count > MostOpen
                ? Html.Of(
                    $"""<details><summary>{pairs.Count - MostOpen} more pairs</summary>{Table(page, pairs.Take(MostPairs).Skip(MostOpen), most, "More reports that share text")}</details>"""
                )
                : Html.None;
        return Html.Of($"""
            <section aria-labelledby="{page.Id}-sharing">
            {page.Heading(1, page.Id + "-sharing", Heading)}
            {Table(page, pairs.Take(MostOpen), most, "Reports that share text, the most first")}{rest}
            </section>
            """);
    }

    private static Html Table(StoryPage page, IEnumerable<Pair> pairs, int most, string caption) => Html.Of($"""
        <div class="scroll" role="region" tabindex="0" aria-label="{caption}"><table class="sharing"><caption class="vh">{caption}</caption>
        <thead><tr><th scope="col">Reports</th><th scope="col">Words in common</th><th scope="col">The longest passage</th></tr></thead>
        <tbody>{pairs.Select(p => Row(page, p, most))}</tbody></table></div>
        """);

    private static Html Row(StoryPage page, Pair pair, int most) => Html.Of($"""
        <tr><th scope="row">{page.Index.OutletOf(pair.First)} <span class="quiet">and</span> {page.Index.OutletOf(
            pair.Second
        )}</th><td class="amount">{pair.Words}<span class="quiet"> in {Phrases.Count(
            pair.Passages,
            "passage",
            "passages"
        )}</span><svg width="100%" height="6" aria-hidden="true" focusable="false"><rect class="even" width="{100.0
            * pair.Words
            / most}%" height="6"/></svg></td><td class="passage">{Passage(page, pair.Longest)}</td></tr>
        """);

    private static Html Passage(StoryPage page, Citation citation)
    {
        var text = PlainText.OneLine(citation.Span.Of(page.Index.ReportOf(citation.ArticleId).Article.Text));
        var end = text.Length <= LongestPassage ? -1 : text.LastIndexOf(' ', LongestPassage);
        var words = Html.Of($"“{(text.Length <= LongestPassage ? text : text[..(end > 0 ? end : LongestPassage)] + " …")}”");
        return page.Place is { } place ? Html.Of($"""<a class="source" href="{place(citation)}">{words}</a>""") : words;
    }

    private static (string First, string Second) Ordered(StoryIndex index, string a, string b) =>
        index.NumberOf(a) <= index.NumberOf(b) ? (a, b) : (b, a);

    private static int Words(StoryIndex index, Citation citation) =>
        Hearsay.Text.Words.Of(citation.Span.Of(index.ReportOf(citation.ArticleId).Article.Text)).Length;

    private sealed record Pair(string First, string Second, int Passages, int Words, Citation Longest);
}
