using Hearsay.Briefings;
using Hearsay.Lab.Briefings;
using Hearsay.Sources;
using Hearsay.Tests.Briefings;

namespace Hearsay.Tests.Lab;

/// <summary>No figure, name or quoted word of a briefing that the words it cites do not have.</summary>
public sealed class CarriedWordsTests
{
    [Theory]
    [InlineData("dam-breach")]
    [InlineData("ferry-strike")]
    public void The_briefings_of_the_samples_say_only_what_they_cite(string sample)
    {
        var source = PageSource.Read([Repository.At("samples", sample)]);
        var sentences = Reader.Brief(source.Pages, source.Failures).Stories.SelectMany(CarriedWords.Of).ToList();
        Assert.True(sentences.Count > 40);
        Assert.Empty(sentences.Where(s => s.Words.Count > 0).Select(s => $"{string.Join(' ', s.Words)}: {s.Sentence.Text}"));
    }

    [Theory]
    [InlineData("At least 15 barges were damaged, harbour master Lena Orth said.", "Figure 15")]
    [InlineData("At least fifteen barges were damaged, harbour master Lena Orth said.", "Figure fifteen")]
    [InlineData("At least 14 barges were damaged, harbour master Lena Holm said.", "Name Holm")]
    [InlineData("At least 14 barges were “badly” damaged, harbour master Lena Orth said.", "Quoted badly")]
    [InlineData("At least 14 barges were damaged, [Ruben Falk] said.", "Name Ruben, Name Falk")]
    [InlineData("According to Lena Orth: At least 14 barges were damaged.", "")]
    [InlineData("At least 14 barges were damaged, harbour master [Lena Orth] said.", "")]
    public void A_word_that_the_citation_does_not_have_is_found(string text, string found)
    {
        var sentence = new BriefingSentence(text, [LockStory.Cite("a-herald", "At least 14 barges were damaged, harbour master Lena Orth said.")]);
        var briefing = LockStory.Briefing with { Sections = [LockStory.Briefing.Sections[0] with { Sentences = [sentence] }] };
        var words = CarriedWords.Of(briefing).Single().Words;
        Assert.Equal(found, string.Join(", ", words.Select(w => $"{w.Kind} {w.Word}")));
    }
}
