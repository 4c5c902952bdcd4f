using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>The tags of a sentence by a tagger that did not learn from it, and the words which that tagger knew.</summary>
internal sealed record JackknifedTags(byte[] Tags, Lexicon Lexicon);

/// <summary>
/// Trains the tagger, and tags the training part by taggers that did not see it (five parts, each tagged by a model of the other four).
/// </summary>
internal static class TaggerTraining
{
    private const int Folds = 5;

    public static Tagger Train(IReadOnlyList<GoldSentence> train, TagInventory inventory, Lexicon lexicon, int epochs)
    {
        var sentences = train.Select(s => (s, Gold: s.Words.Select(inventory.ClassOf).ToArray())).ToArray();
        var words = new WordTable();
        var counter = new FeatureCounter(2);
        foreach (var (sentence, gold) in sentences)
        {
            words.Clear();
            foreach (var word in sentence.Words) words.Add(word.Form, lexicon);
            Count(counter, words, gold);
        }

        var tagger = new Tagger(new LinearModel(inventory.Tags.Count, counter.Table));
        var perceptron = new Perceptron(tagger.Model);
        var tags = new byte[1024];
        var random = new Random(17);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(sentences);
            var wrong = 0;
            foreach (var (sentence, gold) in sentences)
            {
                words.Clear();
                foreach (var word in sentence.Words) words.Add(word.Form, lexicon);
                wrong += Learn(tagger, perceptron, words, gold, tags);
            }

            Console.Error.WriteLine($"    tagger epoch {epoch + 1}: {wrong} wrong");
        }

        perceptron.Finish();
        return tagger;
    }

    public static JackknifedTags[] Jackknife(IReadOnlyList<GoldSentence> train, TagInventory inventory, int epochs)
    {
        var result = new JackknifedTags[train.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            // Whole documents go together: sentences of one document resemble each other.
            var documents = train.Select(s => s.Document).Distinct().Index().ToDictionary(d => d.Item, d => d.Index % Folds);
            var seen = train.Where(s => documents[s.Document] != fold).ToList();
            var lexicon = inventory.Lexicon(seen);
            var tagger = Train(seen, inventory, lexicon, epochs);
            for (var i = 0; i < train.Count; i++)
            {
                if (documents[train[i].Document] != fold) continue;
                result[i] = new JackknifedTags(Tag(tagger, lexicon, train[i]), lexicon);
            }
        }

        return result;
    }

    /// <summary>The tags of a sentence.</summary>
    public static byte[] Tag(Tagger tagger, Lexicon lexicon, GoldSentence sentence)
    {
        var (words, tags) = (new WordTable(), new byte[sentence.Words.Length]);
        foreach (var word in sentence.Words) words.Add(word.Form, lexicon);
        tagger.Tag(words, tags);
        return tags;
    }

    private static void Count(FeatureCounter counter, WordTable words, byte[] gold)
    {
        Span<uint> buffer = stackalloc uint[Tagger.MaxFeatures];
        for (var i = 0; i < words.Count; i++)
        {
            var features = new FeatureList(buffer);
            Tagger.Look(words, gold, i, ref features);
            counter.See(features.Features);
        }
    }

    private static int Learn(Tagger tagger, Perceptron perceptron, WordTable words, byte[] gold, byte[] tags)
    {
        Span<int> scores = stackalloc int[tagger.Model.Stride];
        Span<uint> buffer = stackalloc uint[Tagger.MaxFeatures];
        var wrong = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var features = new FeatureList(buffer);
            Tagger.Look(words, tags, i, ref features);
            tagger.Model.Score(features.Features, scores);
            var best = tagger.Model.Best(scores);
            tags[i] = (byte)best;
            perceptron.Step();
            if (best == gold[i]) continue;
            wrong++;
            perceptron.Update(features.Features, gold[i], best);
        }

        return wrong;
    }
}
