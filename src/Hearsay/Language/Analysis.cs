using System.Collections.Immutable;
using Hearsay.Language.Encoder;
using Hearsay.Language.Models;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// Spans of words in, analysed tokens out: tags, lemmas, features, heads, relations. Sentence by sentence the words are looked at; trees are drawn
/// for several sentences together. With an encoder, tags, trees and names are those that it finds, or found before.
/// </summary>
internal sealed class Analysis(LanguageModel model, EncoderModel? encoder = null)
{
    /// <summary>Sentences are parsed together until they have so many words.</summary>
    private const int Together = 256;

    /// <summary>More words than any sentence has (<see cref="SentenceSplitter.Longest"/>), also those of the treebanks.</summary>
    private const int Longest = 1000;

    private static Analysis? spare, spareDeep;

    private readonly LanguageModel model = model;
    private readonly EncoderModel? encoder = encoder;
    private readonly TreeConsistency consistency = new(model.Parser!.Relations);
    private readonly ReportingClauses clauses = new(model.Parser!.Relations);
    private readonly WordTable words = new();
    private readonly ParserRun run = new(model.Parser!);
    private readonly SyntaxRun? syntax = encoder is null ? null : new SyntaxRun(encoder, model);
    private readonly NameSight sight = new();
    private readonly NameEvidence evidence = new();
    private readonly KnownWord[] known = new KnownWord[Together + Longest];
    private readonly int[] heads = new int[Together + Longest];
    private readonly byte[] tags = new byte[Together + Longest];
    private readonly byte[] labels = new byte[Together + Longest];
    private readonly Upos[] kinds = new Upos[Longest];
    private readonly int[] foundHeads = new int[Longest];
    private readonly byte[] foundLabels = new byte[Longest];
    private readonly byte[] names = new byte[Longest];
    private readonly int[] kindScores = new int[4 * Longest];
    private int filled;

    /// <summary>Analyses a text's words; without <paramref name="trees"/> every word is the root of itself.</summary>
    public static (ImmutableArray<Token> Tokens, ImmutableArray<Name> Names, WordMeanings? Meanings) Of(
        string text,
        List<TextSpan> spans,
        ImmutableArray<Sentence> sentences,
        bool trees
    )
    {
        var analysis = Interlocked.Exchange(ref spare, null) ?? new Analysis(LanguageModel.Shipped);
        var read = analysis.Read(text, spans, sentences, trees, null);
        spare = analysis;
        return read;
    }

    /// <summary>Analyses a text's words by an encoder, or by what it found in this text before.</summary>
    public static (ImmutableArray<Token> Tokens, ImmutableArray<Name> Names, WordMeanings? Meanings) Of(
        string text,
        List<TextSpan> spans,
        ImmutableArray<Sentence> sentences,
        DeepReadings remembered
    )
    {
        var analysis = Interlocked.Exchange(ref spareDeep, null);
        if (analysis is null || analysis.encoder != remembered.Encoder) analysis = new Analysis(LanguageModel.Shipped, remembered.Encoder);
        var read = analysis.Read(text, spans, sentences, trees: true, remembered);
        spareDeep = analysis;
        return read;
    }

    /// <summary>Analyses words given as such; for the lab, which scores on given tokens.</summary>
    public void Analyse(IReadOnlyList<string> given, Span<byte> tagsOut, Span<int> headsOut, Span<byte> labelsOut)
    {
        var sentence = new Sentence(0, default, 0, given.Count, 0);
        KnownWord[] forms = [.. given.Select(form => model.Words.Of(form))];
        evidence.Clear();
        See(forms, sentence);
        if (syntax is not null) Take(Encode(forms, [sentence], new EncodedWords(forms.Length)), forms, sentence);
        else LookAtWords(forms, trees: true);
        if (syntax is null) run.Parse(tags, heads, labels);
        SetTreesRight([sentence]);
        tags.AsSpan(0, given.Count).CopyTo(tagsOut);
        heads.AsSpan(0, given.Count).CopyTo(headsOut);
        labels.AsSpan(0, given.Count).CopyTo(labelsOut);
        filled = 0;
    }

