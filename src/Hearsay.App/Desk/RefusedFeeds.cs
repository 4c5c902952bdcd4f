using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>Feeds that were not asked since their address is private: once such addresses are allowed they wait no longer.</summary>
internal static class RefusedFeeds
{
    /// <summary>Makes each of them due.</summary>
    public static async Task ReleaseAsync(INewsStore store, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var feed in await store.FeedsAsync(cancel).ConfigureAwait(false))
        {
            if (feed.NextDue > now && feed.LastError?.StartsWith(WebOptions.PrivateIsRefused, StringComparison.Ordinal) == true)
                await store.UpdateFeedAsync(feed.Id, f => f with { NextDue = now }, cancel).ConfigureAwait(false);
        }
    }
}
