using System.Collections.Immutable;
using Hearsay.Language.Models;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>
/// Spans of words in, analysed tokens out: tags, lemmas, features, heads, relations. Sentence by sentence the words are looked at; trees are drawn
/// for several sentences together.
/// </summary>
internal sealed class Analysis(LanguageModel model) 
{
    /// <summary>Sentences are parsed together until they have so many words.</summary>
    private const int Together = 256;

    private static Analysis? spare;

    /// <summary>More words than any sentence has (<see cref="SentenceSplitter.Longest"/>), also those of the treebanks.</summary>
    private const int Longest = 1000;

    private readonly LanguageModel model = model;
    private readonly TreeConsistency consistency = new(model.Parser!.Relations);
    private readonly ReportingClauses clauses = new(model.Parser!.Relations);
    private readonly WordTable words = new();
    private readonly ParserRun run = new(model.Parser!);
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
    public static (ImmutableArray<Token> Tokens, ImmutableArray<Name> Names) Of(
        string text,
        List<TextSpan> spans,
        ImmutableArray<Sentence> sentences,
        bool trees
    )
    {
        var found = new List<FoundName>();
        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        var analysis = Interlocked.Exchange(ref spare, null) ?? new Analysis(LanguageModel.Shipped);
        analysis.evidence.Clear();
        var words = analysis.model.Words;
        var known = new KnownWord[spans.Count];
        foreach (var sentence in sentences)
        {
            analysis.evidence.Begin();
            for (var i = sentence.First; i < sentence.First + sentence.Count; i++) analysis.evidence.See(known[i] = words.Of(Form(text, spans[i])));
        }

        var from = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var (first, count) = (sentences[s].First, sentences[s].Count);
            analysis.Begin();
            foreach (var word in known.AsSpan(first, count)) analysis.words.Add(word, words);
            analysis.LookAtWords(trees);
            analysis.AddNames(first, count, found);
            if (analysis.filled < Together && s + 1 < sentences.Length) continue;
            if (trees) analysis.BuildTrees(sentences.AsSpan()[from..(s + 1)]);
            else analysis.heads.AsSpan(0, analysis.filled).Fill(-1);
            analysis.AddTokens(spans, sentences.AsSpan()[from..(s + 1)], tokens);
            from = s + 1;
        }

        var names = new NameRefiner(i => tokens[i].Form, tokens.Count).Refine(found, (i, n) => TextSpan.Cover(spans[i], spans[i + n - 1]));
        spare = analysis;
        return (tokens.MoveToImmutable(), [.. names]);
    }

    /// <summary>Analyses words given as such; for the lab, which scores on given tokens.</summary>
    public void Analyse(IReadOnlyList<string> given, Span<byte> tagsOut, Span<int> headsOut, Span<byte> labelsOut)
    {
        Begin();
        foreach (var form in given) words.Add(model.Words.Of(form), model.Words);
        LookAtWords(trees: true);
        BuildTrees([new Sentence(0, default, 0, given.Count, 0)]);
        tags.AsSpan(0, given.Count).CopyTo(tagsOut);
        heads.AsSpan(0, given.Count).CopyTo(headsOut);
        labels.AsSpan(0, given.Count).CopyTo(labelsOut);
        filled = 0;
    }

    private void Begin()
    {
        words.Clear();
        if (filled == 0) run.Clear();
    }

    private void LookAtWords(bool trees)
    {
        model.Tagger.Tag(words, tags.AsSpan(filled));
        model.Names?.Find(words, tags.AsSpan(filled), sight, evidence, names, kindScores);
        for (var i = 0; i < words.Count; i++) known[filled + i] = words.Known(i)!;
        if (trees) run.Add(words, tags.AsSpan(filled));
        filled += words.Count;
    }

    private void BuildTrees(ReadOnlySpan<Sentence> sentences)
    {
        run.Parse(tags, heads, labels);
        var word = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var count = sentences[s].Count;
            for (var i = 0; i < count; i++) kinds[i] = model.Tags.Upos(tags[word + i]);
            var tree = heads.AsSpan(word, count);
            var named = labels.AsSpan(word, count);
            tree.CopyTo(foundHeads);
            named.CopyTo(foundLabels);
            consistency.SetRight(known.AsSpan(word, count), kinds.AsSpan(0, count), tree, named);
            clauses.SetRight(run.Quoted(s), tree, named);
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

    /// <summary>Names in a text of several sentences given as words; for the lab.</summary>
    public List<Name> FindNames(IReadOnlyList<string[]> sentences)
    {
        var found = new List<FoundName>();
        var first = 0;
        evidence.Clear();
        foreach (var sentence in sentences)
        {
            evidence.Begin();
            foreach (var form in sentence) evidence.See(form);
        }

        foreach (var sentence in sentences)
        {
            words.Clear();
            foreach (var form in sentence) words.Add(model.Words.Of(form), model.Words);
            model.Tagger.Tag(words, tags);
            model.Names!.Find(words, tags, sight, evidence, names, kindScores);
            AddNames(first, sentence.Length, found);
            first += sentence.Length;
        }

        string[] forms = [.. sentences.SelectMany(s => s)];
        return new NameRefiner(i => forms[i], forms.Length).Refine(found, (i, n) => new TextSpan(i, n));
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
