using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Briefings;

// A story in, the values that others took the place of out.
// Method: of a series that was revised the value of the last day takes the place of those of the days before; and where a report says in one sentence that
// a figure changed, naming the value that earlier reports have ("41, nearly double the 23 of Thursday"), the other value of that sentence takes its place.
// Limits: which of three values in a sentence of change is the new one is not known: none is then.

/// <summary>A value, and the one that a later report has in its place.</summary>
internal sealed record Replacement(GivenFigure Old, GivenFigure New)
{
    /// <summary>Two sentences that share fewer stems tell of different things.</summary>
    private const int FewestShared = 3;

    public static IEnumerable<Replacement> Of(StoryIndex index) =>
        index.Findings.FigureSeries.Where(s => s.Verdict is Verdict.Revised).SelectMany(s => OfSeries(index, s)).Concat(Told(index)).Distinct();

    private static IEnumerable<Replacement> OfSeries(StoryIndex index, FigureSeries series)
    {
        var given = series.FigureIds.Where(index.Figures.ContainsKey).Select(id => index.Figures[id]).Where(f => DayOf(index, f) is not null).ToList();
        return given.MaxBy(f => DayOf(index, f)) is not { } last ? []
            : given.Where(f => DayOf(index, f) < DayOf(index, last) && (f.Figure.Low, f.Figure.High) != (last.Figure.Low, last.Figure.High)).Select(f => new Replacement(f, last));
    }

    private static IEnumerable<Replacement> Told(StoryIndex index)
    {
        var sentences = index.Figures.Values.Where(f => f.Value is not null && DayOf(index, f) is not null)
            .GroupBy(f => (f.ArticleId, Span: index.SentenceAround(f.Citation)))
            .Select(g => (Given: g.OrderBy(f => f.Figure.Span).ToArray(), Words: ReportText.WordsOf(g.Key.Span.Of(index.ReportOf(g.Key.ArticleId).Article.Text).ToString())))
            .Select(s => (s.Given, s.Words, Stems: s.Words.Select(w => w.Stem).Where(w => w.Length > 0).ToHashSet(StringComparer.Ordinal)))
            .OrderBy(s => s.Given[0].ArticleId, StringComparer.Ordinal).ThenBy(s => s.Given[0].Figure.Span).ToList();
        foreach (var change in sentences.Where(s => s.Given.Length > 1 && ChangeWords.Any(s.Words.AsSpan())))
        {
            var before = sentences.Where(s => DayOf(index, s.Given[0]) < DayOf(index, change.Given[0]) && s.Stems.Count(change.Stems.Contains) >= FewestShared)
                .SelectMany(s => s.Given).ToList();
            var known = change.Given.Where(f => before.Exists(b => b.Value == f.Value)).ToList();
            foreach (var old in known)
            {
                if (change.Given.Where(f => f.Figure.Unit == old.Figure.Unit && !known.Contains(f)).ToArray() is not [var taking]) continue;
                foreach (var figure in before.Where(b => b.Value == old.Value)) yield return new Replacement(figure, taking);
            }
        }
    }

    private static DateOnly? DayOf(StoryIndex index, GivenFigure figure) => index.ReportOf(figure.ArticleId).Article.Published.Day;
}
