using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Text;
using Microsoft.Data.Sqlite;

namespace Hearsay.Storage.Sqlite;

// In: an arrival. Out: what became of it, written within the caller's transaction.
// Method: the article is known by one of its addresses (UrlKey); else by an id of its own, where the words agree; else by its very text, where the
// outlet is the same or one of the two is unknown and the text is long enough, or the headline the same too, so that "This page is for subscribers"
// does not make one article of many. A known article with a text or headline that it did not have gets a revision; the newest is the one seen last,
// not the one that arrived last. Part of a text (a paywall) never takes the place of a whole one.
// Limits: a file without address whose text was changed is an article of its own, unless it brings an id.

/// <summary>Writes arrivals.</summary>
internal static class ArticleSaver
{
    /// <summary>A shorter text tells too little of which article it is.</summary>
    public const int TellingLength = 280;

    /// <summary>Saves one arrival.</summary>
    public static SaveResult Save(Session session, Arrival arrival)
    {
        var article = arrival.Article;
        var incoming = new Incoming(arrival, TextHash.Of(article.Text), OutletRows.Of(session, article));
        var known = ByUrl(session, arrival) ?? ById(session, incoming) ?? ByText(session, incoming);
        if (known is null && Removed(session, arrival, incoming.Hash) is { } removed) return removed;
        var result = known is { } number ? Update(session, number, incoming) : Insert(session, incoming);
        if (arrival.GivenOutlet is { } outlet && article.Outlet is null) Give(session, result.ArticleId, outlet, arrival.Arrived ?? arrival.SeenAt);
        if (arrival.ItemId is { } item) session.Run("UPDATE feed_item SET state = 1, reason = NULL, content = NULL WHERE id = ?1", item);
        return result;
    }

    /// <summary>What a person removed is passed over; where a person wants it again, its removal is forgotten.</summary>
    private static SaveResult? Removed(Session session, Arrival arrival, byte[] hash)
    {
        if (RemovalRows.Find(session, arrival, hash) is not (> 0 and var removal)) return null;
        if (arrival.AgainRemoved)
        {
            RemovalRows.Forget(session, removal);
            return null;
        }
        if (arrival.ItemId is { } item)
            session.Run("UPDATE feed_item SET state = 3, reason = 'removed by a person', content = NULL WHERE id = ?1", item);
        return new SaveResult((string)session.Value("SELECT article FROM removal WHERE number = ?1", removal)!, 0, SaveOutcome.Removed);
    }

    /// <summary>An outlet given with the import holds like one set later; what was set already stays.</summary>
    private static void Give(Session session, string articleId, string outlet, DateTimeOffset at)
    {
        if (ArticleRows.Find(session, ArticleRows.Number(session, articleId)) is { Settings: null or { Outlet: null }, Article.Outlet: null })
            SettingRows.Set(session, articleId, new SettingChange(outlet), "person", at);
    }

    private static long? ByUrl(Session session, Arrival arrival)
    {
        foreach (var url in arrival.Aliases.Prepend(arrival.Article.Url))
        {
            if (UrlKey.Of(url) is { } key && session.Number("SELECT article FROM article_url WHERE key = ?1", key) is > 0 and var found) return found;
        }
        return null;
    }

    private static long? ById(Session session, Incoming incoming)
    {
        var found = session.Row(
            "SELECT a.number, a.outlet, a.read_outlet, r.text FROM article a JOIN revision r ON r.article = a.number AND r.number = a.revision WHERE a.id = ?1",
            row => (Number: row.GetInt64(0), Outlets: Outlets(row, 1), Text: row.GetString(3)), incoming.Article.Id);
        if (found.Number == 0 || !SameOutlet(found.Outlets, incoming.Outlet) || HasOtherUrl(session, found.Number, incoming)) return null;
        return Likeness(found.Text, incoming.Article.Text) >= 0.5 ? found.Number : null;
    }

