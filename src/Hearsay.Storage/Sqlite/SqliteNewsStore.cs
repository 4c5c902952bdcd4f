using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hearsay.Model;

namespace Hearsay.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file. What each call does stands in the *Rows files beside this one.</summary>
public sealed class SqliteNewsStore : INewsStore
{
    private const int RecordsAtOnce = 200;

    private readonly Connections _at;

    private SqliteNewsStore(Connections at) => _at = at;

    /// <summary>
    /// Opens the store in <paramref name="file"/>, makes it where there is none (unless the options say otherwise) and brings its schema up to date.
    /// </summary>
    /// <exception cref="StoreException">The file cannot be used; the message says why.</exception>
    public static SqliteNewsStore Open(string file, StoreOptions? options = null) => new(Connections.Open(file, options ?? new StoreOptions()));

    public Task<ImmutableArray<SaveResult>> SaveAsync(
        IReadOnlyList<Arrival> arrivals,
        Func<ImmutableArray<SaveResult>, Progress>? progress = null,
        CancellationToken cancel = default
    ) =>
        _at.Write<ImmutableArray<SaveResult>>(
            s =>
    {
        var results = ImmutableArray.CreateBuilder<SaveResult>(arrivals.Count);
        foreach (var arrival in arrivals) results.Add(ArticleSaver.Save(s, arrival));
        var all = results.MoveToImmutable();
        if (progress is not null) UpkeepRows.Keep(s, progress(all));
        return all;
    }, cancel);

    public Task<StoredArticle?> FindArticleAsync(string idOrUrl, CancellationToken cancel = default) =>
        _at.Read(s => ArticleRows.Find(s, ArticleRows.Number(s, idOrUrl)), cancel);

    public Task<ImmutableArray<string>> ArticlesNamedAsync(string named, CancellationToken cancel = default) =>
        _at.Read(s => ArticleRows.Named(s, named), cancel);

