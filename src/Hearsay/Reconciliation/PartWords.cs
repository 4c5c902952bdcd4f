using System.Collections.Frozen;

namespace Hearsay.Reconciliation;

/// <summary>Words that make one figure a part of another beside it ("40, including 12 children", "12 of the 40").</summary>
internal static class PartWords
{
    private static readonly FrozenSet<string> Parts = FrozenSet.Create(
        StringComparer.Ordinal, "including", "include", "includes", "included", "of", "among", "whom", "excluding", "plus", "another", "additional"
    );

    /// <summary>True where such a word stands between two figures of one sentence.</summary>
    public static bool Between(FigureProfile a, FigureProfile b)
    {
        var (first, second) = a.Figure.Span.Start < b.Figure.Span.Start ? (a, b) : (b, a);
        if (first.Figure.Span.End >= second.Figure.Span.Start) return false;
        foreach (var word in a.Report.Within(Text.TextSpan.Between(first.Figure.Span.End, second.Figure.Span.Start)))
        {
            if (Parts.Contains(word.Form) && word.Form != "of") return true;
        }

        // "of" parts only where little else stands between: "12 of the 40", not "12 of the boats sank, up from 40"
        return a.Report.Within(Text.TextSpan.Between(first.Figure.Span.End, second.Figure.Span.Start)) is { Length: <= 3 } few
            && few.ToArray().Any(w => w.Form is "of");
    }
}
