using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Storage;

// In: articles as they arrive, feeds and their health, stories and their briefings. Out: all of it again, by id, by time, by words.
// Method: one contract for every database; SqliteNewsStore is the embedded one. What a call has acknowledged (its task has completed) survives a kill
// -9 and a power cut; what it has not acknowledged is either wholly there or not there at all. Calls may come from any thread at once: reading never
// waits for writing, writers queue. Faults of the database are a StoreException that names the file and the cause; a question that has no answer
// gives null or nothing.
// Limits: times are kept to the millisecond; half a surrogate pair and the character NUL become U+FFFD, which moves no span.

/// <summary>Everything that Hearsay remembers. The parts by role: articles, reading, feeds, stories, search, upkeep.</summary>
public partial interface INewsStore : IAsyncDisposable
{
    /// <summary>
    /// Saves articles, all of them or, where it fails, none; completes when they are safe on disk. The same address (<see cref="UrlKey"/>), or the
    /// same text from the same outlet, is the same article; a changed text or headline is a new revision of it. What <paramref name="progress"/>
    /// says, told what became of each, is kept in the same transaction: after a kill an import goes on exactly where it was.
    /// </summary>
    /// <returns>What became of each, in the order given.</returns>
    Task<ImmutableArray<SaveResult>> SaveAsync(
        IReadOnlyList<Arrival> arrivals,
        Func<ImmutableArray<SaveResult>, Progress>? progress = null,
        CancellationToken cancel = default
    );

    /// <summary>The article with this id or published at this address (in any of its known variants).</summary>
    Task<StoredArticle?> FindArticleAsync(string idOrUrl, CancellationToken cancel = default);

    /// <summary>The most that <see cref="ArticlesNamedAsync"/> gives.</summary>
    const int MostNamed = 10;

    /// <summary>
    /// The ids of the articles that a person may mean: the one with this id or address, else those whose id begins so, else those that came from the
    /// file at this path. Ten at the most.
    /// </summary>
    Task<ImmutableArray<string>> ArticlesNamedAsync(string named, CancellationToken cancel = default);

    /// <summary>Articles by their ids, in the order given; unknown ids are left out.</summary>
    Task<ImmutableArray<StoredArticle>> FindArticlesAsync(IReadOnlyCollection<string> ids, CancellationToken cancel = default);

    /// <summary>A page of articles, without a text to look for (see <see cref="SearchAsync"/> for that).</summary>
    Task<ArticlePage> ListArticlesAsync(ArticleFilter filter, CancellationToken cancel = default);

    /// <summary>Every text that the article ever had, the oldest first; empty where there is no such article.</summary>
    Task<ImmutableArray<Revision>> RevisionsAsync(string articleId, CancellationToken cancel = default);

    /// <summary>Other articles whose text is this one's to the letter: the same text at other outlets.</summary>
    Task<ImmutableArray<string>> SameTextAsync(string articleId, CancellationToken cancel = default);

    /// <summary>Every outlet with its number of articles, by name.</summary>
    Task<ImmutableArray<Outlet>> OutletsAsync(CancellationToken cancel = default);

    /// <summary>Notes who speaks in an article's newest text, for the search for speakers. Kept until the text changes.</summary>
    Task SetSpeakersAsync(IReadOnlyList<ArticleSpeakers> speakers, CancellationToken cancel = default);

    /// <summary>Notes why an article's statements could not be read; it goes on waiting, and the note goes once it has been taken in.</summary>
    Task SetFaultAsync(string articleId, string fault, CancellationToken cancel = default);

    /// <summary>
    /// Sets an article's outlet, date or address by hand: kept with who and when, it holds against what its pages say, now and later. The article
    /// waits for its story anew.
    /// </summary>
    /// <returns>What is in the way, in words; null where it is set.</returns>
    Task<string?> SetAsync(string articleId, SettingChange change, string by, DateTimeOffset at, CancellationToken cancel = default);

    /// <summary>
    /// Takes articles out with all their texts, and out of their stories; a story without any goes too. What they are known by is remembered: the same
    /// report coming in again is passed over, unless it comes with <see cref="Arrival.AgainRemoved"/>.
    /// </summary>
    /// <returns>What was removed; ids that are unknown are left out.</returns>
    Task<ImmutableArray<Removal>> RemoveAsync(IReadOnlyCollection<string> ids, string by, DateTimeOffset at, CancellationToken cancel = default);

