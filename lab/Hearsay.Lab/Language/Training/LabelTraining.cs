using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>Trains the naming of relations on the gold trees, with the tags that the tagger would give.</summary>
internal static class LabelTraining
{
    private const int RarestRelation = 3;

    /// <summary>Tags seen together so often, with another relation at most once in <see cref="SureShare"/> times, leave no doubt.</summary>
    private const int SureCount = 10;
    private const int SureShare = 100;

    public static RelationLabeler Train(IReadOnlyList<GoldSentence> train, byte[][] tags, TagSet tagSet, (Lexicon Lexicon, Lemmatizer Lemmatizer) known, int epochs)
    {
        var counts = train.SelectMany(s => s.Words).CountBy(w => w.Relation).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        // Relations that a head has but once come first: the labeler remembers which of the first 32 stand before.
        string[] relations = [.. counts.Where(c => c.Value >= RarestRelation).Select(c => c.Key)];
        var numbers = relations.Index().ToDictionary(r => r.Item, r => (byte)r.Index, StringComparer.Ordinal);
        var sentences = train.Select((s, i) => (Sentence: s, Tags: tags[i], Heads: s.Words.Select(w => w.Head).ToArray(), Gold: s.Words.Select(w => Number(numbers, w.Relation)).ToArray())).ToArray();
        var (words, input, tree, random) = (new WordTable(), new ParserInput(), new TreeShape(), new Random(29));
        var counter = new FeatureCounter(2);
        var seen = new Dictionary<int, int[]>();
        foreach (var (sentence, own, heads, gold) in sentences)
        {
            words.Clear();
            foreach (var word in sentence.Words) words.Add(word.Form, known.Lexicon);
            input.Fill(words, own, tagSet, known.Lemmatizer);
            tree.Fill(heads, input.Kinds);
            Count(counter, input, tree, gold);
            for (var i = 0; i < gold.Length; i++)
            {
                var key = RelationLabeler.KeyOf(input, heads[i], i);
                if (!seen.TryGetValue(key, out var times)) seen.Add(key, times = new int[relations.Length]);
                times[gold[i]]++;
            }
        }

        var labeler = new RelationLabeler(new LinearModel(relations.Length, counter.Table), relations, Sure(seen));
        var perceptron = new Perceptron(labeler.Model);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(sentences);
            var wrong = 0;
            foreach (var (sentence, own, heads, gold) in sentences)
            {
                words.Clear();
                foreach (var word in sentence.Words) words.Add(word.Form, known.Lexicon);
                input.Fill(words, own, tagSet, known.Lemmatizer);
                tree.Fill(heads, input.Kinds);
                wrong += Learn(labeler, perceptron, input, tree, gold);
            }

            Console.Error.WriteLine($"    labels epoch {epoch + 1}: {wrong} wrong");
        }

        perceptron.Finish();
        return labeler;
    }

    private static SureRelations Sure(Dictionary<int, int[]> seen) => new(seen.Where(s => s.Value.Sum() is var all && all >= SureCount && (all - s.Value.Max()) * SureShare <= all)
        .Select(s => KeyValuePair.Create(s.Key, (byte)(Array.IndexOf(s.Value, s.Value.Max()) + 1))));

    private static byte Number(Dictionary<string, byte> numbers, string relation) =>
        numbers.TryGetValue(relation, out var n) || numbers.TryGetValue(relation[..Math.Max(0, relation.IndexOf(':', StringComparison.Ordinal))], out n) ? n : (byte)0;

    private static void Count(FeatureCounter counter, ParserInput input, TreeShape tree, byte[] gold)
    {
        Span<uint> buffer = stackalloc uint[RelationLabeler.MaxFeatures];
        foreach (var word in tree.TopDown)
        {
            var features = new FeatureList(buffer);
            RelationLabeler.Look(input, tree, gold, word, ref features);
            counter.See(features.Features);
        }
    }

    private static int Learn(RelationLabeler labeler, Perceptron perceptron, ParserInput input, TreeShape tree, byte[] gold)
    {
        Span<int> scores = stackalloc int[labeler.Model.Stride];
        Span<uint> buffer = stackalloc uint[RelationLabeler.MaxFeatures];
        Span<byte> labels = stackalloc byte[tree.Count];
        var wrong = 0;
        foreach (var word in tree.TopDown)
        {
            var features = new FeatureList(buffer);
            RelationLabeler.Look(input, tree, labels, word, ref features);
            labeler.Model.Score(features.Features, scores);
            var best = labeler.Model.Best(scores);
            labels[word] = (byte)best;
            perceptron.Step();
            if (best == gold[word]) continue;
            wrong++;
            perceptron.Update(features.Features, gold[word], best);
        }

        return wrong;
    }
}
