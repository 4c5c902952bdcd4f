using System.Globalization;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Store;

/// <summary>Stores that earlier versions filled, as their SQL wrote them, opened by this one.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly DateTimeOffset Written = new(2029, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Added = new(2031, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "hearsay.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_filled_store_whose_index_is_made_anew_finds_what_it_found_before()
    {
        await FillAsync(2,
            Article(1, "https://norvikpost.example/1", "The bridge was open.", Written, published: null),
            Article(2, "https://norvikpost.example/2", "The road was open.", Written, published: null),
            "INSERT INTO outlet (id, key, name) VALUES (1, 'norvikpost', 'Norvik Post')", "UPDATE article SET outlet = 1",
            Revision(1, 2, "The bridge is closed, said the mayor.", Added, """["Ingrid Vahl","Olav Brekke"]"""),
            "UPDATE article SET revision = 2, revisions = 2 WHERE number = 1");
        await using var store = SqliteNewsStore.Open(File);
        foreach (
            var (typed, hits) in new[]
            {
                ("bri*", 1), ("bridge closed", 1), ("open", 1), ("title:ferry", 2), ("outlet:norvik", 2), ("speaker:\"Olav Brekke\"", 1),
            }
        )
        {
            Assert.Equal((typed, hits), (typed, (await store.SearchAsync(SearchQuery.Parse(typed).Query!)).Total));
        }
        Assert.Empty(await store.CheckAsync());
    }

    [Fact]
    public async Task A_store_that_took_the_time_of_a_file_for_a_date_has_no_date_there_any_more()
    {
        await FillAsync(3,
            Article(1, null, "The ferry ran aground.", Written, published: null, path: "/news/ferry.txt"),
            Article(2, "https://norvikpost.example/2", "The road was open.", Added, published: null),
            Article(3, "https://norvikpost.example/3", "The bridge was closed.", Added, published: "2028-05-02"),
            Story("s", 1, 3));
        var now = DateTimeOffset.UtcNow;
        await using var store = SqliteNewsStore.Open(File);
        var (file, page, dated) = ((await store.FindArticleAsync("a1"))!, (await store.FindArticleAsync("a2"))!, (await store.FindArticleAsync("a3"))!);
        Assert.Equal((null, Added, Added), (file.Published.Value, file.Arrived, file.At));
        Assert.Equal((null, Added), (page.Published.Value, page.Arrived));
        Assert.Equal(("2028-05-02", 2028), (dated.Published.Value, dated.At.Year));
        var text = Assert.Single(await store.RevisionsAsync("a1"));
        Assert.Equal((Written, true), (text.SeenAt, text.IsFileTime));
        Assert.Equal(0, (await store.SearchAsync(SearchQuery.Parse("on:2029-07-01").Query!)).Total);
        Assert.Equal((2, 2028), ((await store.StatsAsync()).Undated, (await store.StatsAsync()).Earliest!.Value.Year));
        var story = (await store.FindStoryAsync("s"))!;
        Assert.Equal((2028, 2028), (story.FirstPublished!.Value.Year, story.LastPublished!.Value.Year));
        // its reports are due to be lent dates, and a report that no story had taken in waits
        Assert.Single((await store.ListStoriesAsync(new StoryFilter { IsDateless = true })).Stories);
        Assert.Equal(["a2"], (await store.ListArticlesAsync(new ArticleFilter { Waiting = true })).Articles.Select(a => a.Id));
        Assert.Empty(await store.CheckAsync());
    }

    [Fact]
    public async Task A_file_that_no_story_had_taken_in_arrived_no_later_than_its_store_was_brought_up_to_date()
    {
        await FillAsync(3, Article(1, null, "The ferry ran aground.", Written, published: null, path: "/news/ferry.txt"));
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);
        await using var store = SqliteNewsStore.Open(File);
        Assert.InRange((await store.FindArticleAsync("a1"))!.Arrived, before, before.AddMinutes(10));
    }

    /// <summary>A revision that had come in by another process stood in no briefing, and nothing in the store said so.</summary>
    [Fact]
    public async Task A_report_of_an_older_store_that_has_several_texts_is_read_once_more()
    {
        await FillAsync(3,
            Article(1, "https://norvikpost.example/1", "The bridge was open.", Written, published: null), Story("s", 1),
            Revision(1, 2, "The bridge is closed.", Added, "[]"), "UPDATE article SET revision = 2, revisions = 2 WHERE number = 1");
        await using var store = SqliteNewsStore.Open(File);
        Assert.Equal(["a1"], (await store.ListArticlesAsync(new ArticleFilter { Waiting = true })).Articles.Select(a => a.Id));
    }

    [Fact]
    public async Task What_was_set_in_an_older_store_is_a_correction_that_can_be_undone()
    {
        await FillAsync(6,
            "INSERT INTO outlet (id, key, name) VALUES (1, 'norvikpost', 'Norvik Post'), (2, 'islandherald', 'Island Herald')",
            """
            INSERT INTO article (number, id, arrived, changed, revision, revisions, outlet, read_outlet, settings) VALUES (1, 'a1', 0, 0, 1, 1, 2, 1,
                '{"outlet":{"value":"Island Herald","by":"person","at":"2031-03-04T12:00:00.123+00:00"},"published":{"value":"2031-03-02","by":"person","at":"2031-03-05T12:00:00+00:00"}}')
            """,
            """
            INSERT INTO revision (article, number, seen_at, hash, page, speakers, text)
            VALUES (1, 1, 0, x'01', '{"id":"a1","text":"","outlet":"Norvik Post","published":{"basis":"unknown","evidence":[]}}', '[]', 'The ferry ran aground.')
            """,
            "INSERT INTO article_words (rowid, body) VALUES (1, 'The ferry ran aground.')");
        await using var store = SqliteNewsStore.Open(File);
        var corrections = await store.CorrectionsAsync(new CorrectionFilter());
        Assert.Equal(["Date 2031-03-02 person", "Outlet Island Herald person"], corrections.Select(c => $"{c.Kind} {c.Value} {c.By}"));
        Assert.Equal(new DateTimeOffset(2031, 3, 4, 12, 0, 0, 123, TimeSpan.Zero), corrections[1].At);
        await store.UndoAsync(corrections[1].Id, "Ben", Added);
        var article = (await store.FindArticleAsync("a1"))!;
        Assert.Equal(("Norvik Post", "2031-03-02"), (article.Article.Outlet, article.Published.Value));
    }

    /// <summary>A file as the version with this schema wrote it.</summary>
    private async Task FillAsync(int schema, params string[] statements)
    {
        await SqliteNewsStore.Open(File, new StoreOptions { SchemaForTests = schema }).DisposeAsync();
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Join(";\n", statements);
        command.ExecuteNonQuery();
    }

    private static string Article(int number, string? url, string text, DateTimeOffset seen, string? published, string? path = null) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO article (number, id, first_seen, last_seen, at, revision, revisions)
            VALUES ({number}, 'a{number}', {Ms(seen)}, {Ms(seen)}, {(published is null ? Ms(seen) : Ms(DateTimeOffset.Parse(published + "Z", CultureInfo.InvariantCulture)))}, 1, 1);
            {(url is null ? "" : $"INSERT INTO article_url (key, article, place, url) VALUES ('{UrlKey.Of(url)}', {number}, 0, '{url}');")}
            {Revision(number, 1, text, seen, "[]", published, path)}
            """);

    private static string Revision(
        int article, int number, string text, DateTimeOffset seen, string speakers, string? published = null, string? path = null
    )
    {
        var date = published is null ? """{"basis":"unknown","evidence":[]}""" : $$"""{"value":"{{published}}","basis":"stated","evidence":[]}""";
        var page = $$"""{"id":"a{{article}}","text":"",{{(path is null ? "" : $"\"path\":\"{path}\",")}}"language":"en","published":{{date}}}""";
        return string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO revision (article, number, seen_at, hash, headline, page, speakers, text)
            VALUES ({article}, {number}, {Ms(seen)}, x'{article:00}{number:00}', 'Ferry runs aground', '{page}', '{speakers}', '{text}');
            INSERT OR REPLACE INTO article_words (rowid, title, body) VALUES ({article}, 'Ferry runs aground', '{text}')
            """);
    }

    private static string Story(string id, params int[] articles) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO story (id, title, first_seen, last_seen, changed_at, version, reports) VALUES ('{id}', 'A story', 0, 0, {Ms(Added)}, 1, 0);
        {string.Join(";\n", articles.Select(a => $"INSERT INTO story_report (article, story, place, added_at) VALUES ({a}, '{id}', {a}, {Ms(Added)})"))}
        """);

    private static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
