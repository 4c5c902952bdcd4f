using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Storage;

/// <summary>How far an import has come.</summary>
/// <param name="Source">What is imported: a full path, or another name that stays.</param>
/// <param name="Stamp">What tells whether it is still the same: sizes, times.</param>
/// <param name="Place">Where to go on, as the reader of the source has it; null where it has been read to the end, then nothing is kept.</param>
/// <param name="Counts">What was counted up to there, in a form of the caller's choice.</param>
public sealed record Progress(string Source, string Stamp, string? Place, string? Counts = null);

/// <summary>
/// An article that answers a query. The spans of <paramref name="Matches"/> cut the words that answer it out of the article's newest text, in order.
/// </summary>
/// <param name="Score">BM25, higher is better; comparable within one query only.</param>
public sealed record SearchHit(StoredArticle Article, double Score, ImmutableArray<TextSpan> Matches);

/// <summary>Hits, the best first, and how many there are in all.</summary>
public sealed record SearchPage(ImmutableArray<SearchHit> Hits, int Total);

/// <summary>Counts and sizes of a store.</summary>
public sealed record StoreStats
{
    public required int Articles { get; init; }
    public required int Revisions { get; init; }

    /// <summary>Articles with more than one revision.</summary>
    public required int Revised { get; init; }

    /// <summary>Articles whose statements have not been read.</summary>
    public required int Unread { get; init; }
    public required int Outlets { get; init; }
    public required int Feeds { get; init; }
    public required int WaitingItems { get; init; }
    public required int Stories { get; init; }

    /// <summary>Articles of which nothing tells when they were published.</summary>
    public required int Undated { get; init; }

    /// <summary>Articles that could not be read and are left out of every story until they can (<see cref="StoredArticle.Fault"/>).</summary>
    public required int SetAside { get; init; }

    /// <summary>When the first article that has a date was published.</summary>
    public required DateTimeOffset? Earliest { get; init; }
    public required DateTimeOffset? Latest { get; init; }

    /// <summary>Bytes on disk, with what waits to be written back.</summary>
    public required long Bytes { get; init; }

    /// <summary>Version of the schema: the number of the last migration.</summary>
    public required int Schema { get; init; }
}

/// <summary>One line of an export; exactly one of the members is set.</summary>
public sealed record StoreRecord
{
    public ArticleHistory? Article { get; init; }
    public Feed? Feed { get; init; }
    public StoryHistory? Story { get; init; }
    public RemovedReport? Removed { get; init; }
    public CorrectionHistory? Correction { get; init; }
}

/// <summary>A correction, and the reports that it took out and keeps.</summary>
public sealed record CorrectionHistory(Correction Correction, ImmutableArray<ArticleHistory> Kept);

/// <summary>A report that was removed, and what it would be known by if it came in again.</summary>
public sealed record RemovedReport(string ArticleId, DateTimeOffset At, string By, ImmutableArray<RemovedKey> Keys);

/// <summary>What a removed report is known by, of the outlet; null where that is unknown or does not matter.</summary>
public readonly record struct RemovedKey(string Key, string? Outlet);

/// <summary>An article with every text that it had.</summary>
public sealed record ArticleHistory(string Id, ImmutableArray<string> Urls, ImmutableArray<Revision> Revisions)
{
    /// <summary>What a person set of it.</summary>
    public ReportSettings? Settings { get; init; }

    /// <summary>False where its story did not know its newest text yet.</summary>
    public bool IsTaken { get; init; } = true;
}

/// <summary>A story with its briefing and all that happened to it; where it was merged away only the latter.</summary>
public sealed record StoryHistory(string Id, StoredStory? Story, StoredBriefing? Briefing, ImmutableArray<StoryEvent> Events);
