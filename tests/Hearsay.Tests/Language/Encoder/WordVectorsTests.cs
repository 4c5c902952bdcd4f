using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Model;

namespace Hearsay.Tests.Language.Encoder;

public sealed class WordVectorsTests
{
    [Fact]
    public void Every_token_has_a_vector_of_length_1_that_does_not_depend_on_other_sentences()
    {
        var encoder = SmallEncoder.Make();
        const string First = "The bridge was reopened on Sunday.", Second = "The bridges were shut.";
        var both = Read($"{First} {Second}");
        var vectors = WordVectors.Of(both, encoder);
        for (var i = 0; i < both.Tokens.Length; i++)
        {
            var sum = 0.0;
            foreach (var number in vectors.Of(i, 1)) sum += number * number;
            Assert.Equal(1, sum, 1e-5);
        }

        var alone = Read(Second);
        var (at, count) = (both.Sentences[1].First, both.Sentences[1].Count);
        Assert.Equal(WordVectors.Of(alone, encoder).Of(0, count).ToArray(), vectors.Of(at, count).ToArray());
    }

    [Fact]
    public void A_sentence_is_covered_as_far_as_its_weighing_words_have_their_like()
    {
        float[] east = [1, 0], north = [0, 1];
        var a = new AlignedWords([.. east, .. north], [1, 3]);
        var b = new AlignedWords(north, [1]);
        Assert.Equal(0.75f, a.CoveredBy(b), 1e-6f);
        Assert.Equal(1, b.CoveredBy(a), 1e-6f);
        Assert.Equal(1, AlignedWords.Likeness(a, b), 1e-6f);
        Assert.Equal(0, a.CoveredBy(new AlignedWords([], [])));
    }

    private static Reading Read(string text) => LanguageReader.Read(new Article { Id = "a", Text = text });
}
