using System.Collections.Immutable;

namespace Hearsay.Reconciliation;

/// <summary>
/// The fullest wording that the variants of an utterance allow: the one with the most words of the speaker's own, lengthened by what others have
/// before or after it.
/// </summary>
internal static class CanonicalQuote
{
    /// <summary>A variant lengthens the wording where at least so many words overlap.</summary>
    private const int LeastOverlap = 3;

    public static string Of(ImmutableArray<QuotedWords> variants)
    {
        var order = variants.OrderByDescending(v => v.Spoken.Length - (2 * v.Bracketed.Length)).ThenBy(v => v.Bracketed.Length)
            .ThenByDescending(v => v.Text.Length).ThenBy(v => v.Report.Order).ThenBy(v => v.Quotation.Span).ToArray();
        var canonical = order[0].Text;
        foreach (var variant in order.Skip(1)) canonical = Lengthened(canonical, variant);
        return Trimmed(canonical);
    }

    private static string Lengthened(string canonical, QuotedWords variant)
    {
        var words = ReportText.WordsOf(canonical);
        var pairs = QuoteAlignment.Of(words, variant.Words).Pairs;
        if (pairs.Length < LeastOverlap || words.Length > 400) return canonical;
        var ((firstA, firstB), (lastA, lastB)) = (pairs[0], pairs[^1]);
        if (lastA == words.Length - 1 && lastB < variant.Words.Length - 1)
            canonical = canonical[..words[lastA].Span.End] + variant.Text[variant.Words[lastB].Span.End..];
        if (firstA == 0 && firstB > 0) canonical = variant.Text[..variant.Words[firstB].Span.Start] + canonical[words[0].Span.Start..];
        return canonical;
    }

    /// <summary>Without the comma that only leads over to the speaker.</summary>
    private static string Trimmed(string text) => text.Trim().TrimEnd(',', ' ');
}
