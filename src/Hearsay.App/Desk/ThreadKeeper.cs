using System.Collections.Immutable;
using Hearsay.Briefings.Json;
using Hearsay.Storage;
using Hearsay.Stories;

namespace Hearsay.App.Desk;

// In: the threads among the stories of the window. Out: each story's thread on its card and in its briefing, in the store.
// Method: a story that has left the window stays in the thread that it was in, and so is named by the stories that come after it; it is kept with the
// cards, so that this is the same after a restart. Only what changed is saved.
// Limits: a story names the nearest of a long thread only, and two threads are not joined by a story that is older than the window.

/// <summary>Keeps the threads of the stories of a store.</summary>
internal sealed class ThreadKeeper(INewsStore store, StoryLedger ledger)
{
    /// <summary>So many stories before and after a story are kept with it.</summary>
    private const int MostNamed = 10;

    private readonly Dictionary<string, StoryThread> _threads = new(StringComparer.Ordinal);

    /// <summary>Takes a story's thread as the store holds it.</summary>
    public void Put(string storyId, StoryThread? thread)
    {
        if (thread is not null) _threads[storyId] = thread;
    }

    /// <summary>Saves what changed of threads.</summary>
    /// <param name="found">The threads among the stories of the window.</param>
    /// <param name="window">The stories of the window.</param>
    /// <param name="cancel">Stops it before anything is saved.</param>
    /// <returns>The stories whose thread is another than before.</returns>
    public async Task<ImmutableArray<StoredStory>> SaveAsync(
        ImmutableArray<StoryThread> found, IReadOnlySet<string> window, CancellationToken cancel)
    {
        var (stories, briefings) = (ImmutableArray.CreateBuilder<StoredStory>(), ImmutableArray.CreateBuilder<StoredBriefing>());
        var threads = found.SelectMany(t => t.Stories.Select(s => (s.Id, Thread: t))).ToDictionary(t => t.Id, t => t.Thread, StringComparer.Ordinal);
        foreach (var id in _threads.Keys.Where(id => !window.Contains(id)).ToList()) _threads.Remove(id);
        var alone = _threads.Keys.Where(id => !threads.ContainsKey(id)).ToList();
        foreach (var members in found.Select(t => t.Stories).Concat(alone.Select(id => _threads[id].Stories.Where(s => s.Id == id).ToImmutableArray())))
        {
            var thread = await WithOlderAsync(members, window, cancel);
            if (members.All(s => Equals(_threads.GetValueOrDefault(s.Id), Near(thread, s.Id)))) continue;
            foreach (var id in thread is null ? members.Select(s => s.Id) : thread.Stories.Select(s => s.Id))
            {
                // one that is not briefed yet has no card to name it on
                if (await FindAsync(id, cancel) is not { } story || StoryCard.Parse(story.Summary) is not { } card) continue;
                var near = Near(thread, id);
                if (!Equals(card.Thread, near))
                {
                    stories.Add(story with { Summary = (card with { Thread = near }).Write() });
                    if (await store.BriefingAsync(id, cancel) is { } briefing) briefings.Add(briefing with { Json = JsonBriefing.Threaded(briefing.Json, near) });
                }

                if (near is null) _threads.Remove(id);
                else if (window.Contains(id)) _threads[id] = near;
            }
        }

        await store.SaveStoriesAsync(new StoryChanges { Stories = stories.ToImmutable(), Briefings = briefings.ToImmutable() }, cancel);
        foreach (var story in stories.Where(s => ledger.Find(s.Id) is not null)) ledger.Put(story);
        return stories.ToImmutable();
    }

    /// <summary>The thread that these stories are with those that were in one with them and have left the window; null where one is alone.</summary>
    private async Task<StoryThread?> WithOlderAsync(ImmutableArray<ThreadStory> members, IReadOnlySet<string> window, CancellationToken cancel)
    {
        var all = members.ToBuilder();
        var older = members.SelectMany(m => _threads.GetValueOrDefault(m.Id)?.Stories ?? []).Where(s => !window.Contains(s.Id)).DistinctBy(s => s.Id);
        foreach (var story in older)
        {
            // one that was merged away or lost its reports is gone
            if (await FindAsync(story.Id, cancel) is { } there) all.Add(story with { Title = there.Title });
        }

        return all.Count > 1 ? StoryThreads.Of(all) : null;
    }

    private async Task<StoredStory?> FindAsync(string id, CancellationToken cancel) =>
        ledger.Find(id) ?? (await store.FindStoryAsync(id, cancel) is { Reports.IsEmpty: false } story && story.Id == id ? story : null);

    private static StoryThread? Near(StoryThread? thread, string id)
    {
        if (thread is null || thread.Stories.Length <= (2 * MostNamed) + 1) return thread;
        var place = thread.Stories.Select(s => s.Id).ToList().IndexOf(id);
        return thread with { Stories = thread.Stories[Math.Max(0, place - MostNamed)..Math.Min(thread.Stories.Length, place + MostNamed + 1)] };
    }

    private static bool Equals(StoryThread? one, StoryThread? other) =>
        one is null || other is null ? one is null && other is null : one.Id == other.Id && one.Stories.SequenceEqual(other.Stories);
}
