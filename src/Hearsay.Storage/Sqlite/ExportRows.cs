using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Hearsay.Storage.Sqlite;

/// <summary>Everything out, in a fixed order, and in again.</summary>
internal static class ExportRows
{
    private const string Heads = "SELECT number, id, version = taken, settings FROM article";

    /// <summary>The next articles after a number, with their histories.</summary>
    public static List<(long Number, StoreRecord Record)> Articles(Session session, long after, int limit) =>
    [
        .. session.Rows(Heads + " WHERE number > ?1 ORDER BY number LIMIT ?2", Head, after, (long)limit)
            .Select(h => (h.Number, new StoreRecord { Article = History(session, h) })),
    ];

    /// <summary>An article with its history; null where there is none.</summary>
    public static ArticleHistory? History(Session session, string id) =>
        session.Rows(Heads + " WHERE id = ?1", Head, id) is [var head] ? History(session, head) : null;

    public static ImmutableArray<StoreRecord> Feeds(Session session) =>
        [.. FeedRows.All(session).OrderBy(f => f.Id).Select(f => new StoreRecord { Feed = f })];

    public static ImmutableArray<StoreRecord> Stories(Session session)
    {
        var ids = session.Rows("SELECT id FROM story UNION SELECT story FROM story_event ORDER BY 1", row => row.GetString(0));
        return
        [
            .. ids.Select(id => new StoreRecord
            {
                Story = new StoryHistory(
                    id,
                    StoryRows.Find(session, id) is { } story && story.Id == id ? story : null,
                    StoryRows.Briefing(session, id),
                    StoryRows.Events(session, id)
                ),
            }),
        ];
    }

    private static (long Number, string Id, bool IsTaken, ReportSettings? Settings) Head(SqliteDataReader row) =>
        (row.GetInt64(0), row.GetString(1), row.GetBoolean(2), PageJson.Settings(row.Text(3)));

    private static ArticleHistory History(Session session, (long Number, string Id, bool IsTaken, ReportSettings? Settings) head) => new(
        head.Id, ArticleRows.Urls(session, head.Number), [.. ArticleRows.Revisions(session, head.Number).OrderBy(r => r.Number)]
    )
    {
        IsTaken = head.IsTaken, Settings = head.Settings,
    };

    public static void Restore(Session session, StoreRecord record)
    {
        if (record.Article is { } article) Restore(session, article);
        if (record.Feed is { } feed) Restore(session, feed);
        if (record.Story is { } story) Restore(session, story);
        if (record.Removed is { } removed) RemovalRows.Restore(session, removed);
        if (record.Correction is { } correction) CorrectionRows.Restore(session, correction);
    }

    private static void Restore(Session session, ArticleHistory history)
    {
        if (IsKnown(session, history))
        {
            foreach (var revision in history.Revisions) ArticleSaver.Save(session, Archived(history, revision));
            return;
        }
        // the first text alone goes the usual way, since that is the one without a match; what follows is put in as it was
        var (first, rest) = (history.Revisions[0], history.Revisions[1..]);
        var saved = ArticleSaver.Save(session, Archived(history, first) with { Article = PageJson.Renamed(first.Article, history.Id) });
        if (saved.Outcome == SaveOutcome.Removed) return;
        var number = session.Number("SELECT number FROM article WHERE id = ?1", saved.ArticleId);
        if (saved.Outcome != SaveOutcome.New)
        {
            foreach (var revision in rest)
                ArticleSaver.Save(session, Archived(history, revision) with { Aliases = [.. ArticleRows.Urls(session, number)] });
            return;
        }
        foreach (var revision in rest)
        {
            session.Run(
                "INSERT INTO revision (article, number, seen_at, from_file, arrived, hash, headline, page, speakers, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                number,
                (long)revision.Number,
                revision.SeenAt, revision.IsFileTime, revision.Arrived ?? revision.SeenAt, TextHash.Of(revision.Article.Text), revision.Article.Headline, PageJson.Write(revision.Article),
                PageJson.Names(revision.Speakers), revision.Article.Text
            );
        }
        CorrectionRows.Adopt(session, saved.ArticleId, history.Settings ?? new ReportSettings());
        if (history.IsTaken) session.Run("UPDATE article SET taken = version WHERE number = ?1", number);
    }

    private static bool IsKnown(Session session, ArticleHistory history) =>
        session.Number("SELECT count(*) FROM article WHERE id = ?1", history.Id) > 0
        || history.Urls.Any(u => UrlKey.Of(u) is { } key && session.Number("SELECT article FROM article_url WHERE key = ?1", key) > 0);

    private static Arrival Archived(ArticleHistory history, Revision revision) => new()
    {
        Article = revision.Article, SeenAt = revision.SeenAt, IsFileTime = revision.IsFileTime, Arrived = revision.Arrived, IsArchived = true,
        Speakers = revision.Speakers, Aliases = history.Urls,
    };

    private static void Restore(Session session, Feed feed)
    {
        var taken = session.Number("SELECT count(*) FROM feed WHERE id = ?1", feed.Id) > 0;
        FeedRows.Add(session, taken ? feed with { Id = 0 } : feed);
    }

    private static void Restore(Session session, StoryHistory history)
    {
        var events = StoryRows.Events(session, history.Id);
        foreach (var e in history.Events.Where(e => !events.Any(k => k.Kind == e.Kind && k.At == e.At && k.Other == e.Other && k.What == e.What)))
            StoryRows.Note(session, e);
        var changes = new StoryChanges
        {
            Stories = history.Story is { } story ? [story] : [],
            Briefings = history.Briefing is { } briefing ? [briefing] : [],
        };
        StoryRows.Save(session, changes);
    }
}