    private static long? ByText(Session session, Incoming incoming)
    {
        var candidates = session.Rows(
            "SELECT a.number, a.outlet, a.read_outlet, r.headline FROM revision r CROSS JOIN article a ON a.number = r.article WHERE r.hash = ?1 ORDER BY a.number LIMIT 200",
            row => (Number: row.GetInt64(0), Outlets: Outlets(row, 1), Headline: row.Text(3)), incoming.Hash);
        foreach (var candidate in candidates)
        {
            var telling = incoming.Article.Text.Length >= TellingLength || candidate.Headline == incoming.Article.Headline;
            if (telling && SameOutlet(candidate.Outlets, incoming.Outlet)) return candidate.Number;
        }
        return null;
    }

    /// <summary>The outlet of an article, and the one that its pages name: another where a person set it.</summary>
    private static (long? Now, long? Read) Outlets(SqliteDataReader row, int i) =>
        (row.IsDBNull(i) ? null : row.GetInt64(i), row.IsDBNull(i + 1) ? null : row.GetInt64(i + 1));

    private static bool SameOutlet((long? Now, long? Read) known, long? incoming) =>
        known.Now is null || incoming is null || known.Now == incoming || known.Read == incoming;

    private static bool HasOtherUrl(Session session, long article, Incoming incoming) =>
        UrlKey.Of(incoming.Article.Url) is not null && session.Number("SELECT count(*) FROM article_url WHERE article = ?1", article) > 0;

    /// <summary>The part of the shorter text's words that the longer one has too.</summary>
    private static double Likeness(string a, string b)
    {
        var (one, other) = (WordsOf(a), WordsOf(b));
        var least = Math.Min(one.Count, other.Count);
        return least == 0 ? 0 : (double)one.Count(other.Contains) / least;
    }

    private static HashSet<string> WordsOf(string text) =>
        text.Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static SaveResult Insert(Session session, Incoming incoming)
    {
        var arrival = incoming.Arrival;
        var article = PageJson.Renamed(arrival.Article, FreeId(session, arrival.Article));
        session.Run("INSERT INTO article (id, outlet, read_outlet, arrived, changed, published, revision, revisions) VALUES (?1, ?2, ?2, ?3, ?3, ?4, 1, 1)",
            article.Id, incoming.Outlet, arrival.Arrived ?? arrival.SeenAt, Moments.Of(article.Published));
        var number = session.LastRow;
        AddUrls(session, number, arrival);
        AddRevision(session, number, 1, incoming with { Article = article });
        ArticleWords.Write(session, number, article, arrival.Speakers);
        return new SaveResult(article.Id, 1, SaveOutcome.New);
    }

    private static SaveResult Update(Session session, long number, Incoming incoming)
    {
        var arrival = incoming.Arrival;
        var known = session.Row("SELECT id, revision, revisions FROM article WHERE number = ?1",
            row => new Known(row.GetString(0), row.GetInt32(1), row.GetInt32(2)),
            number
        )!;
        var article = PageJson.Renamed(arrival.Article, known.Id);
        incoming = incoming with { Article = article };
        var aliases = AddUrls(session, number, arrival);
        if (incoming.Outlet is not null)
            session.Run("UPDATE article SET read_outlet = ?2, outlet = coalesce(outlet, ?2) WHERE number = ?1 AND read_outlet IS NULL", number, incoming.Outlet);
        var same = SameRevision(session, number, known, incoming);
        if (same is { } revision)
        {
            if (arrival.Speakers is { } speakers) ArticleWords.SetSpeakers(session, number, revision, speakers);
            return new SaveResult(known.Id, revision, aliases > 0 ? SaveOutcome.Alias : SaveOutcome.Known);
        }
        AddRevision(session, number, known.Revisions + 1, incoming);
        Refresh(session, number);
        return new SaveResult(known.Id, known.Revisions + 1, SaveOutcome.Revised);
    }

    /// <summary>
    /// The revision that has the text and headline already: any of them for an archived page or part of one, the newest alone for a live one.
    /// </summary>
    private static int? SameRevision(Session session, long article, Known known, Incoming incoming)
    {
        var found = session.Number(
            """
            SELECT number FROM revision
            WHERE article = ?1 AND hash = ?2 AND (?3 IS NULL OR headline IS NULL OR headline = ?3) AND (?4 OR number = ?5)
            ORDER BY seen_at = ?6 DESC, number = ?5 DESC, number LIMIT 1
            """,
            article,
            incoming.Hash,
            incoming.Article.Headline,
            incoming.Arrival.IsArchived || incoming.Article.IsPartial,
            known.Revision,
            incoming.Arrival.SeenAt
        );
        return found > 0 ? (int)found : null;
    }

