using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Hearsay.Storage.Sqlite;

/// <summary>Reads and writes stories.</summary>
internal static class StoryRows
{
    private const string Columns = "s.id, s.title, s.first_published, s.last_published, s.changed_at, s.version, s.summary";

    public static void Save(Session session, StoryChanges changes)
    {
        foreach (var change in changes.Events) Note(session, change);
        // first every row, then the reports: a report may move between two stories of one change
        foreach (var story in changes.Stories) SaveRow(session, story);
        foreach (var story in changes.Stories) SaveReports(session, story);
        foreach (var story in changes.Stories) DateRows.RefreshStory(session, story.Id);
        foreach (var (id, version) in changes.Taken)
            session.Run("UPDATE article SET taken = ?2, fault = NULL WHERE id = ?1", id, (long)version);
        foreach (var correction in changes.Corrected) CorrectionRows.Take(session, correction);
        foreach (var story in changes.Events.Where(e => e.Kind == StoryEventKind.Merged))
            session.Run("DELETE FROM story WHERE id = ?1", story.StoryId);
        foreach (var briefing in changes.Briefings) SaveBriefing(session, briefing);
    }

    public static StoredStory? Find(Session session, string id)
    {
        // merged twice is found twice on; a ring cannot come about, since what is merged away is gone, but a store may be written by others
        for (var step = 0; step < 100; step++)
        {
            if (session.Row($"SELECT {Columns} FROM story s WHERE s.id = ?1", Map, id) is { } story)
                return story with { Reports = Reports(session, id) };
            if (session.Value("SELECT other FROM story_event WHERE story = ?1 AND kind = 1 ORDER BY id DESC LIMIT 1", id) is not string other)
                return null;
            id = other;
        }
        return null;
    }

