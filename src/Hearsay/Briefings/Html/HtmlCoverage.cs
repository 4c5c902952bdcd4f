using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Model;

namespace Hearsay.Briefings.Html;

/// <summary>Who reported and from where: the coverage bar under the title, and at the end the origins with their reports.</summary>
internal static class HtmlCoverage
{
    private const int MostNamed = 6;
    private const int MostOutlets = 8;
    private const int MostLetters = 12;

    /// <summary>How the bar, the letters and the counts are read.</summary>
    private static Html How { get; } = new("""
        <p class="how">One block is one origin, as wide as it has reports; reports that copy one text are one origin. Under a sentence its letters say which origins have it, a dash which has not: “4 reports from 2 origins” are four reports, but two that were written independently.</p>
        """);

    /// <summary>One block for each origin, as wide as it has reports: copies of one text stand together.</summary>
    public static Html Bar(StoryPage page)
    {
        var origins = Ordered(page.Index);
        var total = Math.Max(1, origins.Sum(o => o.ArticleIds.Length));
        var blocks = new List<Html>();
        double at = 0;
        foreach (var (origin, place) in origins.Select((o, i) => (o, i)))
        {
            var width = 100.0 * origin.ArticleIds.Length / total;
            blocks.Add(Block(origin, place, at, width));
            at += width;
        }

        var named = origins
            .Take(MostNamed)
            .Select(
                (o, i) =>
                    Html.Of(
                        $"""<li><b>{Letter(i)}</b> {Phrases.List(Few(page.Index.OutletsOf(o.ArticleIds)))}{(o.ArticleIds.Length > 1 ? Html.Of($" <span class=\"quiet\">– one origin, {o.Name}</span>") : Html.None)}</li>"""
                    )
            );
        var rest = origins.Count > MostNamed ? Html.Of($"""<li class="quiet">and {origins.Count - MostNamed} more origins</li>""") : Html.None;
        return Html.Of($"""
            <div class="coverage"><svg class="bar" width="100%" height="22" aria-hidden="true" focusable="false">{blocks}</svg>
            <ul class="legend" aria-label="Independent origins of the reports">{named}{rest}</ul>
            {(origins.Count > 1 ? How : Html.None)}</div>
            """);
    }

    public static Html Sources(StoryPage page, BriefingSection section) => Html.Of($"""
        <ul class="origins">{section.Sentences.Where(s => s.Label != Phrases.Owners).Select((s, i) => Origin(page, s, i))}</ul>
        {section.Sentences.Where(s => s.Label == Phrases.Owners).Select(s => Html.Of($"""<p class="quiet">{s.Text}</p>"""))}
        {page.Heading(2, page.Id + "-reports", "The reports")}
        <ol class="reports">{page.Index.Story.Reports.Select(r => Report(page, r.Article))}</ol>
        {Why(page)}
        """);

    /// <summary>
    /// The origins that have something, by the letters of the coverage bar, with a dash for each that has not; nothing where one origin has it, or
    /// there are too many to tell apart.
    /// </summary>
    public static Html Letters(StoryPage page, ImmutableArray<Citation> citations)
    {
        var having = citations.Select(c => c.ArticleId).ToHashSet(StringComparer.Ordinal);
        var origins = Ordered(page.Index).Select(o => o.ArticleIds.Any(having.Contains)).ToList();
        if (origins.Count(has => has) < 2 || origins.Count > MostLetters) return Html.None;
        var letters = origins.Select(
            (has, i) => has ? Html.Of($"""<b class="{(i % 2 == 0 ? "even" : "odd")}">{Letter(i)}</b>""") : new Html("<i></i>")
        );
        return Html.Of($""" <span class="by-origin" aria-hidden="true">{letters}</span>""");
    }

    /// <summary>"A", "B" … "Z", "AA".</summary>
    public static string Letter(int place) => place < 26 ? ((char)('A' + place)).ToString() : Letter((place / 26) - 1) + Letter(place % 26);

