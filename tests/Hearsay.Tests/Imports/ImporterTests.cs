using System.IO.Compression;
using System.Text.Json;
using Hearsay.App.Imports;
using Hearsay.Benchmarks.Store;
using Hearsay.Sources;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Imports;

/// <summary>Imports that stop in the middle, inside the test's process.</summary>
public sealed class ImporterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InventedNews _news = new(4);

    public void Dispose() => _folder.Dispose();

    /// <summary>Pages, a list of five pages in one entry, and things that are passed over or cannot be read.</summary>
    private string Zip(int pages)
    {
        var path = Path.Combine(_folder.Path, "news.zip");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        for (var i = 0; i < pages; i++) Entry($"{i:000}.html", _news.Page(i));
        Entry("010b.json", JsonSerializer.Serialize(Enumerable.Range(1000, 5).Select(i => new { html = _news.Page(i) })));
        Entry("picture.png", "not for reading");
        Entry("empty.html", " ");
        return path;

        void Entry(string name, string content)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    }

    private static async Task<ImportCounts> RunAsync(INewsStore store, string path, int stopAfter = int.MaxValue)
    {
        using var stop = new CancellationTokenSource();
        var acknowledged = 0;
        return await new Importer(store, new ImportOptions
        {
            Now = DateTimeOffset.UnixEpoch, MostAtOnce = 4,
            Acknowledge = (_, _) =>
            {
                if (++acknowledged >= stopAfter) stop.Cancel();
            },
        }).RunAsync(new FileSource([path]), path, stop.Token);
    }

    private static async Task<string> ExportAsync(INewsStore store) =>
        string.Join('\n', (await store.ExportAsync().ToListAsync()).Select(StoreJson.Write));

    [Fact]
    public async Task An_archive_stopped_anywhere_ends_as_one_read_in_one_go()
    {
        var path = Zip(30);
        await using var whole = SqliteNewsStore.Open(Path.Combine(_folder.Path, "whole.db"));
        var expected = await RunAsync(whole, path);
        Assert.Equal(
            (36, 35, 1, 1),
            ((int)expected.Pages + (int)expected.Failed, (int)expected.New, (int)expected.Failed, (int)expected.Skipped["type .png"])
        );
        foreach (var step in (int[])[1, 3, 7, 12])
        {
            await using var store = SqliteNewsStore.Open(Path.Combine(_folder.Path, $"stopped{step}.db"));
            var (counts, runs) = (await RunAsync(store, path, step), 1);
            while (await store.FindProgressAsync(path) is not null)
            {
                Assert.True(++runs < 100, "it does not come to an end");
                counts = await RunAsync(store, path, step);
            }
            Assert.True(runs > 1 || step > 30);
            Assert.Equal(await ExportAsync(whole), await ExportAsync(store));
            Assert.Equal(expected.Write(), counts.Write());
        }
    }

    [Fact]
    public async Task A_source_that_has_changed_meanwhile_is_read_from_its_start_and_nothing_is_doubled()
    {
        var path = Zip(30);
        await using var store = SqliteNewsStore.Open(Path.Combine(_folder.Path, "store.db"));
        await RunAsync(store, path, 8);
        Assert.NotNull(await store.FindProgressAsync(path));
        File.Delete(path);
        Zip(40);
        var counts = await RunAsync(store, path);
        Assert.Equal(45, (await store.StatsAsync()).Articles);
        Assert.Equal(45, counts.New + counts.Known);
        Assert.Empty(await store.UnfinishedAsync());
    }

    [Fact]
    public async Task A_store_that_fails_ends_the_import_with_its_reason()
    {
        var path = Zip(30);
        await using var store = SqliteNewsStore.Open(Path.Combine(_folder.Path, "small.db"), new StoreOptions { MostPagesForTests = 60 });
        var fault = await Assert.ThrowsAsync<StoreException>(() => RunAsync(store, path));
        Assert.Equal(StoreFault.Full, fault.Fault);
    }
}
