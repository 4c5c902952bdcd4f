using Hearsay.Lab.Language;
using Hearsay.Lab.Language.Training.Parser;
using Hearsay.Language.Models;

namespace Hearsay.Tests.Lab;

public sealed class NetworkPassTests
{
    private const float Step = 2e-2f;
    private const int Seed = 3;

    /// <summary>The gradient of every kind of parameter is the slope that the loss shows when one number is moved a little.</summary>
    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        var network = Network();
        var pass = new NetworkPass(network, 0, leftOut: 0, wordsLeftOut: 0);
        TrainingSentence[] sentences = [Sentence([1, 2, 3, 1], [2, 0, 2, 3], [1, 0, 2, 1]), Sentence([2, 4], [0, 1], [0, 2])];
        pass.Learn(sentences, Seed);
        var random = new Random(11);
        var gradients = network.All().Select(p => (Parameter: p, Gradient: p.Gradient(0).ToArray())).ToArray();
        foreach (var (number, (parameter, gradient)) in gradients.Index())
        {
            var moved = Enumerable.Range(0, gradient.Length).Where(i => Math.Abs(gradient[i]) > 0.02f).OrderBy(_ => random.Next()).Take(5).ToArray();
            Assert.True(moved.Length > 0 || gradient.All(g => Math.Abs(g) <= 0.02f), $"parameter {number} has no gradient");
            foreach (var i in moved)
            {
                var slope = (Loss(pass, sentences, parameter, i, Step) - Loss(pass, sentences, parameter, i, -Step)) / (2 * Step);
                Assert.True(
                    Math.Abs(slope - gradient[i]) < 0.02 + 0.05 * Math.Abs(gradient[i]),
                    $"parameter {number}, place {i}: slope {slope}, gradient {gradient[i]}"
                );
            }
        }
    }

    private static double Loss(NetworkPass pass, TrainingSentence[] sentences, Parameter parameter, int at, float by)
    {
        var before = parameter.Values[at];
        parameter.Values[at] = before + by;
        var loss = pass.Learn(sentences, Seed);
        parameter.Values[at] = before;
        return loss;
    }

    private static TrainedNetwork Network()
    {
        string[] words = ["the", "tolman", "bridge", "closed"];
        GoldSentence[] gold =
        [
            new GoldSentence("1", "a", "", true, [.. words.Concat(words).Select(w => new GoldWord(w, w, "X", "X", "", -1, "root", ""))]),
        ];
        var vectors = words.Select((w, i) => (w, Enumerable.Range(0, 16).Select(k => MathF.Sin(i * 16 + k)).ToArray())).ToList();
        return new TrainedNetwork(
            new NetworkShape(16, 16, 2, 16, 16, 3, 4),
            new Vocabulary(gold, vectors),
            ["root", "nsubj", "det"],
            workers: 1,
            seed: 5
        );
    }

    private static TrainingSentence Sentence(int[] words, int[] heads, int[] relations) =>
        new(
            [.. words.SelectMany((w, i) => new[] { w, i % 4, w * 5, w * 3, w * 7, w, i % 2 })],
            heads,
            relations,
            [.. words.Select((w, i) => (w + i) % 4)]
        );
}
