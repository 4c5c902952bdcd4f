using Hearsay.Model;

namespace Hearsay.Storage.Sqlite;

// In: the dates that a story lends to its articles, and articles whose own date changed. Out: what search and lists go by.
// Method: an article's date is the one on its page, else the one that its story lends; a story's days are those of its dated articles. The dates of a
// story go with its version, so that a kill between a change and its dates leaves the story to be dated later.

/// <summary>Keeps the dates of articles and stories in line.</summary>
internal static class DateRows
{
    /// <summary>Replaces what a story lends.</summary>
    public static void Lend(Session session, string storyId, int version, IReadOnlyDictionary<string, PublicationDate> dates)
    {
        var articles = session.Rows(
            """
            SELECT a.number, a.id FROM story_report s JOIN article a ON a.number = s.article
            JOIN revision r ON r.article = a.number AND r.number = a.revision
            WHERE s.story = ?1 AND json_extract(r.page, '$.published.value') IS NULL
                AND json_extract(a.settings, '$.published') IS NULL
            """,
            row => (Number: row.GetInt64(0), Id: row.GetString(1)),
            storyId
        );
        foreach (var (number, id) in articles)
        {
            var date = dates.GetValueOrDefault(id);
            session.Run(
                "UPDATE article SET lent = ?2, published = ?3 WHERE number = ?1", number, date is null ? null : PageJson.Write(date),
                date is null ? null : Moments.Of(date)
            );
        }
        session.Run("UPDATE story SET dated = ?2 WHERE id = ?1", storyId, (long)version);
        RefreshStory(session, storyId);
    }

    /// <summary>Brings the days of an article's story in line with the article.</summary>
    public static void Refresh(Session session, long article)
    {
        if (session.Value("SELECT story FROM story_report WHERE article = ?1", article) is string story) RefreshStory(session, story);
    }

    /// <summary>Brings the days of a story in line with its articles.</summary>
    public static void RefreshStory(Session session, string storyId) => session.Run(
        """
        UPDATE story SET (first_published, last_published) =
            (SELECT min(a.published), max(a.published) FROM story_report r JOIN article a ON a.number = r.article WHERE r.story = ?1)
        WHERE id = ?1
        """, storyId);
}
