using System.Diagnostics;
using System.Globalization;
using Hearsay.App.Cli;
using Hearsay.Benchmarks.Store;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Store;

/// <summary>
/// kill -9 at random moments of an import. The import prints a line for each article once it is safe on the disk; what it has printed must be there
/// after the kill, once, in a store that is sound, and every import that was killed must end as the one that was not, to the byte of an export. Here
/// a few kills; `dotnet run dev.cs -- kills 200 5000` makes many.
/// </summary>
[Trait("Lane", "slow")]
public sealed class KillTests : IDisposable
{
    private static readonly DateTime Written = new(2031, 5, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Number("HEARSAY_SEED", 20310501));

    private string Pages => Path.Combine(_folder.Path, "pages");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_import_killed_at_any_moment_loses_nothing_and_doubles_nothing()
    {
        var (kills, pages) = (Number("HEARSAY_KILLS", 8), Number("HEARSAY_PAGES", 150));
        Generate(pages);
        var reference = Path.Combine(_folder.Path, "reference.db");
        var clock = Stopwatch.StartNew();
        var (code, told) = await ImportAsync(reference, null, new Oracle());
        var whole = clock.Elapsed;
        Assert.Equal(ExitCode.UnreadInput, code);
        var expected = await ExportAsync(reference);
        var runs = 0;
        for (var killed = 0; killed < kills; runs++)
        {
            var (store, oracle) = (Path.Combine(_folder.Path, "killed.db"), new Oracle());
            foreach (var old in Directory.GetFiles(_folder.Path, "killed.db*")) File.Delete(old);
            string? last;
            var ran = false;
            for (; ; killed++)
            {
                // about ten kills an import, some of them while it starts and while it ends; the last import is left alone
                TimeSpan? after = killed < kills ? whole * (_random.NextDouble() * (kills < 20 ? 0.8 : 0.3)) : null;
                // killed between its last commit and its end: it had ended, and every run from then on finds all of it known
                ran |= await HasEndedAsync(store);
                (var ended, last) = await ImportAsync(store, after, oracle);
                await oracle.CheckAsync(store);
                if (ended is { } exit)
                {
                    Assert.Equal(ExitCode.UnreadInput, exit);
                    break;
                }
            }
            Assert.Equal(expected, await ExportAsync(store));
            // it counts as one, however many runs it took
            if (ran) Assert.StartsWith("0 new, 0 revised, ", last, StringComparison.Ordinal);
            else Assert.Equal(told, last);
        }
        TestContext.Current.SendDiagnosticMessage("{0} kills in {1} imports of {2} pages", kills, runs, pages);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kills} kills in {runs} imports of {pages} pages: nothing lost, nothing doubled, every store sound, every end the same"
            )
        );
    }

    [Fact]
    public async Task An_import_stopped_by_Ctrl_C_says_so_and_goes_on_where_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent as on Unix");
        Generate(250);
        var store = Path.Combine(_folder.Path, "stopped.db");
        using (var process = Start(store))
        {
            var told = process.StandardError.ReadToEndAsync();
            // once it has put something away it is under way
            var first = await process.StandardOutput.ReadLineAsync();
            using var signal = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            var rest = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.StartsWith("new\t", first, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Stopped, process.ExitCode);
            Assert.Contains("the same command goes on from here", await told, StringComparison.Ordinal);
            Assert.Contains(" new, ", rest, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(store + "-wal"));
        var (code, _) = await ImportAsync(store, null, new Oracle());
        Assert.Equal(ExitCode.UnreadInput, code);
        var whole = Path.Combine(_folder.Path, "whole.db");
        await ImportAsync(whole, null, new Oracle());
        Assert.Equal(await ExportAsync(whole), await ExportAsync(store));
    }

    /// <summary>
    /// Pages in files and in a file of records; some are the same page anew with another text, some the same text at another address, some cannot be
    /// read.
    /// </summary>
    private void Generate(int pages)
    {
        var news = new InventedNews(3);
        Directory.CreateDirectory(Pages);
        for (var i = 0; i < pages; i++)
        {
            var content = (i % 25, i % 40) switch
            {
                (24, _) => news.Page(i - 20, revision: 1),
                (_, 39) => news.Page(i - 5).Replace("/story-", "/again-", StringComparison.Ordinal),
                (_, 38) => "",
                _ => news.Page(i),
            };
            var file = Path.Combine(
                Pages,
                string.Create(CultureInfo.InvariantCulture, $"{i / 100:000}"),
                string.Create(CultureInfo.InvariantCulture, $"{i:00000}.html")
            );
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (i % 100 < 80)
            {
                File.WriteAllText(file, content);
                File.SetLastWriteTimeUtc(file, Written.AddMinutes(i));
            }
            else
            {
                var records = Path.ChangeExtension(file, null)[..^5] + "records.jsonl";
                File.AppendAllText(records, System.Text.Json.JsonSerializer.Serialize(new { html = content }) + "\n");
                File.SetLastWriteTimeUtc(records, Written.AddMinutes(i / 100 * 100));
            }
        }
    }

    /// <summary>Runs an import, killed after a time or to its end: then its exit code and the counts that it told.</summary>
    private async Task<(int? Code, string? Told)> ImportAsync(string store, TimeSpan? killAfter, Oracle oracle)
    {
        using var process = Start(store);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        using var time = new CancellationTokenSource();
        if (killAfter is { } moment) time.CancelAfter(moment);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        var lines = (await output).Split('\n');
        await errors;
        // the last part is no whole line: the kill may have come in the middle of it
        foreach (var line in lines[..^1]) oracle.Hear(line);
        return process.ExitCode is var code && code is 137 or -1
            ? (null, null)
            : (code, lines.FirstOrDefault(l => l.Contains(" new, ", StringComparison.Ordinal)));
    }

    private static async Task<bool> HasEndedAsync(string file)
    {
        if (!File.Exists(file)) return false;
        await using var store = SqliteNewsStore.Open(file);
        return (await store.StatsAsync()).Articles > 0 && (await store.UnfinishedAsync()).IsEmpty;
    }

    private Process Start(string store) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "import", Pages, "--store", store, "--pages-only", "--list"])
    {
        RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    private static async Task<string> ExportAsync(string file)
    {
        await using var store = SqliteNewsStore.Open(file);
        // when a text came in differs from one import to the next
        return string.Join(
            '\n',
            (await store.ExportAsync().ToListAsync()).Select(r => r.Article is { } article
                ? StoreJson.Write(r with { Article = article with { Revisions = [.. article.Revisions.Select(v => v with { Arrived = null })] } })
                : StoreJson.Write(r))
        );
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;

    /// <summary>What an import has acknowledged over all its runs.</summary>
    private sealed class Oracle
    {
        private readonly HashSet<(string Id, int Revision)> _texts = [];
        private readonly HashSet<string> _new = new(StringComparer.Ordinal);

        public void Hear(string line)
        {
            if (line.Split('\t') is not [var outcome, var id, var revision, _]) return;
            // new twice: then it had been lost between
            if (outcome == "new") Assert.True(_new.Add(id), $"{id} was new twice");
            if (outcome is "new" or "revised")
                Assert.True(_texts.Add((id, int.Parse(revision, CultureInfo.InvariantCulture))), $"{id} got revision {revision} twice");
        }

        public async Task CheckAsync(string file)
        {
            if (!File.Exists(file))
            {
                Assert.Empty(_texts);
                return;
            }
            await using var store = SqliteNewsStore.Open(file);
            Assert.Empty(await store.CheckAsync());
            var articles = new List<ArticleHistory>();
            await foreach (var record in store.ExportAsync()) articles.Add(record.Article!);
            var there = articles.SelectMany(a => a.Revisions.Select(r => (a.Id, r.Number))).ToHashSet();
            Assert.Empty(_texts.Except(there));
            var addresses = articles.SelectMany(a => a.Urls).ToList();
            Assert.Equal(addresses.Count, addresses.Distinct().Count());
            Assert.Equal(articles.Count, articles.Select(a => (a.Revisions[0].Hash, a.Revisions[0].Article.Outlet)).Distinct().Count());
            Assert.All(articles, a => Assert.Equal(a.Revisions.Length, a.Revisions.Select(r => r.Hash).Distinct().Count()));
        }
    }
}
