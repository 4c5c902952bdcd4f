using Hearsay.App.Desk;
using Hearsay.Sources.Feeds;
using Hearsay.Sources.Polling;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.Tests.Desk;

public sealed class FeedAfterPollTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Address = new("https://tolland.example/feed");
    private static readonly Feed Before = new()
    {
        Id = 7,
        Url = Address.AbsoluteUri,
        AddedAt = Now.AddDays(-1),
        NextDue = Now,
        ETag = "\"a\"",
        Failures = 2,
        LastError = "the server answers 500",
        Title = "Mine",
    };

    private static FeedPoll Poll(
        WebOutcome outcome,
        string? reason,
        FeedDocument? feed = null,
        DateTimeOffset? retry = null,
        Uri? moved = null,
        string? etag = null
    ) =>
        new(new WebAnswer { Outcome = outcome, Address = Address, RetryAt = retry, MovedTo = moved, ETag = etag }, feed, reason);

    [Fact]
    public void A_failure_waits_longer_each_time_and_never_shorter_than_the_server_asks()
    {
        var failed = FeedAfterPoll.Of(Before, Poll(WebOutcome.Later, "the server answers 500"), 0, Now, 1);
        Assert.Equal((3, "\"a\"", Now + BackOff.After(3, Before.Url, 1)), (failed.Failures, failed.ETag, failed.NextDue));
        Assert.Equal(
            Now.AddHours(9),
            FeedAfterPoll.Of(Before, Poll(WebOutcome.Later, "the server answers 429", retry: Now.AddHours(9)), 0, Now, 1).NextDue
        );
        Assert.Equal(
            failed.NextDue,
            FeedAfterPoll.Of(Before, Poll(WebOutcome.Later, "the server answers 429", retry: Now.AddSeconds(9)), 0, Now, 1).NextDue
        );
    }

    [Fact]
    public void Only_410_makes_it_gone()
    {
        Assert.True(FeedAfterPoll.Of(Before, Poll(WebOutcome.Gone, "the server answers 410"), 0, Now, 1).IsGone);
        Assert.False(FeedAfterPoll.Of(Before, Poll(WebOutcome.Missing, "the server answers 404"), 0, Now, 1).IsGone);
    }

    [Fact]
    public void A_good_look_clears_what_was_wrong_and_keeps_what_a_person_named()
    {
        var feed = new FeedDocument
        {
            Kind = FeedKind.Rss,
            Title = "Theirs",
            Items = [new Hearsay.Sources.Feeds.FeedItem { Id = "1", Published = Now.AddHours(-4) }],
        };
        var good = FeedAfterPoll.Of(Before, Poll(WebOutcome.Content, null, feed, moved: new Uri("https://tolland.example/new")), 1, Now, 1);
        Assert.Equal(
            (0, null, null, "Mine", "https://tolland.example/new", Before.Url),
            (good.Failures, good.LastError, good.ETag, good.Title, good.Url, good.MovedFrom)
        );
        Assert.Equal((Now, 1, TimeSpan.FromHours(2)), (good.LastNew!.Value, good.Items, good.Interval));
        var again = FeedAfterPoll.Of(good with { ETag = "\"b\"" }, Poll(WebOutcome.NotModified, null), 0, Now.AddHours(2), 1);
        Assert.Equal(("\"b\"", TimeSpan.FromHours(2.2), Now), (again.ETag, again.Interval, again.LastNew!.Value));
    }
}
