using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public abstract partial class StoreCompliance
{
    private const string Longer = Invented.Ferry + "\n\nThe ferry company said that it would look into how the vessel left the channel.";

    [Fact]
    public async Task An_article_comes_back_as_it_was_saved()
    {
        var article = Invented.Article(url: "https://norvikpost.example/news/ferry", outlet: "Norvik Post", published: "2031-03-04T09:30:00+01:00");
        var result = await Store.SaveAsync(article);
        await ReopenAsync();
        var stored = await Store.FindArticleAsync(result.ArticleId);
        Assert.Equal(new SaveResult(article.Id, 1, SaveOutcome.New), result);
        Assert.Equivalent(article, stored!.Article, strict: true);
        Assert.Equal(article.Published.Evidence, stored.Article.Published.Evidence);
        Assert.Equal(new DateTimeOffset(2031, 3, 4, 8, 30, 0, TimeSpan.Zero), stored.At);
        Assert.Equal((Invented.Noon, Invented.Noon, 1, 1), (stored.Arrived, stored.ChangedAt, stored.Revision, stored.Revisions));
    }

    [Theory]
    [InlineData("https://norvikpost.example/news/ferry", "http://www.norvikpost.example/news/ferry/?utm_source=mail#top")]
    [InlineData("https://norvikpost.example/news/ferry", "https://m.norvikpost.example/news/ferry/amp")]
    [InlineData("https://norvikpost.example/news/ferry?page=2", "https://amp.norvikpost.example/news/ferry?page=2&fbclid=x")]
    [InlineData("https://norvikpost.example/news/ferry", "https://norvikpost-example.cdn.ampproject.org/c/s/norvikpost.example/news/ferry")]
    public async Task Variants_of_an_address_are_one_article(string first, string second)
    {
        var one = await Store.SaveAsync(Invented.Article(url: first));
        var two = await Store.SaveAsync(Invented.Article(url: second), Invented.Noon.AddHours(1));
        Assert.Equal(one.ArticleId, two.ArticleId);
        Assert.Equal(SaveOutcome.Known, two.Outcome);
        Assert.Equal(one.ArticleId, (await Store.FindArticleAsync(second))!.Id);
    }

    [Theory]
    [InlineData("https://norvikpost.example/news?cid=1", "https://norvikpost.example/news?cid=2")]
    [InlineData("https://norvikpost.example/news?id=1", "https://norvikpost.example/news?id=2")]
    [InlineData("https://norvikpost.example/news/a", "https://norvikpost.example/news/A")]
    [InlineData("https://sport.norvikpost.example/a", "https://norvikpost.example/a")]
    public async Task Addresses_that_may_be_two_pages_stay_two(string first, string second)
    {
        var one = await Store.SaveAsync(Invented.Article("The council met and put the matter off until the spring.", first));
        var two = await Store.SaveAsync(Invented.Article("The bridge was opened again after four weeks of repairs.", second));
        Assert.NotEqual(one.ArticleId, two.ArticleId);
    }

    [Fact]
    public async Task The_same_text_at_two_addresses_of_one_outlet_is_one_article_with_both_addresses()
    {
        var one = await Store.SaveAsync(Invented.Article(url: "https://norvikpost.example/news/ferry", outlet: "Norvik Post"));
        var two = await Store.SaveAsync(Invented.Article(url: "https://norvikpost.example/region/ferry-aground", outlet: "The Norvik Post"));
        Assert.Equal((one.ArticleId, SaveOutcome.Alias), (two.ArticleId, two.Outcome));
        Assert.Equal(
            ["https://norvikpost.example/news/ferry", "https://norvikpost.example/region/ferry-aground"],
            (await Store.FindArticleAsync(one.ArticleId))!.Urls
        );
    }

    [Fact]
    public async Task The_same_text_at_two_outlets_is_two_reports_that_know_of_each_other()
    {
        var one = await Store.SaveAsync(Invented.Article(url: "https://norvikpost.example/ferry", outlet: "Norvik Post"));
        var two = await Store.SaveAsync(Invented.Article(url: "https://islandherald.example/ferry", outlet: "Island Herald"));
        Assert.NotEqual(one.ArticleId, two.ArticleId);
        Assert.Equal([two.ArticleId], await Store.SameTextAsync(one.ArticleId));
    }

    [Fact]
    public async Task A_short_text_at_two_addresses_does_not_make_one_article_of_two()
    {
        var one = await Store.SaveAsync(
            Invented.Article("This article is for subscribers.", "https://norvikpost.example/a", headline: "Ferry aground")
        );
        var two = await Store.SaveAsync(
            Invented.Article("This article is for subscribers.", "https://norvikpost.example/b", headline: "Council meets")
        );
        Assert.NotEqual(one.ArticleId, two.ArticleId);
    }

    [Fact]
    public async Task Reports_without_address_are_known_by_their_text()
    {
        var one = await Store.SaveAsync(Invented.Article());
        var again = await Store.SaveAsync(Invented.Article() with { Id = "another" });
        var later = await Store.SaveAsync(Invented.Article(url: "https://norvikpost.example/ferry", outlet: "Norvik Post"));
        Assert.Equal((one.ArticleId, SaveOutcome.Known), (again.ArticleId, again.Outcome));
        Assert.Equal((one.ArticleId, SaveOutcome.Alias), (later.ArticleId, later.Outcome));
        Assert.Equal("Norvik Post", Assert.Single(await Store.OutletsAsync()).Name);
    }

    [Fact]
    public async Task An_id_that_two_different_reports_claim_belongs_to_the_first()
    {
        var one = await Store.SaveAsync(Invented.Article("The council met and put the matter off until the spring.", id: "1"));
        var two = await Store.SaveAsync(Invented.Article("Nine swans have come back to the pond behind the old mill.", id: "1"));
        Assert.Equal("1", one.ArticleId);
        Assert.NotEqual("1", two.ArticleId);
    }

    [Fact]
    public async Task A_changed_text_is_a_revision_and_the_old_one_is_kept()
    {
        const string Url = "https://norvikpost.example/ferry";
        var one = await Store.SaveAsync(Invented.Article(url: Url));
        var two = await Store.SaveAsync(Invented.Article(Longer, Url), Invented.Noon.AddHours(2));
        var headline = await Store.SaveAsync(Invented.Article(Longer, Url, headline: "Ferry freed after running aground"), Invented.Noon.AddHours(3));
        var back = await Store.SaveAsync(Invented.Article(url: Url), Invented.Noon.AddHours(4));
        Assert.Equal([2, 3, 4], [two.Revision, headline.Revision, back.Revision]);
        Assert.Equal([Invented.Ferry, Longer, Longer, Invented.Ferry], await TextsAsync(one.ArticleId));
        Assert.All(await Store.RevisionsAsync(one.ArticleId), r => Assert.Equal(one.ArticleId, r.Article.Id));
        Assert.Equal(4, (await Store.FindArticleAsync(Url))!.Revisions);
    }

    [Fact]
    public async Task An_archive_read_again_or_backwards_adds_no_revision_and_the_newest_text_is_the_last_seen()
    {
        const string Url = "https://norvikpost.example/ferry";
        for (var round = 0; round < 2; round++)
        {
            await Store.SaveAsync(Invented.Article(Longer, Url), Invented.Noon.AddHours(2), archived: true);
            await Store.SaveAsync(Invented.Article(url: Url), Invented.Noon, archived: true);
        }
        var stored = (await Store.FindArticleAsync(Url))!;
        Assert.Equal((2, 1, Longer, Invented.Noon), (stored.Revisions, stored.Revision, stored.Article.Text, stored.Arrived));
        Assert.Equal([Invented.Ferry, Longer], await TextsAsync(stored.Id));
    }

    [Fact]
    public async Task A_part_of_the_text_does_not_take_the_place_of_the_whole()
    {
        const string Url = "https://norvikpost.example/ferry";
        var part = Invented.Article(Invented.Ferry[..90], Url) with { IsPartial = true };
        await Store.SaveAsync(part);
        await Store.SaveAsync(Invented.Article(url: Url), Invented.Noon.AddHours(1));
        for (var i = 2; i < 5; i++) Assert.Equal(SaveOutcome.Known, (await Store.SaveAsync(part, Invented.Noon.AddHours(i))).Outcome);
        var other = await Store.SaveAsync(Invented.Article(Invented.Ferry[..95], Url) with { IsPartial = true }, Invented.Noon.AddHours(6));
        var stored = (await Store.FindArticleAsync(Url))!;
        Assert.Equal((3, 2, Invented.Ferry, Invented.Noon.AddHours(6)), (other.Revision, stored.Revision, stored.Article.Text, stored.ChangedAt));
        Assert.Equal(1, (await Store.SearchAsync(SearchQuery.Parse("blankets").Query!)).Total);
    }

    [Fact]
    public async Task White_space_alone_is_no_change()
    {
        await Store.SaveAsync(Invented.Article(url: "https://norvikpost.example/ferry"));
        var again = await Store.SaveAsync(
            Invented.Article(Invented.Ferry.Replace("\n\n", " \n\n ", StringComparison.Ordinal), "https://norvikpost.example/ferry")
        );
        Assert.Equal(SaveOutcome.Known, again.Outcome);
    }

    [Fact]
    public async Task Text_that_is_no_Unicode_is_kept_unit_for_unit()
    {
        var result = await Store.SaveAsync(Invented.Article("The word \ud800 was \0 cut \udc00 here 😀 and there."));
        Assert.Equal("The word \ufffd was \ufffd cut \ufffd here 😀 and there.", (await Store.FindArticleAsync(result.ArticleId))!.Article.Text);
    }

    [Fact]
    public async Task A_batch_is_saved_whole_or_not_at_all()
    {
        var broken = Invented.Article("Nine swans have come back to the pond.") with { Text = null! };
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Store.SaveAsync([Invented.Arrival(Invented.Article()), Invented.Arrival(broken)], _ => new Progress("a", "1", "2"))
        );
        Assert.Equal(0, (await Store.StatsAsync()).Articles);
        Assert.Null(await Store.FindProgressAsync("a"));
        Assert.Equal(SaveOutcome.New, (await Store.SaveAsync(Invented.Article())).Outcome);
    }

    [Fact]
    public async Task Progress_of_an_import_is_kept_with_what_was_read()
    {
        await Store.SaveAsync([Invented.Arrival(Invented.Article())], saved => new Progress("/news/a.warc", "10", "4096", $"{saved.Length}"));
        await Store.SaveAsync([], _ => new Progress("/news/b.warc", "1", "7"));
        await ReopenAsync();
        Assert.Equal(new Progress("/news/a.warc", "10", "4096", "1"), await Store.FindProgressAsync("/news/a.warc"));
        await Store.SaveAsync([], _ => new Progress("/news/a.warc", "10", null));
        Assert.Null(await Store.FindProgressAsync("/news/a.warc"));
        Assert.Equal("/news/b.warc", Assert.Single(await Store.UnfinishedAsync()).Source);
    }

    [Fact]
    public async Task Articles_are_listed_by_time_page_after_page()
    {
        for (var i = 0; i < 25; i++)
        {
            await Store.SaveAsync(
                Invented.Article(
                    $"Report number {i} tells of the weather on the coast.",
                    $"https://norvikpost.example/{i}",
                    i % 2 == 0 ? "Norvik Post" : "Island Herald",
                    published: $"2031-03-{1 + (i % 12):00}"
                )
            );
        }
        var all = new List<StoredArticle>();
        var filter = new ArticleFilter { Limit = 7, Outlet = "the norvik post", From = new DateTimeOffset(2031, 3, 3, 0, 0, 0, TimeSpan.Zero) };
        do
        {
            var page = await Store.ListArticlesAsync(filter);
            all.AddRange(page.Articles);
            filter = filter with { Cursor = page.Next };
        }
        while (filter.Cursor is not null);
        Assert.Equal(Enumerable.Range(0, 25).Count(i => i % 2 == 0 && 1 + (i % 12) >= 3), all.Select(a => a.Id).Distinct().Count());
        Assert.Equal(all.OrderByDescending(a => a.At).Select(a => a.At), all.Select(a => a.At));
        Assert.All(all, a => Assert.Equal("Norvik Post", a.Article.Outlet));
    }

    [Fact]
    public async Task What_was_worked_out_from_a_text_goes_with_that_text()
    {
        const string Url = "https://norvikpost.example/ferry";
        var one = await Store.SaveAsync(Invented.Article(url: Url));
        await Store.SaveDerivedAsync([new Derived(one.ArticleId, 1, "signature", 3, new byte[] { 1, 2, 3 })]);
        Assert.Equal([1, 2, 3], Assert.Single(await Store.DerivedAsync("signature", 3, [one.ArticleId])).Data.ToArray());
        Assert.Empty(await Store.DerivedAsync("signature", 4, [one.ArticleId]));
        await Store.SaveAsync(Invented.Article(Longer, Url), Invented.Noon.AddHours(1));
        Assert.Empty(await Store.DerivedAsync("signature", 3, [one.ArticleId]));
    }

    [Fact]
    public async Task Many_writers_and_readers_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                var saved = await Store.SaveAsync(Invented.Article($"Writer {w} tells of swan number {i}.", $"https://norvikpost.example/{w}/{i}"));
                Assert.NotNull(await Store.FindArticleAsync(saved.ArticleId));
            }
        })));
        Assert.Equal(160, (await Store.StatsAsync()).Articles);
        Assert.Empty(await Store.CheckAsync());
    }
}
