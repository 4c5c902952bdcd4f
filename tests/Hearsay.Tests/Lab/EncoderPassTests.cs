using Hearsay.Lab.Language.Training;
using Hearsay.Lab.Language.Training.Encoder;
using Hearsay.Lab.Language.Training.Parser;

namespace Hearsay.Tests.Lab;

public sealed class EncoderPassTests
{
    private const float Step = 4e-3f;

    /// <summary>The gradient of every kind of parameter is the slope that the loss shows when one number is moved a little.</summary>
    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        var random = new Random(5);
        var encoder = Encoder(random, workers: 1);
        var pass = new EncoderPass(encoder, 0, leftOut: 0);
        var sentences = Sentences(random);
        encoder.Prepare(backward: true);
        pass.Learn(sentences, 1);
        foreach (var (name, parameter) in encoder.Named().ToArray())
        {
            foreach (var (_, other) in encoder.Named()) Array.Clear(other.Gradient(0));
            Loss(encoder, pass, sentences, parameter, 0, 0);
            var gradient = parameter.Gradient(0).ToArray();
            var largest = Enumerable.Range(0, gradient.Length).OrderByDescending(i => Math.Abs(gradient[i])).Take(3);
            foreach (var i in largest.Append(random.Next(gradient.Length)))
            {
                // Where a part for names or relations turns positive within the step, the slopes of both sides differ; the gradient lies between.
                var middle = Loss(encoder, pass, sentences, parameter, i, 0);
                var above = (Loss(encoder, pass, sentences, parameter, i, Step) - middle) / Step;
                var below = (middle - Loss(encoder, pass, sentences, parameter, i, -Step)) / Step;
                var room = 0.02 + 0.05 * Math.Abs(gradient[i]);
                Assert.True(
                    gradient[i] > Math.Min(above, below) - room && gradient[i] < Math.Max(above, below) + room,
                    $"{name}, place {i}: slopes {below} and {above}, gradient {gradient[i]}"
                );
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        float[] Values()
        {
            var random = new Random(5);
            var encoder = Encoder(random, EncoderTraining.Workers);
            new EncoderTraining(encoder, Sentences(random), new EncoderOptions(2, 1e-3f, 1)).Run(_ => { });
            return [.. encoder.Named().SelectMany(p => p.Parameter.Values)];
        }

        Assert.Equal(Values(), Values());
    }

    [Fact]
    public void Once_one_corpus_is_followed_every_sentence_is_told_as_from_it()
    {
        var random = new Random(5);
        var encoder = Encoder(random, EncoderTraining.Workers);
        var sentences = Sentences(random);
        EncoderExample[] opposed =
        [
            sentences[2] with { Corpus = NameCorpus.Wikigold }, sentences[2] with { Corpus = NameCorpus.Ewt, Names = [1u << 4, 1, 1], Firsts = [.. sentences[2].Firsts] },
        ];
        new EncoderTraining(encoder, opposed, new EncoderOptions(150, 2e-3f, 1) { LeftOut = 0 }).Run(_ => { });
        Assert.Equal([0, 3, 4], EncoderTraining.Tell(encoder, opposed)[0].Names);
        encoder.Follow(NameCorpus.Ewt);
        Assert.Equal([1, 0, 0], EncoderTraining.Tell(encoder, opposed)[0].Names);
    }

    [Fact]
    public void What_was_saved_is_loaded()
    {
        var path = Path.GetTempFileName();
        var (saved, loaded) = (Encoder(new Random(1), 1), Encoder(new Random(2), 1));
        saved.Save(path);
        loaded.Load(path);
        File.Delete(path);
        Assert.Equal(saved.Named().SelectMany(p => p.Parameter.Values), loaded.Named().SelectMany(p => p.Parameter.Values));
    }

    [Fact]
    public void A_learned_sentence_is_told_as_it_was()
    {
        var random = new Random(5);
        var encoder = Encoder(random, EncoderTraining.Workers);
        var sentences = Sentences(random);
        new EncoderTraining(encoder, sentences, new EncoderOptions(150, 2e-3f, 1) { LeftOut = 0 }).Run(_ => { });
        var told = EncoderTraining.Tell(encoder, sentences);
        Assert.Equal(sentences[0].Heads!.Select(h => h - 1), told[0].Heads);
        Assert.Equal(sentences[1].Tags, told[1].Tags.Select(t => (int)t));
        Assert.Equal(sentences[1].Relations, told[1].Labels.Select(t => (int)t));
        Assert.Equal([0, 3, 4], told[2].Names);
    }

    private static double Loss(TrainedEncoder encoder, EncoderPass pass, EncoderExample[] sentences, Parameter parameter, int at, float by)
    {
        var before = parameter.Values[at];
        parameter.Values[at] = before + by;
        encoder.Prepare(backward: true);
        var loss = pass.Learn(sentences, 1);
        parameter.Values[at] = before;
        return loss;
    }

    private static TrainedEncoder Encoder(Random random, int workers)
    {
        var sizes = new EncoderSizes(32, 64, 2, 2, 0, 5, 7) { Arc = 16, Relation = 16, Names = 16 };
        return new TrainedEncoder(sizes, [new(sizes, random, workers), new(sizes, random, workers)], workers, 3);
    }

    /// <summary>One with tree and names, one with a tree alone, one with names alone; the second word of two has two pieces.</summary>
    private static EncoderExample[] Sentences(Random random)
    {
        EncoderExample Plain(int words)
        {
            var firsts = Enumerable.Range(0, words).Select(w => 1 + w + w / 2).ToArray();
            var pieces = firsts[^1] + (words % 2 == 0 ? 2 : 1) + 1;
            return new EncoderExample(new int[pieces], firsts, [.. Enumerable.Range(0, words).Select(w => w % 4)])
            {
                NameRows = [.. Enumerable.Range(0, 2 * words).Select(i => (short)(i * 7 % 100))],
                NameStarts = [.. Enumerable.Range(0, words + 1).Select(i => 2 * i)],
                Lower = [.. Enumerable.Range(0, pieces * 32).Select(_ => (Half)(random.NextSingle() * 2 - 1))],
            };
        }

        EncoderExample Tree(EncoderExample sentence) =>
            sentence with
            {
                Heads = [.. Enumerable.Range(0, sentence.Words)],
                Relations = [.. Enumerable.Range(0, sentence.Words).Select(w => w % 7)],
                Tags = [.. Enumerable.Range(0, sentence.Words).Select(w => w % 5)],
            };
        return
        [
            Tree(Plain(5)) with { Names = [1, 1u << 4, 1, 1 | 1u << 13, 1] }, Tree(Plain(8)), Plain(3) with { Names = [1, 1u << 5, 1u << 7], Corpus = NameCorpus.Gum },
        ];
    }
}
