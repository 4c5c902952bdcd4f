using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>Spans of words in, analysed tokens out, sentence by sentence.</summary>
internal static class Analysis
{
    public static ImmutableArray<Token> Of(string text, List<TextSpan> spans, ImmutableArray<Sentence> sentences)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        foreach (var sentence in sentences)
        {
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++)
            {
                var form = spans[i].Of(text);
                tokens.Add(new Token { Index = i, Span = spans[i], Sentence = sentence.Index, Form = form, Lemma = form.ToLowerInvariant(), Features = "", Head = -1, Relation = "root" });
            }
        }

        return tokens.MoveToImmutable();
    }
}
