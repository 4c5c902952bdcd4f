using Hearsay.Sources.Feeds;
using Hearsay.Sources.Web;

namespace Hearsay.Sources.Polling;

/// <summary>What a look at a feed brought: the answer, and the feed where it is one.</summary>
/// <param name="Answer">The server's answer.</param>
/// <param name="Feed">The feed; null where there is none, or nothing has changed.</param>
/// <param name="Reason">Why there is no feed, in words for a person; null where there is one, or nothing has changed.</param>
public sealed record FeedPoll(WebAnswer Answer, FeedDocument? Feed, string? Reason)
{
    /// <summary>True where the look succeeded, be it that nothing has changed.</summary>
    public bool IsGood => Reason is null;

    /// <summary>How long the feed or the server asks not to be looked at again.</summary>
    public TimeSpan? Asked => Feed?.TimeToLive is { } own && (Answer.MaxAge is not { } age || own > age) ? own : Answer.MaxAge;
}

/// <summary>
/// A feed's address in, what it lists now out. Of a list of sitemaps the three newest are read too and their items given as its own. A permanent
/// redirect counts only where it leads to a feed, so that the page of a hotel's network does not move a list of feeds for good.
/// </summary>
public sealed class FeedPoller(Fetcher fetcher)
{
    private const string Accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
    private const int MostSitemaps = 3;

    /// <summary>Looks at a feed. The validators are those of the last good look.</summary>
    public async Task<FeedPoll> PollAsync(Uri address, string? etag = null, string? lastModified = null, CancellationToken cancellation = default)
    {
        var answer = await fetcher.FetchAsync(new FetchRequest(address) { ETag = etag, LastModified = lastModified, Accept = Accept }, cancellation);
        if (answer.Outcome == WebOutcome.NotModified) return new FeedPoll(answer, null, null);
        if (answer.Outcome != WebOutcome.Content) return new FeedPoll(answer, null, answer.Reason);
        var (feed, reason) = FeedReader.Read(answer.Content.ToArray(), answer.Address, answer.Charset);
        if (feed is null) return new FeedPoll(answer with { MovedTo = null }, null, reason);
        return new FeedPoll(answer, feed.Kind == FeedKind.SitemapIndex ? await WithItemsAsync(feed, cancellation) : feed, null);
    }

    private async Task<FeedDocument> WithItemsAsync(FeedDocument index, CancellationToken cancellation)
    {
        var items = new List<FeedItem>();
        foreach (var address in index.Sitemaps.Take(MostSitemaps))
        {
            var answer = await fetcher.FetchAsync(new FetchRequest(address) { Accept = Accept }, cancellation);
            if (answer.Outcome == WebOutcome.Content && FeedReader.Read(answer.Content.ToArray(), answer.Address, answer.Charset).Feed is { } feed)
                items.AddRange(feed.Items);
        }
        return index with { Items = FeedReader.Distinct(items) };
    }
}
