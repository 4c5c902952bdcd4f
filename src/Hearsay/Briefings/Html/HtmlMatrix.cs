using Hearsay.Briefings.Sections;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Html;

/// <summary>Which report has which claim: a table with a column for each report, those of one origin side by side.</summary>
internal static class HtmlMatrix
{
    /// <summary>What the section is called.</summary>
    public const string Heading = "Who has what";

    private const int MostOpen = 25;
    private const int LongestClaim = 160;

    public static Html Write(StoryPage page)
    {
        var claims = page.Index.Claims.Where(c => !c.Support.IsEmpty)
            .OrderByDescending(c => c.IndependentOrigins).ThenByDescending(c => c.Outlets).ThenBy(c => c.Id, StringComparer.Ordinal).ToList();
        if (claims.Count == 0 || page.Index.Story.Reports.Length < 2)
        {
            return Html.None;
        }

        var rest = claims.Count > MostOpen
                ? Html.Of(
                    $"""<details><summary>{claims.Count - MostOpen} more claims</summary>{Table(page, claims.Skip(MostOpen), "The other claims and the reports that have them")}</details>"""
                )
                : Html.None;
        return Html.Of($"""
            <section class="wide" aria-labelledby="{page.Id}-matrix">
            {page.Heading(1, page.Id + "-matrix", Heading)}
            {Table(page, claims.Take(MostOpen), "The best supported claims and the reports that have them")}
            {rest}
            </section>
            """);
    }

    private static Html Table(StoryPage page, IEnumerable<Claim> claims, string caption)
    {
        var index = page.Index;
        var columns = HtmlCoverage
            .Ordered(index)
            .SelectMany((o, i) => o.ArticleIds.OrderBy(index.NumberOf).Select((id, k) => (Id: id, Letter: HtmlCoverage.Letter(i), First: k == 0)))
            .ToList();
        var names = columns.Select(c => Html.Of($"""
            <th scope="col"{(c.First ? Edge : Html.None)}><span class="up">{index.OutletOf(
                c.Id
            )}</span><span class="no">{c.Letter} {index.NumberOf(c.Id)}</span></th>
            """));
        var rows = claims.Select(claim =>
        {
            var having = claim.Support.GroupBy(s => s.ArticleId, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            // an end tag that HTML lets go: there are thousands of these
            var cells = columns.Select(c =>
                having.TryGetValue(c.Id, out var where) ? Cell(page, where, c.First) : c.First ? new Html("""<td class="e">""") : new Html("<td>")
            );
            var (id, link) = page.Permanent("k", claim.Text);
            return Html.Of($"""<tr{id}><th scope="row">{Short(index, claim)}{link}</th>{cells}</tr>""");
        });
        return Html.Of($"""
            <div class="scroll" role="region" tabindex="0" aria-label="{caption}"><table class="matrix"><caption class="vh">{caption}</caption>
            <thead><tr><td class="corner">Claim</td>{names}</tr></thead>
            <tbody>{rows}</tbody></table></div>
            """);
    }

    /// <summary>A dot with the report's number, which leads to its words.</summary>
    private static Html Cell(StoryPage page, Citation where, bool isFirst)
    {
        var number = page.Index.NumberOf(where.ArticleId);
        var address = page.Place is { } place ? Html.Of($"{place(where)}") : Html.Of($"#{page.Id}-r{number}");
        var edge = new Html(isFirst ? " e" : "");
        return Html.Of($"""<td class="y{edge}"><a href="{address}">{number}</a></td>""");
    }

    private static Html Edge { get; } = new(" class=\"e\"");

    private static string Short(StoryIndex index, Claim claim)
    {
        var text = PlainText.OneLine(ClaimWording.Of(index, claim.Support).Sentence.Text);
        var end = text.Length <= LongestClaim ? -1 : text.LastIndexOf(' ', LongestClaim);
        return text.Length <= LongestClaim ? text : text[..(end > 0 ? end : LongestClaim)] + " …";
    }
}
