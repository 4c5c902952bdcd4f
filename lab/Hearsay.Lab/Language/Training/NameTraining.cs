using Hearsay.Lab.Language.WordVectors;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training;

/// <summary>
/// Trains the finder of names, in two turns. Teachers learn from the marked corpora, where they see a treebank's own tags and trees, and say where
/// names stand in a treebank without marked names. Then the finder learns from both, with tags as it will meet them: by taggers that did not see the
/// sentence.
/// </summary>
internal static class NameTraining
{
    /// <summary>So many are trained on orders of their own, and their mean is kept: one alone is a matter of luck by a hundredth of F1.</summary>
    private const int Learners = 4;

    public static NameTagger Train(NameSources sources, LanguageModel model, int epochs)
    {
        var classes = WordClassing.Of(WordVectorFile.Read());
        var examples = new NameExamples(model, classes);
        var taught = Teach(sources, examples, epochs);
        var (linear, learners) = Learn(examples.Of([.. sources.Marked, .. taught], trees: false), epochs);
        ChainLearner.Finish(linear, learners);
        return new NameTagger(linear, model.Tags, classes);
    }

    /// <summary>The sentences without marked names with those that teachers say.</summary>
    public static IEnumerable<NamedSentence> Teach(NameSources sources, LanguageModel model, int epochs) =>
        Teach(sources, new NameExamples(model, WordClassing.Of(WordVectorFile.Read())), epochs);

    private static IEnumerable<NamedSentence> Teach(NameSources sources, NameExamples examples, int epochs)
    {
        var (seen, teachers) = Learn(examples.Of(sources.Marked, trees: true), epochs);
        return NamesBy(seen, teachers, sources.Unmarked, examples);
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

    /// <summary>The sentences with the names that the teachers find most probable.</summary>
    private static IEnumerable<NamedSentence> NamesBy(
        LinearModel features,
        ChainLearner[] teachers,
        IReadOnlyList<NamedSentence> unmarked,
        NameExamples examples)
    {
        foreach (var example in examples.Of(unmarked, trees: true))
        {
            var labels = new byte[example.Sentence.Words.Length];
            foreach (var (chain, places) in example.Chains(features))
            {
                float[][] said = [.. teachers.Select(t => t.Posterior(chain))];
                for (var i = 0; i < places.Length; i++)
                {
                    var label = Enumerable.Range(0, NameTagger.Classes).MaxBy(c => said.Sum(p => p[i * NameTagger.Classes + c]));
                    // Names of other kinds are left open, as in the corpora that do not mark them
                    labels[places[i]] = (byte)(label < NameExamples.Other ? label : 0);
                }
            }

            yield return example.Sentence with { Labels = labels };
        }
    }
}
