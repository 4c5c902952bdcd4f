using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Hearsay.Storage.Sqlite;

/// <summary>Reads articles.</summary>
internal static class ArticleRows
{
    private const string Select = """
        SELECT a.number, a.arrived, a.changed, a.lent, a.version, a.fault, a.revision, a.revisions, r.page, r.text, r.headline, r.speakers,
            a.settings, a.changed > (SELECT max(n.arrived) FROM revision n WHERE n.article = a.number)
        FROM article a JOIN revision r ON r.article = a.number AND r.number = a.revision
        """;

    /// <summary>The number of the article with this id or address, 0 where there is none.</summary>
    public static long Number(Session session, string idOrUrl) =>
        session.Number("SELECT number FROM article WHERE id = ?1", idOrUrl) is > 0 and var byId ? byId
            : UrlKey.Of(idOrUrl) is { } key ? session.Number("SELECT article FROM article_url WHERE key = ?1", key) : 0;

    /// <inheritdoc cref="INewsStore.ArticlesNamedAsync"/>
    public static ImmutableArray<string> Named(Session session, string named)
    {
        if (named.Length == 0) return [];
        if (Number(session, named) is > 0 and var number) return Ids("SELECT id FROM article WHERE number = ?1", number);
        // no id goes on beyond the last of all characters
        var (end, most) = (named + "\U0010FFFF", (long)INewsStore.MostNamed);
        var begun = Ids("SELECT id FROM article WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3", named, end, most);
        return begun.Length > 0 ? begun : Ids(
            """
            SELECT a.id FROM article a JOIN revision r ON r.article = a.number AND r.number = a.revision
            WHERE json_extract(r.page, '$.path') = ?1 OR substr(json_extract(r.page, '$.path'), 1, length(?1) + 1) = ?1 || '#'
            ORDER BY a.number LIMIT ?2
            """, named, most);

        ImmutableArray<string> Ids(string sql, params ReadOnlySpan<object?> values) => [.. session.Rows(sql, row => row.GetString(0), values)];
    }

    public static StoredArticle? Find(Session session, long number) =>
        number == 0 ? null
        : Rows(session, Select + " WHERE a.number = ?1", number) is [var found, ..] ? found.Article
        : null;

    /// <summary>Articles by id, in the order given.</summary>
    public static ImmutableArray<StoredArticle> Find(Session session, IEnumerable<string> ids) =>
        [.. ids.Select(id => Find(session, session.Number("SELECT number FROM article WHERE id = ?1", id))).OfType<StoredArticle>()];

    public static ArticlePage List(Session session, ArticleFilter filter)
    {
        var (sql, values) = Query(session, filter);
        var rows = Rows(session, sql, [.. values]);
        var page = rows.Take(filter.Limit).ToList();
        var next =
            rows.Count > filter.Limit
                ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].Article.At.ToUnixTimeMilliseconds()}.{page[^1].Number}")
                : null;
        return new ArticlePage([.. page.Select(r => r.Article)], next);
    }

    public static ImmutableArray<Revision> Revisions(Session session, long number) =>
    [
        .. session.Rows("SELECT number, seen_at, page, text, headline, hash, speakers, from_file, arrived FROM revision WHERE article = ?1 ORDER BY seen_at, number",
            row => new Revision(
                row.GetInt32(0),
                row.Time(1),
                PageJson.Read(row.GetString(2), row.GetString(3), row.Text(4)),
                Convert.ToHexStringLower(row.GetFieldValue<byte[]>(5))
            )
            {
                Speakers = PageJson.Names(row.Text(6)), IsFileTime = row.GetBoolean(7), Arrived = row.Time(8),
            }, number),
    ];

    public static ImmutableArray<string> Urls(Session session, long number) =>
        [.. session.Rows("SELECT url FROM article_url WHERE article = ?1 ORDER BY place", row => row.GetString(0), number)];

    public static ImmutableArray<string> SameText(Session session, string id) =>
    [
        .. session.Rows(
            """
            SELECT DISTINCT b.id FROM article a JOIN revision r ON r.article = a.number AND r.number = a.revision
            JOIN revision s ON s.hash = r.hash AND s.article <> a.number JOIN article b ON b.number = s.article AND b.revision = s.number
            WHERE a.id = ?1 ORDER BY b.id
            """, row => row.GetString(0), id),
    ];

    public static ImmutableArray<Outlet> Outlets(Session session) =>
    [
        .. session.Rows("SELECT o.name, o.site, count(*) FROM outlet o JOIN article a ON a.outlet = o.id GROUP BY o.id ORDER BY o.key",
            row => new Outlet(row.GetString(0), row.Text(1), row.GetInt32(2))),
    ];

    private static (string Sql, List<object?> Values) Query(Session session, ArticleFilter filter)
    {
        var sql = new StringBuilder(Select);
        var values = new List<object?>();
        var and = " WHERE ";
        Add(filter.From is not null, "a.at >= ?", filter.From);
        Add(filter.Until is not null, "a.at < ?", filter.Until);
        Add((filter.From ?? filter.Until) is not null && !filter.OrArrived, "a.published IS NOT NULL");
        Add(
            filter.Outlet is not null,
            "a.outlet = (SELECT id FROM outlet WHERE key = ?)",
            filter.Outlet is null ? null : OutletRows.Key(filter.Outlet)
        );
        Add(filter.Waiting, "a.version <> a.taken");
        Add(filter.Revised, "a.revisions > 1");
        if (Cursor(filter.Cursor) is var (at, number))
            Add(true, filter.OldestFirst ? "(a.at, a.number) > (?, ?)" : "(a.at, a.number) < (?, ?)", at, number);
        sql.Append(filter.OldestFirst ? " ORDER BY a.at, a.number" : " ORDER BY a.at DESC, a.number DESC")
            .Append(" LIMIT ?")
            .Append(values.Count + 1);
        values.Add((long)filter.Limit + 1);
        return (sql.ToString(), values);

        void Add(bool applies, string condition, params ReadOnlySpan<object?> given)
        {
            if (!applies) return;
            sql.Append(and);
            foreach (var part in condition)
            {
                sql.Append(part);
                if (part != '?') continue;
                values.Add(given[0]);
                given = given[1..];
                sql.Append(values.Count);
            }
            and = " AND ";
        }
    }

    /// <summary>A cursor that nobody gave out reads as the beginning.</summary>
    public static (long At, long Number)? Cursor(string? cursor) =>
        cursor?.Split('.') is [var at, var number]
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var a)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? (a, n)
            : null;

    private static List<(long Number, StoredArticle Article)> Rows(Session session, string sql, params ReadOnlySpan<object?> values)
    {
        var rows = session.Rows(sql, row => (Number: row.GetInt64(0), Article: Map(row)), values);
        return [.. rows.Select(r => (r.Number, r.Article with { Urls = Urls(session, r.Number) }))];
    }

    private static StoredArticle Map(SqliteDataReader row)
    {
        var settings = PageJson.Settings(row.Text(12));
        var article = PageJson.Read(row.GetString(8), row.GetString(9), row.Text(10));
        return new StoredArticle
        {
            Arrived = row.Time(1),
            ChangedAt = row.Time(2),
            Lent = PageJson.Date(row.Text(3)),
            Version = row.GetInt32(4),
            Fault = row.Text(5),
            Revision = row.GetInt32(6),
            Revisions = row.GetInt32(7),
            Article = settings?.On(article) ?? article,
            Settings = settings,
            WasSetLast = row.GetBoolean(13),
            Speakers = PageJson.Names(row.Text(11)),
        };
    }
}
