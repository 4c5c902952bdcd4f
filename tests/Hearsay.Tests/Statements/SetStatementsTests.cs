using Hearsay.Model;

namespace Hearsay.Tests.Statements;

/// <summary>What a person set of a report's statements is found again when its text changes.</summary>
public sealed class SetStatementsTests
{
    private const string Sentence = "Rescuers said 40 people were missing in Tolland and 40 people were hurt.";

    [Fact]
    public void A_speaker_that_was_set_speaks_and_gives_the_figures()
    {
        var report = Read("Mira Holm said 40 people were missing.", new SetByHand([new SetSpeaker("Mira Holm", "Mira Holt", "Ana")], []));
        Assert.Equal("Mira Holt", Assert.Single(report.Attributions).Speaker);
        Assert.Equal("Mira Holt", Assert.Single(report.Figures).AccordingTo);
        Assert.Equal("Mira Holm", Assert.Single(Reader.Brief([report]).Story.Reports[0].Attributions).SpeakerSet!.Read);
    }

    [Fact]
    public void A_name_that_a_person_set_is_not_taken_for_another_of_the_story()
    {
        var report = Read("Mira Holm said 40 people were missing. “Nobody was hurt,” said Otto Lund.", new SetByHand([new SetSpeaker("Otto Lund", "Holm", "Ana")], []));
        Assert.Equal(["Mira Holm", "Holm"], Reader.Brief([report]).Story.Reports[0].Attributions.Select(a => a.Speaker));
    }

    [Fact]
    public void A_figure_is_meant_by_its_place_in_its_sentence() =>
        Assert.Equal([null, false], Read("A new line.\n\n" + Sentence, Marked(Sentence.LastIndexOf("40", StringComparison.Ordinal))).Figures.Select(f => f.IsPinned));

    [Theory]
    [InlineData("In Tolland 40 people were missing, rescuers said.", false)]
    [InlineData("In Tolland 40 people were missing, and in Quill 40 people were hurt.", null)]
    [InlineData("In Tolland 41 people were missing, rescuers said.", null)]
    public void Where_its_sentence_is_gone_a_figure_is_meant_by_its_words_if_one_alone_has_them(string text, bool? isPinned) =>
        Assert.All(Read(text, Marked(Sentence.IndexOf("40", StringComparison.Ordinal))).Figures, f => Assert.Equal(isPinned, f.IsPinned));

    private static SetByHand Marked(int start) => new([], [new SetFigure(Sentence, start, "40".Length, IsPinned: false)]);

    private static Hearsay.Statements.Report Read(string text, SetByHand set) => Reader.Read(new Article { Id = "a", Text = text, ByHand = set });
}
