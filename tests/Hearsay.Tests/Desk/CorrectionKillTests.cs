using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Desk;

/// <summary>
/// kill -9 at random moments of a desk on which corrections are made and undone, one after the other. What it has acknowledged is in the store after
/// every kill, as it was acknowledged; what holds in the end holds in the stories; and once all is undone they are as if nobody had said anything.
/// Here a few kills; `dotnet run dev.cs -- kills corrections 200` makes many.
/// </summary>
[Trait("Lane", "slow")]
public sealed class CorrectionKillTests : IDisposable
{
    private static readonly int Kills = Number("HEARSAY_CORRECTION_KILLS", 3);

    private static readonly string[] Events =
    [
        "The dam above the sluice gave way and the torrent reached the valley below the reservoir",
        "The crews of the ferry walked out over wages and the crossing to the harbour is closed",
        "The candidate of the coalition won the recount of the ballot by a narrow turnout",
        "The orchestra opened its season with a symphony that the conductor had found in an attic",
    ];

    private static readonly string[] Speakers = ["Mira Holm", "Otto Lund", "Ines Vahl", "Tove Brekke"];

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(Number("HEARSAY_SEED", 20310501));
    private readonly Dictionary<long, bool> _acknowledged = [];
    private int _made, _undone;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Store => Path.Combine(_folder.Path, "hearsay.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_desk_killed_at_any_moment_loses_no_correction_and_no_undoing()
    {
        await using (var store = SqliteNewsStore.Open(Store))
        {
            var articles = Enumerable.Range(0, 16).Select(i => new Article { Id = $"r{i:00}", Outlet = $"Outlet {i}", Text = $"{Events[i % 4]}, said {Speakers[i % 4]}." });
            await store.SaveAsync([.. articles.Select(a => new Arrival { Article = a, SeenAt = DateTimeOffset.UtcNow })], cancel: Cancel);
        }

        var port = DeskProcess.FreePort();
        var natural = await AloneAsync(port, StoriesAsync);
        Assert.Equal(4, natural.Split('|').Length);
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var desk = DeskProcess.Start(Store, port, "--poll", "no", "--quick", "yes"))
            {
                var (work, before) = (WorkAsync(desk), _made + _undone);
                // some while it starts, most once it has acknowledged one
                while (kill % 5 != 4 && !work.IsCompleted && _made + _undone == before) await Task.Delay(10, Cancel);
                await Task.Delay(TimeSpan.FromSeconds(_random.NextDouble()), Cancel);
                desk.Kill();
                await work;
            }

            await CheckAsync();
        }