    /// <summary>What was removed after the removal with this number, by anybody, in order; 0 for all.</summary>
    Task<ImmutableArray<Removal>> RemovalsAsync(long after, CancellationToken cancel = default);

    /// <summary>
    /// Makes a correction (its <see cref="Correction.Id"/> is passed over), all of it or nothing: what is set of a report holds from then on, what says
    /// which reports are in one story waits for whoever keeps the stories (<see cref="StoryChanges.Corrected"/>).
    /// </summary>
    /// <returns>The correction with its number, or what is in the way, in words: a report that is not there, a correction that it contradicts.</returns>
    Task<(Correction? Made, string? Refusal)> CorrectAsync(Correction correction, CancellationToken cancel = default);

    /// <summary>Undoes a correction: what was said before it holds again.</summary>
    /// <returns>The correction as it is then, or what is in the way, in words; neither where there is none of this number.</returns>
    Task<(Correction? Undone, string? Refusal)> UndoAsync(long correctionId, string by, DateTimeOffset at, CancellationToken cancel = default);

    /// <summary>What was corrected, the last first, whether it holds or was undone.</summary>
    Task<ImmutableArray<Correction>> CorrectionsAsync(CorrectionFilter filter, CancellationToken cancel = default);

    /// <summary>
    /// Keeps bytes that were worked out from a revision (a signature, statements), by a kind of the caller's choice. Replaces what is there.
    /// </summary>
    Task SaveDerivedAsync(IReadOnlyList<Derived> derived, CancellationToken cancel = default);

    /// <summary>What was kept of this kind and version for the newest revisions of articles; those that have none are left out.</summary>
    Task<ImmutableArray<Derived>> DerivedAsync(string kind, int version, IReadOnlyCollection<string> articleIds, CancellationToken cancel = default);
}

public partial interface INewsStore
{
    /// <summary>Adds a feed; the one that has this address already is given back as it is.</summary>
    /// <returns>The feed with its id, and whether it is new.</returns>
    Task<(Feed Feed, bool IsNew)> AddFeedAsync(Feed feed, CancellationToken cancel = default);

    /// <summary>Every feed, by title then address.</summary>
    Task<ImmutableArray<Feed>> FeedsAsync(CancellationToken cancel = default);

    /// <summary>The feed with this address (the one it was added by, or one it moved to), or with this number.</summary>
    Task<Feed?> FindFeedAsync(string urlOrId, CancellationToken cancel = default);

    /// <summary>Feeds that are neither paused nor gone and due at <paramref name="now"/>, the longest due first.</summary>
    Task<ImmutableArray<Feed>> DueFeedsAsync(DateTimeOffset now, int limit, CancellationToken cancel = default);

    /// <summary>
    /// Changes the feed with this number as it stands at that moment, in one transaction: of a person's change and a poll's outcome, neither undoes the
    /// other. <paramref name="change"/> may be called again and must do nothing else.
    /// </summary>
    /// <returns>The feed as it is now, or null where there is none.</returns>
    Task<Feed?> UpdateFeedAsync(long feedId, Func<Feed, Feed> change, CancellationToken cancel = default);

    /// <summary>Removes a feed and what it listed; articles stay. False where there is none.</summary>
    Task<bool> RemoveFeedAsync(long feedId, CancellationToken cancel = default);

    /// <summary>
    /// Keeps the outcome of a poll and, in the same transaction, the items that are new, waiting to be fetched: a kill after the poll loses none of
    /// them. <paramref name="polled"/> is given the feed as it stands and how many of the items are new.
    /// </summary>
    /// <returns>The items that were not known of this feed; none where the feed was removed meanwhile.</returns>
    Task<ImmutableArray<FeedItem>> RecordPollAsync(
        long feedId,
        IReadOnlyList<FeedItem> items,
        Func<Feed, int, Feed> polled,
        CancellationToken cancel = default
    );

    /// <summary>Items waiting to be fetched at <paramref name="now"/>, the oldest first.</summary>
    Task<ImmutableArray<FeedItem>> WaitingItemsAsync(DateTimeOffset now, int limit, CancellationToken cancel = default);

    /// <summary>Notes the outcome of an item that gave no article (an <see cref="Arrival.ItemId"/> settles itself with its article).</summary>
    Task UpdateItemAsync(FeedItem item, CancellationToken cancel = default);
}

