using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>Clauses without "that" behind a verb of speech: "said the bridge is closed", "told the paper he would resign".</summary>
internal static class BareClauses
{
    /// <summary>True where a noun phrase begins at <paramref name="first"/> and a finite verb follows before the next mark.</summary>
    public static bool Begins(Words words, int first, int end) =>
        words.Reading.Tokens[first].Tag is Upos.Det or Upos.Pron or Upos.Propn or Upos.Noun or Upos.Adj or Upos.Num or Upos.Adv
        && Finite(words, first, end) is not null;

    /// <summary>Where the clause behind a recipient begins: at the subject of the first finite verb.</summary>
    public static int? AfterRecipient(Words words, int first, int end)
    {
        if (Finite(words, first, end) is not { } verb) return null;
        var subject =
            words.Reading.Tokens[verb].Tag == Upos.Aux
            && words.Reading.Tokens[verb].Head is >= 0 and var head
            && words.Reading.Child(head, "nsubj") is >= 0 and var lifted
                ? lifted
                : words.Reading.Child(verb, "nsubj");
        if (subject < first || subject > verb) subject = words.Tag(verb - 1) == Upos.Pron ? verb - 1 : -1;
        if (subject < first) return null;
        var start = Math.Max(first, words.Reading.Subtree(subject).First);
        return start > first ? start : null;
    }

    private static int? Finite(Words words, int first, int end)
    {
        for (var i = first; i <= end; i++)
        {
            var token = words.Reading.Tokens[i];
            if (
                words[i] is "who" or "which" or "that" or "whose" or "to" or ";" or ":" && words.QuotationOf(i) < 0
                || (words[i] == "," && i - first > 12)
            )
                return null;
            if (i > first && IsFinite(token)) return i;
        }
        return null;
    }

    private static bool IsFinite(Token token) =>
        token.Tag == Upos.Aux && token.Form is not ("be" or "been" or "being" or "having")
        || (token.Tag == Upos.Verb && token.Features is { } features && features.Contains("VerbForm=Fin", StringComparison.Ordinal));
}
