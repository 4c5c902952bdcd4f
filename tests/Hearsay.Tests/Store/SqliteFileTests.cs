using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Store;

/// <summary>The file itself: its versions, and files that are damaged, locked, full or something else.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "hearsay.db");

    public void Dispose() => _folder.Dispose();

    private async Task FillAsync(int articles = 3)
    {
        await using var store = SqliteNewsStore.Open(File);
        await store.SaveAsync([
            .. Enumerable
                .Range(0, articles)
                .Select(i => Invented.Arrival(Invented.Article($"{Invented.Ferry} {i}", $"https://norvikpost.example/{i}"))),
        ]);
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private StoreException Fault(StoreOptions? options = null) => Assert.Throws<StoreException>(() => SqliteNewsStore.Open(File, options));

    [Fact]
    public async Task A_fresh_file_gets_the_newest_schema()
    {
        await using var store = SqliteNewsStore.Open(File);
        Assert.Equal(Migrations.Newest, (await store.StatsAsync()).Schema);
        Assert.Equal(Enumerable.Range(1, Migrations.Newest), Migrations.All.Select(m => m.Number));
    }

    [Fact]
    public async Task A_store_of_any_earlier_version_is_brought_up_to_date()
    {
        for (var version = 1; version < Migrations.Newest; version++)
        {
            System.IO.File.Delete(File);
            await SqliteNewsStore.Open(File, new StoreOptions { SchemaForTests = version }).DisposeAsync();
            await FillAsync();
            await using var store = SqliteNewsStore.Open(File);
            Assert.Equal((Migrations.Newest, 3), ((await store.StatsAsync()).Schema, (await store.StatsAsync()).Articles));
            Assert.Empty(await store.CheckAsync());
        }
    }

    [Fact]
    public async Task A_migration_changes_a_filled_store_in_place_and_one_that_fails_leaves_it_as_it_was()
    {
        await FillAsync();
        var next = Migrations.Newest + 1;
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var session = new Session(connection);
            Assert.Throws<SqliteException>(() =>
                Migrations.Apply(
                    session,
                    File,
                    [.. Migrations.All, (next, "ALTER TABLE article ADD COLUMN mood TEXT; CREATE TABLE article (x)")],
                    next
                )
            );
            Assert.Equal(Migrations.Newest, Migrations.Version(session, File));
            Assert.Equal(0, session.Number("SELECT count(*) FROM pragma_table_info('article') WHERE name = 'mood'"));
            Migrations.Apply(session, File, [.. Migrations.All, (next, "ALTER TABLE article ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")], next);
            Assert.Equal(3, session.Number("SELECT count(*) FROM article WHERE mood = 'calm'"));
        }
        var fault = Fault();
        Assert.Equal(StoreFault.Newer, fault.Fault);
        Assert.Contains($"schema {next}, this one knows up to {Migrations.Newest}", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Statistics made when a store held one article had the next ten thousand looked for row by row.</summary>
    [Fact]
    public async Task A_store_closed_while_small_keeps_no_statistics_that_mislead_it_when_it_is_large()
    {
        await FillAsync(1);
        await FillAsync(2);
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var session = new Session(connection);
        Assert.Equal(0, session.Number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'"));
    }

    [Fact]
    public void Another_SQLite_database_is_not_touched()
    {
        Sql("CREATE TABLE recipes (name TEXT)");
        var before = System.IO.File.ReadAllBytes(File);
        Assert.Equal(StoreFault.NotAStore, Fault().Fault);
        Assert.Equal(before[40..], System.IO.File.ReadAllBytes(File)[40..]);
    }

    [Theory]
    [InlineData(
        "This is a letter to my aunt, and quite a long one, since much has happened since spring and she will want to hear all of it, with the names."
    )]
    [InlineData("x")]
    public void A_file_of_another_kind_is_not_touched(string content)
    {
        System.IO.File.WriteAllText(File, content);
        Assert.Equal(StoreFault.NotAStore, Fault().Fault);
        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_folder_is_no_store()
    {
        Directory.CreateDirectory(File);
        Assert.Equal(StoreFault.Unreadable, Fault().Fault);
    }

    [Fact]
    public void A_store_that_is_not_there_is_made_only_where_allowed()
    {
        Assert.Equal(StoreFault.Missing, Fault(new StoreOptions { Create = false }).Fault);
        Assert.Equal(StoreFault.Missing, Fault(new StoreOptions { ReadOnly = true }).Fault);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Damage_is_named_and_what_is_whole_can_still_be_read()
    {
        await FillAsync(200);
        var bytes = System.IO.File.ReadAllBytes(File);
        // not the first pages, which hold the schema
        for (var page = 40; page < (bytes.Length / 4096) - 10; page += 7) bytes.AsSpan(page * 4096, 2000).Fill(0xA5);
        System.IO.File.WriteAllBytes(File, bytes);
        await using var store = SqliteNewsStore.Open(File);
        var problems = await Record.ExceptionAsync(async () => Assert.NotEmpty(await store.CheckAsync()));
        Assert.True(problems is null or StoreException { Fault: StoreFault.Damaged }, $"{problems}");
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await store.ExportAsync().ToListAsync());
        Assert.Equal(StoreFault.Damaged, fault.Fault);
        Assert.Contains(File, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_writer_is_waited_for_and_named_when_it_takes_too_long()
    {
        await FillAsync();
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        await using var store = SqliteNewsStore.Open(File, new StoreOptions { BusyWait = TimeSpan.FromMilliseconds(100) });
        var fault = await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(Invented.Article("The council met.")));
        Assert.Equal(StoreFault.Busy, fault.Fault);
        // reading goes on meanwhile
        Assert.Equal(3, (await store.StatsAsync()).Articles);
        command.CommandText = "COMMIT";
        command.ExecuteNonQuery();
        Assert.Equal(SaveOutcome.New, (await store.SaveAsync(Invented.Article("The council met."))).Outcome);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_what_was_acknowledged_is_safe()
    {
        await FillAsync();
        var saved = 3;
        await using (var store = SqliteNewsStore.Open(File, new StoreOptions { MostPagesForTests = 120 }))
        {
            var fault = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                for (; ; saved++) await store.SaveAsync(Invented.Article($"{Invented.Ferry} {saved}", $"https://norvikpost.example/{saved}"));
            });
            Assert.Equal(StoreFault.Full, fault.Fault);
            Assert.Equal(saved, (await store.StatsAsync()).Articles);
        }
        await using var again = SqliteNewsStore.Open(File);
        Assert.Equal(saved, (await again.StatsAsync()).Articles);
        Assert.Empty(await again.CheckAsync());
    }

    [Fact]
    public async Task A_store_opened_to_read_alone_is_read_and_not_written()
    {
        await FillAsync();
        await using var store = SqliteNewsStore.Open(File, new StoreOptions { ReadOnly = true });
        Assert.Equal(3, (await store.SearchAsync(SearchQuery.Parse("ferry").Query!)).Total);
        var fault = await Assert.ThrowsAsync<StoreException>(() => store.SaveAsync(Invented.Article("The council met.")));
        Assert.Equal(StoreFault.ReadOnly, fault.Fault);
    }

    [Fact]
    public async Task A_backup_is_of_one_moment_while_others_write()
    {
        await FillAsync(500);
        await using var store = SqliteNewsStore.Open(File);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 500; !stop.IsCancellationRequested; i++)
                await store.SaveAsync(Invented.Article($"{Invented.Ferry} {i}", $"https://norvikpost.example/{i}"));
        });
        var copy = Path.Combine(_folder.Path, "copy.db");
        await store.BackupAsync(copy);
        await stop.CancelAsync();
        await writing;
        await using var other = SqliteNewsStore.Open(copy);
        Assert.Empty(await other.CheckAsync());
        Assert.True((await other.StatsAsync()).Articles >= 500);
        Assert.False(System.IO.File.Exists(copy + ".partial"));
        Assert.Equal(StoreFault.Unreadable, (await Assert.ThrowsAsync<StoreException>(() => store.BackupAsync(copy))).Fault);
    }
}
