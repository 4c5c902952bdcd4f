using Hearsay.Lab.Language.WordVectors;
using Hearsay.Language;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>Trains the finder of names. Where a corpus does not mark other names than persons, organisations and places, finding one there is no error.</summary>
internal static class NameTraining
{
    private const int Other = 7;

    /// <summary>So many are trained on orders of their own, and their mean is kept: one alone is a matter of luck by a hundredth of F1.</summary>
    private const int Learners = 4;

    public static NameTagger Train(IReadOnlyList<NamedSentence> train, LanguageModel model, int epochs)
    {
        var (words, sight) = (new WordTable(), new NameSight());
        var isProper = NameTagger.ProperTags(model.Tags);
        var counter = new FeatureCounter(2);
        var evidence = new NameEvidence();
        var classes = WordClassing.Of(WordVectorFile.Read());
        var seen = new List<List<Seen>>();
        foreach (var document in train.Where(s => s.Words.Length < 400).GroupBy(s => s.Document))
        {
            evidence.Clear();
            foreach (var sentence in document)
            {
                evidence.Begin();
                foreach (var word in sentence.Words) evidence.See(word);
            }

            seen.AddRange(document.Select(s => Look(s, model, classes, words, sight, evidence, isProper)));
        }

        foreach (var word in seen.SelectMany(s => s)) counter.See(word.Features);
        for (var k = 0; k < NameTagger.Joints * NameTagger.Classes; k++) counter.Table.Add(NameTagger.Joint(k / NameTagger.Classes, k % NameTagger.Classes));
        var linear = new LinearModel(NameTagger.Classes, counter.Table);
        var chains = seen.SelectMany(s => Chains(s, linear)).ToArray();
        Console.Error.WriteLine($"    {chains.Length} stretches, {chains.Sum(c => c.Rows.Length)} words, {counter.Table.Count} features");
        var learners = Enumerable.Range(0, Learners).Select(n => new ChainLearner(linear, lasso: 1, ridge: 3, seed: 7 + n)).ToArray();
        Parallel.For(0, Learners, n => Learn(learners[n], [.. chains], epochs, 31 + n));
        ChainLearner.Finish(linear, learners);
        return new NameTagger(linear, model.Tags, classes);
    }

    private static void Learn(ChainLearner learner, Chain[] chains, int epochs, int seed)
    {
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(chains);
            Console.Error.WriteLine($"    names epoch {epoch + 1}: {chains.Sum(learner.Learn):0}");
        }
    }

    private readonly record struct Seen(int Place, bool StartsRun, uint[] Features, byte Joint, ushort Allowed);

    private static List<Seen> Look(NamedSentence sentence, LanguageModel model, WordClasses classes, WordTable words, NameSight sight, NameEvidence evidence, bool[] isProper)
    {
        words.Clear();
        foreach (var word in sentence.Words) words.Add(word, model.Lexicon);
        for (var i = 0; i < words.Count; i++) words[i].Class = classes.Of(words[i].Lower);
        var tags = new byte[words.Count];
        model.Tagger.Tag(words, tags);
        sight.Fill(words, tags, isProper, evidence);
        Span<uint> buffer = new uint[NameTagger.MaxFeatures];
        var all = new List<Seen>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!sight.IsCandidate(i)) continue;
            var features = new FeatureList(buffer);
            NameFeatures.Look(words, tags, sight, i, ref features);
            all.Add(new Seen(i, sight.First(i) == i, features.Features.ToArray(), (byte)NameTagger.JointOf(sight, i), Allowed(sentence, i, sight.First(i))));
        }

        return all;
    }

    /// <summary>The classes that may be right: the marked one; where other names are not marked, "outside" may as well be one.</summary>
    private static ushort Allowed(NamedSentence sentence, int i, int first)
    {
        var gold = sentence.Labels[i];
        if (gold > 0 && gold % 2 == 0 && i == first) gold--;
        return (ushort)(1 << gold | (gold == 0 && !sentence.MarksOther ? 1 << Other | 1 << (Other + 1) : 0));
    }

    private static IEnumerable<Chain> Chains(List<Seen> sentence, LinearModel model)
    {
        for (var i = 0; i < sentence.Count;)
        {
            var end = i + 1;
            while (end < sentence.Count && !sentence[end].StartsRun) end++;
            var run = sentence[i..end];
            yield return new Chain([.. run.Select(w => w.Features.Select(model.Row).Where(r => r >= 0).ToArray())], [.. run.Select(w => w.Joint)], [.. run.Select(w => w.Allowed)]);
            i = end;
        }
    }
}
