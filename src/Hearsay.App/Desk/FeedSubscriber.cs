using System.Collections.Immutable;
using Hearsay.Sources;
using Hearsay.Sources.Feeds;
using Hearsay.Sources.Polling;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

// In: an address that a person gives. Out: the feeds that are there, in the store and due at once, or why there is none.
// Method: the address is asked as a feed; where a page is there, the feeds that it offers are asked (docs/fetching.md). Of several a person chooses.
// Limits: nothing is guessed: a page that names no feed offers none.

/// <summary>Follows feeds, for the command and for the desk.</summary>
internal sealed class FeedSubscriber(INewsStore store, Fetcher fetcher, TimeProvider clock)
{
    /// <summary>
    /// The address that was typed; null where it is none of the web. Without "https://" in front of it the host must be a name with a dot: any word
    /// could be a host.
    /// </summary>
    public static Uri? AddressOf(string typed) =>
        WebAddress.Read(typed)
        ?? (
            !typed.Contains("://", StringComparison.Ordinal) && WebAddress.Read("https://" + typed) is { } host && host.Host.Contains('.')
                ? host
                : null
        );

    /// <summary>Why it is none.</summary>
    public static string NoAddress(string typed) =>
        typed.Contains("://", StringComparison.Ordinal) || typed.Contains('.')
            ? $"{typed}: no address of the web"
            : $"{typed}: no address of the web (a host has a dot in its name; one of your own network is given whole: http://{typed}/…)";

    /// <summary>Adds the feed that is at an address, or the one that the page there offers.</summary>
    /// <param name="address">What to ask.</param>
    /// <param name="group">The group it goes into; null for none.</param>
    /// <param name="all">Of several feeds that a page offers, adds all.</param>
    /// <param name="cancel">Stops asking; what was added stays.</param>
    public async Task<Subscription> FollowAsync(Uri address, string? group, bool all, CancellationToken cancel)
    {
        var poller = new FeedPoller(fetcher);
        var poll = await poller.PollAsync(address, cancellation: cancel);
        if (poll.Feed is { } feed)
            return new Subscription { Kept = [await KeepAsync(poll.Answer.MovedTo ?? address, feed, group, cancel)] };
        if (poll.Answer.Outcome != WebOutcome.Content) return new Subscription { Refused = [$"{address}: {poll.Reason}"] };
        var (page, _, reason) = await WebSource.ReadAsync(new FetchRequest(address), fetcher, clock, cancel);
        var offered = page is null ? [] : FeedDiscovery.Find(page.Content, new Uri(page.Url!));
        if (offered.IsEmpty) return new Subscription { Refused = [$"{address}: {reason ?? poll.Reason}, and it offers none"] };
        if (offered.Length > 1 && !all) return new Subscription { Offered = offered };
        var (kept, refused) = (ImmutableArray.CreateBuilder<KeptFeed>(), ImmutableArray.CreateBuilder<string>());
        foreach (var candidate in offered)
        {
            var tried = await poller.PollAsync(candidate.Address, cancellation: cancel);
            if (tried.Feed is { } found) kept.Add(await KeepAsync(tried.Answer.MovedTo ?? candidate.Address, found, group, cancel));
            else refused.Add($"{candidate.Address}: {tried.Reason}");
        }

        return new Subscription { Kept = kept.ToImmutable(), Refused = refused.ToImmutable() };
    }

    /// <summary>Adds a feed as it is given, due at once.</summary>
    public async Task<KeptFeed> KeepAsync(Uri address, FeedDocument? feed, string? group, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (kept, isNew) = await store.AddFeedAsync(
            new Feed
            {
                Url = address.AbsoluteUri,
                Title = feed?.Title,
                Site = feed?.Site?.AbsoluteUri,
                Group = group,
                AddedAt = now,
                NextDue = now,
            },
            cancel
        );
        return new KeptFeed(kept, isNew);
    }
}

/// <summary>A feed in the store; <see cref="IsNew"/> is false where it was there already.</summary>
internal sealed record KeptFeed(Feed Feed, bool IsNew);

/// <summary>What became of an address: feeds added, what was refused and why, or the feeds of a page to choose from.</summary>
internal sealed record Subscription
{
    public ImmutableArray<KeptFeed> Kept { get; init; } = [];

    public ImmutableArray<string> Refused { get; init; } = [];

    public ImmutableArray<FeedCandidate> Offered { get; init; } = [];
}
