using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public abstract partial class StoreCompliance
{
    private async Task<List<StoreRecord>> FullAsync()
    {
        await FillAsync();
        await Store.SaveAsync(Invented.Article(Longer, "https://norvikpost.example/1", "Norvik Post"), Invented.Noon.AddHours(1));
        await Store.SaveAsync(Invented.Article(url: "https://norvikpost.example/1", outlet: "Norvik Post"), Invented.Noon.AddHours(2));
        await Store.AddFeedAsync(Invented.Feed());
        var ids = (await Store.ListArticlesAsync(new ArticleFilter())).Articles.Select(a => a.Id).ToArray();
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("a", ids[0]), StoryOf("b", ids[1])] });
        await Store.SaveStoriesAsync(new StoryChanges
        {
            Stories = [StoryOf("b", ids)],
            Events = [new StoryEvent("a", StoryEventKind.Merged, Invented.Noon, "b", [ids[0]])],
            Briefings = [new StoredBriefing("b", 2, Invented.Noon, "{}")],
        });
        return await Store.ExportAsync().ToListAsync();
    }

    [Fact]
    public async Task An_export_restored_into_an_empty_store_is_the_same_store()
    {
        var records = await FullAsync();
        await using var other = OpenOther();
        await other.RestoreAsync(records);
        Assert.Equal(records.Select(StoreJson.Write), (await other.ExportAsync().ToListAsync()).Select(StoreJson.Write));
        Assert.Empty(await other.CheckAsync());
        Assert.Equal(1, (await other.SearchAsync(SearchQuery.Parse("title:ferry").Query!)).Total);
        Assert.Equal("b", (await other.FindStoryAsync("a"))!.Id);
    }

    [Fact]
    public async Task An_export_restored_twice_changes_nothing()
    {
        var records = await FullAsync();
        var before = records.Select(StoreJson.Write).ToList();
        await Store.RestoreAsync(records);
        Assert.Equal(before, (await Store.ExportAsync().ToListAsync()).Select(StoreJson.Write));
    }

    [Fact]
    public async Task Counts_are_what_is_there()
    {
        await FullAsync();
        var stats = await Store.StatsAsync();
        Assert.Equal((3, 5, 1, 2, 1, 1), (stats.Articles, stats.Revisions, stats.Revised, stats.Outlets, stats.Feeds, stats.Stories));
        Assert.Equal(1, stats.Unread);
        Assert.True(stats.Bytes > 0);
    }

    [Fact]
    public async Task A_store_that_is_closed_by_a_cancelled_caller_goes_on_for_others()
    {
        await FillAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.SaveAsync([Invented.Arrival(Invented.Article("Something else happened."))], cancel: cancelled.Token)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.StatsAsync(cancelled.Token));
        Assert.Equal(3, (await Store.StatsAsync()).Articles);
    }
}
