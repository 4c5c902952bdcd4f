using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

/// <summary>The figures by the question they answer: who gives which, in whose report.</summary>
internal static class FigureSection
{
    private const int MostSingles = 6;

    public static BriefingSection Write(StoryIndex index) => new(Phrases.Figures, [.. Series(index).Select(s => Write(index, s))]);

    /// <summary>The series in the order of the page: those in dispute first, of those given once only the first few.</summary>
    public static IEnumerable<FigureSeries> Series(StoryIndex index)
    {
        var series = index.Findings.FigureSeries.Where(s => Figures(index, s).Any()).ToList();
        return series.Where(s => s.Verdict != Verdict.Single)
            .OrderBy(s => s.Verdict == Verdict.Agree).ThenByDescending(s => s.FigureIds.Length).ThenBy(s => s.Id, StringComparer.Ordinal)
            .Concat(series.Where(s => s.Verdict == Verdict.Single).Take(MostSingles));
    }

    /// <summary>The figures of a series in its order; ids that no report has are passed over.</summary>
    public static IEnumerable<GivenFigure> Figures(StoryIndex index, FigureSeries series) =>
        series.FigureIds.Where(index.Figures.ContainsKey).Select(id => index.Figures[id]);

    /// <summary>The words of a figure, in quotation marks.</summary>
    public static string Words(StoryIndex index, GivenFigure figure) => $"“{figure.Figure.Span.Of(index.ReportOf(figure.ArticleId).Article.Text)}”";

    private static BriefingSentence Write(StoryIndex index, FigureSeries series)
    {
        var figures = Figures(index, series).ToList();
        var parts = figures
            .GroupBy(f => f.By, StringComparer.Ordinal)
            .Select(by =>
                $"{by.Key}: {string.Join(", ", by.GroupBy(f => Words(index, f), StringComparer.OrdinalIgnoreCase).Select(w => $"{w.Key} ({string.Join(", ", index.OutletsOf(w.Select(f => f.ArticleId)))})"))}"
            );
        return new BriefingSentence(string.Join("; ", parts) + ".", [.. figures.Select(f => f.Citation)])
        {
            Label = series.Question, Note = Phrases.Of(series.Verdict),
        };
    }
}
