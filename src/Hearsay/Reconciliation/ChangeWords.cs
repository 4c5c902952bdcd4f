using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>Words by which a report says that a figure has changed ("up from", "revised", "increase", "earlier estimates").</summary>
internal static class ChangeWords
{
    private static readonly FrozenSet<string> Changes =
        DataFile.Lines("Reconciliation/Data/change-words.txt").ToFrozenSet(StringComparer.Ordinal);

    private const int Reach = 40;

    /// <summary>True for a word of change.</summary>
    public static bool Contains(string form) => Changes.Contains(form);

    /// <summary>True where a word of change stands in the figure's sentence.</summary>
    public static bool Near(FigureProfile figure)
    {
        var (from, _, _, to) = figure.Report.WordsAround(figure.Figure.Span, Reach);
        return Any(figure.Report.Words.AsSpan()[from..to]);
    }

    /// <summary>True where a word of change stands in the sentence that both figures share.</summary>
    public static bool Between(FigureProfile a, FigureProfile b) => ReferenceEquals(a.Report, b.Report) && a.Sentence == b.Sentence && Near(a);

    /// <summary>True where the figure is what something changed to or from, whoever said so before: "has since grown to 40".</summary>
    public static bool LeadTo(FigureProfile figure)
    {
        var (from, first, _, _) = figure.Report.WordsAround(figure.Figure.Span, Before);
        var words = figure.Report.Words.AsSpan()[from..first];
        return words is [.., { Form: "to" or "from" }] && Any(words);
    }

    /// <summary>How many words before a figure its change is told.</summary>
    private const int Before = 5;

    /// <summary>True where one of the words is a word of change.</summary>
    public static bool Any(ReadOnlySpan<StoryWord> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Changes.Contains(words[i].Form) || (words[i].Form is "up" or "down" && i + 1 < words.Length && words[i + 1].Form is "from"))
                return true;
        }

        return false;
    }
}
