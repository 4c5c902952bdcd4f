using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public abstract partial class StoreCompliance
{
    [Fact]
    public async Task A_feed_is_added_once_and_keeps_what_is_known_of_it()
    {
        var (feed, isNew) = await Store.AddFeedAsync(Invented.Feed());
        var (same, again) = await Store.AddFeedAsync(Invented.Feed("http://norvikpost.example/feed.xml", "another title"));
        Assert.Equal((true, false), (isNew, again));
        Assert.Equal(feed, same);
        var polled = feed with
        {
            ETag = "\"x\"",
            LastModified = "Tue, 04 Mar 2031 12:00:00 GMT",
            NextDue = Invented.Noon.AddHours(2),
            Interval = TimeSpan.FromMinutes(45),
            LastPolled = Invented.Noon,
            LastSuccess = Invented.Noon,
            LastNew = Invented.Noon,
            LastStatus = 200,
            LastError = "none",
            Failures = 2,
            Polls = 7,
            Items = 30,
            Site = "https://norvikpost.example/",
            Group = "coast",
            MovedFrom = feed.Url,
            Url = "https://norvikpost.example/rss",
        };
        Assert.Equal(polled, await Store.UpdateFeedAsync(feed.Id, _ => polled));
        await ReopenAsync();
        Assert.Equal(polled, Assert.Single(await Store.FeedsAsync()));
        Assert.Equal(polled, await Store.FindFeedAsync("https://norvikpost.example/rss"));
        Assert.Equal(polled, await Store.FindFeedAsync("https://norvikpost.example/feed.xml"));
        Assert.True(await Store.RemoveFeedAsync(feed.Id));
        Assert.Null(await Store.UpdateFeedAsync(feed.Id, _ => polled));
        Assert.Empty(await Store.RecordPollAsync(feed.Id, [Listed("1")], (f, _) => f));
    }

    [Fact]
    public async Task Only_feeds_that_are_due_and_neither_paused_nor_gone_are_polled()
    {
        var (due, _) = await Store.AddFeedAsync(Invented.Feed("https://a.example/feed"));
        var (longDue, _) = await Store.AddFeedAsync(Invented.Feed("https://b.example/feed") with { NextDue = Invented.Noon.AddDays(-1) });
        await Store.AddFeedAsync(Invented.Feed("https://c.example/feed") with { NextDue = Invented.Noon.AddSeconds(1) });
        await Store.AddFeedAsync(Invented.Feed("https://d.example/feed") with { IsPaused = true });
        await Store.AddFeedAsync(Invented.Feed("https://e.example/feed") with { IsGone = true });
        Assert.Equal([longDue.Id, due.Id], (await Store.DueFeedsAsync(Invented.Noon, 10)).Select(f => f.Id));
    }

    [Fact]
    public async Task A_feed_that_moves_to_anothers_address_keeps_its_own()
    {
        var (a, _) = await Store.AddFeedAsync(Invented.Feed("https://a.example/feed"));
        await Store.AddFeedAsync(Invented.Feed("https://b.example/feed"));
        await Store.UpdateFeedAsync(a.Id, f => f with { Url = "https://b.example/feed", Failures = 1 });
        Assert.Equal(a with { Failures = 1 }, await Store.FindFeedAsync("https://a.example/feed"));
        Assert.Equal(2, (await Store.FeedsAsync()).Length);
    }

    [Fact]
    public async Task What_a_poll_lists_waits_until_its_article_is_saved()
    {
        var (feed, _) = await Store.AddFeedAsync(Invented.Feed());
        var first = await Store.RecordPollAsync(feed.Id, [Listed("1"), Listed("2")], Polled);
        var second = await Store.RecordPollAsync(feed.Id, [Listed("2"), Listed("3")], Polled);
        Assert.Equal(["1", "2"], first.Select(i => i.Key));
        Assert.Equal(["3"], second.Select(i => i.Key));
        var known = (await Store.FindFeedAsync(feed.Url))!;
        Assert.Equal((2, 3), (known.Polls, known.Items));
        await ReopenAsync();
        Assert.Equal([.. first, .. second], await Store.WaitingItemsAsync(Invented.Noon, 10));
        await Store.SaveAsync([Invented.Arrival(Invented.Article()) with { ItemId = first[0].Id }]);
        await Store.UpdateItemAsync(first[1] with { State = ItemState.Skipped, Reason = "robots.txt forbids it" });
        await Store.UpdateItemAsync(second[0] with { Attempts = 1, NotBefore = Invented.Noon.AddHours(1), Reason = "503" });
        Assert.Empty(await Store.WaitingItemsAsync(Invented.Noon, 10));
        Assert.Equal(1, Assert.Single(await Store.WaitingItemsAsync(Invented.Noon.AddHours(1), 10)).Attempts);
        Assert.Equal(1, (await Store.StatsAsync()).WaitingItems);
    }

    [Fact]
    public async Task A_pause_during_a_poll_outlasts_it()
    {
        var (feed, _) = await Store.AddFeedAsync(Invented.Feed());
        await Store.UpdateFeedAsync(feed.Id, f => f with { IsPaused = true });
        await Store.RecordPollAsync(feed.Id, [Listed("1")], Polled);
        Assert.Equal((true, 1), ((await Store.FindFeedAsync(feed.Url))!.IsPaused, (await Store.FindFeedAsync(feed.Url))!.Items));
    }

    private static Feed Polled(Feed feed, int added) => feed with { Polls = feed.Polls + 1, Items = feed.Items + added };

    private static FeedItem Listed(string key) => new()
    {
        Key = key,
        Url = $"https://norvikpost.example/{key}",
        SeenAt = Invented.Noon,
        Title = "Ferry",
        Published = "2031-03-04",
        Content = "<p>Ferry</p>",
    };
}
