using System.Collections.Immutable;
using Hearsay.Language.Encoder;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>An article with its language layer. Large and short-lived: statements are drawn from it, then it is dropped.</summary>
public sealed partial class Reading
{
    /// <summary>What was read.</summary>
    public required Article Article { get; init; }

    /// <summary>How thoroughly it was read.</summary>
    public ReadingDepth Depth { get; init; }

    /// <summary>The article's text, into which every span points.</summary>
    public string Text => Article.Text;

    /// <summary>What stands between empty lines, in order.</summary>
    public required ImmutableArray<TextSpan> Paragraphs { get; init; }

    /// <summary>In order; none spans two paragraphs.</summary>
    public required ImmutableArray<Sentence> Sentences { get; init; }

    /// <summary>In order, without overlap; between two there is nothing or white space.</summary>
    public required ImmutableArray<Token> Tokens { get; init; }

    /// <summary>In order, without overlap.</summary>
    public required ImmutableArray<Name> Names { get; init; }

    /// <summary>Outermost quotations in order, without overlap.</summary>
    public required ImmutableArray<Quotation> Quotations { get; init; }

    /// <summary>What its tokens mean; null where it was read quickly, or that was not asked.</summary>
    internal WordMeanings? Meanings { get; init; }

    /// <summary>The token that holds <paramref name="offset"/>, or the first one behind it; -1 where none follows.</summary>
    public int TokenAt(int offset)
    {
        var (low, high) = (0, Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low < Tokens.Length ? low : -1;
    }

    /// <summary>The sentence that holds <paramref name="offset"/>, or the first one behind it; -1 where none follows.</summary>
    public int SentenceAt(int offset) => TokenAt(offset) is var token and >= 0 ? Tokens[token].Sentence : -1;

    /// <summary>The quotation that holds <paramref name="offset"/>, its marks included; -1 where none does.</summary>
    public int QuotationAt(int offset)
    {
        var (low, high) = (0, Quotations.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Quotations[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low < Quotations.Length && Quotations[low].Span.Contains(offset) ? low : -1;
    }

    /// <summary>The tokens that lie wholly within <paramref name="span"/>: the first, and how many.</summary>
    public (int First, int Count) TokensIn(TextSpan span)
    {
        var first = span.IsEmpty ? -1 : TokenAt(span.Start);
        if (first >= 0 && Tokens[first].Span.Start < span.Start) first++;
        if (first < 0) return (0, 0);
        var next = first;
        while (next < Tokens.Length && Tokens[next].Span.End <= span.End) next++;
        return (first, next - first);
    }

    /// <summary>The stretch from token <paramref name="first"/> to token <paramref name="last"/>, both included.</summary>
    public TextSpan SpanOf(int first, int last) => TextSpan.Cover(Tokens[first].Span, Tokens[last].Span);
}
