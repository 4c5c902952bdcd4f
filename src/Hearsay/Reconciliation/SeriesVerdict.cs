using System.Collections.Immutable;

namespace Hearsay.Reconciliation;

/// <summary>
/// What the figures of a series say together. They agree where no two contradict each other; a contradiction within one source's figures over time, or one that the text
/// itself calls a change, is a revision; any other is a difference.
/// </summary>
internal static class SeriesVerdict
{
    /// <summary>Two round numbers this near are one ("about 950", "nearly 1,000").</summary>
    private const decimal Slack = 0.05m;

    public static Verdict Of(ImmutableArray<FigureProfile> figures)
    {
        if (figures.Length == 1) return Verdict.Single;
        var (differ, revised) = (false, VagueBefore(figures));
        for (var i = 0; i < figures.Length; i++)
        {
            for (var j = i + 1; j < figures.Length; j++)
            {
                if (!Contradict(figures[i], figures[j])) continue;
                if (Revision(figures[i], figures[j])) revised = true;
                else differ = true;
            }
        }

        return differ ? Verdict.Differ : revised ? Verdict.Revised : Verdict.Agree;
    }

    /// <summary>True where the two values cannot both hold.</summary>
    public static bool Contradict(FigureProfile a, FigureProfile b)
    {
        if (!a.Bounded || !b.Bounded) return false;
        return Above(a, b) || Above(b, a);
    }

    private static bool Above(FigureProfile a, FigureProfile b)
    {
        if (a.Figure.Low is not { } low || b.Figure.High is not { } high) return SameKindOfBound(a, b);
        var loose = Loose(a) || Loose(b) ? Slack * Math.Abs(high) : 0;
        return low > high + loose;
    }

    /// <summary>"Up to 10" and "up to 12" intersect and differ all the same, as do "more than 5" and "more than 8".</summary>
    private static bool SameKindOfBound(FigureProfile a, FigureProfile b) =>
        (a.Figure.Low is null && b.Figure.Low is null && a.Figure.High > b.Figure.High) || (a.Figure.High is null && b.Figure.High is null && a.Figure.Low > b.Figure.Low);

    private static bool Loose(FigureProfile f) => f.Figure.Qualifier is Statements.FigureQualifier.About or Statements.FigureQualifier.Nearly;

    private static bool Revision(FigureProfile a, FigureProfile b)
    {
        if (ChangeWords.Between(a, b)) return true;
        if (a.Figure.AsOf is not { } x || b.Figure.AsOf is not { } y || x == y) return false;
        return a.Source.SetEquals(b.Source) && (a.Source.Count > 0 || ReferenceEquals(a.Report, b.Report));
    }

    /// <summary>A number where the text says that there was only a vague word before ("some", "a few") is news of its own.</summary>
    private static bool VagueBefore(ImmutableArray<FigureProfile> figures) =>
        figures.Any(v => !v.Bounded && ChangeWords.Near(v) && figures.Any(b => b.Bounded && Earlier(v, b)));

    private static bool Earlier(FigureProfile a, FigureProfile b) =>
        a.Figure.AsOf is { } x && b.Figure.AsOf is { } y && x.Length == y.Length && string.CompareOrdinal(x, y) < 0;
}
