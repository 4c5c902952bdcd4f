using Hearsay.Lab.Language.WordVectors;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>Trains the finder of names, with tags as it will meet them: by taggers that did not see the sentence.</summary>
internal static class NameTraining
{
    /// <summary>So many are trained on orders of their own, and their mean is kept: one alone is a matter of luck by a hundredth of F1.</summary>
    private const int Learners = 4;

    public static NameTagger Train(IReadOnlyList<NamedSentence> sentences, LanguageModel model, int epochs)
    {
        var classes = WordClassing.Of(WordVectorFile.Read());
        var (linear, learners) = Learn(new NameExamples(model, classes).Of(sentences), epochs);
        ChainLearner.Finish(linear, learners);
        return new NameTagger(linear, model.Tags, classes);
    }

    private static (LinearModel Features, ChainLearner[] Learners) Learn(List<NameExample> examples, int epochs)
    {
        var counter = new FeatureCounter(2);
        foreach (var word in examples.SelectMany(e => e.Words)) counter.See(word.Features);
        for (var joint = 0; joint < NameTagger.Joints; joint++)
        {
            for (var before = 0; before < NameTagger.Classes; before++) counter.Table.Add(NameTagger.Joint(joint, before));
        }

        var linear = new LinearModel(NameTagger.Classes, counter.Table);
        var chains = examples.SelectMany(e => e.Chains(linear)).Select(c => c.Chain).ToArray();
        Console.Error.WriteLine($"    {chains.Length} stretches, {chains.Sum(c => c.Rows.Length)} words, {counter.Table.Count} features");
        var learners = Enumerable.Range(0, Learners).Select(n => new ChainLearner(linear, lasso: 1, ridge: 3, seed: 7 + n)).ToArray();
        Parallel.For(0, Learners, n => Learn(learners[n], [.. chains], epochs, 31 + n));
        return (linear, learners);
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
}
