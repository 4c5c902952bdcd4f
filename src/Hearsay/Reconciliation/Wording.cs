using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>A stretch of a report as the wording of a claim: words of the report only, without what leads over to or from its surroundings.</summary>
internal static class Wording
{
    /// <summary>A longer sentence is no better to read than the part of it.</summary>
    private const int LongestSentence = 55;

    private static readonly FrozenSet<string> Dependent = FrozenSet.Create(
        StringComparer.Ordinal, "which", "who", "whom", "whose", "whether", "what", "how", "where", "why", "when", "to", "as", "for", "of", "with",
        "if", "by"
    );

    private static readonly FrozenSet<string> Leading = FrozenSet.Create(
        StringComparer.Ordinal, "after", "before", "that", "as", "and", "but", "about", "to", "of", "with", "when", "while", "because", "said",
        "says", "told", "say", "called", "what", "which", "from", "for", "condemning", "saying"
    );

    /// <summary>The stretch without "that" in front and lone quotation marks; where it is no clause of its own, its whole sentence.</summary>
    public static string Of(ReportText report, TextSpan span)
    {
        var sentence = report.SentenceSpanAt(span.Start);
        var whole = !IsClause(report, span, sentence) && report.Within(sentence).Length <= LongestSentence;
        return Trimmed((whole ? sentence : span).Of(report.Text));
    }

    private static bool IsClause(ReportText report, TextSpan span, TextSpan sentence)
    {
        var words = report.Within(span);
        if (words.Length == 0 || Dependent.Contains(words[0].Form)) return false;
        var cutShort = span.End < sentence.End - 2 && Leading.Contains(words[^1].Form);
        return !cutShort && HasFiniteVerb(report, span);
    }

    /// <summary>True where a verb stands in it that is neither an infinitive nor a present participle; also where the words are not tagged.</summary>
    private static bool HasFiniteVerb(ReportText report, TextSpan span)
    {
        var (tagged, afterTo) = (false, false);
        foreach (var term in report.TermsWithin(span))
        {
            tagged |= term.Tag != Upos.X;
            if (term.Tag == Upos.Aux && !afterTo) return true;
            if (term.Tag == Upos.Verb && !afterTo && !term.Span.Of(report.Text).EndsWith("ing", StringComparison.OrdinalIgnoreCase)) return true;
            afterTo = term.Tag == Upos.Part || (afterTo && term.Tag == Upos.Adv);
        }

        return !tagged;
    }

    private static string Trimmed(string words)
    {
        var text = words.Trim().TrimEnd(',', ' ');
        if (text.StartsWith("that ", StringComparison.Ordinal)) text = text[5..];
        var (open, close) = (text.Count(c => c is '“'), text.Count(c => c is '”'));
        if (open > close && text[0] == '“') text = text[1..];
        if (close > open && text[^1] == '”') text = text[..^1];
        if (text.Count(c => c is '"') % 2 == 1) text = text[0] == '"' ? text[1..] : text[^1] == '"' ? text[..^1] : text;
        return text.Trim().TrimEnd(',');
    }
}
