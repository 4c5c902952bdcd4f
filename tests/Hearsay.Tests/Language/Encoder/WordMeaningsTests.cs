using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Model;

namespace Hearsay.Tests.Language.Encoder;

public sealed class WordMeaningsTests
{
    private const string First = "The bridge was reopened on Sunday.", Second = "The old bridges were shut by 12 men.";
    private static readonly EncoderModel Encoder = SmallEncoder.Make();

    [Fact]
    public void Open_class_words_have_a_vector_of_length_1_the_others_none()
    {
        var reading = Read($"{First} {Second}");
        var open = 0;
        for (var i = 0; i < reading.Tokens.Length; i++)
        {
            var has = WordMeanings.Has(reading.Tokens[i].Tag);
            open += has ? 1 : 0;
            Assert.Equal(has ? 1 : 0, Vector(reading, i).Sum(x => x * x), 1e-5);
        }

        Assert.InRange(open, 1, reading.Tokens.Length - 1);
    }

    [Fact]
    public void A_word_means_the_same_whatever_sentences_stand_beside_its_own()
    {
        var (both, alone) = (Read($"{First} {Second}"), Read(Second));
        var at = both.Sentences[1].First;
        for (var i = 0; i < alone.Tokens.Length; i++) Assert.Equal(Vector(alone, i), Vector(both, at + i));
    }

    [Fact]
    public void What_was_kept_is_what_was_found_to_the_bit()
    {
        var first = new DeepReadings(Encoder);
        var found = Read(First, first);
        var second = new DeepReadings(Encoder);
        second.Remember(first.Of(First));
        var kept = Read(First, second);
        Assert.False(second.IsNew(First));
        for (var i = 0; i < found.Tokens.Length; i++) Assert.Equal(Vector(found, i), Vector(kept, i));
    }

    [Fact]
    public void A_text_that_was_kept_without_meanings_is_read_anew_where_they_are_asked_for()
    {
        var without = new DeepReadings(Encoder) { FindMeanings = false };
        Assert.Null(Read(First, without).Meanings);
        var second = new DeepReadings(Encoder);
        second.Remember(without.Of(First));
        Assert.NotNull(Read(First, second).Meanings);
        Assert.True(second.IsNew(First));
        var third = new DeepReadings(Encoder) { FindMeanings = false };
        third.Remember(second.Of(First));
        Read(First, third);
        Assert.False(third.IsNew(First));
    }

    [Fact]
    public void Numbers_become_bytes_of_the_same_direction()
    {
        var meanings = new WordMeanings(3, 4);
        meanings.Add(1, [3, 0, -4, 0]);
        meanings.Add(2, [0, 0, 0, 0]);
        var vector = new float[4];
        Assert.True(meanings.CopyTo(1, vector));
        Assert.Equal([0.6f, 0, -0.8f, 0], vector, (a, b) => Math.Abs(a - b) < 0.005f);
        Assert.False(meanings.CopyTo(0, vector));
        Assert.Equal(new float[4], vector);
        Assert.False(meanings.CopyTo(2, vector));
    }

    [Fact]
    public void The_shipped_axes_stand_upright_on_each_other()
    {
        var axes = EncoderModel.Shipped!.Axes!;
        Assert.Equal((EncoderModel.Shipped.Shape.Width, 192), (axes.Width, axes.Count));
        var rows = new float[axes.Width][];
        for (var i = 0; i < axes.Width; i++)
        {
            var unit = new float[axes.Width];
            unit[i] = 1;
            axes.Project(unit, rows[i] = new float[axes.Count]);
        }

        for (var a = 0; a < axes.Count; a++)
        {
            for (var b = 0; b <= a; b++) Assert.Equal(a == b ? 1 : 0, rows.Sum(r => (double)r[a] * r[b]), 1e-5);
        }
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

    private static Reading Read(string text, DeepReadings? deep = null) =>
        LanguageReader.Read(new Article { Id = "a", Text = text }, deep ?? new DeepReadings(Encoder));

    private static float[] Vector(Reading reading, int word)
    {
        var vector = new float[reading.Meanings!.Width];
        reading.Meanings.CopyTo(word, vector);
        return vector;
    }
}
