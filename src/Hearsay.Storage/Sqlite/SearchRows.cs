using System.Collections.Immutable;
using System.Text;
using Hearsay.Text;

namespace Hearsay.Storage.Sqlite;

// In: a query. Out: the articles whose newest text answers it, the best first.
// Method: FTS5 with bm25 (https://www.sqlite.org/fts5.html), a word of the headline counting ten times one of the body. Every word goes to FTS5
// between quotation marks, so that nothing a person types is ever syntax. Finding and counting take a fraction of what weighing takes: where very
// many answer (a word that stands in a third of all reports tells hardly more of one than of another) only those that came in last are weighed. Only
// the rows of the page asked for are read. Beginnings of words have an index of their own (by three letters).
// Limits: words as they stand, without accents and case, no stemming: flood* finds floods. Of more than 10,000 answers the 10,000 that came in last
// are ranked and can be paged to. Of scripts written without spaces between words every letter is a word, what is typed of them stands together.

/// <summary>Answers queries.</summary>
internal static class SearchRows
{
    private const int MostWeighed = 10_000;

    /// <summary>What answers the words, whenever it was published.</summary>
    private const string ByWords = "FROM article_words w WHERE article_words MATCH ?1 AND ?2 <= ?3";

    /// <summary>What answers the words within the days; from the words to the articles, never the other way round.</summary>
    private const string ByWordsAndDays =
        "FROM article_words w CROSS JOIN article a ON a.number = w.rowid WHERE article_words MATCH ?1 AND a.published >= ?2 AND a.published < ?3";

    // where there is a date, at is that date, and it has an index
    private const string ByDays = "FROM article WHERE ?1 IS NULL AND at >= ?2 AND at < ?3 AND published IS NOT NULL";

    public static SearchPage Search(Session session, SearchQuery query, int limit, int offset)
    {
        var (from, until) = Range(query);
        var match = Match(session, query);
        var answers = match is null ? ByDays : query.From is null && query.To is null ? ByWords : ByWordsAndDays;
        var total = session.Number($"SELECT count(*) {answers}", match, from, until);
        var found = match is null
            ? session.Rows(
                $"SELECT number, 0.0 {answers} ORDER BY at DESC, number DESC LIMIT ?4 OFFSET ?5", Row, match, from, until,
                (long)limit,
                (long)offset
            )
            : session.Rows(
                $"SELECT w.rowid, bm25(article_words, 10.0, 1.0, 2.0, 4.0) AS worth {answers} AND w.rowid >= ?6 ORDER BY worth, w.rowid LIMIT ?4 OFFSET ?5",
                Row,
                match, from, until, (long)limit, (long)offset, First(session, answers, total, match, from, until));
        var hits = found
            .Select(f => (Article: ArticleRows.Find(session, f.Number)!, f.Score))
            .Select(h => new SearchHit(h.Article, h.Score, SearchMatches.Of(query, h.Article.Article.Text)));
        return new SearchPage([.. hits], (int)total);
    }

    /// <summary>The first article that is weighed.</summary>
    private static long First(Session session, string answers, long total, string? match, long from, long until) =>
        total <= MostWeighed
            ? 0
            : session.Number($"SELECT w.rowid {answers} ORDER BY w.rowid DESC LIMIT 1 OFFSET ?4", match, from, until, (long)MostWeighed - 1);

    // FTS5 gives the better the lower number
    private static (long Number, double Score) Row(Microsoft.Data.Sqlite.SqliteDataReader row) => (row.GetInt64(0), -row.GetDouble(1));

    private static (long From, long Until) Range(SearchQuery query) =>
        (query.From is { } from ? Start(from) : long.MinValue, query.To is { } to ? Start(to) + 86_400_000L : long.MaxValue);

    private static long Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The query as FTS5 writes it; null where only days are asked for.</summary>
    private static string? Match(Session session, SearchQuery query)
    {
        if (query.All.IsEmpty) return null;
        var all = query.All.Select(any => string.Join(" OR ", any.Select(t => Term(session, t))));
        var match = new StringBuilder("(").AppendJoin(") AND (", all).Append(')');
        if (!query.None.IsEmpty)
            match.Insert(0, '(').Append(") NOT (").AppendJoin(" OR ", query.None.Select(t => Term(session, t))).Append(')');
        return match.ToString();
    }

    private static string Term(Session session, SearchTerm term)
    {
        var words = Quoted(UnspacedScript.Apart(term.Text)) + (term.IsPrefix ? " *" : "");
        return term.Field switch
        {
            SearchField.Anywhere => words,
            SearchField.Outlet => $"outlet : ({string.Join(" OR ", OutletRows.Spelt(session, term.Text).Select(Quoted).Prepend(words))})",
            _ => $"{term.Field.ToString().ToLowerInvariant()} : {words}",
        };
    }

    private static string Quoted(string text) => $"\"{Storable.Of(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
