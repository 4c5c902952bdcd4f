using System.Text.Json;
using Hearsay.App.Desk;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;
using Hearsay.Tests.Store;

namespace Hearsay.Tests.Desk;

/// <summary>What is briefed or shown is read deeply, and nothing waits for it.</summary>
public sealed class DeepDeskTests
{
    private static readonly string[] Texts =
    [
        "The mill at Aldersea burned down on Monday night. Nothing is left of the mill, its owner Odo Brandt said. At least 40 people watched.",
        "The old mill at Aldersea has burned down, the fire brigade said on Tuesday. The mill's owner, Odo Brandt, was in Tarn that night.",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_is_briefed_at_once_and_again_when_its_reports_have_been_read_deeply()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteNewsStore.Open(Path.Combine(folder.Path, "hearsay.db"));
        foreach (var (i, text) in Texts.Index()) await store.SaveAsync(Invented.Article(text, $"https://aldersea.example/{i}"));
        var keeper = new StoryKeeper(store, new ReportShelf(10), TimeProvider.System, windowDays: 7);
        await keeper.OpenAsync(Cancel);
        var id = Assert.Single((await keeper.TakeInAsync(Cancel))!.StoryIds);
        var briefer = new StoryBriefer(store, keeper, new DeepReader(new ReportShelf(10)), TimeProvider.System);

        Assert.Equal((false, "quick quick"), await BriefedAsync());
        Assert.True(await briefer.DeepenAsync(id, Cancel));
        Assert.Equal((false, "deep quick"), await BriefedAsync());
        Assert.True(await briefer.DeepenAsync(id, Cancel));
        Assert.False(await briefer.DeepenAsync(id, Cancel));
        var events = await store.StoryEventsAsync(id, Cancel);
        Assert.Equal((true, "deep deep"), await BriefedAsync());
        // nothing has happened
        Assert.Equal(events.Length, (await store.StoryEventsAsync(id, Cancel)).Length);
        // another process has what this one found
        var articles = (await store.ListArticlesAsync(new ArticleFilter(), Cancel)).Articles;
        Assert.False(await new DeepReader(new ReportShelf(10)).ReadNextAsync(store, articles, Cancel));
        Assert.True((await new DeepReader(new ReportShelf(10)).ReadAtHandAsync(store, articles, Cancel)).AreDeep);
        Assert.Empty(await new StoryKeeper(store, new ReportShelf(10), TimeProvider.System, windowDays: 7).OpenAsync(Cancel, isDeep: true));

        async Task<(bool, string)> BriefedAsync()
        {
            var story = await briefer.BriefAsync(id, Cancel);
            using var json = JsonDocument.Parse((await store.BriefingAsync(id, Cancel))!.Json);
            var depths = json.RootElement.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("readAs").GetString()).Order();
            return (StoryCard.Parse(story!.Summary)!.IsDeep, string.Join(' ', depths));
        }
    }

    [Fact]
    public async Task The_desk_reads_deeply_what_it_shows_and_goes_on_with_it_when_it_is_opened_again()
    {
        using var folder = new TemporaryFolder();
        await using var desk = await OpenDesk.StartAsync(("quick", "yes"));
        await desk.DropAsync([.. Texts.Select((text, i) => folder.Write($"{i}.txt", text))]);
        var article = (await desk.Store.ListArticlesAsync(new ArticleFilter { Limit = 1 }, Cancel)).Articles[0].Id;
        Assert.Equal("quick", await DepthOfReportAsync());
        var tag = await TagAsync();
        await desk.StopAsync();
        await desk.StartAgainAsync(("quick", "no"));
        await desk.SettledAsync();
        Assert.Equal("deep", await DepthOfReportAsync());
        // the page is another, though the story is not
        Assert.NotEqual(tag, await TagAsync());

        async Task<string?> DepthOfReportAsync() =>
            (await desk.JsonAsync($"/api/reports/{article}")).GetProperty("articles")[0].GetProperty("readAs").GetString();

        async Task<string?> TagAsync()
        {
            var story = (await desk.Store.StoriesOfAsync([article], Cancel))[article];
            using var answer = await desk.Http.GetAsync($"/api/stories/{story}", Cancel);
            return answer.Headers.ETag?.Tag;
        }
    }
}