        await AloneAsync(port, HoldsAsync);
        await UndoAllAsync();
        Assert.Equal(natural, await AloneAsync(port, StoriesAsync));
        await CheckAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Kills} kills of a desk among {_made} corrections and {_undone} undoings that it acknowledged: none lost, every one holds in the stories, all of them undone in the end"));
    }

    /// <summary>Makes and undoes corrections until the desk is gone.</summary>
    private async Task WorkAsync(DeskProcess desk)
    {
        try
        {
            await desk.ReadyAsync();
            while (!desk.HasExited)
            {
                if (_random.Next(3) == 0) await UndoAsync(desk);
                else await MakeAsync(desk);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // the kill came in the middle of a request
        }
    }

    private async Task MakeAsync(DeskProcess desk)
    {
        var reports = (await desk.ListAsync("/api/reports")).Select(r => (Id: r.GetProperty("id").GetString()!, Story: r.GetProperty("storyId").GetString())).ToList();
        // half of them were taken out: some come back first
        if (reports.Count < 8)
        {
            await UndoAsync(desk);
            return;
        }

        var (one, other) = (reports[_random.Next(reports.Count)], reports[_random.Next(reports.Count)]);
        object asked = _random.Next(7) switch
        {
            0 => new { kind = "move", reports = new[] { one.Id }, stories = new[] { other.Story } },
            1 => new { kind = "merge", stories = new[] { one.Story, other.Story } },
            2 => new { kind = "split", reports = new[] { one.Id } },
            3 => new { kind = "apart", reports = new[] { one.Id, other.Id } },
            4 => new { kind = "remove", reports = new[] { one.Id } },
            5 => new { kind = "outlet", reports = new[] { one.Id }, value = "Norvik Post" },
            _ => new { kind = "speaker", reports = new[] { one.Id }, speaker = SpeakerOf(one.Id), value = "Mira Holt" },
        };
        using var answer = await desk.Http.PostAsJsonAsync("/api/corrections", asked, Cancel);
        Assert.True((int)answer.StatusCode is 201 or 400 or 404 or 409, await answer.Content.ReadAsStringAsync(Cancel));
        if (!answer.IsSuccessStatusCode) return;
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        _acknowledged.Add(made.GetProperty("id").GetInt64(), false);
        _made++;
    }

    private async Task UndoAsync(DeskProcess desk)
    {
        var holding = (await desk.ListAsync("/api/corrections")).Where(c => c.GetProperty("undoneBy").GetString() is null).Select(c => c.GetProperty("id").GetInt64()).ToList();
        if (holding.Count == 0) return;
        var id = holding[_random.Next(holding.Count)];
        using var answer = await desk.Http.DeleteAsync($"/api/corrections/{id}", Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        _acknowledged[id] = true;
        _undone++;
    }

    /// <summary>Every correction is there that was acknowledged, and every undoing; what the kill cut off may be there as well.</summary>
    private async Task CheckAsync()
    {
        await using var store = SqliteNewsStore.Open(Store);
        Assert.Empty(await store.CheckAsync(Cancel));
        var kept = (await store.CorrectionsAsync(new CorrectionFilter(), Cancel)).ToDictionary(c => c.Id, c => c.UndoneAt is not null);
        Assert.Empty(_acknowledged.Keys.Except(kept.Keys));
        Assert.DoesNotContain(_acknowledged, a => a.Value && !kept[a.Key]);
    }

    private async Task UndoAllAsync()
    {
        await using var store = SqliteNewsStore.Open(Store);
        foreach (var correction in await store.CorrectionsAsync(new CorrectionFilter { IsHolding = true }, Cancel))
            Assert.Null((await store.UndoAsync(correction.Id, "Ben", DateTimeOffset.UtcNow, Cancel)).Refusal);
    }

    /// <summary>What a desk comes to that nobody disturbs.</summary>
    private async Task<T> AloneAsync<T>(int port, Func<INewsStore, Task<T>> look)
    {
        using var desk = DeskProcess.Start(Store, port, "--poll", "no", "--quick", "yes");
        await desk.ReadyAsync();
        await using var store = SqliteNewsStore.Open(Store);
        await OpenDesk.UntilAsync(async () =>
            (await store.CorrectionsAsync(new CorrectionFilter { IsWaiting = true, Limit = 1 }, Cancel)).IsEmpty
            && (await store.ListArticlesAsync(new ArticleFilter { Waiting = true, Limit = 1 }, Cancel)).Articles.IsEmpty);
        var found = await look(store);
        Assert.Equal(0, await desk.InterruptAsync());
        return found;
    }

    private static string SpeakerOf(string report) => Speakers[int.Parse(report.AsSpan(1), CultureInfo.InvariantCulture) % 4];

    private static async Task<string> StoriesAsync(INewsStore store) => string.Join(" | ", (await store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories
        .Select(s => string.Join(' ', s.Reports.Select(r => r.ArticleId).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static async Task<bool> HoldsAsync(INewsStore store)
    {
        var holding = await store.CorrectionsAsync(new CorrectionFilter { IsHolding = true }, Cancel);
        var stories = (await store.ListStoriesAsync(new StoryFilter(), Cancel)).Stories.SelectMany(s => s.Reports.Select(r => (r.ArticleId, s.Id)))
            .ToDictionary(r => r.ArticleId, r => r.Id, StringComparer.Ordinal);
        var removed = holding.Where(c => c.Kind == CorrectionKind.Remove).SelectMany(c => c.Reports).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(16 - removed.Count, stories.Count);
        var said = Correction.ConstraintsOf(holding);
        foreach (var (one, story) in stories)
        {
            Assert.All(said.With(one).Where(stories.ContainsKey), other => Assert.Equal(story, stories[other]));
            Assert.DoesNotContain(stories, other => other.Value == story && said.AreApart(one, other.Key));
        }

        foreach (var report in (await store.ListArticlesAsync(new ArticleFilter(), Cancel)).Articles)
        {
            var kinds = holding.Where(c => c.Reports.Contains(report.Id)).Select(c => c.Kind).ToList();
            Assert.Equal(kinds.Contains(CorrectionKind.Outlet), report.Article.Outlet == "Norvik Post");
            Assert.Equal(kinds.Contains(CorrectionKind.Speaker) ? "Mira Holt" : SpeakerOf(report.Id), Assert.Single(report.Speakers!.Value));
        }

        return true;
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
