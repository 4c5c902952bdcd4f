using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Text;

namespace Hearsay.Tests.Store;

public abstract partial class StoreCompliance
{
    private static readonly DateTimeOffset Written = new(2029, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private static PublicationDate Lent(string day, string articleId) =>
        new(day, DateBasis.Corroborated, [new Citation(articleId, new TextSpan(2, 5))]);

    private async Task<int> FoundAsync(string typed) => (await Store.SearchAsync(SearchQuery.Parse(typed).Query!)).Total;

    [Fact]
    public async Task Arrival_file_time_and_publication_are_three_things()
    {
        var arrival = Invented.Arrival(Invented.Article(published: "2028-05-02"), Written) with { IsFileTime = true, Arrived = Invented.Noon };
        var saved = (await Store.SaveAsync([arrival]))[0];
        await ReopenAsync();
        var stored = (await Store.FindArticleAsync(saved.ArticleId))!;
        var revision = Assert.Single(await Store.RevisionsAsync(saved.ArticleId));
        Assert.Equal((Invented.Noon, "2028-05-02"), (stored.Arrived, stored.Published.Value));
        Assert.Equal((Written, true, Invented.Noon), (revision.SeenAt, revision.IsFileTime, revision.Arrived));
    }

    [Fact]
    public async Task A_report_without_a_date_is_of_no_day_and_is_listed_by_its_arrival()
    {
        await Store.SaveAsync([Invented.Arrival(Invented.Article(), Written) with { IsFileTime = true, Arrived = Invented.Noon }]);
        await Store.SaveAsync(Invented.Article("The bridge was opened again.", published: "2031-03-03"));
        Assert.Equal(0, await FoundAsync("on:2029-07-01"));
        Assert.Equal(0, await FoundAsync("on:2031-03-04 ferry"));
        Assert.Equal(1, await FoundAsync("since:2029-01-01"));
        var filter = new ArticleFilter { From = Written.AddDays(-1) };
        Assert.Equal("2031-03-03", Assert.Single((await Store.ListArticlesAsync(filter)).Articles).Published.Value);
        Assert.Equal(2, (await Store.ListArticlesAsync(filter with { OrArrived = true })).Articles.Length);
        var all = (await Store.ListArticlesAsync(new ArticleFilter())).Articles;
        Assert.Equal([null, "2031-03-03"], all.Select(a => a.Published.Value));
        var stats = await Store.StatsAsync();
        var day = new DateTimeOffset(2031, 3, 3, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal((1, day, day), (stats.Undated, stats.Earliest, stats.Latest));
    }

    [Fact]
    public async Task A_date_that_a_story_lends_is_searched_and_listed_until_the_text_changes()
    {
        const string Url = "https://norvikpost.example/ferry";
        var undated = await Store.SaveAsync(Invented.Article(url: Url, outlet: "Norvik Post"));
        var dated = await Store.SaveAsync(Invented.Article("The ferry was towed to Norvik.", published: "2031-03-05"));
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("s", undated.ArticleId, dated.ArticleId)] });
        Assert.Single((await Store.ListStoriesAsync(new StoryFilter { IsDateless = true })).Stories);
        var lent = Lent("2031-03-04", undated.ArticleId);
        await Store.LendDatesAsync(
            "s",
            2,
            new Dictionary<string, PublicationDate> { [undated.ArticleId] = lent, [dated.ArticleId] = Lent("2030-01-01", dated.ArticleId) }
        );
        await ReopenAsync();
        var stored = (await Store.FindArticleAsync(undated.ArticleId))!;
        Assert.Equal(("2031-03-04", DateBasis.Corroborated, null), (stored.Published.Value, stored.Published.Basis, stored.Article.Published.Value));
        Assert.Equal(lent.Evidence, stored.Dated.Published.Evidence);
        Assert.Equal("2031-03-05", (await Store.FindArticleAsync(dated.ArticleId))!.Published.Value);
        Assert.Equal((1, 1), (await FoundAsync("on:2031-03-04 ferry"), await FoundAsync("on:2031-03-05")));
        Assert.Empty((await Store.ListStoriesAsync(new StoryFilter { IsDateless = true })).Stories);
        var story = (await Store.FindStoryAsync("s"))!;
        Assert.Equal((4, 5), (story.FirstPublished!.Value.Day, story.LastPublished!.Value.Day));

        await Store.SaveAsync(Invented.Article(Longer, Url, "Norvik Post"), Invented.Noon.AddHours(1));
        Assert.Null((await Store.FindArticleAsync(undated.ArticleId))!.Published.Value);
        Assert.Equal(0, await FoundAsync("on:2031-03-04"));
        Assert.Equal(5, (await Store.FindStoryAsync("s"))!.FirstPublished!.Value.Day);
    }

    [Fact]
    public async Task A_story_is_of_the_days_of_its_dated_reports_and_of_none_where_it_has_none()
    {
        var dated = await Store.SaveAsync(Invented.Article(published: "2031-03-04"));
        var undated = await Store.SaveAsync(Invented.Article("Nine swans have come back to the pond behind the old mill."));
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("dated", dated.ArticleId), StoryOf("undated", undated.ArticleId)] });
        var day = new DateTimeOffset(2031, 3, 4, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(["dated"], (await Store.ListStoriesAsync(new StoryFilter { From = day })).Stories.Select(s => s.Id));
        Assert.Equal(["dated"], (await Store.ListStoriesAsync(new StoryFilter { Until = day.AddDays(1) })).Stories.Select(s => s.Id));
        Assert.Empty((await Store.ListStoriesAsync(new StoryFilter { From = day.AddDays(1) })).Stories);
        Assert.Null((await Store.FindStoryAsync("undated"))!.FirstPublished);
    }

    [Fact]
    public async Task What_a_story_does_not_know_as_it_is_waits_whoever_changed_it()
    {
        const string Url = "https://norvikpost.example/ferry";
        async Task<string> WaitingAsync() =>
            string.Join(' ', (await Store.ListArticlesAsync(new ArticleFilter { Waiting = true })).Articles.Select(a => a.Version));
        var id = (await Store.SaveAsync(Invented.Article(url: Url))).ArticleId;
        Assert.Equal("1", await WaitingAsync());
        // read, and changed by somebody else before the story is saved
        await Store.SaveAsync([
            Invented.Arrival(Invented.Article(Longer, Url), Invented.Noon.AddHours(1)) with { Speakers = ["Ingrid Vahl"] },
        ]);
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("s", id)], Taken = [new TakenArticle(id, 1)] });
        Assert.Equal("2", await WaitingAsync());
        await Store.SaveStoriesAsync(new StoryChanges { Taken = [new TakenArticle(id, 2)] });
        Assert.Empty(await WaitingAsync());
        // an older text that comes in late changes nothing
        await Store.SaveAsync(Invented.Article(Longer + " It sank.", Url), Invented.Noon.AddMinutes(1));
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task A_report_that_could_not_be_read_is_counted_until_it_is_taken_in()
    {
        var id = (await Store.SaveAsync(Invented.Article())).ArticleId;
        await Store.SetFaultAsync(id, "no tree");
        Assert.Equal((1, "no tree"), ((await Store.StatsAsync()).SetAside, (await Store.FindArticleAsync(id))!.Fault));
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("s", id)], Taken = [new TakenArticle(id, 1)] });
        Assert.Equal((0, null), ((await Store.StatsAsync()).SetAside, (await Store.FindArticleAsync(id))!.Fault));
    }
}
