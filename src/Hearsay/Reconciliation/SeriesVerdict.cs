using System.Collections.Immutable;

namespace Hearsay.Reconciliation;

/// <summary>
/// What the figures of a series say together. They agree where no two contradict each other; a contradiction within one source's figures over time,
/// or one that the text itself calls a change, is a revision; any other is a difference.
/// </summary>
internal static class SeriesVerdict
{
    /// <summary>Two round numbers this near are one ("about 950", "nearly 1,000").</summary>
    private const decimal Rounding = 0.05m;

    /// <summary>"More than 200" and 214 are one figure, 300 is another.</summary>
    private const decimal BeyondBound = 0.2m;

    public static Verdict Of(ImmutableArray<FigureProfile> figures)
    {
        if (figures.Length == 1) return Verdict.Single;
        var pairs = figures.SelectMany((a, i) => figures.Skip(i + 1).Select(b => (A: a, B: b))).Where(p => Contradict(p.A, p.B)).ToArray();
        var values = figures.Select(Bounds).Distinct().ToList();
        // what a report tells as a change ("up from 22") explains that others give the one value or the other, step by step
        var steps = new DisjointSets(values.Count);
        foreach (var (a, b) in pairs.Where(p => Revision(p.A, p.B))) steps.Join(values.IndexOf(Bounds(a)), values.IndexOf(Bounds(b)));
        return pairs.Any(p => steps.Of(values.IndexOf(Bounds(p.A))) != steps.Of(values.IndexOf(Bounds(p.B)))) ? Verdict.Differ
            : pairs.Length > 0 || VagueBefore(figures) ? Verdict.Revised
            : Verdict.Agree;
    }

    private static (decimal? Low, decimal? High) Bounds(FigureProfile f) => (f.Low, f.High);

    /// <summary>True where the two values cannot both hold.</summary>
    public static bool Contradict(FigureProfile a, FigureProfile b)
    {
        if (!a.Bounded || !b.Bounded) return false;
        return Above(a, b) || Above(b, a);
    }

    private static bool Above(FigureProfile a, FigureProfile b)
    {
        if ((a.Low ?? a.High) is not { } high || (b.High ?? b.Low) is not { } low || high <= low) return false;
        if (IsVague(a) || IsVague(b)) return a.Low > b.High;
        return high > low * (1 + Slack(a, b));
    }

    /// <summary>
    /// How far apart two values may be and still be one: an open bound and a number beyond it by not much are one figure told with more or less care,
    /// "up to 12" and 11 are not.
    /// </summary>
    private static decimal Slack(FigureProfile high, FigureProfile low) =>
        low.High is null && low.Low is not null && high.Low is not null ? BeyondBound
        : Loose(high) || Loose(low) || !FigureLikeness.SameUnit(high, low) ? Rounding
        : 0;

    private static bool IsVague(FigureProfile f) => f.Figure.Qualifier is Statements.FigureQualifier.Vague;

    private static bool Loose(FigureProfile f) => f.Figure.Qualifier is Statements.FigureQualifier.About or Statements.FigureQualifier.Nearly;

    private static bool Revision(FigureProfile a, FigureProfile b)
    {
        if (
            ReferenceEquals(a.Report, b.Report)
            && Math.Abs(a.Sentence - b.Sentence) <= 1
            && (ChangeWords.Near(a) || ChangeWords.Near(b))
            && (a.Source.Count == 0 || b.Source.Count == 0 || a.Source.SetEquals(b.Source) || ChangeWords.LeadTo(a) || ChangeWords.LeadTo(b))
        )
            return true;
        if (IsCountedAnew(a, b)) return true;
        if (a.Figure.AsOf is not { } x || b.Figure.AsOf is not { } y || x == y) return false;
        return a.Source.SetEquals(b.Source) && (a.Source.Count > 0 || ReferenceEquals(a.Report, b.Report));
    }

    /// <summary>
    /// What a report of another day gives for the dead or the missing, where the two do not stand on different sources' word: they are counted anew as
    /// the news comes in.
    /// </summary>
    private static bool IsCountedAnew(FigureProfile a, FigureProfile b) =>
        a.State is not null && a.State == b.State && !a.IsFromOther(b)
        && a.Report.Report.Article.Published.Day is { } one && b.Report.Report.Article.Published.Day is { } other && one != other;

    /// <summary>A number where the text says that there was only a vague word before ("some", "a few") is news of its own.</summary>
    private static bool VagueBefore(ImmutableArray<FigureProfile> figures) =>
        figures.Any(v => !v.Bounded && ChangeWords.Near(v) && figures.Any(b => b.Bounded && Earlier(v, b)));

    private static bool Earlier(FigureProfile a, FigureProfile b) =>
        a.Figure.AsOf is { } x && b.Figure.AsOf is { } y && x.Length == y.Length && string.CompareOrdinal(x, y) < 0;
}
