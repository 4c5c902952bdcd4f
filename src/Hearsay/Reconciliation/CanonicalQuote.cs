using System.Collections.Immutable;

namespace Hearsay.Reconciliation;

/// <summary>The fullest wording of an utterance that some report prints: the one with the most words of the speaker's own.</summary>
internal static class CanonicalQuote
{
    public static string Of(ImmutableArray<QuotedWords> variants) =>
        Trimmed(
            variants.OrderByDescending(v => v.Spoken.Length - (2 * v.Bracketed.Length)).ThenBy(v => v.Bracketed.Length)
                .ThenByDescending(v => v.Text.Length).ThenBy(v => v.Report.Order).ThenBy(v => v.Span)
                .First().Text);

    /// <summary>Without the comma that only leads over to the speaker.</summary>
    private static string Trimmed(string text) => text.Trim().TrimEnd(',', ' ');
}
