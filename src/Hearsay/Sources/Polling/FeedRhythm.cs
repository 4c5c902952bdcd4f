using Hearsay.Sources.Feeds;

namespace Hearsay.Sources.Polling;

/// <summary>
/// When to look at a feed again: as often as it brings something. With n items of the last 14 days, no more than the newest 30, and W the time from
/// the oldest of them to now, the feed brings one every W/n, and is looked at twice in that time: interval = W / 2n. Since W runs up to now, a feed
/// that falls silent is looked at less and less. A feed whose items have no times is looked at again after two thirds of the last interval where it
/// had something new, and after one and a half times where it had not.
/// Bounds: 5 minutes and 24 hours, and no sooner than the feed (ttl) or the server (max-age) asks, of which 6 hours are believed; give or take a
/// tenth.
/// </summary>
public static class FeedRhythm
{
    /// <summary>The shortest interval.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>The longest interval.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private const int Newest = 30;

    private static readonly TimeSpan Window = TimeSpan.FromDays(14);
    private static readonly TimeSpan Believed = TimeSpan.FromHours(6);

    /// <summary>The interval, without the bounds of the server and without chance.</summary>
    public static TimeSpan Interval(IEnumerable<DateTimeOffset?> times, DateTimeOffset now, TimeSpan last, bool isNew)
    {
        // a time in the future is a mistake of the clock or a teaser: it says nothing of the rhythm
        var recent = times.OfType<DateTimeOffset>().Where(t => t <= now && t > now - Window).OrderDescending().Take(Newest).ToList();
        var anyTimes = recent.Count > 0 || times.Any(t => t is not null && t <= now);
        if (!anyTimes) return Bounded(isNew ? last / 1.5 : last * 1.5);
        return Bounded(recent.Count == 0 ? Longest : (now - recent[^1]) / (2 * recent.Count));
    }

    /// <summary>The interval after the server said that nothing has changed (304), when there are no items to count: a tenth longer.</summary>
    public static TimeSpan Unchanged(TimeSpan last) => Bounded(last * 1.1);

    /// <summary>When to look again.</summary>
    public static DateTimeOffset Next(TimeSpan interval, TimeSpan? asked, DateTimeOffset now, string key, int seed)
    {
        var least = asked is { } span ? span < Believed ? span : Believed : TimeSpan.Zero;
        return now + Jitter.Of(interval > least ? interval : least, 0.1, key, now.ToUnixTimeSeconds(), seed);
    }

    /// <inheritdoc cref="Interval(IEnumerable{DateTimeOffset?}, DateTimeOffset, TimeSpan, bool)"/>
    public static TimeSpan Interval(FeedDocument feed, DateTimeOffset now, TimeSpan last, bool isNew) =>
        Interval(feed.Items.Select(i => i.Published ?? i.Updated), now, last, isNew);

    private static TimeSpan Bounded(TimeSpan interval) => interval < Shortest ? Shortest : interval > Longest ? Longest : interval;
}