    /// <summary>Names in a text of several sentences given as words; for the lab.</summary>
    public List<Name> FindNames(IReadOnlyList<string[]> given)
    {
        var found = new List<FoundName>();
        KnownWord[] forms = [.. given.SelectMany(s => s).Select(form => model.Words.Of(form))];
        var sentences = new List<Sentence>();
        foreach (var sentence in given)
            sentences.Add(new Sentence(sentences.Count, default, sentences is [.., var last] ? last.First + last.Count : 0, sentence.Length, 0));
        evidence.Clear();
        foreach (var sentence in sentences) See(forms, sentence);
        var encoded = syntax is null ? null : Encode(forms, [.. sentences], new EncodedWords(forms.Length));
        foreach (var sentence in sentences)
        {
            if (encoded is null) LookAtWords(forms.AsSpan(sentence.First, sentence.Count), trees: false);
            else Take(encoded, forms, sentence);
            AddNames(sentence.First, sentence.Count, found);
            filled = 0;
        }

        return new NameRefiner(i => forms[i].Form, forms.Length).Refine(found, (i, n) => new TextSpan(i, n));
    }

    private (ImmutableArray<Token> Tokens, ImmutableArray<Name> Names, WordMeanings? Meanings) Read(
        string text,
        List<TextSpan> spans,
        ImmutableArray<Sentence> sentences,
        bool trees,
        DeepReadings? remembered
    )
    {
        var found = new List<FoundName>();
        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        var forms = new KnownWord[spans.Count];
        for (var i = 0; i < forms.Length; i++) forms[i] = model.Words.Of(Form(text, spans[i]));
        evidence.Clear();
        foreach (var sentence in sentences) See(forms, sentence);
        var encoded = remembered is null ? null : remembered.Find(text, CutOf(spans, sentences)) ?? Encode(forms, sentences.AsSpan(), remembered.Begin(forms.Length));
        if (encoded is not null) remembered!.Keep(text, CutOf(spans, sentences), encoded);
        var from = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var (first, count) = (sentences[s].First, sentences[s].Count);
            if (encoded is null) LookAtWords(forms.AsSpan(first, count), trees);
            else Take(encoded, forms, sentences[s]);
            AddNames(first, count, found);
            if (filled < Together && s + 1 < sentences.Length) continue;
            if (!trees) heads.AsSpan(0, filled).Fill(-1);
            else if (encoded is null) run.Parse(tags, heads, labels);
            if (trees) SetTreesRight(sentences.AsSpan()[from..(s + 1)]);
            AddTokens(spans, sentences.AsSpan()[from..(s + 1)], tokens);
            from = s + 1;
        }

