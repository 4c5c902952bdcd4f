using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>Reading in, terms out: each word as the later stages compare it.</summary>
internal static class TermReader
{
    /// <summary>One term a token, in order; where the reading has no tokens, one a word.</summary>
    public static ImmutableArray<Term> Read(Reading reading)
    {
        if (reading.Tokens.IsEmpty) return [.. Words.Of(reading.Text).Select(w => new Term(w.Span, Stem(w.Key), Upos.X, false, 0))];
        var terms = ImmutableArray.CreateBuilder<Term>(reading.Tokens.Length);
        var quotation = 0;
        foreach (var token in reading.Tokens)
        {
            while (quotation < reading.Quotations.Length && reading.Quotations[quotation].Span.End <= token.Span.Start) quotation++;
            var quoted = quotation < reading.Quotations.Length && reading.Quotations[quotation].Span.Contains(token.Span);
            var lemma = string.IsNullOrEmpty(token.Lemma) ? Stem(token.Form.ToLowerInvariant()) : token.Lemma.ToLowerInvariant();
            terms.Add(new Term(token.Span, lemma, token.Tag, quoted, token.Sentence));
        }
        return terms.MoveToImmutable();
    }

    // Only the plural, where no lemma is known.
    private static string Stem(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1]
        : word;
}
