using Hearsay.Lab.Language;
using Hearsay.Lab.Language.Training;

namespace Hearsay.Tests.Lab;

public sealed class EwtNamesTests
{
    private static readonly EwtNames Names = EwtNames.Of(["text-1", "0002\t1-2P 5O", "text-2", "0002\t4L"]);

    [Fact]
    public void The_first_word_of_a_name_and_its_further_ones_are_told_apart() =>
        Assert.Equal([1, 2, 0, 0, 3], Names.Of(Sentence("text-1-0002", 5)));

    [Fact]
    public void A_sentence_without_names_has_none() => Assert.All(Names.Of(Sentence("text-2-0001", 5)), label => Assert.Equal(0, label));

    [Fact]
    public void A_sentence_that_is_too_short_is_another_one() =>
        Assert.Throws<InvalidDataException>(() => Names.Of(Sentence("text-2-0002", 3)));

    private static GoldSentence Sentence(string id, int words) =>
        new(id, "text", "", false, [.. Enumerable.Range(0, words).Select(_ => new GoldWord("word", "word", "NOUN", "NN", "", -1, "root", ""))]);
}