        var all = new NameRefiner(i => tokens[i].Form, tokens.Count).Refine(found, (i, n) => TextSpan.Cover(spans[i], spans[i + n - 1]));
        return (tokens.MoveToImmutable(), [.. all], encoded?.Meanings);
    }

    private void See(KnownWord[] forms, in Sentence sentence)
    {
        evidence.Begin();
        foreach (var word in forms.AsSpan(sentence.First, sentence.Count)) evidence.See(word);
    }

    private void LookAtWords(ReadOnlySpan<KnownWord> forms, bool trees)
    {
        if (filled == 0) run.Clear();
        Fill(forms);
        model.Tagger.Tag(words, tags.AsSpan(filled));
        model.Names?.Find(words, tags.AsSpan(filled), sight, evidence, names, kindScores);
        forms.CopyTo(known.AsSpan(filled));
        if (trees) run.Add(words, tags.AsSpan(filled));
        filled += words.Count;
    }

    private void Fill(ReadOnlySpan<KnownWord> forms)
    {
        words.Clear();
        foreach (var word in forms) words.Add(word, model.Words);
    }

    /// <summary>A number that tells whether a text is still cut into the same words and sentences (FNV-1a).</summary>
    private static ulong CutOf(List<TextSpan> spans, ImmutableArray<Sentence> sentences)
    {
        var hash = 14695981039346656037UL;
        foreach (var span in spans) hash = ((hash ^ (uint)span.Start) * 1099511628211 ^ (uint)span.Length) * 1099511628211;
        foreach (var sentence in sentences) hash = (hash ^ (uint)sentence.First) * 1099511628211;
        return hash;
    }

    /// <summary>Reads sentences by the encoder; the small tagger only says which words may be part of a name.</summary>
    private EncodedWords Encode(KnownWord[] forms, ReadOnlySpan<Sentence> sentences, EncodedWords encoded)
    {
        foreach (var sentence in sentences)
        {
            Fill(forms.AsSpan(sentence.First, sentence.Count));
            model.Tagger.Tag(words, tags);
            sight.Fill(words, tags, model.ProperTags, evidence);
            syntax!.Add(words, sight);
            if (syntax.IsFull) syntax.Read(encoded);
        }

        syntax!.Read(encoded);
        return encoded;
    }

    /// <summary>Takes a sentence's words as the encoder found them.</summary>
    private void Take(EncodedWords encoded, KnownWord[] forms, in Sentence sentence)
    {
        var (first, count) = (sentence.First, sentence.Count);
        forms.AsSpan(first, count).CopyTo(known.AsSpan(filled));
        encoded.Tags.AsSpan(first, count).CopyTo(tags.AsSpan(filled));
        encoded.Heads.AsSpan(first, count).CopyTo(heads.AsSpan(filled));
        encoded.Labels.AsSpan(first, count).CopyTo(labels.AsSpan(filled));
        encoded.Names.AsSpan(first, count).CopyTo(names);
        encoded.NameScores.AsSpan(4 * first, 4 * count).CopyTo(kindScores);
        filled += count;
    }

    private void SetTreesRight(ReadOnlySpan<Sentence> sentences)
    {
        var word = 0;
        foreach (var sentence in sentences)
        {
            var count = sentence.Count;
            for (var i = 0; i < count; i++) kinds[i] = model.Tags.Upos(tags[word + i]);
            var tree = heads.AsSpan(word, count);
            var named = labels.AsSpan(word, count);
            tree.CopyTo(foundHeads);
            named.CopyTo(foundLabels);
            consistency.SetRight(known.AsSpan(word, count), kinds.AsSpan(0, count), tree, named);
            clauses.SetRight(known.AsSpan(word, count), tree, named);
            if (!SpanningTree.IsTree(tree))
            {
                foundHeads.AsSpan(0, count).CopyTo(tree);
                foundLabels.AsSpan(0, count).CopyTo(named);
            }

            word += count;
        }
    }

    private void AddTokens(List<TextSpan> spans, ReadOnlySpan<Sentence> sentences, ImmutableArray<Token>.Builder tokens)
    {
        var word = 0;
        foreach (var sentence in sentences)
        {
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++) tokens.Add(Make(spans[i], i, sentence, word++));
        }

        filled = 0;
    }

    private void AddNames(int first, int count, List<FoundName> found)
    {
        if (model.Names is null) return;
        for (var i = 0; i < count; i++)
        {
            if (names[i] == 0) continue;
            var last = i;
            while (last + 1 < count && names[last + 1] > 0 && names[last + 1] % 2 == 0) last++;
            var sums = new int[4];
            for (var k = i * 4; k < (last + 1) * 4; k++) sums[k % 4] += kindScores[k];
            found.Add(new FoundName(first + i, last - i + 1, (NameType)((names[i] - 1) / 2), sums[0], sums[1], sums[2], sums[3]));
            i = last;
        }
    }

    private static ReadOnlySpan<char> Form(string text, TextSpan span) => text.AsSpan(span.Start, span.Length);

    private Token Make(TextSpan span, int index, Sentence sentence, int at)
    {
        var (word, tag, head) = (known[at], tags[at], heads[at]);
        var forms = word.As(tag, model);
        return new Token
        {
            Index = index,
            Span = span,
            Sentence = sentence.Index,
            Form = word.Form,
            Tag = model.Tags.Upos(tag),
            Lemma = forms.Lemma,
            Features = forms.Features,
            Head = head < 0 ? -1 : head + sentence.First,
            Relation = head < 0 ? "root" : model.Parser!.Relations[labels[at]],
        };
    }

    public static string FeaturesOf(LanguageModel model, string form, byte tag)
    {
        if (form.Length > 20) return model.Tags.Features(tag);
        Span<char> key = stackalloc char[form.Length + 1];
        key[0] = (char)('A' + tag);
        form.AsSpan().ToLowerInvariant(key[1..]);
        key.Replace('’', '\'');
        return model.Features.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var features) ? features : model.Tags.Features(tag);
    }
}
