using CsCheck;
using Hearsay.Language.Models;

namespace Hearsay.Tests.Language.Models;

public sealed class SpanningTreeTests
{
    [Fact]
    public void The_tree_found_is_a_tree_of_one_root_and_no_other_has_a_higher_sum()
    {
        Gen.Int[1, 5].SelectMany(words => Gen.Int[-8, 8].Array[(words + 1) * (words + 1)].Select(scores => (words, scores))).Sample(sample =>
        {
            var (words, size) = (sample.words, sample.words + 1);
            var scores = sample.scores.Select(s => (float)s).ToArray();
            var heads = new int[words];
            SpanningTree.Find(scores, size, words, heads);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            Assert.Equal(Trees(words).Max(tree => Sum(scores, size, tree)), Sum(scores, size, heads));
        });
    }

    [Fact]
    public void Two_words_that_each_prefer_the_other_are_told_apart_by_the_rest()
    {
        // Word 1 and word 2 score highest as each other's heads; only the second is likely a root.
        float[] scores = [0, 0, 0, 1, 0, 9, 5, 9, 0];
        var heads = new int[2];
        SpanningTree.Find(scores, 3, 2, heads);
        Assert.Equal([1, -1], heads);
    }

    [Fact]
    [Trait("Lane", "slow")]
    public void A_long_sentence_whose_words_all_prefer_their_neighbours_ends_soon()
    {
        const int words = 400, size = words + 1;
        var scores = new float[size * size];
        for (var d = 1; d < size; d++) scores[d * size + (d % 2 == 1 ? Math.Min(d + 1, words) : d - 1)] = 10;
        var heads = new int[words];
        SpanningTree.Find(scores, size, words, heads);
        Assert.True(IsTree(heads));
    }

    private static float Sum(float[] scores, int size, int[] heads) => heads.Select((h, d) => scores[(d + 1) * size + h + 1]).Sum();

    private static IEnumerable<int[]> Trees(int words)
    {
        var count = (int)Math.Pow(words + 1, words);
        for (var n = 0; n < count; n++)
        {
            var heads = new int[words];
            for (int d = 0, rest = n; d < words; d++, rest /= words + 1) heads[d] = rest % (words + 1) - 1;
            if (IsTree(heads)) yield return heads;
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1) return false;
        for (var d = 0; d < heads.Length; d++)
        {
            var (at, steps) = (d, 0);
            while (at >= 0 && steps++ <= heads.Length) at = heads[at] == at ? at : heads[at];
            if (at >= 0) return false;
        }

        return true;
    }
}
