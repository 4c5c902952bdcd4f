using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;

namespace Hearsay.Storage.Sqlite;

/// <summary>The words that the search finds an article by.</summary>
internal static class ArticleWords
{
    /// <summary>Puts an article's newest text in place of what the index has of it.</summary>
    public static void Write(Session session, long number, Article article, ImmutableArray<string>? speakers) =>
        session.Run(
            "INSERT OR REPLACE INTO article_words (rowid, title, body, outlet, speaker) VALUES (?1, ?2, ?3, (SELECT o.name FROM article a JOIN outlet o ON o.id = a.outlet WHERE a.number = ?1), ?4)",
            number, Apart(article.Headline), Apart(article.Text), speakers is { } list ? string.Join('\n', list) : null);

    private static string? Apart(string? text) => text is null ? null : UnspacedScript.Apart(text);

    /// <summary>Notes who speaks in a revision; the search knows it where that revision is the newest.</summary>
    public static void SetSpeakers(Session session, long number, int revision, ImmutableArray<string> speakers)
    {
        if (
            session.Run(
                "UPDATE revision SET speakers = ?3 WHERE article = ?1 AND number = ?2 AND speakers IS NOT ?3", number, revision,
                PageJson.Names(speakers)
            ) == 0
        )
            return;
        var newest = session.Row(
            "SELECT r.page, r.text, r.headline FROM revision r JOIN article a ON a.number = r.article AND a.revision = r.number WHERE r.article = ?1 AND r.number = ?2",
            row => PageJson.Read(row.GetString(0), row.GetString(1), row.Text(2)), number, revision);
        if (newest is not null) Write(session, number, newest, speakers);
    }
}