public partial interface INewsStore
{
    /// <summary>
    /// Writes stories anew, with their reports, and what became of others, in one transaction. A story's <see cref="StoredStory.Version"/> counts its
    /// changes.
    /// </summary>
    Task SaveStoriesAsync(StoryChanges changes, CancellationToken cancel = default);

    /// <summary>The story with this id; where it was merged into another, that other.</summary>
    Task<StoredStory?> FindStoryAsync(string id, CancellationToken cancel = default);

    /// <summary>A page of stories, the last changed first.</summary>
    Task<StoryPage> ListStoriesAsync(StoryFilter filter, CancellationToken cancel = default);

    /// <summary>The ids of the stories that these articles stand in, by article.</summary>
    Task<ImmutableDictionary<string, string>> StoriesOfAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancel = default);

    /// <summary>The briefing kept for a story, and the version of the story that it tells; null where none is kept.</summary>
    Task<StoredBriefing?> BriefingAsync(string storyId, CancellationToken cancel = default);

    /// <summary>Keeps a briefing. One of an older version than the one that is kept is passed over.</summary>
    Task SaveBriefingAsync(StoredBriefing briefing, CancellationToken cancel = default);

    /// <summary>What a page shows of a story, as kept with <see cref="SaveViewAsync"/>; null where nothing is kept.</summary>
    Task<StoryView?> ViewAsync(string storyId, CancellationToken cancel = default);

    /// <summary>
    /// Keeps what a page shows of a story. It can be made anew at any time, so it is part of no export. One of an older version than the one that is
    /// kept is passed over.
    /// </summary>
    Task SaveViewAsync(StoryView view, CancellationToken cancel = default);

    /// <summary>
    /// Keeps the publication dates that a story lends to those of its articles that show none, with their basis and evidence; what it lent before is
    /// dropped. Search, lists and the story's own days go by them from then on.
    /// </summary>
    /// <param name="storyId">The story.</param>
    /// <param name="version">The version of the story that the dates were worked out from.</param>
    /// <param name="dates">By article id; an article that has a date of its own keeps it.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    Task LendDatesAsync(
        string storyId,
        int version,
        IReadOnlyDictionary<string, PublicationDate> dates,
        CancellationToken cancel = default
    );

    /// <summary>What happened to a story: begun, merged, split, reports that changed or went, figures revised; the oldest first.</summary>
    Task<ImmutableArray<StoryEvent>> StoryEventsAsync(string storyId, CancellationToken cancel = default);
}

public partial interface INewsStore
{
    /// <summary>Articles whose newest text answers the query, the best first (BM25, the headline counting more).</summary>
    Task<SearchPage> SearchAsync(SearchQuery query, int limit = 20, int offset = 0, CancellationToken cancel = default);

    /// <summary>How far an import has come; null where none of this source is under way.</summary>
    Task<Progress?> FindProgressAsync(string source, CancellationToken cancel = default);

    /// <summary>Imports that were not read to the end.</summary>
    Task<ImmutableArray<Progress>> UnfinishedAsync(CancellationToken cancel = default);

    /// <summary>Counts and sizes.</summary>
    Task<StoreStats> StatsAsync(CancellationToken cancel = default);

    /// <summary>Copies the whole store, as it is at one moment, to a new file while others go on reading and writing.</summary>
    /// <param name="file">Must not exist.</param>
    /// <param name="progress">Told the part done, 0 to 1.</param>
    /// <param name="cancel">Leaves no file behind.</param>
    Task BackupAsync(string file, IProgress<double>? progress = null, CancellationToken cancel = default);

    /// <summary>Everything in the store in a fixed order: articles with all revisions, feeds, stories with briefings and events, what was removed and corrected.</summary>
    IAsyncEnumerable<StoreRecord> ExportAsync(CancellationToken cancel = default);

    /// <summary>
    /// Takes in what <see cref="ExportAsync"/> gave: into an empty store exactly as it was, else as the same article where it is known.
    /// </summary>
    Task RestoreAsync(IReadOnlyList<StoreRecord> records, Progress? progress = null, CancellationToken cancel = default);

    /// <summary>Looks the whole store over; gives what is wrong with it, in words, empty where it is sound.</summary>
    Task<ImmutableArray<string>> CheckAsync(CancellationToken cancel = default);
}
