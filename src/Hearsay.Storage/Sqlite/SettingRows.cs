namespace Hearsay.Storage.Sqlite;

/// <summary>What a person set of articles, kept beside their revisions, so that no revision undoes it.</summary>
internal static class SettingRows
{
    /// <summary>Sets, and brings the article in line; gives what is in the way, in words, null where nothing is.</summary>
    public static string? Set(Session session, string articleId, SettingChange change, string by, DateTimeOffset at)
    {
        if (Refusal(session, articleId, change) is { } refusal) return refusal;
        CorrectionRows.Set(session, ArticleRows.Find(session, ArticleRows.Number(session, articleId))!.Id, change.Parts, by, at);
        return null;
    }

    /// <summary>Why this cannot be set of the article, in words; null where it can.</summary>
    public static string? Refusal(Session session, string articleId, SettingChange change)
    {
        if (change.Fault() is { } fault) return fault;
        if (ArticleRows.Number(session, articleId) is not (> 0 and var number)) return $"there is no report {articleId}";
        var key = change.Url is { Length: > 0 } ? UrlKey.Of(change.Url) : null;
        var other = key is null ? 0 : session.Number("SELECT article FROM article_url WHERE key = ?1", key);
        return other > 0 && other != number ? $"another report has this address: {session.Value("SELECT id FROM article WHERE number = ?1", other)}" : null;
    }

    /// <summary>Keeps settings and brings the article in line with them.</summary>
    public static void Put(Session session, long number, ReportSettings settings)
    {
        session.Run("UPDATE article SET settings = ?2 WHERE number = ?1", number, settings.IsEmpty ? null : PageJson.Write(settings));
        ArticleSaver.Refresh(session, number);
    }
}
