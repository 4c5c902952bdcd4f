using System.Collections.Frozen;

namespace Hearsay.Reconciliation;

/// <summary>
/// Finds figures that give the one before them in another unit, in brackets: "40 metres (131 feet)", "3 million crowns ($400,000)".
/// </summary>
internal static class Conversions
{
    /// <summary>How far behind the end of a figure its conversion may begin: a short noun and a bracket.</summary>
    private const int Reach = 24;

    private static readonly FrozenSet<string> Counting = FrozenSet.Create(StringComparer.Ordinal, "count", "percent", "share");

    /// <summary>The index of each converted figure, with that of the figure it converts. The figures of a report stand in order.</summary>
    public static Dictionary<int, int> Of(FigureProfile[] figures)
    {
        var found = new Dictionary<int, int>();
        for (var i = 1; i < figures.Length; i++)
            if (!found.ContainsKey(i - 1) && Converts(figures[i - 1], figures[i])) found[i] = i - 1;
        return found;
    }

    private static bool Converts(FigureProfile a, FigureProfile b)
    {
        if (
            !ReferenceEquals(a.Report, b.Report)
            || a.Sentence != b.Sentence
            || a.Figure.Unit == b.Figure.Unit
            || Counting.Contains(a.Dimension)
            || Counting.Contains(b.Dimension)
        )
            return false;
        var (from, length) = (a.Figure.Span.End, b.Figure.Span.Start - a.Figure.Span.End);
        if (length is <= 0 or > Reach) return false;
        var between = a.Report.Text.AsSpan(from, length);
        var bracket = between.IndexOfAny('(', '[');
        if (bracket < 0 || between[..bracket].ContainsAny(",;:)") || between[(bracket + 1)..].Contains(')')) return false;
        // nothing but words of measure within the brackets: "(131 feet)", "(about $400,000)", not "(of which 12 percent was lost)"
        var close = a.Report.Text.AsSpan(b.Figure.Span.End, Math.Min(Reach, a.Report.Text.Length - b.Figure.Span.End)).IndexOfAny(')', ']');
        return close is >= 0 && (a.Money is null) == (b.Money is null) && between[(bracket + 1)..].Count(' ') <= 2;
    }
}
