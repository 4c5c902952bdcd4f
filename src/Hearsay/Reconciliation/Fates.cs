using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>What befalls the people and things that news counts: the dead are not the injured, however alike the sentences.</summary>
internal static class Fates
{
    /// <summary>How many words away a fate may stand.</summary>
    private const int Reach = 10;

    /// <summary>How many words farther off a fate seems from behind an "and".</summary>
    private const int Farther = 3;

    private static readonly FrozenDictionary<string, string> Stemmed = DataFile
        .Lines("Reconciliation/Data/fates.txt")
        .Select(l => l.Split(": "))
        .DistinctBy(l => Stems.Of(l[0]))
        .ToFrozenDictionary(l => Stems.Of(l[0]), l => l[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfThings = new[] { "damaged", "destroyed", "cancelled", "delayed" }
        .Select(Stems.Of)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfBoth = new[] { "missing", "trapped", "rescue", "stranded", "suspended", "evacuate" }
        .Select(Stems.Of)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stem of the fate that a verb tells; null where it tells none.</summary>
    public static string? Of(string? verb) => verb is not null && Stems.Of(verb) is var stem && Stemmed.ContainsKey(stem) ? stem : null;

    /// <summary>True for what befalls persons and not things: things are neither killed nor arrested.</summary>
    public static bool BefallsPersons(string fate) => !OfThings.Contains(fate);

    /// <summary>True for what befalls persons and things alike.</summary>
    public static bool BefallsBoth(string fate) => OfBoth.Contains(fate);

    /// <summary>How a question asks for a fate: "were injured".</summary>
    public static string Predicate(string fate) => Stemmed[fate];

    /// <summary>
    /// The stem of the fate that stands nearest to a figure in its sentence with no other figure between, of equally near ones the first; null where
    /// none is near.
    /// </summary>
    public static string? NearestTo(ReportText report, TextSpan figure)
    {
        var (from, first, behind, to) = report.WordsAround(figure, Reach);
        var (best, nearest) = ((string?)null, Reach + 1);
        for (var i = first - 1; i >= from && !report.FigureStarts.Contains(report.Words[i].Span.Start); i--)
            Look(first - i + (Joins(i, first) ? Farther : 0), i);
        for (var i = behind; i < to && !report.FigureStarts.Contains(report.Words[i].Span.Start); i++) Look(i - behind + 1, i);
        return best;

        // "four were killed and six are missing": what stands before "and" befell the others
        bool Joins(int word, int until)
        {
            for (var i = word + 1; i < until; i++)
                if (report.Words[i].Form is "and" or "while" or "but") return true;
            return false;
        }

        void Look(int distance, int word)
        {
            if (distance < nearest && Stemmed.ContainsKey(report.Words[word].Stem)) (best, nearest) = (report.Words[word].Stem, distance);
        }
    }
}
