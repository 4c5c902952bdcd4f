using System.Collections.Immutable;
using System.Diagnostics;
using Hearsay.App.Logging;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

// In: the store as others fill it. Out: stories and briefings in it, and word of every change.
// Method: one loop. What waits is taken in first; stories are briefed when nothing waits or when they have waited long enough. A story that takes
// long to brief is briefed less often: it rests three times as long as its last briefing took. Stories are grouped by quick readings and first briefed
// by the readings at hand; when nothing else is to do, reports are read deeply one by one, those of the last briefed story first, and the story is
// briefed once more when all of its reports are. Which stories are of one topic is looked up when nothing waits, or when it has waited long.
// Limits: one process works on a store; others may add articles to it, which are found within a second.

/// <summary>Keeps stories and briefings up to date while the desk is open.</summary>
internal sealed class DeskWorker(
    INewsStore store, ReportShelf shelf, DeepReader reader, DeskChanges changes, TimeProvider clock, int windowDays
)
{
    private const int RestFactor = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), Nap = TimeSpan.FromSeconds(1), ThreadPatience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _resting = new(StringComparer.Ordinal);
    private readonly List<string> _shallow = [];
    private DateTimeOffset? _unthreaded;
    private DateTimeOffset _threadsRest;

    /// <summary>Works until it is told to stop; what it was at is then wholly saved or not at all.</summary>
    /// <param name="cancel">Tells it to stop.</param>
    /// <param name="failed">Hears of every report that could not be read.</param>
    public async Task RunAsync(CancellationToken cancel, Action<SetAside>? failed = null)
    {
        var keeper = new StoryKeeper(store, shelf, clock, windowDays);
        var briefer = new StoryBriefer(store, keeper, reader, clock);
        Wait(await keeper.OpenAsync(cancel, reader.IsDeep), clock.GetUtcNow());
        _unthreaded = clock.GetUtcNow();
        while (!cancel.IsCancellationRequested)
        {
            var taken = await keeper.TakeInAsync(cancel);
            if (taken is not null)
            {
                Wait(taken.StoryIds, clock.GetUtcNow());
                DeskMeter.Reports.Add(taken.ArticleIds.Length);
                changes.Publish(new DeskChange(DeskChangeKind.Reports, null, taken.ArticleIds.Length));
                foreach (var fault in taken.Faults) failed?.Invoke(fault);
            }

            var lent = taken is null && await keeper.LendDatesAsync(cancel);
            var briefed = await BriefNextAsync(briefer, hurry: taken is null, cancel);
            if (taken is not null || briefed) _unthreaded ??= clock.GetUtcNow();
            var idle = taken is null && !lent && !briefed;
            await ThreadAsync(keeper, hurry: idle, cancel);
            if (idle && !await DeepenNextAsync(briefer, cancel)) await Task.Delay(Nap, clock, cancel);
        }
    }

    /// <summary>Briefs the story that has waited longest, if its time has come.</summary>
    private async Task<bool> BriefNextAsync(StoryBriefer briefer, bool hurry, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ready = _due.Where(d => (hurry || now - d.Value >= Patience) && _resting.GetValueOrDefault(d.Key) <= now)
            .OrderBy(d => d.Value)
            .ThenBy(d => d.Key, StringComparer.Ordinal);
        if (ready.Select(d => d.Key).FirstOrDefault() is not { } id) return false;
        _due.Remove(id);
        await BriefAsync(briefer, id, cancel);
        return true;
    }

    /// <summary>Says anew which stories are of one topic, if any changed since that was said; it rests three times as long as that took.</summary>
    private async Task ThreadAsync(StoryKeeper keeper, bool hurry, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_unthreaded is not { } since || now < _threadsRest || (!hurry && now - since < ThreadPatience)) return;
        _unthreaded = null;
        var watch = Stopwatch.StartNew();
        var changed = await keeper.ThreadAsync(cancel);
        _threadsRest = clock.GetUtcNow() + (watch.Elapsed * RestFactor);
        foreach (var story in changed) changes.Publish(new DeskChange(DeskChangeKind.Story, story.Id, story.Version));
    }

    /// <summary>Reads the next report deeply, or briefs a story whose reports have all been read so.</summary>
    /// <returns>False where there is neither.</returns>
    private async Task<bool> DeepenNextAsync(StoryBriefer briefer, CancellationToken cancel)
    {
        if (_shallow is not [.., var id]) return false;
        if (await briefer.DeepenAsync(id, cancel)) return true;
        _shallow.RemoveAt(_shallow.Count - 1);
        await BriefAsync(briefer, id, cancel);
        return true;
    }

    private async Task BriefAsync(StoryBriefer briefer, string id, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        using var activity = DeskMeter.Activities.StartActivity("brief");
        var story = await briefer.BriefAsync(id, cancel);
        DeskMeter.Briefing.Record(watch.Elapsed.TotalSeconds);
        _resting[id] = clock.GetUtcNow() + (watch.Elapsed * RestFactor);
        foreach (var rested in _resting.Where(r => r.Value <= clock.GetUtcNow()).Select(r => r.Key).ToList()) _resting.Remove(rested);
        if (story is null) return;
        _shallow.Remove(story.Id);
        if (reader.IsDeep && StoryCard.Parse(story.Summary) is { IsDeep: false }) _shallow.Add(story.Id);
        changes.Publish(new DeskChange(DeskChangeKind.Story, story.Id, story.Version));
    }

    private void Wait(ImmutableArray<string> storyIds, DateTimeOffset now)
    {
        foreach (var id in storyIds) _due.TryAdd(id, now);
    }
}
