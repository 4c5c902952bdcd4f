using Hearsay.Sources.Feeds;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>What became of a list of feeds.</summary>
/// <param name="Added">Not followed before.</param>
/// <param name="Known">Followed already.</param>
/// <param name="Grouped">Of those, the ones that had no group and now have the list's.</param>
/// <param name="Kept">Of those, the ones that stay in a group of their own, another than the list's.</param>
internal readonly record struct FeedListCounts(int Added, int Known, int Grouped, int Kept)
{
    /// <summary>"2 now in the group of the list, 1 in a group of their own"; empty where no group was at stake.</summary>
    public string Groups => string.Join(", ", new[]
    {
        Grouped > 0 ? $"{Grouped} now in the group that the list gives" : null, Kept > 0 ? $"{Kept} in a group of their own" : null,
    }.OfType<string>());
}

/// <summary>Takes lists of feeds in.</summary>
internal static class FeedList
{
    /// <summary>
    /// Follows the feeds, each due at once. One that is followed already gets the list's group where it has none, and keeps its own.
    /// </summary>
    public static async Task<FeedListCounts> AddAsync(INewsStore store, IEnumerable<OpmlFeed> feeds, DateTimeOffset now, CancellationToken cancel)
    {
        var counts = new FeedListCounts();
        foreach (var feed in feeds)
        {
            var (known, isNew) = await store.AddFeedAsync(
                new Feed
                {
                    Url = feed.Address.AbsoluteUri,
                    Title = feed.Title,
                    Site = feed.Site?.AbsoluteUri,
                    Group = feed.Group,
                    AddedAt = now,
                    NextDue = now,
                },
                cancel
            );
            var isGrouped = !isNew && known.Group is null && feed.Group is not null;
            if (isGrouped) await store.UpdateFeedAsync(known.Id, f => f with { Group = feed.Group }, cancel);
            counts = new FeedListCounts(
                counts.Added + (isNew ? 1 : 0),
                counts.Known + (isNew ? 0 : 1),
                counts.Grouped + (isGrouped ? 1 : 0),
                counts.Kept + (!isNew && known.Group is not null && feed.Group is not null && known.Group != feed.Group ? 1 : 0)
            );
        }

        return counts;
    }
}
