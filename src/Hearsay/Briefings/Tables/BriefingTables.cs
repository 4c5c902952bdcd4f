using System.Text.Json;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Tables;

// A briefing document in, one of its tables out: a row for each figure of the reports, or for each passage that a claim rests on.
// Method: the rows stand in the order of the JSON, and say the same; where the words stand is given as there (UTF-16 code units of the report's text).

/// <summary>Writes what the reports say as tables (CSV, RFC 4180; UTF-8).</summary>
public static class BriefingTables
{
    private static readonly string[] FigureColumns =
    [
        "story", "story_title", "question", "verdict", "low", "high", "qualifier", "unit", "counted", "where", "as_of", "according_to", "outlet",
        "published", "report", "url", "start", "length", "words", "sentence",
    ];

    private static readonly string[] ClaimColumns =
    [
        "story", "story_title", "claim", "text", "according_to", "reports", "independent_origins", "carries", "outlet", "published", "report", "url",
        "start", "length", "words",
    ];

    /// <summary>
    /// The figures, those that answer one question together, with the verdict on the question ("agree", "differ", "revised", "single"); then those
    /// that answer none.
    /// </summary>
    public static string Figures(BriefingDocument document)
    {
        var to = Begin(FigureColumns);
        foreach (var index in document.Stories.Select(s => new StoryIndex(s)))
        {
            var inSeries = index.Findings.FigureSeries.SelectMany(s => s.FigureIds).ToHashSet(StringComparer.Ordinal);
            foreach (var series in index.Findings.FigureSeries)
            {
                foreach (var id in series.FigureIds) Figure(to, index, series, index.Figures[id]);
            }

            foreach (var figure in index.Story.Reports.SelectMany(r => r.Figures).Where(f => !inSeries.Contains(f.Id)))
                Figure(to, index, null, index.Figures[figure.Id]);
        }

        return to.ToString();
    }

    /// <summary>The claims, each as often as passages carry it; "carries" says whether a passage carries the whole claim or a part.</summary>
    public static string Claims(BriefingDocument document)
    {
        var to = Begin(ClaimColumns);
        foreach (var index in document.Stories.Select(s => new StoryIndex(s)))
        {
            foreach (var claim in index.Claims)
            {
                foreach (var citation in claim.Support) Claim(to, index, claim, citation, "whole");
                foreach (var citation in claim.Partial) Claim(to, index, claim, citation, "part");
            }
        }

        return to.ToString();
    }

    private static Csv Begin(string[] columns)
    {
        var to = new Csv();
        foreach (var column in columns) to.Text(column);
        to.End();
        return to;
    }

    private static void Figure(Csv to, StoryIndex index, FigureSeries? series, GivenFigure given)
    {
        var figure = given.Figure;
        Story(to, index).Text(series?.Question).Text(series is null ? null : Word(series.Verdict)).Number(figure.Low).Number(figure.High)
            .Text(Word(figure.Qualifier)).Text(figure.Unit).Text(figure.Counted).Text(figure.Where).Text(figure.AsOf).Text(figure.AccordingTo);
        Place(to, index, given.Citation)
            .Text(index.SentenceAround(given.Citation).Of(index.ReportOf(given.ArticleId).Article.Text))
            .End();
    }

    private static void Claim(Csv to, StoryIndex index, Claim claim, Citation citation, string carries)
    {
        Story(to, index).Text(claim.Id).Text(claim.Text).Text(string.Join("; ", claim.AccordingTo)).Number(claim.Outlets)
            .Number(claim.IndependentOrigins).Text(carries);
        Place(to, index, citation).End();
    }

    private static Csv Story(Csv to, StoryIndex index) => to.Text(index.Story.Id).Text(index.Story.Title);

    private static Csv Place(Csv to, StoryIndex index, Citation citation)
    {
        var article = index.ReportOf(citation.ArticleId).Article;
        return to.Text(index.OutletOf(article.Id)).Text(article.Published.Value).Text(article.Id).Text(article.Url)
            .Number(citation.Span.Start).Number(citation.Span.Length).Text(citation.Span.Of(article.Text));
    }

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
