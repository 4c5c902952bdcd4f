using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>Trains the finder of names. Where a corpus does not mark other names than persons, organisations and places, finding one there is no error.</summary>
internal static class NameTraining
{
    private const int Other = 7;

    public static NameTagger Train(IReadOnlyList<NamedSentence> train, LanguageModel model, int epochs)
    {
        var (words, tags) = (new WordTable(), new byte[1024]);
        var counter = new FeatureCounter(2);
        var sentences = train.Where(s => s.Words.Length < 400).Select(s => (Sentence: s, Tags: Tags(s, model, words))).ToArray();
        foreach (var (sentence, own) in sentences)
        {
            Fill(words, sentence, model);
            Span<uint> buffer = new uint[NameTagger.MaxFeatures];
            var known = words.Listed();
            for (var i = 0; i < words.Count; i++)
            {
                var features = new FeatureList(buffer);
                NameTagger.Look(words, own, known, sentence.Labels, i, ref features);
                counter.See(features.Features);
            }
        }

        var tagger = new NameTagger(new LinearModel(NameTagger.Classes, counter.Table));
        var perceptron = new Perceptron(tagger.Model);
        var random = new Random(31);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(sentences);
            var wrong = 0;
            foreach (var (sentence, own) in sentences)
            {
                Fill(words, sentence, model);
                wrong += Learn(tagger, perceptron, words, own, sentence, tags);
            }

            Console.Error.WriteLine($"    names epoch {epoch + 1}: {wrong} wrong");
        }

        perceptron.Finish();
        return tagger;
    }

    private static byte[] Tags(NamedSentence sentence, LanguageModel model, WordTable words)
    {
        Fill(words, sentence, model);
        var tags = new byte[words.Count];
        model.Tagger.Tag(words, tags);
        return tags;
    }

    private static void Fill(WordTable words, NamedSentence sentence, LanguageModel model)
    {
        words.Clear();
        foreach (var word in sentence.Words) words.Add(word, model.Lexicon);
    }

    private static int Learn(NameTagger tagger, Perceptron perceptron, WordTable words, byte[] tags, NamedSentence sentence, byte[] labels)
    {
        Span<int> scores = stackalloc int[tagger.Model.Stride];
        Span<uint> buffer = stackalloc uint[NameTagger.MaxFeatures];
        var known = words.Listed();
        var wrong = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var features = new FeatureList(buffer);
            NameTagger.Look(words, tags, known, labels, i, ref features);
            tagger.Model.Score(features.Features, scores);
            var best = NameTagger.Best(scores, i > 0 ? labels[i - 1] : 0);
            var gold = sentence.Labels[i];
            // A further word cannot follow a wrong beginning: then the first-word class is the right one.
            if (gold > 0 && gold % 2 == 0 && (i == 0 || (labels[i - 1] + 1) / 2 != gold / 2)) gold--;
            labels[i] = (byte)best;
            perceptron.Step();
            if (best == gold || (!sentence.MarksOther && gold == 0 && best >= Other)) continue;
            wrong++;
            perceptron.Update(features.Features, gold, best);
        }

        return wrong;
    }
}
