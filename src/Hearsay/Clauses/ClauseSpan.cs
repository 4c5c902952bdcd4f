using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Clauses;

/// <summary>The stretch of a clause.</summary>
internal static class ClauseSpan
{
    /// <summary>
    /// Everything under the head but coordinated and spoken-beside clauses and what opens the clause for them ("and"), without marks at the edges.
    /// </summary>
    public static TextSpan Of(Reading reading, int head)
    {
        var (first, last) = (head, head);
        foreach (var child in reading.Children(head))
        {
            if (child < head)
            {
                if (!IsApart(reading, child)) first = Math.Min(first, reading.Subtree(child).First);
            }
            else if (IsApart(reading, child) && !reading.Is(child, "punct")) break;
            else last = Math.Max(last, reading.Subtree(child).Last);
        }
        return Trimmed(reading, first, last);
    }

    /// <summary>The stretch without marks at its edges.</summary>
    public static TextSpan Trimmed(Reading reading, int first, int last)
    {
        while (first < last && reading.Tokens[first].Tag == Upos.Punct) first++;
        while (last > first && reading.Tokens[last].Tag == Upos.Punct) last--;
        return reading.SpanOf(first, last);
    }

    private static bool IsApart(Reading reading, int child) =>
        reading.Is(child, "cc")
        || reading.Is(child, "punct")
        || reading.Is(child, "parataxis")
        || reading.Is(child, "discourse")
        || reading.Is(child, "conj") && reading.Tokens[child].Tag is Upos.Verb or Upos.Aux or Upos.Adj;
}
