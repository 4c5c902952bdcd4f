using System.Collections.Immutable;
using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public abstract partial class StoreCompliance
{
    private static StoredStory StoryOf(string id, params string[] articles) => new()
    {
        Id = id,
        Title = $"Story {id}",
        ChangedAt = Invented.Noon.AddHours(1),
        Version = 2,
        Summary = "{}",
        Reports = [.. articles.Select(a => new StoryReport(a, Invented.Noon, "the same words"))],
    };

    private async Task<string[]> SwansAsync(int count)
    {
        var saved = await Store.SaveAsync([
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    Invented.Arrival(
                        Invented.Article($"Swan number {i} has come back to the pond.", $"https://norvikpost.example/{i}", "Norvik Post")
                    )
                ),
        ]);
        return [.. saved.Select(s => s.ArticleId)];
    }

    [Fact]
    public async Task A_story_comes_back_with_its_reports_and_its_briefing()
    {
        var ids = await SwansAsync(3);
        var story = StoryOf("s1", ids[2], ids[0]);
        await Store.SaveStoriesAsync(new StoryChanges
        {
            Stories = [story],
            Events = [new StoryEvent("s1", StoryEventKind.Begun, Invented.Noon, null, [ids[2]])],
            Briefings = [new StoredBriefing("s1", 2, Invented.Noon, "{\"a\":1}")],
            Taken = [new TakenArticle(ids[0], 1), new TakenArticle(ids[2], 1)],
        });
        await ReopenAsync();
        Assert.Equivalent(story, await Store.FindStoryAsync("s1"), strict: true);
        Assert.Equal(new StoredBriefing("s1", 2, Invented.Noon, "{\"a\":1}"), await Store.BriefingAsync("s1"));
        Assert.Equal(StoryEventKind.Begun, Assert.Single(await Store.StoryEventsAsync("s1")).Kind);
        Assert.Equal(new Dictionary<string, string> { [ids[0]] = "s1", [ids[2]] = "s1" }, (await Store.StoriesOfAsync(ids)).ToDictionary());
        Assert.Equal(ids[1], Assert.Single((await Store.ListArticlesAsync(new ArticleFilter { Waiting = true })).Articles).Id);
    }

    [Fact]
    public async Task A_story_merged_away_is_found_under_the_other_and_its_reports_stand_there()
    {
        var ids = await SwansAsync(4);
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("a", ids[0]), StoryOf("b", ids[1], ids[2]), StoryOf("c", ids[3])] });
        await Store.SaveStoriesAsync(
            new StoryChanges
            {
                Stories = [StoryOf("b", ids[0], ids[1], ids[2])],
                Events = [new StoryEvent("a", StoryEventKind.Merged, Invented.Noon, "b", [ids[0]])],
            }
        );
        await Store.SaveStoriesAsync(
            new StoryChanges
            {
                Stories = [StoryOf("c", ids)],
                Events = [new StoryEvent("b", StoryEventKind.Merged, Invented.Noon, "c", [.. ids[..3]])],
            }
        );
        Assert.Equal("c", (await Store.FindStoryAsync("a"))!.Id);
        Assert.Equal(ids, (await Store.FindStoryAsync("b"))!.Reports.Select(r => r.ArticleId));
        Assert.Single((await Store.ListStoriesAsync(new StoryFilter { MinReports = 4 })).Stories);
        Assert.Null(await Store.FindStoryAsync("d"));
    }

    [Fact]
    public async Task A_report_stands_in_one_story_at_most()
    {
        var ids = await SwansAsync(3);
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("a", ids)] });
        await Store.SaveStoriesAsync(
            new StoryChanges
            {
                Stories = [StoryOf("a", ids[0]), StoryOf("b", ids[1], ids[2])],
                Events = [new StoryEvent("a", StoryEventKind.Split, Invented.Noon, "b", [ids[1], ids[2]])],
            }
        );
        Assert.Equal(["b"], (await Store.StoriesOfAsync([ids[1], ids[2]])).Values.Distinct());
        Assert.Equal(ids[0], Assert.Single((await Store.FindStoryAsync("a"))!.Reports).ArticleId);
    }

    [Fact]
    public async Task An_older_briefing_does_not_replace_a_newer_one()
    {
        var ids = await SwansAsync(1);
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("a", ids)] });
        await Store.SaveBriefingAsync(new StoredBriefing("a", 5, Invented.Noon, "five"));
        await Store.SaveBriefingAsync(new StoredBriefing("a", 4, Invented.Noon, "four"));
        await Store.SaveBriefingAsync(new StoredBriefing("nobody", 4, Invented.Noon, "four"));
        Assert.Equal("five", (await Store.BriefingAsync("a"))!.Json);
        Assert.Null(await Store.BriefingAsync("nobody"));
    }

    [Fact]
    public async Task Stories_are_listed_the_last_changed_first_page_after_page()
    {
        var ids = await SwansAsync(9);
        await Store.SaveStoriesAsync(
            new StoryChanges { Stories = [.. ids.Select((id, i) => StoryOf($"s{i}", id) with { ChangedAt = Invented.Noon.AddMinutes(i / 2) })] }
        );
        var listed = new List<string>();
        var filter = new StoryFilter { Limit = 2, Outlet = "Norvik Post" };
        do
        {
            var page = await Store.ListStoriesAsync(filter);
            listed.AddRange(page.Stories.Select(s => s.Id));
            filter = filter with { Cursor = page.Next };
        }
        while (filter.Cursor is not null);
        Assert.Equal(["s8", "s7", "s6", "s5", "s4", "s3", "s2", "s1", "s0"], listed);
    }
}
