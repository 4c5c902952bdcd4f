using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>
/// Goes round over the feeds of a store for as long as it is let: what is due is looked at, what waits is fetched, then it sleeps until the next feed
/// is due.
/// </summary>
internal sealed class FeedWorker(INewsStore store, FeedRound round, DeskChanges changes, TimeProvider clock)
{
    private readonly SemaphoreSlim woken = new(0);

    private static readonly TimeSpan ShortestNap = TimeSpan.FromSeconds(2), LongestNap = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Works until it is told to stop; a request on its way is broken off, what was read is saved. <paramref name="told"/> hears of every round,
    /// and when the next feed is due (null where none is followed).
    /// </summary>
    public async Task RunAsync(Action<RoundCounts, DateTimeOffset?>? told, CancellationToken cancel)
    {
        while (true)
        {
            var counts = await round.RunAsync(null, cancel).ConfigureAwait(false);
            if (counts.Feeds > 0) changes.Publish(new DeskChange(DeskChangeKind.Sources, null, counts.Feeds));
            var next = await NextAsync(cancel).ConfigureAwait(false);
            told?.Invoke(counts, next);
            await SleepAsync(Nap(next), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Ends its sleep: a feed has been added or is to be looked at now.</summary>
    public void Wake() => woken.Release();

    private async Task SleepAsync(TimeSpan nap, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var called = woken.WaitAsync(over.Token);
        await Task.WhenAny(called, Task.Delay(nap, clock, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        // several calls are one
        while (woken.Wait(0, CancellationToken.None))
        {
        }
    }

    private async Task<DateTimeOffset?> NextAsync(CancellationToken cancel) =>
        (await store.FeedsAsync(cancel).ConfigureAwait(false)).Where(f => !f.IsPaused && !f.IsGone).Min(f => (DateTimeOffset?)f.NextDue);

    /// <summary>Feeds may be added meanwhile, by another process too: it never sleeps long.</summary>
    private TimeSpan Nap(DateTimeOffset? next)
    {
        var nap = (next ?? DateTimeOffset.MaxValue) - clock.GetUtcNow();
        return nap < ShortestNap ? ShortestNap : nap > LongestNap ? LongestNap : nap;
    }
}
