using Hearsay.Sources.Feeds;
using Hearsay.Sources.Polling;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>
/// A feed as the store has it and a look at it in, the feed as it is now out: its health, its address, when to look again. The rules are those of
/// docs/fetching.md.
/// </summary>
internal static class FeedAfterPoll
{
    private const int MostUndated = 100;

    /// <summary>The feed after the look; <paramref name="seed"/> is where chance starts.</summary>
    public static Feed Of(Feed feed, FeedPoll poll, int newItems, DateTimeOffset now, int seed)
    {
        var polled = feed with { LastPolled = now, LastStatus = poll.Answer.Status, Polls = feed.Polls + 1 };
        if (poll.IsGood) return Good(polled, poll, newItems, now, seed);
        var failures = feed.Failures + 1;
        var next = now + BackOff.After(failures, feed.Url, seed);
        return polled with
        {
            IsGone = poll.Answer.Outcome == WebOutcome.Gone,
            LastError = poll.Reason,
            Failures = failures,
            NextDue = poll.Answer.RetryAt is { } retry && retry > next ? retry : next,
        };
    }

    private static Feed Good(Feed feed, FeedPoll poll, int newItems, DateTimeOffset now, int seed)
    {
        var unchanged = poll.Feed is null;
        var interval = poll.Feed is { } document
            ? FeedRhythm.Interval(document, now, feed.Interval, newItems > 0)
            : FeedRhythm.Unchanged(feed.Interval);
        return feed with
        {
            Url = poll.Answer.MovedTo?.AbsoluteUri ?? feed.Url,
            MovedFrom = poll.Answer.MovedTo is null ? feed.MovedFrom : feed.MovedFrom ?? feed.Url,
            Title = feed.Title ?? poll.Feed?.Title,
            Site = feed.Site ?? poll.Feed?.Site?.AbsoluteUri,
            ETag = poll.Answer.ETag ?? (unchanged ? feed.ETag : null),
            LastModified = poll.Answer.LastModified ?? (unchanged ? feed.LastModified : null),
            LastSuccess = now,
            LastNew = newItems > 0 ? now : feed.LastNew,
            LastError = null,
            Failures = 0,
            Items = feed.Items + newItems,
            Interval = interval,
            NextDue = FeedRhythm.Next(interval, poll.Asked, now, feed.Url, seed),
        };
    }

    /// <summary>
    /// The items of a feed as the store keeps them; those that lead nowhere are left out. One that is too old is kept as passed over, so that it is
    /// not met anew each time, and so are items without a time beyond the first hundred: a sitemap lists everything that an outlet ever published.
    /// </summary>
    public static List<Storage.FeedItem> Items(FeedDocument? feed, DateTimeOffset now, TimeSpan oldest)
    {
        var undated = 0;
        return
        [
            .. (feed?.Items ?? [])
                .Where(i => i.Address is not null)
                .Select(i =>
                    Item(
                        i,
                        now,
                        i.Published is { } time
                            ? now - time > oldest
                                ? "older than what is fetched"
                                : null
                            : ++undated > MostUndated
                                ? "without a time, beyond the first hundred"
                                : null
                    )
                ),
        ];
    }

    private static Storage.FeedItem Item(Sources.Feeds.FeedItem item, DateTimeOffset now, string? passed) => new()
    {
        Key = item.Id,
        Url = item.Address!.AbsoluteUri,
        Title = item.Title,
        Published = item.PublishedAsStated,
        SeenAt = now,
        Content = passed is null ? item.Content : null,
        State = passed is null ? ItemState.Waiting : ItemState.Skipped,
        Reason = passed,
    };
}
