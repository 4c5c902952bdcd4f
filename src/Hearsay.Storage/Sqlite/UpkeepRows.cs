using System.Collections.Immutable;

namespace Hearsay.Storage.Sqlite;

/// <summary>Positions of imports, counts, and the look over the whole.</summary>
internal static class UpkeepRows
{
    public static void Keep(Session session, Progress progress)
    {
        if (progress.Place is null) session.Run("DELETE FROM progress WHERE source = ?1", progress.Source);
        else
            session.Run(
                "INSERT OR REPLACE INTO progress (source, stamp, place, counts) VALUES (?1, ?2, ?3, ?4)", progress.Source, progress.Stamp,
                progress.Place, progress.Counts
            );
    }

    public static Progress? Find(Session session, string source) =>
        session.Row(
            "SELECT source, stamp, place, counts FROM progress WHERE source = ?1",
            row => new Progress(row.GetString(0), row.GetString(1), row.GetString(2), row.Text(3)),
            source
        );

    public static ImmutableArray<Progress> All(Session session) =>
        [
            .. session.Rows(
                "SELECT source, stamp, place, counts FROM progress ORDER BY source",
                row => new Progress(row.GetString(0), row.GetString(1), row.GetString(2), row.Text(3))
            ),
        ];

    public static StoreStats Stats(Session session, string file) => new()
    {
        Articles = (int)session.Number("SELECT count(*) FROM article"),
        Revisions = (int)session.Number("SELECT count(*) FROM revision"),
        Revised = (int)session.Number("SELECT count(*) FROM article WHERE revisions > 1"),
        Unread = (int)
            session.Number(
                "SELECT count(*) FROM revision r JOIN article a ON a.number = r.article AND a.revision = r.number WHERE r.speakers IS NULL"
            ),
        Outlets = (int)session.Number("SELECT count(DISTINCT outlet) FROM article"),
        Feeds = (int)session.Number("SELECT count(*) FROM feed"),
        WaitingItems = (int)session.Number("SELECT count(*) FROM feed_item WHERE state = 0"),
        Stories = (int)session.Number("SELECT count(*) FROM story"),
        Undated = (int)session.Number("SELECT count(*) FROM article WHERE published IS NULL"),
        SetAside = (int)session.Number("SELECT count(*) FROM article WHERE fault IS NOT NULL"),
        Earliest = session.Row("SELECT min(published) FROM article", row => row.TimeOrNull(0)),
        Latest = session.Row("SELECT max(published) FROM article", row => row.TimeOrNull(0)),
        Bytes = new FileInfo(file).Length + (new FileInfo(file + "-wal") is { Exists: true } wal ? wal.Length : 0),
        Schema = (int)session.Number("PRAGMA user_version"),
    };

    public static ImmutableArray<string> Check(Session session) =>
    [
        .. session.Rows("PRAGMA integrity_check(20)", row => row.GetString(0)).Where(line => line != "ok"),
        .. session.Rows("PRAGMA foreign_key_check", row => $"a row of {row.GetString(0)} points to a row of {row.GetString(2)} that is not there"),
        .. session.Rows(
            "SELECT a.id FROM article a LEFT JOIN revision r ON r.article = a.number AND r.number = a.revision WHERE r.article IS NULL",
            row => $"article {row.GetString(0)} has no text"
        ),
        .. session.Rows(
            "SELECT a.id FROM article a WHERE NOT EXISTS (SELECT 1 FROM article_words_docsize d WHERE d.id = a.number)",
            row => $"article {row.GetString(0)} is not in the index of words"
        ),
        .. session.Rows(
            "SELECT d.id FROM article_words_docsize d WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.number = d.id)",
            row => $"the index of words has an article {row.GetInt64(0)} that is not there"
        ),
    ];
}
