using Hearsay.Sources.Polling;

namespace Hearsay.Tests.Sources.Web;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 5, 12, 0, 0, TimeSpan.Zero);

    private static TimeSpan Interval(double hoursBetween, int items, double silentHours = 0) =>
        FeedRhythm.Interval(
            Enumerable.Range(0, items).Select(i => (DateTimeOffset?)Now.AddHours(-silentHours - (i * hoursBetween))),
            Now,
            TimeSpan.FromHours(1),
            isNew: true
        );

    [Fact]
    public void A_feed_is_looked_at_twice_as_often_as_it_brings_something()
    {
        Assert.Equal(TimeSpan.FromHours(0.5 * 19 / 20), Interval(1, 20));
        Assert.Equal(TimeSpan.FromHours(3.0 * 19 / 20), Interval(6, 20));
        Assert.Equal(FeedRhythm.Shortest, Interval(0.01, 200));
        Assert.Equal(FeedRhythm.Longest, Interval(200, 20));
    }

    [Fact]
    public void A_feed_that_falls_silent_is_looked_at_less_and_less()
    {
        var intervals = new[] { 0, 12, 48, 200, 400 }.Select(silent => Interval(1, 20, silent)).ToList();
        Assert.Equal(intervals.Order(), intervals);
        Assert.Equal(FeedRhythm.Longest, intervals[^1]);
    }

    [Fact]
    public void Times_in_the_future_say_nothing() =>
        Assert.Equal(TimeSpan.FromHours(1.5), FeedRhythm.Interval([Now.AddDays(3), null], Now, TimeSpan.FromHours(1), isNew: false));

    [Fact]
    public void A_feed_without_times_is_followed_by_what_it_brought()
    {
        Assert.Equal(TimeSpan.FromMinutes(40), FeedRhythm.Interval([null], Now, TimeSpan.FromHours(1), isNew: true));
        Assert.Equal(TimeSpan.FromMinutes(90), FeedRhythm.Interval([null], Now, TimeSpan.FromHours(1), isNew: false));
        Assert.Equal(FeedRhythm.Longest, FeedRhythm.Interval([], Now, TimeSpan.FromHours(20), isNew: false));
    }

    [Fact]
    public void What_the_server_asks_is_kept_to_within_reason()
    {
        Assert.InRange(
            FeedRhythm.Next(TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), Now, "a", 1) - Now,
            TimeSpan.FromMinutes(54),
            TimeSpan.FromMinutes(66)
        );
        Assert.InRange(
            FeedRhythm.Next(TimeSpan.FromMinutes(10), TimeSpan.FromDays(300), Now, "a", 1) - Now,
            TimeSpan.FromHours(5.4),
            TimeSpan.FromHours(6.6)
        );
    }

    [Fact]
    public void Failures_wait_twice_as_long_each_time_up_to_a_day_and_never_all_at_once()
    {
        for (var failures = 1; failures < 40; failures++)
        {
            var expected = TimeSpan.FromMinutes(Math.Min(5 * Math.Pow(2, failures - 1), 24 * 60));
            Assert.InRange(BackOff.After(failures, "https://tolland.example/feed", 1), expected * 0.8, expected * 1.2);
        }
        Assert.Equal(BackOff.After(3, "a", 1), BackOff.After(3, "a", 1));
        Assert.Equal(50, Enumerable.Range(0, 50).Select(i => BackOff.After(3, $"https://tolland.example/{i}", 1)).Distinct().Count());
        Assert.NotEqual(BackOff.After(3, "a", 1), BackOff.After(3, "a", 2));
    }
}
