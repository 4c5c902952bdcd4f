using System.Collections.Immutable;
using Hearsay.Sources.Polling;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

// In: the feeds of a store that are due, and the items of feeds that wait. Out: both looked at, in the store; and counts of what came of it.
// Method: hosts side by side, each host one request after the other (the fetcher sees to the pause). A feed's outcome and its new items are one
// transaction, an article and the settling of its item are another: a kill at any moment loses no item and saves none twice.
// Limits: eight hosts at a time; items that feeds date to more than a week ago are not fetched.

/// <summary>One round over feeds and items.</summary>
internal sealed class FeedRound(INewsStore store, Fetcher fetcher, TimeProvider clock, int seed)
{
    /// <summary>How old an item may be to be fetched.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(7);

    private const int HostsAtOnce = 8;
    private const int FeedsAtOnce = 500;
    private const int ItemsAtOnce = 500;

    private readonly FeedPoller poller = new(fetcher);
    private readonly ArticleFetch articles = new(store, fetcher, clock, seed);

    /// <summary>Looks at the feeds that are due, then fetches what waits. <paramref name="told"/> hears of every step.</summary>
    public async Task<RoundCounts> RunAsync(Action<RoundCounts>? told, CancellationToken cancel)
    {
        var tally = new RoundTally(told);
        await PollAsync(await store.DueFeedsAsync(clock.GetUtcNow(), FeedsAtOnce, cancel).ConfigureAwait(false), tally, cancel).ConfigureAwait(false);
        await FetchAsync(tally, cancel).ConfigureAwait(false);
        return tally.Counts;
    }

    /// <summary>Looks at these feeds, due or not, then fetches what waits unless only feeds are wanted.</summary>
    public async Task<RoundCounts> RunAsync(IReadOnlyList<Feed> feeds, bool feedsOnly, Action<RoundCounts>? told, CancellationToken cancel)
    {
        var tally = new RoundTally(told);
        await PollAsync(feeds, tally, cancel).ConfigureAwait(false);
        if (!feedsOnly) await FetchAsync(tally, cancel).ConfigureAwait(false);
        return tally.Counts;
    }

    private Task PollAsync(IReadOnlyList<Feed> feeds, RoundTally tally, CancellationToken cancel) =>
        ByHostAsync(
            feeds,
            f => f.Url,
            async (feed, token) =>
    {
        tally.Add(await PollAsync(feed, token).ConfigureAwait(false));
    }, cancel);

    private async Task<RoundCounts> PollAsync(Feed feed, CancellationToken cancel)
    {
        var poll = await poller.PollAsync(new Uri(feed.Url), feed.ETag, feed.LastModified, cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var items = FeedAfterPoll.Items(poll.Feed, now, Oldest);
        var added = await store
            .RecordPollAsync(feed.Id, items, (known, count) => FeedAfterPoll.Of(known, poll, count, now, seed), CancellationToken.None)
            .ConfigureAwait(false);
        return new RoundCounts
        {
            Feeds = 1,
            Items = added.Count(i => i.State == ItemState.Waiting),
            Problems = poll.Reason is { } reason ? [$"{feed.Url}: {reason}"] : [],
        };
    }

    private async Task FetchAsync(RoundTally tally, CancellationToken cancel)
    {
        while (await store.WaitingItemsAsync(clock.GetUtcNow(), ItemsAtOnce, cancel).ConfigureAwait(false) is { Length: > 0 } waiting)
        {
            tally.Expect(waiting.Length);
            await ByHostAsync(
                    waiting,
                    i => i.Url,
                    async (item, token) => tally.Add(await articles.FetchAsync(item, token).ConfigureAwait(false)),
                    cancel
                )
                .ConfigureAwait(false);
        }
    }

    private static Task ByHostAsync<T>(
        IEnumerable<T> things,
        Func<T, string> address,
        Func<T, CancellationToken, Task> work,
        CancellationToken cancel
    ) =>
        Parallel.ForEachAsync(
            things.GroupBy(t => Uri.TryCreate(address(t), UriKind.Absolute, out var uri) ? uri.Authority : ""),
            new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancel },
            async (host, token) =>
            {
                foreach (var thing in host) await work(thing, token).ConfigureAwait(false);
            });
}

/// <summary>What came of a round.</summary>
internal sealed record RoundCounts
{
    /// <summary>Feeds looked at.</summary>
    public int Feeds { get; init; }

    /// <summary>New items that they listed.</summary>
    public int Items { get; init; }

    /// <summary>Items that are to be fetched in this round.</summary>
    public int Waiting { get; init; }

    /// <summary>Items settled.</summary>
    public int Fetched { get; init; }

    public int New { get; init; }

    public int Revised { get; init; }

    public int Known { get; init; }

    /// <summary>Items given up or passed over.</summary>
    public int Failed { get; init; }

    /// <summary>Items that are asked for again later.</summary>
    public int Later { get; init; }

    /// <summary>What went wrong, in words, each with its address.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    public RoundCounts Plus(RoundCounts other) => new()
    {
        Feeds = Feeds + other.Feeds,
        Items = Items + other.Items,
        Waiting = Waiting + other.Waiting,
        Fetched = Fetched + other.Fetched,
        New = New + other.New,
        Revised = Revised + other.Revised,
        Known = Known + other.Known, Failed = Failed + other.Failed, Later = Later + other.Later, Problems = Problems.AddRange(other.Problems),
    };
}

/// <summary>Adds up what several tasks bring, and tells.</summary>
internal sealed class RoundTally(Action<RoundCounts>? told)
{
    private readonly Lock gate = new();

    public RoundCounts Counts { get; private set; } = new();

    public void Add(RoundCounts more)
    {
        lock (gate)
        {
            Counts = Counts.Plus(more);
            told?.Invoke(Counts);
        }
    }

    public void Expect(int waiting) => Add(new RoundCounts { Waiting = waiting });
}
