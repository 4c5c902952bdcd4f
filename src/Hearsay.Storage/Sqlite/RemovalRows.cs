using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Storage.Sqlite;

// In: ids of articles. Out: a store without them and their texts, their stories with the others.
// Method: what an article would be known by is kept (its addresses, the hashes of its texts with the outlet), so that the same report coming in again
// is passed over. The removals are numbered, so that whoever has the stories in mind finds out what has gone since.
// Limits: the report under another address and with another text comes in as a new one.

/// <summary>Takes articles out, and remembers that.</summary>
internal static class RemovalRows
{
    public static ImmutableArray<Removal> Remove(Session session, IEnumerable<string> ids, string by, DateTimeOffset at)
    {
        var removed = ImmutableArray.CreateBuilder<Removal>();
        foreach (var id in ids)
        {
            var number = ArticleRows.Number(session, id);
            if (ArticleRows.Find(session, number) is not { } article) continue;
            var story = session.Value("SELECT story FROM story_report WHERE article = ?1", number) as string;
            session.Run("INSERT INTO removal (article, story, at, by) VALUES (?1, ?2, ?3, ?4)", article.Id, story, at, by);
            var removal = session.LastRow;
            foreach (var (key, outlet) in Keys(session, number, article)) AddKey(session, removal, key, outlet);
            session.Run("DELETE FROM article_words WHERE rowid = ?1", number);
            session.Run("DELETE FROM article WHERE number = ?1", number);
            if (story is not null) Shrink(session, story, article.Id, at);
            removed.Add(new Removal(removal, article.Id, story, at, by));
        }
        return removed.ToImmutable();
    }

    public static ImmutableArray<Removal> After(Session session, long number) =>
    [
        .. session.Rows("SELECT number, article, story, at, by FROM removal WHERE number > ?1 ORDER BY number",
            row => new Removal(row.GetInt64(0), row.GetString(1), row.Text(2), row.Time(3), row.GetString(4)), number),
    ];

    /// <summary>The removal of what an arrival is; 0 where it was not removed.</summary>
    public static long Find(Session session, Arrival arrival, byte[] hash)
    {
        foreach (var url in arrival.Aliases.Prepend(arrival.Article.Url))
        {
            if (UrlKey.Of(url) is { } address && session.Number("SELECT removal FROM removed_key WHERE key = ?1", "address " + address) is > 0 and var known)
                return known;
        }
        return session.Number(
            "SELECT removal FROM removed_key WHERE key = ?1 AND (outlet IS NULL OR ?2 IS NULL OR outlet = ?2) ORDER BY removal DESC LIMIT 1",
            TextKey(arrival.Article, hash), OutletOf(arrival.Article)
        );
    }

    /// <summary>Forgets a removal: the report may come in again.</summary>
    public static void Forget(Session session, long removal) => session.Run("DELETE FROM removed_key WHERE removal = ?1", removal);

    /// <summary>Forgets every removal of an article.</summary>
    public static void ForgetAll(Session session, string articleId) =>
        session.Run("DELETE FROM removed_key WHERE removal IN (SELECT number FROM removal WHERE article = ?1)", articleId);

    /// <summary>What removed articles are known by, for an export.</summary>
    public static ImmutableArray<RemovedReport> Known(Session session) =>
    [
        .. After(session, 0)
            .Select(r => new RemovedReport(
                r.ArticleId,
                r.At,
                r.By,
                [
                    .. session.Rows("SELECT key, outlet FROM removed_key WHERE removal = ?1 ORDER BY key, outlet",
                        row => new RemovedKey(row.GetString(0), row.Text(1)), r.Number),
                ]
            ))
            .Where(r => !r.Keys.IsEmpty),
    ];

    /// <summary>Takes in what an export knows of a removal, unless it is known.</summary>
    public static void Restore(Session session, RemovedReport removed)
    {
        if (session.Number("SELECT count(*) FROM removal WHERE article = ?1 AND at = ?2", removed.ArticleId, removed.At) > 0) return;
        session.Run("INSERT INTO removal (article, at, by) VALUES (?1, ?2, ?3)", removed.ArticleId, removed.At, removed.By);
        var removal = session.LastRow;
        foreach (var (key, outlet) in removed.Keys) AddKey(session, removal, key, outlet);
    }

    private static IEnumerable<(string Key, string? Outlet)> Keys(Session session, long number, StoredArticle article) =>
        session.Rows("SELECT key FROM article_url WHERE article = ?1", row => ("address " + row.GetString(0), (string?)null), number)
            .Concat(ArticleRows.Revisions(session, number).SelectMany(r => new[] { r.Article.Outlet, article.Article.Outlet }.Distinct()
                .Select(outlet => (TextKey(r.Article, Convert.FromHexString(r.Hash)), OutletOf(r.Article with { Outlet = outlet })))))
            .Distinct();

    /// <summary>A short text does not tell which report it is: it is known with the report's own id.</summary>
    private static string TextKey(Article article, byte[] hash) =>
        "text " + Convert.ToHexStringLower(hash) + (article.Text.Length >= ArticleSaver.TellingLength ? "" : " " + article.Id);

    private static string? OutletOf(Article article) =>
        string.IsNullOrWhiteSpace(article.Outlet) ? UrlKey.Site(article.Url) : OutletRows.Key(article.Outlet.Trim());

    private static void AddKey(Session session, long removal, string key, string? outlet) =>
        session.Run("INSERT INTO removed_key (removal, key, outlet) VALUES (?1, ?2, ?3)", removal, key, outlet);

    private static void Shrink(Session session, string story, string articleId, DateTimeOffset at)
    {
        if (session.Run("DELETE FROM story WHERE id = ?1 AND reports = 0", story) > 0) return;
        StoryRows.Note(session, new StoryEvent(story, StoryEventKind.Removed, at, null, [articleId]));
        session.Run("UPDATE story SET version = version + 1, changed_at = max(changed_at, ?2) WHERE id = ?1", story, at);
        DateRows.RefreshStory(session, story);
    }
}
