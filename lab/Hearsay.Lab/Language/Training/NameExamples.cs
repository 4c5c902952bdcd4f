using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>
/// A word that may be part of a name: its place, whether a stretch begins with it, what is seen of it, the classes that may be right (a bit each).
/// </summary>
internal readonly record struct NameWord(int Place, bool StartsRun, uint[] Features, byte Joint, ushort Allowed);

/// <summary>A sentence with what is seen of those of its words that may be part of a name.</summary>
internal sealed record NameExample(NamedSentence Sentence, List<NameWord> Words)
{
    /// <summary>Its stretches with the rows of a model, each with the places of its words.</summary>
    public IEnumerable<(Chain Chain, int[] Places)> Chains(LinearModel model)
    {
        for (var i = 0; i < Words.Count;)
        {
            var end = i + 1;
            while (end < Words.Count && !Words[end].StartsRun) end++;
            var run = Words[i..end];
            int[][] rows = [.. run.Select(w => w.Features.Select(model.Row).Where(r => r >= 0).ToArray())];
            yield return (new Chain(rows, [.. run.Select(w => w.Joint)], [.. run.Select(w => w.Allowed)]), [.. run.Select(w => w.Place)]);
            i = end;
        }
    }
}

/// <summary>
/// Looks at sentences as the finder of names will. Where a corpus does not mark other names than persons, organisations and places, finding one there
/// is no error. With trees, what a treebank says takes the place of the tagger's tags, and how each word hangs is seen as well.
/// </summary>
internal sealed class NameExamples(LanguageModel model, WordClasses classes)
{
    /// <summary>The first class of names of other kinds.</summary>
    public const int Other = 7;
    private const int Longest = 400;
    private readonly bool[] isProper = NameTagger.ProperTags(model.Tags);
    private readonly WordTable words = new();
    private readonly NameSight sight = new();
    private readonly NameEvidence evidence = new();

    /// <summary>The sentences text by text.</summary>
    public List<NameExample> Of(IEnumerable<NamedSentence> sentences, bool trees)
    {
        var all = new List<NameExample>();
        foreach (var document in sentences.Where(s => s.Words.Length < Longest).GroupBy(s => s.Document))
        {
            evidence.Clear();
            foreach (var sentence in document)
            {
                evidence.Begin();
                foreach (var word in sentence.Words) evidence.See(word);
            }

            all.AddRange(document.Select(s => new NameExample(s, Look(s, trees ? s.Tree : null))));
        }

        return all;
    }

    private List<NameWord> Look(NamedSentence sentence, GoldTree? tree)
    {
        var tags = Tag(sentence, tree);
        sight.Fill(words, tags, isProper, evidence);
        Span<uint> buffer = new uint[NameTagger.MaxFeatures];
        var all = new List<NameWord>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!sight.IsCandidate(i)) continue;
            var features = new FeatureList(buffer);
            NameFeatures.Look(words, tags, sight, i, ref features);
            if (tree is not null) LookAtTree(tree.Words, i, sight.Kind(i), ref features);
            var (first, joint) = (sight.First(i), (byte)NameTagger.JointOf(sight, i));
            all.Add(new NameWord(i, first == i, features.Features.ToArray(), joint, Allowed(sentence, i, first)));
        }

        return all;
    }

    private byte[] Tag(NamedSentence sentence, GoldTree? tree)
    {
        words.Clear();
        foreach (var word in sentence.Words) words.Add(word, model.Lexicon);
        for (var i = 0; i < words.Count; i++)
        {
            words[i].Class = classes.Of(words[i].Lower);
            // A word known from this sentence's own fold alone would not be known elsewhere
            if (sentence.Tags is { } fold && fold.Lexicon.Find(words[i].Lower).TagSet == 0) words[i].TagSet = 0;
        }

        if ((tree?.Tags ?? sentence.Tags?.Tags) is { } given) return given;
        var tags = new byte[words.Count];
        model.Tagger.Tag(words, tags);
        return tags;
    }

    /// <summary>How the word hangs and on what, and whether its neighbours make up one name with it.</summary>
    private static void LookAtTree(GoldWord[] tree, int i, uint kind, ref FeatureList f)
    {
        var top = Top(tree, i);
        uint joined = (i > 0 && Top(tree, i - 1) == top ? 1u : 0u) | (i + 1 < tree.Length && Top(tree, i + 1) == top ? 2u : 0u);
        uint relation = FeatureList.Hash(tree[top].Relation), head = tree[top].Head < 0 ? 1u : FeatureList.Hash(tree[tree[top].Head].Lemma);
        uint upos = FeatureList.Hash(tree[i].Upos), topUpos = FeatureList.Hash(tree[top].Upos);
        f.Put(201, joined, kind, upos);
        f.Put(202, joined, relation);
        f.Put(203, relation, kind);
        f.Put(204, head, relation);
        f.Put(205, head, upos);
        f.Put(206, joined, upos, topUpos);
        f.Put(207, FeatureList.Hash(tree[top].Form), joined);
        f.Put(208, FeatureList.Hash(tree[i].Relation), joined);
        foreach (var below in tree.Where(w => w.Head == top && w.Relation is "case" or "det" or "appos" or "conj" or "amod" or "cop"))
        {
            f.Put(209, FeatureList.Hash(below.Lemma), FeatureList.Hash(below.Relation));
        }
    }

    /// <summary>The highest of the proper nouns that are one name with the word.</summary>
    private static int Top(GoldWord[] tree, int i)
    {
        while (tree[i] is { Head: >= 0, Upos: "PROPN", Relation: "flat" or "compound" or "goeswith" } word && tree[word.Head].Upos == "PROPN")
            i = word.Head;
        return i;
    }

    /// <summary>
    /// The classes that may be right: the marked one; where other names are not marked, "outside" may as well be one. A further word that follows
    /// none of its kind begins a name.
    /// </summary>
    private static ushort Allowed(NamedSentence sentence, int i, int first)
    {
        var gold = sentence.Labels[i];
        if (gold > 0 && gold % 2 == 0 && (i == first || !NameTagger.MayFollow(sentence.Labels[i - 1], gold))) gold--;
        return (ushort)(1 << gold | (gold == 0 && !sentence.MarksOther ? 1 << Other | 1 << (Other + 1) : 0));
    }
}
