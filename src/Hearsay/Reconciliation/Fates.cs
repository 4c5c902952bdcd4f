using System.Collections.Frozen;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>What befalls the people and things that news counts: the dead are not the injured, however alike the sentences.</summary>
internal static class Fates
{
    /// <summary>How many words away a fate may stand.</summary>
    private const int Reach = 10;

    private static readonly FrozenDictionary<string, string> Stemmed = WordLists.Lines("fates").Select(l => l.Split(": ")).DistinctBy(l => Stems.Of(l[0])).ToFrozenDictionary(l => Stems.Of(l[0]), l => l[1], StringComparer.Ordinal);

    /// <summary>How a question asks for a fate: "were injured".</summary>
    public static string Predicate(string fate) => Stemmed[fate];

    /// <summary>The stem of the fate that stands nearest to a figure in its sentence with no other figure between, of equally near ones the first; null where none is near.</summary>
    public static string? NearestTo(ReportText report, TextSpan figure)
    {
        var sentence = report.SentenceSpanAt(figure.Start);
        var others = report.Report.Figures.Where(f => f.Span != figure && sentence.Contains(f.Span)).Select(f => f.Span).ToArray();
        var from = others.Where(o => o.End <= figure.Start).Select(o => o.End).DefaultIfEmpty(sentence.Start).Max();
        var to = others.Where(o => o.Start >= figure.End).Select(o => o.Start).DefaultIfEmpty(sentence.End).Min();
        var words = report.Within(TextSpan.Between(from, Math.Max(from, to)));
        var before = 0;
        while (before < words.Length && words[before].Span.End <= figure.Start) before++;
        var (best, nearest) = ((string?)null, Reach + 1);
        for (var i = 0; i < words.Length; i++)
        {
            var distance = i < before ? before - i : i - before;
            if (distance >= nearest || !Stemmed.ContainsKey(words[i].Stem)) continue;
            (best, nearest) = (words[i].Stem, distance);
        }

        return best;
    }
}
