using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// In: an article. Out: its reading: paragraphs, sentences, tokens with tag, lemma, features and dependency, names, quotations.
/// Method: rules cut tokens and sentences; small models (Data/, trained by `lab train`) or, where it is read deeply, a pretrained encoder tag, parse
/// and find names, sentence by sentence.
/// Every span points into the article's own text. The same text gives the same reading; no text is an error.
/// Known limits: English only; each class of the layer states its own.
/// </summary>
public static class LanguageReader
{
    /// <summary>Reads an article's text quickly.</summary>
    public static Reading Read(Article article) => Read(article, trees: true);

    /// <summary>
    /// Reads an article's text deeply, or takes what <paramref name="remembered"/> has of it and adds what it has not; null reads quickly, as does an
    /// engine without an encoder.
    /// </summary>
    public static Reading Read(Article article, DeepReadings? remembered) => Read(article, trees: true, remembered);

    /// <summary>
    /// Reads an article's text without drawing its trees: tokens, sentences, tags, dictionary forms, names and quotations, for a comparison with
    /// readers that draw none.
    /// </summary>
    internal static Reading ReadWithoutTrees(Article article) => Read(article, trees: false);

    /// <summary>The sentences of a text, as every reading cuts them.</summary>
    internal static ImmutableArray<Sentence> SentencesOf(string text) => Cut(text, Paragraphs.Of(text)).Sentences;

    private static (List<TextSpan> Tokens, ImmutableArray<Sentence> Sentences) Cut(string text, ImmutableArray<TextSpan> paragraphs)
    {
        var spans = new List<TextSpan>(text.Length / 5 + 8);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var ends = Array.Empty<bool>();
        for (var p = 0; p < paragraphs.Length; p++)
        {
            var first = spans.Count;
            Tokenizer.Cut(text, paragraphs[p], spans);
            var count = spans.Count - first;
            if (ends.Length < count) ends = new bool[Math.Max(count, ends.Length * 2)];
            SentenceSplitter.Split(text, spans, first, count, ends);
            AddSentences(spans, first, count, ends, p, sentences);
        }

        return (spans, sentences.ToImmutable());
    }

    private static Reading Read(Article article, bool trees, DeepReadings? deep = null)
    {
        var text = article.Text;
        var paragraphs = Paragraphs.Of(text);
        var (spans, cut) = Cut(text, paragraphs);
        var isDeep = deep?.Encoder is not null;
        var (tokens, names, meanings) = isDeep ? Analysis.Of(text, spans, cut, deep!) : Analysis.Of(text, spans, cut, trees);
        return new Reading
        {
            Article = article,
            Depth = isDeep ? ReadingDepth.Deep : ReadingDepth.Quick,
            Paragraphs = paragraphs,
            Sentences = cut,
            Tokens = tokens,
            Names = names,
            Meanings = meanings,
            Quotations = QuotationMatcher.Match(text, paragraphs),
        };
    }

    private static void AddSentences(
        List<TextSpan> spans,
        int first,
        int count,
        bool[] ends,
        int paragraph,
        ImmutableArray<Sentence>.Builder sentences
    )
    {
        var start = first;
        for (var i = 0; i < count; i++)
        {
            if (!ends[i]) continue;
            sentences.Add(new Sentence(sentences.Count, TextSpan.Cover(spans[start], spans[first + i]), start, first + i + 1 - start, paragraph));
            start = first + i + 1;
        }
    }
}
