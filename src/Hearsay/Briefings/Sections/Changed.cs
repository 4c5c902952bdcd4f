using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Briefings.Sections;

/// <summary>
/// What came with later reports: figures that took the place of others, then what no report of the first day says or touches, the newest day first.
/// </summary>
internal static class Changed
{
    private const int Most = 10;

    /// <summary>Likelier to be of weight than not.</summary>
    private const double Weighty = 0.5;

    public static BriefingSection Write(StoryIndex index, ImmutableHashSet<string> written) =>
        new(SectionKind.Changed, [.. index.Findings.FigureSeries.Where(s => s is { IsWhole: true, Verdict: Verdict.Revised }).Select(s => Revision(index, s)).OfType<BriefingSentence>(), .. New(index, written)]);

    /// <summary>"“41” (Harbour Light, 16 March 2025), up from “23” (Northbank Radio, 13 March 2025)."; null where that is not told by days.</summary>
    public static BriefingSentence? Revision(StoryIndex index, FigureSeries series)
    {
        var given = FigureSection.Figures(index, series).Where(f => f.Figure.Qualifier is not Statements.FigureQualifier.Vague && Value(f) is not null && DayOf(index, f.ArticleId) is not null)
            .OrderBy(f => DayOf(index, f.ArticleId)).ThenBy(f => f.Figure.AsOf, StringComparer.Ordinal).ToList();
        if (given.Count < 2) return null;
        var (first, last) = (given[0], given[^1]);
        if (Value(first) == Value(last) || DayOf(index, first.ArticleId) == DayOf(index, last.ArticleId))
            return null;
        return new BriefingSentence(
            $"{Given(index, last)}, {(Value(last) > Value(first) ? Phrases.UpFrom : Phrases.DownFrom)} {Given(index, first)}.", [last.Citation, first.Citation])
        {
            Label = series.Question, Finding = series.Id, Note = Phrases.Of(series),
        };
    }

    private static string Given(StoryIndex index, GivenFigure figure) =>
        $"{FigureSection.Words(index, figure)} ({index.OutletOf(figure.ArticleId)}, {Phrases.Date(DayOf(index, figure.ArticleId)!)})";

    private static IEnumerable<BriefingSentence> New(StoryIndex index, ImmutableHashSet<string> written)
    {
        var days = index.Story.Reports.Select(r => DayOf(index, r.Article.Id)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (days.Count < 2) return [];
        var told = new Told(index);
        return index.Claims.Where(c => !written.Contains(c.Id) && c.Weight >= Weighty && !c.Support.IsEmpty && ClaimWording.StandsAlone(SourcedSentence.Of(index, c.Support[0])))
            .Select(c => (Claim: c, Day: FirstDay(index, c)))
            .Where(x => x.Day is not null && string.CompareOrdinal(x.Day, days[0]) > 0)
            .OrderByDescending(x => x.Day, StringComparer.Ordinal).ThenByDescending(x => x.Claim.Weight)
            .Select(x => ClaimWording.Write(index, x.Claim, Phrases.Date(x.Day!)))
            .Where(s => told.AddNew(s))
            .Take(Most);
    }

    /// <summary>The day of the first report that says or touches it; null where one of them has no date.</summary>
    public static string? FirstDay(StoryIndex index, Claim claim)
    {
        var all = claim.Support.Concat(claim.Partial).Select(c => DayOf(index, c.ArticleId)).ToList();
        return all.Contains(null) ? null : all.Min(StringComparer.Ordinal);
    }

    private static decimal? Value(GivenFigure figure) => figure.Figure.High ?? figure.Figure.Low;

    public static string? DayOf(StoryIndex index, string articleId) =>
        index.ReportOf(articleId).Article.Published.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