    public static StoryPage List(Session session, StoryFilter filter)
    {
        var sql = new StringBuilder(
            $"SELECT {Columns} FROM story s WHERE s.reports >= ?1 AND (?2 IS NULL OR s.last_published >= ?2) AND (?3 IS NULL OR s.first_published < ?3)"
        );
        if (filter.IsDateless) sql.Append(" AND s.dated < s.version");
        if (filter.Outlet is not null)
            sql.Append(
                " AND EXISTS (SELECT 1 FROM story_report r JOIN article a ON a.number = r.article WHERE r.story = s.id AND a.outlet = (SELECT id FROM outlet WHERE key = ?4))"
            );
        else sql.Append(" AND ?4 IS NULL");
        var cursor = Cursor(filter.Cursor);
        sql.Append(" AND (?5 IS NULL OR (s.changed_at, s.id) < (?5, ?6)) ORDER BY s.changed_at DESC, s.id DESC LIMIT ?7");
        var rows = session.Rows(
            sql.ToString(),
            Map,
            (long)filter.MinReports,
            filter.From,
            filter.Until,
            filter.Outlet is null ? null : OutletRows.Key(filter.Outlet),
            cursor?.At,
            cursor?.Id,
            (long)filter.Limit + 1
        );
        var page = rows.Take(filter.Limit).Select(s => s with { Reports = Reports(session, s.Id) }).ToImmutableArray();
        return new StoryPage(
            page,
            rows.Count > filter.Limit
                ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].ChangedAt.ToUnixTimeMilliseconds()}.{page[^1].Id}")
                : null
        );
    }

    public static ImmutableDictionary<string, string> Of(Session session, IEnumerable<string> articleIds)
    {
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var id in articleIds)
        {
            if (session.Value("SELECT r.story FROM article a JOIN story_report r ON r.article = a.number WHERE a.id = ?1", id) is string story)
                found[id] = story;
        }
        return found.ToImmutable();
    }

    public static StoredBriefing? Briefing(Session session, string storyId) =>
        session.Row(
            "SELECT story, version, made_at, json FROM story_briefing WHERE story = ?1",
            row => new StoredBriefing(row.GetString(0), row.GetInt32(1), row.Time(2), row.GetString(3)),
            storyId
        );

    public static void SaveBriefing(Session session, StoredBriefing briefing) => session.Run(
        """
        INSERT INTO story_briefing (story, version, made_at, json) SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM story WHERE id = ?1)
        ON CONFLICT (story) DO UPDATE SET version = excluded.version, made_at = excluded.made_at, json = excluded.json WHERE excluded.version >= story_briefing.version
        """, briefing.StoryId, (long)briefing.Version, briefing.MadeAt, briefing.Json);

    public static StoryView? View(Session session, string storyId) =>
        session.Row(
            "SELECT story, version, html FROM story_view WHERE story = ?1",
            row => new StoryView(row.GetString(0), row.GetInt32(1), row.GetString(2)),
            storyId
        );

    public static void SaveView(Session session, StoryView view) => session.Run(
        """
        INSERT INTO story_view (story, version, html) SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM story WHERE id = ?1)
        ON CONFLICT (story) DO UPDATE SET version = excluded.version, html = excluded.html WHERE excluded.version >= story_view.version
        """, view.StoryId, (long)view.Version, view.Html);

    public static ImmutableArray<StoryEvent> Events(Session session, string storyId) =>
    [
        .. session.Rows("SELECT story, kind, at, other, articles, what FROM story_event WHERE story = ?1 ORDER BY id",
            row => new StoryEvent(
                row.GetString(0),
                (StoryEventKind)row.GetInt32(1),
                row.Time(2),
                row.Text(3),
                JsonSerializer.Deserialize<ImmutableArray<string>>(row.GetString(4))
            )
            {
                What = row.Text(5),
            },
            storyId
        ),
    ];

    public static void Note(Session session, StoryEvent e) =>
        session.Run(
            "INSERT INTO story_event (story, kind, at, other, articles, what) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", e.StoryId, e.Kind, e.At, e.Other,
            JsonSerializer.Serialize(e.ArticleIds, PageJson.Options), e.What
        );

    private static void SaveRow(Session session, StoredStory story) => session.Run(
        """
        INSERT INTO story (id, title, changed_at, version, reports, summary) VALUES (?1, ?2, ?3, ?4, 0, ?5)
        ON CONFLICT (id) DO UPDATE SET title = ?2, changed_at = ?3, version = ?4, summary = ?5
        """, story.Id, story.Title, story.ChangedAt, (long)story.Version, story.Summary);

    private static void SaveReports(Session session, StoredStory story)
    {
        session.Run("DELETE FROM story_report WHERE story = ?1", story.Id);
        foreach (var (place, report) in story.Reports.Index())
        {
            session.Run("DELETE FROM story_report WHERE article = (SELECT number FROM article WHERE id = ?1)", report.ArticleId);
            session.Run("INSERT INTO story_report (article, story, place, added_at, why) SELECT number, ?2, ?3, ?4, ?5 FROM article WHERE id = ?1",
                report.ArticleId, story.Id, (long)place, report.AddedAt, report.Why);
        }
    }

    private static ImmutableArray<StoryReport> Reports(Session session, string id) =>
    [
        .. session.Rows(
            "SELECT a.id, r.added_at, r.why FROM story_report r JOIN article a ON a.number = r.article WHERE r.story = ?1 ORDER BY r.place, r.article",
            row => new StoryReport(row.GetString(0), row.Time(1), row.Text(2)), id),
    ];

    private static (long At, string Id)? Cursor(string? cursor) =>
        cursor?.Split('.', 2) is [var at, var id] && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var moment)
            ? (moment, id)
            : null;

    private static StoredStory Map(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Title = row.GetString(1),
        FirstPublished = row.TimeOrNull(2),
        LastPublished = row.TimeOrNull(3),
        ChangedAt = row.Time(4),
        Version = row.GetInt32(5),
        Summary = row.Text(6),
        Reports = [],
    };
}
