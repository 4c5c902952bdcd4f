using Hearsay.Briefings;
using Hearsay.Briefings.Sections;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Tests.Briefings;

/// <summary>Under whose name a statement stands.</summary>
public sealed class WhoSaysWhatTests
{
    [Fact]
    public void What_a_paper_passes_on_stands_under_who_said_it() =>
        Assert.Equal(["Odo Brandt"], Labels("“The dam is safe and will hold for years,” Odo Brandt said, according to the Tolland Post."));

    [Fact]
    public void What_is_told_within_anothers_words_stands_under_the_other() =>
        Assert.Equal(["Odo Brandt"], Labels("The Harbour Board expects a long and hard winter, Odo Brandt said on Monday."));

    [Fact]
    public void What_somebody_calls_a_thing_is_no_statement() =>
        Assert.Equal([], Labels("The crew left behind what the Harbour Board said was the oldest boat of the whole valley."));

    [Fact]
    public void Where_all_that_is_said_stands_on_the_page_it_is_shown_by_speaker_all_the_same()
    {
        var index = Index("Odo Brandt said the dam was safe and would hold for years.");
        var claim = Assert.Single(index.Claims);
        Assert.Equal(["Odo Brandt"], WhoSaysWhat.Write(index, [claim.Id]).Sentences.Select(s => s.Label));
    }

    private static IEnumerable<string?> Labels(string text) => WhoSaysWhat.Write(Index(text), []).Sentences.Select(s => s.Label).Distinct();

    private static StoryIndex Index(string text)
    {
        var story = LockStory.Briefing.Story with { Reports = [Reader.Read(new Article { Id = "x", Text = text })] };
        var claim = new Claim
        {
            Id = "c", Text = text, Support = [new Citation("x", new(0, text.Length))], AccordingTo = [], Outlets = 1, IndependentOrigins = 1,
        };
        var findings = new Findings { FigureSeries = [], QuoteGroups = [], Claims = [claim], Responses = [], Timeline = [] };
        return new StoryIndex(story, new([], []), findings);
    }
}
