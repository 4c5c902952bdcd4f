using System.Collections.Immutable;
using Hearsay.Briefings.Json;
using Hearsay.Briefings.Markdown;
using Hearsay.Lab.Briefings;
using Hearsay.Model;

namespace Hearsay.Tests.Stories;

/// <summary>Two fires of one night are two stories and one thread; a strike is in none.</summary>
public sealed class StoryThreadsTests
{
    private static readonly ImmutableArray<Article> Articles =
    [
        Told("a", "2031-04-02", "Warehouse burns down in Ostheim", "A fire destroyed a warehouse in Ostheim on Wednesday night. Forty firefighters fought the flames until morning, the fire brigade said."),
        Told("b", "2031-04-03", "Warehouse burns down in Lindmoor", "A fire destroyed a warehouse in Lindmoor on Thursday night. Thirty firefighters fought the flames until dawn, the fire brigade said."),
        Told("c", "2031-04-03", "Ferry crews walk out at Skerran", "Ferry crews at Skerran went on strike on Thursday over pay, their union said. Talks will go on."),
    ];

    [Fact]
    public void Stories_of_one_topic_are_a_thread_the_earliest_first()
    {
        var document = Reader.Brief(Articles);
        Assert.Equal(3, document.Stories.Length);
        var thread = Assert.Single(document.Threads);
        Assert.Equal(["Warehouse burns down in Ostheim", "Warehouse burns down in Lindmoor"], thread.Stories.Select(s => s.Title));
        Assert.Equal("Warehouse burns down in Lindmoor", thread.Title);
        Assert.Null(document.Stories.Single(s => s.Story.Title.Contains("Ferry", StringComparison.Ordinal)).Thread);
    }

    [Fact]
    public void A_page_names_what_came_before_and_after()
    {
        var page = MarkdownBriefing.Write(Reader.Brief(Articles));
        Assert.Contains("After: Warehouse burns down in Lindmoor (3 April 2031).", page, StringComparison.Ordinal);
        Assert.Contains("Before: Warehouse burns down in Ostheim (2 April 2031).", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_briefing_with_a_thread_is_proved() => Assert.Empty(ForgeryCommand.Faults(JsonBriefing.Write(Reader.Brief(Articles))));

    private static Article Told(string id, string day, string headline, string text) => new()
    {
        Id = id, Outlet = "Paper " + id, Headline = headline, Text = text, Published = new PublicationDate(day, DateBasis.Stated, []),
    };
}
