using System.Collections.Immutable;
using CsCheck;
using Hearsay.Model;
using Hearsay.Sources;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Tests.Stories;

public sealed class StoryGrouperTests
{
    [Fact]
    public void Order_of_the_reports_makes_no_difference()
    {
        var reports = Samples();
        var expected = Told(StoryGrouper.Group(reports));
        Gen.Shuffle(reports.ToArray()).Sample(shuffled => Told(StoryGrouper.Group([.. shuffled])) == expected, iter: 20);
    }

    [Fact]
    public void The_samples_are_two_stories()
    {
        var stories = StoryGrouper.Group(Samples());
        Assert.Equal(["dam-breach", "ferry-strike"], stories.Select(s => Assert.Single(s.Reports.Select(Folder).Distinct())).Order());
    }

    [Fact]
    public void One_report_of_a_story_and_one_of_another_are_two_stories()
    {
        var reports = Samples();
        Assert.Equal(2, StoryGrouper.Group([reports.First(r => Folder(r) == "dam-breach"), reports.First(r => Folder(r) == "ferry-strike")]).Length);
    }

    [Fact]
    public void Every_date_of_the_samples_is_found_by_their_reports_together()
    {
        var pages = PageSource.Read([Repository.At("samples")]);
        Assert.Empty(Reader.Brief(pages.Pages, pages.Failures).Reports.Where(r => r.Article.Published.Value is null).Select(r => r.Article.Path));
    }

    [Fact]
    public void Reasons_say_how_many_name_what_and_when()
    {
        var story = StoryGrouper.Group([.. Samples().Where(r => Folder(r) == "dam-breach")]).Single();
        Assert.Contains(story.Why, w => w.Contains("published", StringComparison.Ordinal));
        Assert.Contains("Three of the six reports share passages of 12 words or more outside quotations.", story.Why);
    }

    [Fact]
    public void The_first_reason_names_the_event_by_the_words_that_most_reports_begin_with()
    {
        var (fire, silos, later) = (
            Reader.Read(new Article { Id = "a", Headline = "Fire destroys grain silos in Ostheim", Text = "A fire destroyed the largest grain silos in Ostheim on Wednesday. Nobody was hurt, the fire brigade said." }),
            Reader.Read(new Article { Id = "b", Headline = "Grain silos burn down", Text = "Three grain silos burned down after a fire in a dryer, the brigade of Ostheim said on Wednesday." }),
            Reader.Read(new Article { Id = "c", Headline = "Loss put at two million", Text = "The owner of the burnt grain silos of Ostheim put the loss at two million crowns. The dryer that caught fire was new." }));
        Assert.Equal("Two of the three reports begin with “grain”, “silos” and “fire”.", Story(fire, silos, later).Why[0]);
        Assert.DoesNotContain(Story(fire, Reader.Read(new Article { Id = "d", Headline = "Herring quota cut", Text = "Ministers cut the herring quota by a third." })).Why, w => w.Contains("begin with", StringComparison.Ordinal));

        static Story Story(params Report[] reports) => StoryGrouper.Tell([.. reports]);
    }

    [Fact]
    public void No_reports_are_no_stories() => Assert.Empty(StoryGrouper.Group([]));

    [Fact]
    public void Reports_without_a_word_are_stories_of_their_own()
    {
        var empty = Reader.Read(new Article { Id = "a", Text = "" });
        Assert.Equal(2, StoryGrouper.Group([empty, empty with { Article = empty.Article with { Id = "b" } }]).Length);
    }

    private static string Told(ImmutableArray<Story> stories) =>
        string.Join('\n', stories.Select(s => $"{s.Id} {s.Title} {string.Join(' ', s.Reports.Select(r => r.Article.Id))} {string.Join(' ', s.Why)}"));

    private static string Folder(Report report) => Path.GetFileName(Path.GetDirectoryName(report.Article.Path))!;

    private static readonly Lazy<ImmutableArray<Report>> Read = new(() =>
        [.. PageSource.Read([Repository.At("samples")]).Pages.Select(p => Reader.Read(p).Report).OfType<Report>()]
    );

    private static ImmutableArray<Report> Samples() => Read.Value;
}
