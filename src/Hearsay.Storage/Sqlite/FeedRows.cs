using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hearsay.Storage.Sqlite;

/// <summary>Reads and writes feeds and what they list.</summary>
internal static class FeedRows
{
    private const string Columns = """
        id, url, moved_from, title, site, label, added_at, etag, last_modified, next_due, interval, paused, gone, last_polled, last_success, last_new, last_status, last_error, failures, polls, items
        """;

    private const string ItemColumns = "id, feed, key, url, title, published, seen_at, content, state, not_before, attempts, reason";

    public static (Feed Feed, bool IsNew) Add(Session session, Feed feed)
    {
        if (Find(session, feed.Url) is { } known) return (known, false);
        session.Run(
            $"INSERT INTO feed (key, {Columns}) VALUES (?1, NULLIF(?2, 0), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
            [Key(feed.Url), feed.Id, .. Values(feed)]
        );
        return (Find(session, session.LastRow)!, true);
    }

    public static ImmutableArray<Feed> All(Session session) =>
        [
            .. session
                .Rows($"SELECT {Columns} FROM feed", Map)
                .OrderBy(f => f.Title ?? f.Url, StringComparer.OrdinalIgnoreCase)
                .ThenBy(f => f.Url, StringComparer.Ordinal),
        ];

    public static Feed? Find(Session session, string urlOrId) =>
        session.Row($"SELECT {Columns} FROM feed WHERE key = ?1", Map, Key(urlOrId))
        ?? session.Row($"SELECT {Columns} FROM feed WHERE moved_from = ?1", Map, urlOrId)
        ?? (long.TryParse(urlOrId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Find(session, id) : null);

    public static ImmutableArray<Feed> Due(Session session, DateTimeOffset now, int limit) =>
        [
            .. session.Rows(
                $"SELECT {Columns} FROM feed WHERE paused = 0 AND gone = 0 AND next_due <= ?1 ORDER BY next_due, id LIMIT ?2",
                Map,
                now,
                (long)limit
            ),
        ];

    public static Feed? Update(Session session, long id, Func<Feed, Feed> change)
    {
        if (Find(session, id) is not { } known) return null;
        Write(session, change(known) with { Id = id });
        return Find(session, id);
    }

    private static void Write(Session session, Feed feed)
    {
        // moved to where another feed is already: this one keeps its old address, so that neither is lost
        var key = session.Number("SELECT id FROM feed WHERE key = ?1", Key(feed.Url)) is > 0 and var other && other != feed.Id ? null : Key(feed.Url);
        session.Run(
            """
            UPDATE feed SET key = coalesce(?1, key), url = iif(?1 IS NULL, url, ?3), moved_from = ?4, title = ?5, site = ?6, label = ?7, added_at = ?8, etag = ?9, last_modified = ?10, next_due = ?11,
                interval = ?12, paused = ?13, gone = ?14, last_polled = ?15, last_success = ?16, last_new = ?17, last_status = ?18, last_error = ?19, failures = ?20, polls = ?21, items = ?22
            WHERE id = ?2
            """, [key, feed.Id, .. Values(feed)]);
    }

    public static bool Remove(Session session, long id) => session.Run("DELETE FROM feed WHERE id = ?1", id) > 0;

    /// <summary>Keeps the poll and the items that are new.</summary>
    public static ImmutableArray<FeedItem> Record(Session session, long id, IEnumerable<FeedItem> items, Func<Feed, int, Feed> polled)
    {
        if (Find(session, id) is not { } known) return [];
        var added = ImmutableArray.CreateBuilder<FeedItem>();
        foreach (var item in items)
        {
            var fresh = item with { FeedId = id };
            if (
                session.Run(
                    "INSERT OR IGNORE INTO feed_item (feed, key, url, title, published, seen_at, content, state, not_before, attempts, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                    fresh.FeedId, fresh.Key, fresh.Url, fresh.Title, fresh.Published, fresh.SeenAt, fresh.Content, fresh.State, fresh.NotBefore,
                    (long)fresh.Attempts,
                    fresh.Reason
                ) > 0
            )
            {
                added.Add(fresh with { Id = session.LastRow });
            }
        }
        Write(session, polled(known, added.Count) with { Id = id });
        return added.ToImmutable();
    }

    public static ImmutableArray<FeedItem> Waiting(Session session, DateTimeOffset now, int limit) =>
    [
        .. session.Rows(
            $"SELECT {ItemColumns} FROM feed_item WHERE state = 0 AND (not_before IS NULL OR not_before <= ?1) ORDER BY seen_at, id LIMIT ?2",
            MapItem,
            now,
            (long)limit
        ),
    ];

    public static void UpdateItem(Session session, FeedItem item) =>
        session.Run(
            "UPDATE feed_item SET url = ?2, state = ?3, not_before = ?4, attempts = ?5, reason = ?6, content = iif(?3 = 0, content, NULL) WHERE id = ?1",
            item.Id, item.Url, item.State, item.NotBefore, (long)item.Attempts, item.Reason);

    private static Feed? Find(Session session, long id) => session.Row($"SELECT {Columns} FROM feed WHERE id = ?1", Map, id);

    private static string Key(string url) => UrlKey.Of(url) ?? url.Trim();

    private static object?[] Values(Feed f) =>
    [
        f.Url, f.MovedFrom, f.Title, f.Site, f.Group, f.AddedAt, f.ETag, f.LastModified, f.NextDue,
        (long)f.Interval.TotalMilliseconds,
        f.IsPaused,
        f.IsGone,
        f.LastPolled, f.LastSuccess, f.LastNew, (long?)f.LastStatus, f.LastError, (long)f.Failures, f.Polls, f.Items,
    ];

    private static Feed Map(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Url = row.GetString(1),
        MovedFrom = row.Text(2),
        Title = row.Text(3),
        Site = row.Text(4),
        Group = row.Text(5),
        AddedAt = row.Time(6),
        ETag = row.Text(7),
        LastModified = row.Text(8),
        NextDue = row.Time(9),
        Interval = TimeSpan.FromMilliseconds(row.GetInt64(10)),
        IsPaused = row.GetInt64(11) != 0,
        IsGone = row.GetInt64(12) != 0,
        LastPolled = row.TimeOrNull(13),
        LastSuccess = row.TimeOrNull(14),
        LastNew = row.TimeOrNull(15),
        LastStatus = row.IsDBNull(16) ? null : row.GetInt32(16),
        LastError = row.Text(17),
        Failures = row.GetInt32(18), Polls = row.GetInt64(19), Items = row.GetInt64(20),
    };

    private static FeedItem MapItem(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        FeedId = row.GetInt64(1),
        Key = row.GetString(2),
        Url = row.GetString(3),
        Title = row.Text(4),
        Published = row.Text(5),
        SeenAt = row.Time(6),
        Content = row.Text(7),
        State = (ItemState)row.GetInt32(8), NotBefore = row.TimeOrNull(9), Attempts = row.GetInt32(10), Reason = row.Text(11),
    };
}
