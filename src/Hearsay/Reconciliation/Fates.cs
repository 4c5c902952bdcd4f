using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>What befalls the people and things that news counts: the dead are not the injured, however alike the sentences.</summary>
internal static class Fates
{
    /// <summary>How many words away a fate may stand.</summary>
    private const int Reach = 10;

    private static readonly FrozenSet<string> Stemmed = WordLists.Lines("fates").SelectMany(l => l.Split(' ')).Select(Stems.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stem of the fate that stands nearest to a figure in its sentence, of equally near ones the first; null where none is near.</summary>
    public static string? NearestTo(ReportText report, TextSpan figure)
    {
        var (best, nearest) = ((string?)null, Reach + 1);
        var before = 0;
        var words = report.Within(report.SentenceSpanAt(figure.Start));
        while (before < words.Length && words[before].Span.End <= figure.Start) before++;
        for (var i = 0; i < words.Length; i++)
        {
            var distance = i < before ? before - i : i - before;
            if (distance >= nearest || !Stemmed.Contains(words[i].Stem)) continue;
            (best, nearest) = (words[i].Stem, distance);
        }

        return best;
    }
}
