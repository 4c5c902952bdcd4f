using System.Globalization;
using Hearsay.App.Desk;
using Hearsay.Briefings.Json;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Desk;

/// <summary>Two fires of two nights are two stories of one thread on an open desk, which names them for each other; a strike is in none.</summary>
public sealed class DeskThreadsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_names_what_came_before_and_what_followed_also_after_a_restart()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        await SaveAsync(desk, Told("a", "2031-04-02", "Warehouse burns down in Ostheim", "A fire destroyed a warehouse in Ostheim on Wednesday night. Forty firefighters fought the flames until morning, the fire brigade said."));
        await SaveAsync(desk, Told("c", "2031-04-03", "Ferry crews walk out at Skerran", "Ferry crews at Skerran went on strike on Thursday over pay, their union said. Talks will go on."));
        await desk.SettledAsync();
        var (first, strike) = (await StoryAsync(desk, "a"), await StoryAsync(desk, "c"));
        var changed = (await desk.Store.FindStoryAsync(first, Cancel))!;
        await desk.StopAsync();
        await SaveAsync(desk, Told("b", "2031-04-03", "Warehouse burns down in Lindmoor", "A fire destroyed a warehouse in Lindmoor on Thursday night. Thirty firefighters fought the flames until dawn, the fire brigade said."));
        await desk.StartAgainAsync();
        await desk.SettledAsync();
        var second = await StoryAsync(desk, "b");
        Assert.NotEqual(first, second);
        await OpenDesk.UntilAsync(async () => await ThreadAsync(desk, first) == $"{first} {second}");
        Assert.Equal($"{first} {second}", await ThreadAsync(desk, second));
        Assert.Equal("", await ThreadAsync(desk, strike));
        // the story itself is as it was
        Assert.Equal((changed.Version, changed.ChangedAt), await desk.Store.FindStoryAsync(first, Cancel) is { } now ? (now.Version, now.ChangedAt) : default);

        await desk.StopAsync();
        await desk.StartAgainAsync();
        Assert.Equal($"{first} {second}", await ThreadAsync(desk, first));
        Assert.Contains($"<b>After: </b><span class=\"one\"><a href=\"/stories/{second}\">Warehouse burns down in Lindmoor</a> (3 April 2031)", await PageAsync(desk, "/stories/" + first), StringComparison.Ordinal);
        var page = await PageAsync(desk, "/stories/" + second);
        Assert.Contains($"<b>Before: </b><span class=\"one\"><a href=\"/stories/{first}\">Warehouse burns down in Ostheim</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("After:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Before:", await PageAsync(desk, "/stories/" + strike), StringComparison.Ordinal);
        Assert.Contains($"<b>Before: </b><span class=\"one\"><a href=\"/stories/{first}\">", await PageAsync(desk, "/"), StringComparison.Ordinal);
        Assert.Contains("Before: Warehouse burns down in Ostheim (2 April 2031).", await PageAsync(desk, $"/stories/{second}/markdown"), StringComparison.Ordinal);
        var items = (await desk.JsonAsync("/api/stories")).GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("id").GetString()!, StringComparer.Ordinal);
        Assert.Equal(first, Assert.Single(items[second].GetProperty("before").EnumerateArray()).GetString());
        Assert.Equal(second, Assert.Single(items[first].GetProperty("after").EnumerateArray()).GetString());
        Assert.Equal(0, items[strike].GetProperty("before").GetArrayLength());

        // a story that loses its reports is named no more
        await desk.Store.RemoveAsync(["a"], "Ana", DateTimeOffset.UtcNow, Cancel);
        await OpenDesk.UntilAsync(async () => await ThreadAsync(desk, second) == "");
        Assert.DoesNotContain("Before:", await PageAsync(desk, "/stories/" + second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_has_left_the_window_stays_in_its_thread()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteNewsStore.Open(Path.Combine(folder.Path, "hearsay.db"));
        var clock = new HandClock { Now = new DateTimeOffset(2031, 4, 2, 12, 0, 0, TimeSpan.Zero) };
        foreach (var (id, town, after) in ((string, string, int)[])[("a", "Ostheim", 0), ("b", "Lindmoor", 5), ("c", "Norvik", 5), ("d", "Skerran", 60)])
        {
            clock.Now = clock.Now.AddDays(after);
            var told = Told(id, clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"Warehouse burns down in {town}", $"A fire destroyed a warehouse in {town} at night. Firefighters fought the flames until morning, the fire brigade of {town} said.");
            await store.SaveAsync([new Arrival { Article = told, SeenAt = clock.Now }], cancel: Cancel);
            var shelf = new ReportShelf(100);
            var keeper = new StoryKeeper(store, shelf, clock, windowDays: 7);
            var briefer = new StoryBriefer(store, keeper, new DeepReader(shelf, isQuick: true), clock);
            await keeper.OpenAsync(Cancel);
            foreach (var due in (await keeper.TakeInAsync(Cancel))!.StoryIds) await briefer.BriefAsync(due, Cancel);
            await keeper.ThreadAsync(Cancel);
            Assert.Empty(await keeper.ThreadAsync(Cancel));
        }

        Assert.Equal(["a b c", "a b c", "a b c", ""], await Task.WhenAll("a b c d".Split(' ').Select(TopicAsync)));

        async Task<string> TopicAsync(string report)
        {
            var card = StoryCard.Parse((await store.FindStoryAsync((await store.StoriesOfAsync([report], Cancel))[report], Cancel))!.Summary)!;
            var reports = new List<string>();
            foreach (var story in card.Thread?.Stories ?? []) reports.Add((await store.FindStoryAsync(story.Id, Cancel))!.Reports[0].ArticleId);
            return string.Join(' ', reports);
        }
    }

    [Fact]
    public async Task A_thread_in_a_written_briefing_changes_nothing_else()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        await SaveAsync(desk, Told("a", "2031-04-02", "Warehouse burns down in Ostheim", "A fire destroyed a “warehouse” in Ostheim. Forty firefighters came, and 1,250.50 crates burned."));
        await desk.SettledAsync();
        var json = (await desk.Store.BriefingAsync(await StoryAsync(desk, "a"), Cancel))!.Json;
        Assert.Equal(json, JsonBriefing.Threaded(json, null));
    }

    private static async Task<string> ThreadAsync(OpenDesk desk, string story)
    {
        var threads = (await desk.JsonAsync("/api/stories/" + story)).GetProperty("threads").EnumerateArray();
        return string.Join(' ', threads.SelectMany(t => t.GetProperty("storyIds").EnumerateArray().Select(i => i.GetString())));
    }

    private static Task<string> PageAsync(OpenDesk desk, string path) => desk.Http.GetStringAsync(path, Cancel);

    private static async Task<string> StoryAsync(OpenDesk desk, string report) => (await desk.Store.StoriesOfAsync([report], Cancel))[report];

    private static Task SaveAsync(OpenDesk desk, Article article) =>
        desk.Store.SaveAsync([new Arrival { Article = article, SeenAt = DateTimeOffset.UtcNow }], cancel: Cancel);

    private static Article Told(string id, string day, string headline, string text) => new()
    {
        Id = id, Outlet = "Paper " + id, Headline = headline, Text = text, Published = new PublicationDate(day, DateBasis.Stated, []),
    };
}