    public Task<ImmutableArray<StoredArticle>> FindArticlesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel = default) =>
        _at.Read(s => ArticleRows.Find(s, ids), cancel);

    public Task<ArticlePage> ListArticlesAsync(ArticleFilter filter, CancellationToken cancel = default) =>
        _at.Read(s => ArticleRows.List(s, filter), cancel);

    public Task<ImmutableArray<Revision>> RevisionsAsync(string articleId, CancellationToken cancel = default) =>
        _at.Read(s => ArticleRows.Revisions(s, ArticleRows.Number(s, articleId)), cancel);

    public Task<ImmutableArray<string>> SameTextAsync(string articleId, CancellationToken cancel = default) =>
        _at.Read(s => ArticleRows.SameText(s, articleId), cancel);

    public Task<ImmutableArray<Outlet>> OutletsAsync(CancellationToken cancel = default) => _at.Read(ArticleRows.Outlets, cancel);

    public Task SetSpeakersAsync(IReadOnlyList<ArticleSpeakers> speakers, CancellationToken cancel = default) => Write(s =>
    {
        foreach (var (id, revision, names) in speakers) ArticleWords.SetSpeakers(s, ArticleRows.Number(s, id), revision, names);
    }, cancel);

    public Task SetFaultAsync(string articleId, string fault, CancellationToken cancel = default) =>
        Write(s => s.Run("UPDATE article SET fault = ?2 WHERE id = ?1", articleId, fault), cancel);

    public Task<string?> SetAsync(string articleId, SettingChange change, string by, DateTimeOffset at, CancellationToken cancel = default) =>
        _at.Write(s => SettingRows.Set(s, articleId, change, by, at), cancel);

    public Task<ImmutableArray<Removal>> RemoveAsync(
        IReadOnlyCollection<string> ids,
        string by,
        DateTimeOffset at,
        CancellationToken cancel = default
    ) => _at.Write(s => RemovalRows.Remove(s, ids, by, at), cancel);

    public Task<ImmutableArray<Removal>> RemovalsAsync(long after, CancellationToken cancel = default) =>
        _at.Read(s => RemovalRows.After(s, after), cancel);

    public Task<(Correction? Made, string? Refusal)> CorrectAsync(Correction correction, CancellationToken cancel = default) =>
        _at.Write(s => CorrectionRows.Make(s, correction), cancel);

    public Task<(Correction? Undone, string? Refusal)> UndoAsync(long correctionId, string by, DateTimeOffset at, CancellationToken cancel = default) =>
        _at.Write(s => CorrectionRows.Undo(s, correctionId, by, at), cancel);

    public Task<ImmutableArray<Correction>> CorrectionsAsync(CorrectionFilter filter, CancellationToken cancel = default) =>
        _at.Read(s => CorrectionRows.List(s, filter), cancel);

    public Task SaveDerivedAsync(IReadOnlyList<Derived> derived, CancellationToken cancel = default) =>
        Write(s => DerivedRows.Save(s, derived), cancel);

    public Task<ImmutableArray<Derived>> DerivedAsync(
        string kind,
        int version,
        IReadOnlyCollection<string> articleIds,
        CancellationToken cancel = default
    ) => _at.Read(s => DerivedRows.Find(s, kind, version, articleIds), cancel);

    public Task<(Feed Feed, bool IsNew)> AddFeedAsync(Feed feed, CancellationToken cancel = default) =>
        _at.Write(s => FeedRows.Add(s, feed with { Id = 0 }), cancel);

    public Task<ImmutableArray<Feed>> FeedsAsync(CancellationToken cancel = default) => _at.Read(FeedRows.All, cancel);

    public Task<Feed?> FindFeedAsync(string urlOrId, CancellationToken cancel = default) => _at.Read(s => FeedRows.Find(s, urlOrId), cancel);

    public Task<ImmutableArray<Feed>> DueFeedsAsync(DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        _at.Read(s => FeedRows.Due(s, now, limit), cancel);

    public Task<Feed?> UpdateFeedAsync(long feedId, Func<Feed, Feed> change, CancellationToken cancel = default) =>
        _at.Write(s => FeedRows.Update(s, feedId, change), cancel);

    public Task<bool> RemoveFeedAsync(long feedId, CancellationToken cancel = default) => _at.Write(s => FeedRows.Remove(s, feedId), cancel);

    public Task<ImmutableArray<FeedItem>> RecordPollAsync(
        long feedId,
        IReadOnlyList<FeedItem> items,
        Func<Feed, int, Feed> polled,
        CancellationToken cancel = default
    ) => _at.Write(s => FeedRows.Record(s, feedId, items, polled), cancel);

    public Task<ImmutableArray<FeedItem>> WaitingItemsAsync(DateTimeOffset now, int limit, CancellationToken cancel = default) =>
        _at.Read(s => FeedRows.Waiting(s, now, limit), cancel);

    public Task UpdateItemAsync(FeedItem item, CancellationToken cancel = default) => Write(s => FeedRows.UpdateItem(s, item), cancel);

    public Task SaveStoriesAsync(StoryChanges changes, CancellationToken cancel = default) => Write(s => StoryRows.Save(s, changes), cancel);

    public Task<StoredStory?> FindStoryAsync(string id, CancellationToken cancel = default) => _at.Read(s => StoryRows.Find(s, id), cancel);

    public Task<StoryPage> ListStoriesAsync(StoryFilter filter, CancellationToken cancel = default) =>
        _at.Read(s => StoryRows.List(s, filter), cancel);

    public Task<ImmutableDictionary<string, string>> StoriesOfAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancel = default) =>
        _at.Read(s => StoryRows.Of(s, articleIds), cancel);

    public Task<StoredBriefing?> BriefingAsync(string storyId, CancellationToken cancel = default) =>
        _at.Read(s => StoryRows.Briefing(s, storyId), cancel);

    public Task SaveBriefingAsync(StoredBriefing briefing, CancellationToken cancel = default) =>
        Write(s => StoryRows.SaveBriefing(s, briefing), cancel);

    public Task<StoryView?> ViewAsync(string storyId, CancellationToken cancel = default) => _at.Read(s => StoryRows.View(s, storyId), cancel);

    public Task SaveViewAsync(StoryView view, CancellationToken cancel = default) => Write(s => StoryRows.SaveView(s, view), cancel);

    public Task LendDatesAsync(
        string storyId,
        int version,
        IReadOnlyDictionary<string, PublicationDate> dates,
        CancellationToken cancel = default
    ) => Write(s => DateRows.Lend(s, storyId, version, dates), cancel);

    public Task<ImmutableArray<StoryEvent>> StoryEventsAsync(string storyId, CancellationToken cancel = default) =>
        _at.Read(s => StoryRows.Events(s, storyId), cancel);

    public Task<SearchPage> SearchAsync(SearchQuery query, int limit = 20, int offset = 0, CancellationToken cancel = default) =>
        _at.Read(s => SearchRows.Search(s, query, limit, offset), cancel);

    public Task<Progress?> FindProgressAsync(string source, CancellationToken cancel = default) => _at.Read(s => UpkeepRows.Find(s, source), cancel);

    public Task<ImmutableArray<Progress>> UnfinishedAsync(CancellationToken cancel = default) => _at.Read(UpkeepRows.All, cancel);

    public Task<StoreStats> StatsAsync(CancellationToken cancel = default) => _at.Read(s => UpkeepRows.Stats(s, _at.File), cancel);

    public Task BackupAsync(string file, IProgress<double>? progress = null, CancellationToken cancel = default) =>
        Task.Run(() => _at.Alone(s => Backup.Run(s, file, progress, cancel)), cancel);

    public async IAsyncEnumerable<StoreRecord> ExportAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        // first, so that a report which comes in after them is as they say at once
        foreach (var correction in await _at.Read(CorrectionRows.Histories, cancel).ConfigureAwait(false)) yield return new StoreRecord { Correction = correction };
        for (var after = 0L; ;)
        {
            var articles = await _at.Read(s => ExportRows.Articles(s, after, RecordsAtOnce), cancel).ConfigureAwait(false);
            foreach (var (_, record) in articles) yield return record;
            if (articles.Count < RecordsAtOnce) break;
            after = articles[^1].Number;
        }
        foreach (var record in await _at.Read(ExportRows.Feeds, cancel).ConfigureAwait(false)) yield return record;
        foreach (var record in await _at.Read(ExportRows.Stories, cancel).ConfigureAwait(false)) yield return record;
        foreach (var removed in await _at.Read(RemovalRows.Known, cancel).ConfigureAwait(false)) yield return new StoreRecord { Removed = removed };
    }

    public Task RestoreAsync(IReadOnlyList<StoreRecord> records, Progress? progress = null, CancellationToken cancel = default) => Write(s =>
    {
        foreach (var record in records) ExportRows.Restore(s, record);
        if (progress is not null) UpkeepRows.Keep(s, progress);
    }, cancel);

    public Task<ImmutableArray<string>> CheckAsync(CancellationToken cancel = default) => _at.Read(UpkeepRows.Check, cancel);

    public ValueTask DisposeAsync() => _at.DisposeAsync();

    private Task<bool> Write(Action<Session> work, CancellationToken cancel) => _at.Write(s =>
    {
        work(s);
        return true;
    }, cancel);
}
