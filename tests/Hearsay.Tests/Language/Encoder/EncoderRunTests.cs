using Hearsay.Language.Encoder;

namespace Hearsay.Tests.Language.Encoder;

public sealed class EncoderRunTests
{
    private static readonly string[][] Sentences =
    [
        ["The", "bridge", "was", "reopened", "on", "Sunday", "."],
        ["Bridges", "."],
        [.. Enumerable.Repeat("a b c the bridge".Split(' '), 16).SelectMany(w => w)],
        ["A", "xyz", "b"],
    ];
    private readonly EncoderModel model = SmallEncoder.Make();

    [Fact]
    public void A_sentence_read_alone_and_beside_others_has_the_same_bits_on_every_path()
    {
        foreach (var meaning in new[] { true, false })
        {
            var alone = Sentences.SelectMany(s => Run(IntegerProduct.Widest, meaning, s)).ToArray();
            foreach (var width in Enum.GetValues<VectorWidth>().Where(w => w <= IntegerProduct.Widest))
                Assert.Equal(alone, Run(width, meaning, Sentences));
        }
    }

    [Fact]
    public void Runs_side_by_side_have_the_bits_of_one_after_the_other()
    {
        var one = Enumerable.Range(0, 16).Select(i => Run(IntegerProduct.Widest, false, Sentences[i % 4])).ToArray();
        var two = new float[16][];
        Parallel.For(0, 16, i => two[i] = Run(IntegerProduct.Widest, false, Sentences[i % 4]));
        for (var i = 0; i < one.Length; i++) Assert.Equal(one[i], two[i]);
    }

    [Fact]
    public void The_shape_of_a_word_is_seen_by_the_syntax_path_alone()
    {
        string[] small = ["the", "bridge", "was", "reopened"], large = ["the", "Bridge", "was", "reopened"];
        Assert.Equal(Run(IntegerProduct.Widest, true, small), Run(IntegerProduct.Widest, true, large));
        Assert.NotEqual(Run(IntegerProduct.Widest, false, small), Run(IntegerProduct.Widest, false, large));
    }

    [Fact]
    public void A_sentence_longer_than_the_window_gives_a_row_for_each_word()
    {
        string[] words = [.. Enumerable.Repeat("the bridges was reopened on Sunday".Split(' '), 60).SelectMany(w => w)];
        var states = Run(IntegerProduct.Widest, false, words);
        Assert.Equal((words.Length + 1) * SmallEncoder.Width, states.Length);
        Assert.DoesNotContain(states, float.IsNaN);
        // what stands far from the cut is read as if nothing followed
        var beginning = Run(IntegerProduct.Widest, false, [.. words.Take(words.Length - 1)]);
        Assert.Equal(beginning.Take(100 * SmallEncoder.Width), states.Take(100 * SmallEncoder.Width));
    }

    private float[] Run(VectorWidth width, bool meaning, params string[][] sentences)
    {
        var run = new EncoderRun(model, width);
        foreach (var sentence in sentences) run.Add(sentence);
        return meaning ? run.Meaning() : run.Syntax();
    }
}
