using System.Collections.Immutable;
using System.Text;
using Hearsay.Text;

namespace Hearsay.Storage.Sqlite;

// In: a query. Out: the articles whose newest text answers it, the best first.
// Method: FTS5 with bm25 (https://www.sqlite.org/fts5.html), a word of the headline counting ten times one of the body. Every word goes to FTS5 between quotation marks, so that nothing
// a person types is ever syntax. Ranking and counting need no text: only the rows of the page asked for are read.
// Limits: words as they stand, without accents and case, no stemming: flood* finds floods.

/// <summary>Answers queries.</summary>
internal static class SearchRows
{
    /// <summary>FTS5 sorts by its own rank column, each row weighed once.</summary>
    private const string Ranked = "article_words MATCH ?1 AND rank MATCH 'bm25(10.0, 1.0, 2.0, 4.0)'";

    public static SearchPage Search(Session session, SearchQuery query, int limit, int offset)
    {
        var (from, until) = Range(query);
        var match = Match(query);
        var (sql, count) = match is null
            ? ("SELECT number, 0.0 FROM article WHERE ?1 IS NULL AND at >= ?2 AND at < ?3 ORDER BY at DESC, number DESC LIMIT ?4 OFFSET ?5", "SELECT count(*) FROM article WHERE ?1 IS NULL AND at >= ?2 AND at < ?3")
            : query.From is null && query.To is null
            ? ($"SELECT rowid, -rank FROM article_words WHERE {Ranked} AND ?2 <= ?3 ORDER BY rank LIMIT ?4 OFFSET ?5", "SELECT count(*) FROM article_words WHERE article_words MATCH ?1 AND ?2 <= ?3")
            : ($"SELECT w.rowid, -w.rank FROM article_words w CROSS JOIN article a ON a.number = w.rowid WHERE {Ranked} AND a.at >= ?2 AND a.at < ?3 ORDER BY w.rank LIMIT ?4 OFFSET ?5",
               "SELECT count(*) FROM article_words w JOIN article a ON a.number = w.rowid WHERE article_words MATCH ?1 AND a.at >= ?2 AND a.at < ?3");
        var found = session.Rows(sql, row => (Number: row.GetInt64(0), Score: row.GetDouble(1)), match, from, until, (long)limit, (long)offset);
        var total = offset == 0 && found.Count < limit ? found.Count : (int)session.Number(count, match, from, until);
        var hits = found.Select(f => (Article: ArticleRows.Find(session, f.Number)!, f.Score)).Select(h => new SearchHit(h.Article, h.Score, SearchMatches.Of(query, h.Article.Article.Text)));
        return new SearchPage([.. hits], total);
    }

    private static (long From, long Until) Range(SearchQuery query) =>
        (query.From is { } from ? Start(from) : long.MinValue, query.To is { } to ? Start(to) + 86_400_000L : long.MaxValue);

    private static long Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The query as FTS5 writes it; null where only days are asked for.</summary>
    private static string? Match(SearchQuery query)
    {
        if (query.All.IsEmpty) return null;
        var match = new StringBuilder("(").AppendJoin(") AND (", query.All.Select(any => string.Join(" OR ", any.Select(Term)))).Append(')');
        if (!query.None.IsEmpty) match.Insert(0, '(').Append(") NOT (").AppendJoin(" OR ", query.None.Select(Term)).Append(')');
        return match.ToString();
    }

    private static string Term(SearchTerm term)
    {
        var words = $"\"{Storable.Of(term.Text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(term.IsPrefix ? " *" : "")}";
        return term.Field == SearchField.Anywhere ? words : $"{term.Field.ToString().ToLowerInvariant()} : {words}";
    }
}