    private static void AddRevision(Session session, long article, int number, Incoming incoming) =>
        session.Run(
            "INSERT INTO revision (article, number, seen_at, from_file, arrived, hash, headline, page, speakers, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            article, number, incoming.Arrival.SeenAt, incoming.Arrival.IsFileTime, incoming.Arrival.Arrived ?? incoming.Arrival.SeenAt, incoming.Hash,
            incoming.Article.Headline, PageJson.Write(incoming.Article), PageJson.Names(incoming.Arrival.Speakers), incoming.Article.Text
        );

    /// <summary>
    /// Brings an article's row and its words in line with its revisions and with what a person set. A newer text waits for its story, and the date lent to the one before it goes.
    /// </summary>
    public static void Refresh(Session session, long number)
    {
        var newest = session.Row(
            "SELECT r.number, page, text, headline, speakers, a.settings FROM revision r JOIN article a ON a.number = r.article WHERE article = ?1 ORDER BY coalesce(json_extract(page, '$.isPartial'), 0), seen_at DESC, r.number DESC LIMIT 1",
            row =>
                (
                    Number: row.GetInt32(0),
                    Article: PageJson.Read(row.GetString(1), row.GetString(2), row.Text(3)),
                    Speakers: PageJson.Names(row.Text(4)),
                    Settings: PageJson.Settings(row.Text(5)) ?? new ReportSettings()
                ),
            number
        );
        var article = newest.Settings.On(newest.Article);
        session.Run(
            """
            UPDATE article SET revision = ?2, lent = iif(revision = ?2, lent, NULL), version = version + (revision <> ?2),
                published = coalesce(?3, iif(revision = ?2, unixepoch(json_extract(lent, '$.value')) * 1000, NULL)),
                revisions = (SELECT max(number) FROM revision WHERE article = ?1),
                arrived = (SELECT min(arrived) FROM revision WHERE article = ?1), changed = (SELECT max(arrived) FROM revision WHERE article = ?1)
            WHERE number = ?1
            """, number, newest.Number, Moments.Of(article.Published));
        if (newest.Settings.Outlet is null) session.Run("UPDATE article SET outlet = read_outlet WHERE number = ?1", number);
        else session.Run("UPDATE article SET outlet = ?2 WHERE number = ?1", number, OutletRows.Of(session, article));
        if (newest.Settings.Url is { Value: var url }) AddUrl(session, number, url);
        DateRows.Refresh(session, number);
        ArticleWords.Write(session, number, newest.Article, newest.Speakers);
    }

    /// <summary>Adds the addresses that no article has; gives how many.</summary>
    public static int AddUrls(Session session, long number, Arrival arrival)
    {
        var added = 0;
        foreach (var url in arrival.Aliases.Prepend(arrival.Article.Url)) added += AddUrl(session, number, url);
        return added;
    }

    private static int AddUrl(Session session, long number, string? url) =>
        UrlKey.Of(url) is { } key
            ? session.Run(
                "INSERT OR IGNORE INTO article_url (key, article, place, url) VALUES (?1, ?2, (SELECT count(*) FROM article_url WHERE article = ?2), ?3)",
                key, number, url
            )
            : 0;

    /// <summary>The article's own id, or one derived from it where another article has that.</summary>
    private static string FreeId(Session session, Article article)
    {
        var id = article.Id;
        while (session.Number("SELECT count(*) FROM article WHERE id = ?1", id) > 0)
            id = ContentId.Of(string.Join('\n', id, article.Url, article.Outlet, article.Text));
        return id;
    }

    private sealed record Incoming(Arrival Arrival, byte[] Hash, long? Outlet)
    {
        /// <summary>The article under the id that it has in the store.</summary>
        public Article Article { get; init; } = Arrival.Article;
    }

    private sealed record Known(string Id, int Revision, int Revisions);
}
