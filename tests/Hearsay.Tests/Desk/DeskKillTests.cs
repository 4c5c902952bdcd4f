using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hearsay.Benchmarks.Desk;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Desk;

/// <summary>
/// kill -9 at random moments of a desk that polls a feed, fetches its reports, reads dropped files and serves pages, all at once. Whatever it has
/// acknowledged (a file accepted, a report shown) is there after the restart, once; every page answers; and in the end its stories are those of a
/// desk that was left alone. `dotnet run dev.cs -- kills desk 20` makes many.
/// </summary>
[Trait("Lane", "slow")]
public sealed class DeskKillTests : IDisposable
{
    private const int FileSize = 10;
    private static readonly int Kills = Number("HEARSAY_DESK_KILLS", 3);
    private static readonly int Published = Kills < 10 ? 30 : 60, Dropped = Published;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Number("HEARSAY_SEED", 20310501));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_desk_killed_at_any_moment_loses_nothing_doubles_nothing_and_answers_again()
    {
        await using var outlets = await LoopbackOutlets.StartAsync();
        var expected = await UndisturbedAsync(outlets);
        outlets.Published = 0;
        var (store, port) = (Path.Combine(_folder.Path, "killed.db"), DeskProcess.FreePort());
        var seen = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var files = new ConcurrentQueue<int>(Enumerable.Range(0, Dropped / FileSize));
        for (var kill = 0; kill < Kills; kill++)
        {
            outlets.Published = Published * (kill + 1) / Kills;
            using (var desk = DeskProcess.Start(store, port, "--allow-private", "yes"))
            {
                // some while it starts, most while it works
                var work = WorkAsync(desk, outlets, files, seen);
                await Task.Delay(TimeSpan.FromSeconds(0.2 + (_random.NextDouble() * (kill % 4 == 3 ? 1.2 : 6))), Cancel);
                desk.Kill();
                await work;
            }

            await CheckAsync(store);
        }

        outlets.Published = Published;
        using var last = DeskProcess.Start(store, port, "--allow-private", "yes");
        await last.ReadyAsync();
        await AnswersAsync(last, seen);
        while (files.TryDequeue(out var file)) await DropAsync(last, file);
        await AddFeedAsync(last, outlets);
        await SettledAsync(last);
        await AnswersAsync(last, seen);
        Assert.Equal(expected, await StoriesAsync(last));
        Assert.Equal(0, await last.InterruptAsync());
        await CheckAsync(store);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Kills} kills of a desk at work on {Published + Dropped} reports: nothing lost, nothing doubled, every page answers, {expected.Length} stories as without kills"
            )
        );
    }

    private async Task<string[]> UndisturbedAsync(LoopbackOutlets outlets)
    {
        outlets.Published = Published;
        using var desk = DeskProcess.Start(Path.Combine(_folder.Path, "whole.db"), DeskProcess.FreePort(), "--allow-private", "yes");
        await desk.ReadyAsync();
        for (var file = 0; file < Dropped / FileSize; file++) await DropAsync(desk, file);
        await AddFeedAsync(desk, outlets);
        await SettledAsync(desk);
        var stories = await StoriesAsync(desk);
        Assert.Equal(0, await desk.InterruptAsync());
        Assert.Equal((Published + Dropped) / EventNews.ReportsPerEvent, stories.Length);
        return stories;
    }

    /// <summary>Uses a desk until it is gone: has it poll, drops files in, looks at every page that there is.</summary>
    private static async Task WorkAsync(
        DeskProcess desk,
        LoopbackOutlets outlets,
        ConcurrentQueue<int> files,
        ConcurrentDictionary<string, string> seen
    )
    {
        try
        {
            await desk.ReadyAsync();
            await AnswersAsync(desk, seen);
            await AddFeedAsync(desk, outlets);
            while (!desk.HasExited)
            {
                // what was not acknowledged is dropped in once more, which must not double it
                if (files.TryPeek(out var file))
                {
                    await DropAsync(desk, file);
                    files.TryDequeue(out _);
                }

                await AnswersAsync(desk, seen);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // the kill came in the middle of a request
        }
    }

    /// <summary>Every page answers, and every report that was ever shown is there, once, under the same address.</summary>
    private static async Task AnswersAsync(DeskProcess desk, ConcurrentDictionary<string, string> seen)
    {
        var before = seen.Keys.ToList();
        var reports = await desk.ListAsync("/api/reports");
        var addresses = reports.ToDictionary(r => r.GetProperty("id").GetString()!, r => r.GetProperty("url").GetString()!, StringComparer.Ordinal);
        Assert.Empty(before.Except(addresses.Keys));
        Assert.Equal(addresses.Count, addresses.Values.Distinct().Count());
        Assert.Equal(
            addresses.Count,
            reports.Select(r => (r.GetProperty("outlet").GetString(), r.GetProperty("headline").GetString())).Distinct().Count()
        );
        foreach (var (id, address) in addresses) Assert.Equal(address, seen.GetOrAdd(id, address));
        var stories = (await desk.ListAsync("/api/stories")).Select(s => s.GetProperty("id").GetString()!).ToList();
        string[] pages =
        [
            "/", "/sources", "/help", "/search?q=damage", "/api/imports", "/api/feeds",
            .. stories.Select(s => "/stories/" + s),
            .. addresses.Keys.Take(5).Select(r => "/reports/" + r),
        ];
        foreach (var page in pages)
        {
            using var answer = await desk.Http.GetAsync(page, Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
        }
    }

    private static async Task DropAsync(DeskProcess desk, int file)
    {
        var lines = Enumerable.Range(Published + (file * FileSize), FileSize).Select(n => LoopbackOutlets.Report(n).GetRawText());
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', lines))), "files", $"reports-{file}.jsonl" },
        };
        using var answer = await desk.Http.PostAsync("/api/imports", form, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static async Task AddFeedAsync(DeskProcess desk, LoopbackOutlets outlets)
    {
        using var added = await desk.Http.PostAsJsonAsync("/api/feeds", new { url = outlets.Feed }, Cancel);
        Assert.True(added.IsSuccessStatusCode, $"the feed was not added: {added.StatusCode}");
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetInt64();
        using var looked = await desk.Http.PostAsync($"/api/feeds/{id}/check", null, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, looked.StatusCode);
    }

    /// <summary>Every report is in a story, and every story is briefed as it is.</summary>
    private static async Task SettledAsync(DeskProcess desk)
    {
        var end = DateTime.UtcNow.AddMinutes(3);
        for (var calm = 0; calm < 3; await Task.Delay(400, Cancel))
        {
            Assert.True(DateTime.UtcNow < end, "the desk has not come to rest within three minutes");
            var stats = await desk.JsonAsync("/api/stats");
            var reports = await desk.ListAsync("/api/reports");
            var whole =
                reports.Count == Published + Dropped
                && reports.All(r => r.GetProperty("storyId").GetString() is not null)
                && stats.GetProperty("unread").GetInt32() == 0;
            var stories = await desk.ListAsync("/api/stories");
            calm =
                whole
                && stories.Sum(s => s.GetProperty("reports").GetInt32()) == reports.Count
                && stories.All(s => s.GetProperty("outlets").GetArrayLength() > 0)
                    ? calm + 1
                    : 0;
        }
    }

    /// <summary>The stories as the addresses of their reports' paths: a report of the feed has the port of its server in its address.</summary>
    private static async Task<string[]> StoriesAsync(DeskProcess desk) =>
    [
        .. (await desk.ListAsync("/api/reports")).GroupBy(r => r.GetProperty("storyId").GetString())
            .Select(g =>
                string.Join(
                    ' ',
                    g.Select(r => $"{r.GetProperty("outlet").GetString()}: {r.GetProperty("headline").GetString()}").Order(StringComparer.Ordinal)
                )
            )
            .Order(StringComparer.Ordinal),
    ];

    private static async Task CheckAsync(string file)
    {
        if (!File.Exists(file)) return;
        await using var store = SqliteNewsStore.Open(file);
        Assert.Empty(await store.CheckAsync(Cancel));
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
