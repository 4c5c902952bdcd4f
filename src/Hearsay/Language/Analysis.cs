using System.Collections.Immutable;
using Hearsay.Language.Models;
using Hearsay.Text;

namespace Hearsay.Language;

/// <summary>Spans of words in, analysed tokens out, sentence by sentence: tags, lemmas, features, heads, relations.</summary>
internal sealed class Analysis(LanguageModel model)
{
    private static Analysis? spare;

    /// <summary>More words than any sentence has (<see cref="SentenceSplitter.Longest"/>), also those of the treebanks.</summary>
    private const int Longest = 1000;

    private readonly LanguageModel model = model;
    private readonly ReportingClauses clauses = new(model.Labeler.Relations);
    private readonly WordTable words = new();
    private readonly ParserInput input = new();
    private readonly ParserBeam beam = new(model.Parser.Model, DependencyParser.Width, DependencyParser.Slack);
    private readonly TreeShape tree = new();
    private readonly NameSight sight = new();
    private readonly NameEvidence evidence = new();
    private readonly int[] heads = new int[Longest];
    private readonly byte[] tags = new byte[Longest];
    private readonly byte[] labels = new byte[Longest];
    private readonly byte[] names = new byte[Longest];
    private readonly int[] kindScores = new int[4 * Longest];

    /// <summary>Analyses a text's words; without <paramref name="trees"/> every word is the root of itself.</summary>
    public static (ImmutableArray<Token> Tokens, ImmutableArray<Name> Names) Of(string text, List<TextSpan> spans, ImmutableArray<Sentence> sentences, bool trees)
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

        foreach (var sentence in sentences)
        {
            var (first, count) = (sentence.First, sentence.Count);
            analysis.Analyse(known.AsSpan(first, count), trees);
            for (var i = first; i < first + count; i++) tokens.Add(Make(spans[i], i, sentence.Index, analysis, i - first, first));
            analysis.AddNames(first, count, found);
        }

        var names = new NameRefiner(i => tokens[i].Form, tokens.Count).Refine(found, (i, n) => TextSpan.Cover(spans[i], spans[i + n - 1]));
        spare = analysis;
        return (tokens.MoveToImmutable(), [.. names]);
    }

    /// <summary>Analyses words given as such; for the lab, which scores on given tokens.</summary>
    public void Analyse(IReadOnlyList<string> forms, Span<byte> tagsOut, Span<int> headsOut, Span<byte> labelsOut)
    {
        words.Clear();
        foreach (var form in forms) words.Add(model.Words.Of(form), model.Words);
        LookAtWords();
        BuildTree();
        tags.AsSpan(0, forms.Count).CopyTo(tagsOut);
        heads.AsSpan(0, forms.Count).CopyTo(headsOut);
        labels.AsSpan(0, forms.Count).CopyTo(labelsOut);
    }

    private void Analyse(ReadOnlySpan<KnownWord> sentence, bool trees)
    {
        words.Clear();
        foreach (var word in sentence) words.Add(word, model.Words);
        LookAtWords();
        if (trees) BuildTree();
        else heads.AsSpan(0, sentence.Length).Fill(-1);
    }

    private void LookAtWords()
    {
        model.Tagger.Tag(words, tags);
        model.Names?.Find(words, tags, sight, evidence, names, kindScores);
    }

    private void BuildTree()
    {
        var count = words.Count;
        input.Fill(words, tags, model.Tags, model.Lemmatizer);
        DependencyParser.Parse(input, beam, heads);
        tree.Fill(heads.AsSpan(0, count), input.Kinds);
        model.Labeler.Label(input, tree, labels);
        clauses.SetRight(input, heads.AsSpan(0, count), labels);
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

    private static Token Make(TextSpan span, int index, int sentence, Analysis analysis, int at, int first)
    {
        var word = analysis.words.Known(at)!;
        var model = analysis.model;
        var tag = analysis.tags[at];
        var forms = word.As(tag, model);
        var head = analysis.heads[at];
        return new Token
        {
            Index = index,
            Span = span,
            Sentence = sentence,
            Form = word.Form,
            Tag = model.Tags.Upos(tag),
            Lemma = forms.Lemma,
            Features = forms.Features,
            Head = head < 0 ? -1 : head + first,
            Relation = head < 0 ? "root" : model.Labeler.Relations[analysis.labels[at]],
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