    /// <summary>The origins with the most reports first, as the section on sources has them.</summary>
    public static List<Origin> Ordered(StoryIndex index) =>
        [
            .. index
                .Provenance.Origins.Where(o => o.ArticleIds.Length > 0)
                .OrderByDescending(o => o.ArticleIds.Length)
                .ThenBy(o => index.NumberOf(o.ArticleIds[0])),
        ];

    /// <summary>The first of many; the section on sources names them all.</summary>
    private static List<string> Few(IEnumerable<string> outlets)
    {
        var all = outlets.ToList();
        return all.Count <= MostOutlets ? all : [.. all.Take(MostOutlets - 1), $"{all.Count - MostOutlets + 1} more"];
    }

    private static Html Block(Origin origin, int place, double at, double width)
    {
        var label = width > 4 ? Html.Of($"""<text x="{at + (width / 2)}%" y="15" text-anchor="middle">{Letter(place)}</text>""") : Html.None;
        var lines = Enumerable
            .Range(1, origin.ArticleIds.Length - 1)
            .Select(i => at + (width * i / origin.ArticleIds.Length))
            .Select(x => Html.Of($"""<line x1="{x}%" x2="{x}%" y1="16" y2="22"/>"""));
        return Html.Of(
            $"""<svg x="{at}%" width="{width}%" height="22"><rect class="{(place % 2 == 0 ? "even" : "odd")}" width="100%" height="22"/></svg>{lines}{label}"""
        );
    }

    private static Html Origin(StoryPage page, BriefingSentence sentence, int place)
    {
        var cites = HtmlCitations.Of(page, sentence.Citations);
        return Html.Of($"""
            <li class="s"><div class="t"><p><b class="letter">{Letter(
                place
            )}</b> <b>{sentence.Label}</b> <span class="state">{sentence.Note}</span></p><p>{sentence.Text}{cites.Numbers}</p></div>{cites.Notes}</li>
            """);
    }

    private static Html Report(StoryPage page, Article article)
    {
        var date = article.Published.Value is { } value
            ? Html.Of($"{Phrases.Date(value)} <span class=\"quiet\">({Basis(article.Published.Basis)})</span>")
            : Html.Of($"""<span class="quiet">no date known</span>""");
        var by = article.Byline.IsEmpty ? "" : $"By {Phrases.List(article.Byline)}. ";
        var with = article.Credits.IsEmpty ? "" : $"With {Phrases.List(article.Credits)}. ";
        return Html.Of($"""
            <li id="{page.Id}-r{page.Index.NumberOf(article.Id)}"><b>{page.Index.OutletOf(
                article.Id
            )}</b>, {date}<br>{Title(page, article)} <span class="quiet">{by}{with}</span>{Place(article)}</li>
            """);
    }

    /// <summary>The headline; where the report has a page, the way there.</summary>
    private static Html Title(StoryPage page, Article article) => page.Place is { } place
        ? Html.Of($"""<a href="{place(new Citation(article.Id, default))}">{article.Headline ?? "The report, which has no headline"}</a>""")
        : Html.Of($"{article.Headline}");

    /// <summary>A link where the address is one of the web, else the file's name as text.</summary>
    private static Html Place(Article article)
    {
        var web = article.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        return web
            ? Html.Of($"""<a class="place" rel="noopener noreferrer" href="{article.Url}">{article.Url}</a>""")
            : Html.Of($"""<span class="place quiet">{article.Path}</span>""");
    }

    private static string Basis(DateBasis basis) => basis switch
    {
        DateBasis.Stated => "stated",
        DateBasis.Metadata => "from its metadata",
        DateBasis.Inferred => "inferred from its words",
        DateBasis.Corroborated => "as the other reports have it",
        _ => "as given",
    };

    private static Html Why(StoryPage page) => page.Index.Story.Why.IsEmpty ? Html.None : Html.Of($"""
        <p class="support">Why these reports are one story: {string.Join(" ", page.Index.Story.Why)}</p>
        """);
}
