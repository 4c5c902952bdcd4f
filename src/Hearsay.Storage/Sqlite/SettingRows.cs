namespace Hearsay.Storage.Sqlite;

/// <summary>What a person set of articles, kept beside their revisions, so that no revision undoes it.</summary>
internal static class SettingRows
{
    /// <summary>Sets, and brings the article in line; gives what is in the way, in words, null where nothing is.</summary>
    public static string? Set(Session session, string articleId, SettingChange change, string by, DateTimeOffset at)
    {
        if (change.Fault() is { } fault) return fault;
        var number = ArticleRows.Number(session, articleId);
        if (ArticleRows.Find(session, number) is not { } article) return $"there is no report {articleId}";
        var key = change.Url is { Length: > 0 } ? UrlKey.Of(change.Url) : null;
        var other = key is null ? 0 : session.Number("SELECT article FROM article_url WHERE key = ?1", key);
        if (other > 0 && other != number) return $"another report has this address: {session.Value("SELECT id FROM article WHERE number = ?1", other)}";
        var settings = article.Settings ?? new ReportSettings();
        if (change.Url is not null && UrlKey.Of(settings.Url?.Value) is { } former)
            session.Run("DELETE FROM article_url WHERE article = ?1 AND key = ?2", number, former);
        Put(session, number, new ReportSettings
        {
            Outlet = Changed(settings.Outlet, change.Outlet), Published = Changed(settings.Published, change.Published),
            Url = Changed(settings.Url, change.Url),
        });
        session.Run("UPDATE article SET version = version + 1, changed = max(changed, ?2) WHERE number = ?1", number, at);
        return null;

        Setting? Changed(Setting? now, string? given) => given is null ? now : given.Trim() is { Length: > 0 } value ? new Setting(value, by, at) : null;
    }

    /// <summary>Keeps settings and brings the article in line with them.</summary>
    public static void Put(Session session, long number, ReportSettings settings)
    {
        var isEmpty = settings is { Outlet: null, Published: null, Url: null };
        session.Run("UPDATE article SET settings = ?2 WHERE number = ?1", number, isEmpty ? null : PageJson.Write(settings));
        ArticleSaver.Refresh(session, number);
    }
}
