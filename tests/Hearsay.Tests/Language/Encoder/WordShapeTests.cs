using Hearsay.Language.Encoder;

namespace Hearsay.Tests.Language.Encoder;

public sealed class WordShapeTests
{
    [Theory]
    [InlineData("river", "don't", "n't")]
    [InlineData("River", "Émile", "Tolland")]
    [InlineData("NATO", "U.N.", "USA")]
    [InlineData("A", "I", "J.")]
    [InlineData("McDowell", "iPad", "PhD")]
    [InlineData("5th", "B52", "2pm")]
    [InlineData("1,204", "3.5", "2019")]
    [InlineData("--", "“", "…")]
    public void Words_written_alike_have_one_shape(params string[] words)
    {
        foreach (var first in new[] { false, true })
        {
            var shapes = words.Select(w => WordShape.Of(w, first)).ToArray();
            Assert.Single(shapes.Distinct());
            Assert.InRange(shapes[0], 0, WordShape.Count - 1);
        }
    }

    [Fact]
    public void Other_ways_of_writing_and_the_first_word_are_told_apart()
    {
        string[] words = ["river", "River", "NATO", "A", "iPad", "B52", "12", "?"];
        Assert.Equal(WordShape.Count, words.SelectMany(w => new[] { WordShape.Of(w, true), WordShape.Of(w, false) }).Distinct().Count());
    }
}
