using Hearsay.Model;
using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public abstract partial class StoreCompliance
{
    private const string FerryUrl = "https://norvikpost.example/ferry";

    private Task<string?> SetAsync(string id, string? outlet = null, string? date = null, string? url = null) =>
        Store.SetAsync(id, new SettingChange(outlet, date, url), "person", Invented.Noon.AddDays(1));

    [Fact]
    public async Task What_a_person_sets_holds_against_the_page_and_against_every_later_text()
    {
        var id = (await Store.SaveAsync(Invented.Article(url: FerryUrl, outlet: "Ledger Noon", published: "2031-03-04"))).ArticleId;
        Assert.Null(await SetAsync(id, "Norvik Post", "2031-03-02", "https://norvikpost.example/moved"));
        await Store.SaveAsync(Invented.Article(Longer, FerryUrl, "Ledger Noon", published: "2031-03-05"), Invented.Noon.AddHours(1));
        await ReopenAsync();
        var stored = (await Store.FindArticleAsync("https://norvikpost.example/moved"))!;
        Assert.Equal((id, 2, Longer), (stored.Id, stored.Revisions, stored.Article.Text));
        Assert.Equal(("Norvik Post", "2031-03-02", DateBasis.Option), (stored.Article.Outlet, stored.Published.Value, stored.Published.Basis));
        Assert.Equal("https://norvikpost.example/moved", stored.Article.Url);
        Assert.Equal(new Setting("Norvik Post", "person", Invented.Noon.AddDays(1)), stored.Settings!.Outlet);
        Assert.Equal((1, 0, 1), (await FoundAsync("on:2031-03-02"), await FoundAsync("on:2031-03-05"), await FoundAsync("outlet:norvik")));
        Assert.Equal("Norvik Post", Assert.Single(await Store.OutletsAsync()).Name);
        // the texts are as the outlet had them
        Assert.Equal("Ledger Noon", (await Store.RevisionsAsync(id))[1].Article.Outlet);
    }

    [Fact]
    public async Task A_report_whose_outlet_was_set_is_known_when_its_file_comes_in_again()
    {
        var id = (await Store.SaveAsync(Invented.Article(outlet: "Ledger Noon"))).ArticleId;
        await SetAsync(id, "Norvik Post");
        Assert.Equal(id, (await Store.SaveAsync(Invented.Article(outlet: "Ledger Noon"))).ArticleId);
        Assert.Equal(id, (await Store.SaveAsync(Invented.Article(outlet: "Norvik Post"))).ArticleId);
        Assert.NotEqual(id, (await Store.SaveAsync(Invented.Article(outlet: "Island Herald"))).ArticleId);
    }

    [Fact]
    public async Task What_was_set_waits_for_its_story_and_can_be_taken_back()
    {
        var id = (await Store.SaveAsync(Invented.Article(url: FerryUrl, outlet: "Ledger Noon"))).ArticleId;
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("s", id)], Taken = [new TakenArticle(id, 1)] });
        await SetAsync(id, "Norvik Post", "2031-03-02", "https://norvikpost.example/moved");
        Assert.Equal(2, Assert.Single((await Store.ListArticlesAsync(new ArticleFilter { Waiting = true })).Articles).Version);
        Assert.Equal(2, (await Store.FindStoryAsync("s"))!.FirstPublished!.Value.Day);
        await SetAsync(id, "", "", "");
        var stored = (await Store.FindArticleAsync(FerryUrl))!;
        Assert.Equal(("Ledger Noon", null, FerryUrl, null), (stored.Article.Outlet, stored.Published.Value, stored.Article.Url, stored.Settings));
        Assert.Null(await Store.FindArticleAsync("https://norvikpost.example/moved"));
        Assert.Equal("Ledger Noon", Assert.Single(await Store.OutletsAsync()).Name);
    }

    [Theory]
    [InlineData(null, null, null, "nothing to set")]
    [InlineData("…", null, null, "no name of an outlet")]
    [InlineData(null, "4 March", null, "YYYY-MM-DD")]
    [InlineData(null, null, "ferry", "no address of the web")]
    [InlineData(null, null, "https://norvikpost.example/other", "another report has this address")]
    public async Task What_cannot_be_set_is_said_and_nothing_changes(string? outlet, string? date, string? url, string reason)
    {
        var id = (await Store.SaveAsync(Invented.Article(url: FerryUrl))).ArticleId;
        await Store.SaveAsync(Invented.Article("The bridge was opened again.", "https://norvikpost.example/other"));
        Assert.Contains(reason, await SetAsync(id, outlet, date, url), StringComparison.Ordinal);
        Assert.Null((await Store.FindArticleAsync(id))!.Settings);
        Assert.Contains("there is no report", await SetAsync("nobody", "Norvik Post"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outlet_given_with_a_report_that_names_none_is_set_by_a_person()
    {
        var named = Invented.Arrival(Invented.Article("The bridge was opened again.", outlet: "Island Herald")) with { GivenOutlet = "Norvik Post" };
        var unnamed = Invented.Arrival(Invented.Article()) with { GivenOutlet = "Norvik Post" };
        var saved = await Store.SaveAsync([named, unnamed]);
        Assert.Equal("Island Herald", (await Store.FindArticleAsync(saved[0].ArticleId))!.Article.Outlet);
        var stored = (await Store.FindArticleAsync(saved[1].ArticleId))!;
        Assert.Equal(("Norvik Post", "person"), (stored.Article.Outlet, stored.Settings!.Outlet!.By));
    }

    [Fact]
    public async Task A_removed_report_is_gone_and_its_story_is_left_with_the_others()
    {
        var ids = await SwansAsync(3);
        await Store.SaveStoriesAsync(new StoryChanges { Stories = [StoryOf("s", ids[0], ids[1]), StoryOf("alone", ids[2])] });
        var removed = await Store.RemoveAsync([ids[0], ids[2], "nobody"], "person", Invented.Noon.AddDays(1));
        await ReopenAsync();
        Assert.Equal([(ids[0], "s"), (ids[2], "alone")], removed.Select(r => (r.ArticleId, r.StoryId)));
        Assert.Null(await Store.FindArticleAsync(ids[0]));
        Assert.Equal(1, await FoundAsync("swan"));
        var story = (await Store.FindStoryAsync("s"))!;
        Assert.Equal((ids[1], 3), (Assert.Single(story.Reports).ArticleId, story.Version));
        Assert.Null(await Store.FindStoryAsync("alone"));
        Assert.Equal(removed, await Store.RemovalsAsync(0));
        Assert.Equal([removed[1]], await Store.RemovalsAsync(removed[0].Number));
        Assert.Empty(await Store.CheckAsync());
    }

    [Fact]
    public async Task A_removed_report_comes_in_again_only_where_a_person_wants_it()
    {
        var page = Invented.Article(url: FerryUrl, outlet: "Norvik Post");
        var file = Invented.Article(Longer, outlet: "Island Herald");
        var hi = Invented.Article("hi", headline: null, id: "hi");
        var ids = (await Store.SaveAsync([.. new[] { page, file, hi }.Select(a => Invented.Arrival(a))])).Select(s => s.ArticleId).ToArray();
        await Store.RemoveAsync(ids, "person", Invented.Noon);
        Assert.Equal(SaveOutcome.Removed, (await Store.SaveAsync(page with { Text = "Another text altogether, and not a long one." })).Outcome);
        Assert.Equal(new SaveResult(ids[1], 0, SaveOutcome.Removed), await Store.SaveAsync(file with { Id = "another" }));
        Assert.Equal(SaveOutcome.Removed, (await Store.SaveAsync(hi)).Outcome);
        Assert.Equal(0, (await Store.StatsAsync()).Articles);
        // the same words at another outlet, or a short text of another file, are other reports
        Assert.Equal(SaveOutcome.New, (await Store.SaveAsync(file with { Outlet = "Norvik Post" })).Outcome);
        Assert.Equal(SaveOutcome.New, (await Store.SaveAsync(hi with { Id = "hello" })).Outcome);
        var again = Invented.Arrival(page) with { AgainRemoved = true };
        Assert.Equal(SaveOutcome.New, (await Store.SaveAsync([again]))[0].Outcome);
        Assert.Equal(SaveOutcome.Known, (await Store.SaveAsync(page)).Outcome);
    }

    [Fact]
    public async Task What_was_set_and_removed_goes_with_an_export()
    {
        var ids = await SwansAsync(2);
        await SetAsync(ids[0], "Norvik Gazette", "2031-03-02");
        await Store.RemoveAsync([ids[1]], "person", Invented.Noon);
        var records = await Store.ExportAsync().ToListAsync();
        await using var other = OpenOther();
        await other.RestoreAsync([.. records.Select(r => StoreJson.Read(StoreJson.Write(r))!)]);
        Assert.Equal(records.Select(StoreJson.Write), (await other.ExportAsync().ToListAsync()).Select(StoreJson.Write));
        Assert.Equal(("Norvik Gazette", 1), ((await other.FindArticleAsync(ids[0]))!.Article.Outlet, (await other.SearchAsync(SearchQuery.Parse("on:2031-03-02").Query!)).Total));
        var swan = Invented.Article("Swan number 1 has come back to the pond.", "https://norvikpost.example/1", "Norvik Post");
        Assert.Equal(SaveOutcome.Removed, (await other.SaveAsync(swan)).Outcome);
    }
}
