using Hearsay.Language;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Stories;

/// <summary>
/// The offices that stand beside a person's name in a report: before it ("Harbour Minister Ana Ruiz"), or behind or before it between commas ("Ana
/// Ruiz, the minister of harbours,").
/// </summary>
internal static class Offices
{
    private const int Longest = 10;

    public static IEnumerable<Office> Beside(Report report, NamedThing person)
    {
        foreach (var mention in person.Mentions)
        {
            var (first, last) = Terms(report, mention);
            if (first < 0) continue;
            if (Office.Of(Before(report, first - 1)) is { } title) yield return title;
            if (Form(report, first - 1) == "," && Office.Of(Before(report, first - 2)) is { } apposed) yield return apposed;
            if (Form(report, last + 1) == "," && Office.Of(After(report, last + 2)) is { } behind) yield return behind;
        }
    }

    /// <summary>The words that end at the term and belong to one phrase, in lower case.</summary>
    private static List<string> Before(Report report, int last)
    {
        var words = new List<string>();
        for (
            var i = last;
            i >= 0
                && i > last - Longest
                && report.Terms[i].Sentence == report.Terms[Math.Min(last + 1, report.Terms.Length - 1)].Sentence
                && IsPart(report, i);
            i--
        )
        {
            if (report.Terms[i].Tag == Upos.Adp && report.Terms[i].Lemma is not ("of" or "for" or "to")) break;
            words.InsertRange(0, Office.Parts(report.Terms[i].Span.Of(report.Article.Text)));
            if (report.Terms[i].Tag == Upos.Det && (i == 0 || report.Terms[i - 1].Lemma is not ("of" or "for" or "to"))) break;
        }
        return words;
    }

    private static List<string> After(Report report, int first)
    {
        var words = new List<string>();
        for (var i = first; i < report.Terms.Length && i < first + Longest && report.Terms[i].Sentence == report.Terms[first].Sentence; i++)
        {
            if (!IsPart(report, i)) return Form(report, i) is "," or "." or ";" ? words : [];
            words.AddRange(Office.Parts(report.Terms[i].Span.Of(report.Article.Text)));
        }
        return [];
    }

    private static bool IsPart(Report report, int i) =>
        report.Terms[i] is var term && char.IsUpper(report.Article.Text[term.Span.Start])
        || term.Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp or Upos.Part or Upos.Cconj or Upos.Pron;

    private static (int First, int Last) Terms(Report report, TextSpan mention)
    {
        var (low, high) = (0, report.Terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (report.Terms[middle].Span.End <= mention.Start) low = middle + 1;
            else high = middle;
        }
        var last = low;
        while (last + 1 < report.Terms.Length && report.Terms[last + 1].Span.Start < mention.End) last++;
        return low < report.Terms.Length ? (low, last) : (-1, -1);
    }

    private static string Form(Report report, int term) =>
        term >= 0 && term < report.Terms.Length ? report.Terms[term].Span.Of(report.Article.Text) : "";
}
