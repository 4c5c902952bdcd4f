using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

/// <summary>The figures by the question they answer: who gives which, in whose report.</summary>
internal static class FigureSection
{
    private const int MostSingles = 6;

    /// <summary>What the reports do not differ on; those that do stand under what is disputed.</summary>
    public static BriefingSection Write(StoryIndex index) => new(SectionKind.Figures, [.. Sentences(index, differ: false)]);

    /// <summary>The series on which the reports differ, or the others.</summary>
    public static IEnumerable<BriefingSentence> Sentences(StoryIndex index, bool differ) =>
        Series(index).Where(s => s.Verdict is Verdict.Differ == differ).Select(s => Write(index, s));

    /// <summary>The series that a section's sentences tell, in its order.</summary>
    public static IEnumerable<FigureSeries> Told(StoryIndex index, BriefingSection section) =>
        section.Sentences.Select(s => index.Findings.FigureSeries.FirstOrDefault(f => f.Id == s.Finding)).OfType<FigureSeries>();

    /// <summary>The section without the sentences that tell a series.</summary>
    public static BriefingSection Others(StoryIndex index, BriefingSection section) =>
        section with { Sentences = [.. section.Sentences.Where(s => !index.Findings.FigureSeries.Any(f => f.Id == s.Finding))] };

    /// <summary>The series whose question says all that is asked, in the order of the page: those that a person pinned first, then those that several reports give, of those given once only the first few.</summary>
    private static IEnumerable<FigureSeries> Series(StoryIndex index)
    {
        var series = index.Findings.FigureSeries.Where(s => s.IsWhole && Figures(index, s).Any()).ToList();
        var pinned = series.Where(s => s.IsPinned).ToList();
        series.RemoveAll(s => s.IsPinned);
        return pinned.Concat(series.Where(s => s.Verdict != Verdict.Single)
            .OrderBy(s => s.Verdict == Verdict.Agree).ThenByDescending(s => s.FigureIds.Length).ThenBy(s => s.Id, StringComparer.Ordinal))
            .Concat(series.Where(s => s.Verdict == Verdict.Single).Take(MostSingles));
    }

    /// <summary>The figures of a series in its order; ids that no report has are passed over.</summary>
    public static IEnumerable<GivenFigure> Figures(StoryIndex index, FigureSeries series) =>
        series.FigureIds.Where(index.Figures.ContainsKey).Select(id => index.Figures[id]);

    /// <summary>The words of a figure, in quotation marks.</summary>
    public static string Words(StoryIndex index, GivenFigure figure) => $"“{figure.Figure.Span.Of(index.ReportOf(figure.ArticleId).Article.Text)}”";

    /// <summary>Who gives which figure, in whose report.</summary>
    public static BriefingSentence Write(StoryIndex index, FigureSeries series)
    {
        var figures = Figures(index, series).ToList();
        var parts = figures
            .GroupBy(f => f.By, StringComparer.Ordinal)
            .Select(by =>
                $"{by.Key}: {string.Join(", ", by.GroupBy(f => Words(index, f), StringComparer.OrdinalIgnoreCase).Select(w => $"{w.Key} ({string.Join(", ", index.OutletsOf(w.Select(f => f.ArticleId)))})"))}"
            );
        return new BriefingSentence(string.Join("; ", parts) + ".", [.. figures.Select(f => f.Citation)])
        {
            Label = series.Question, Note = Phrases.Of(series), Finding = series.Id,
        };
    }
}
