using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Storage;

/// <summary>An article on its way into the store.</summary>
public sealed record Arrival
{
    public required Article Article { get; init; }

    /// <summary>When this text stood there: the moment of the fetch, the capture's own time in an archive, the time of the file.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>
    /// True for what comes from a file or an archive: it may be older than what is known, so a text that any revision has is known. A live page that
    /// goes back to an earlier text has changed.
    /// </summary>
    public bool IsArchived { get; init; }

    /// <summary>Further addresses that lead to it: the one asked for before redirects, the one in the feed.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Who speaks in it, by canonical name; null where its statements have not been read.</summary>
    public ImmutableArray<string>? Speakers { get; init; }

    /// <summary>The feed's item that led to it, settled with it.</summary>
    public long? ItemId { get; init; }
}

/// <summary>What became of an arrival.</summary>
public enum SaveOutcome
{
    /// <summary>An article not seen before.</summary>
    New,

    /// <summary>A known article with another text or headline.</summary>
    Revised,

    /// <summary>A known article, nothing new in it.</summary>
    Known,

    /// <summary>A known article that is now known at one more address.</summary>
    Alias,
}

/// <summary>What became of an arrival: the article's id in the store, and the number of the revision that holds its text.</summary>
public readonly record struct SaveResult(string ArticleId, int Revision, SaveOutcome Outcome);

/// <summary>An article as the store holds it, with its newest text.</summary>
public sealed record StoredArticle
{
    /// <summary>Stays the same through all revisions; <see cref="Article"/> has it too.</summary>
    public string Id => Article.Id;

    /// <summary>The newest text and what was read off the page with it.</summary>
    public required Article Article { get; init; }

    /// <summary>All known addresses, the one it was first saved by first; empty for a file without any.</summary>
    public ImmutableArray<string> Urls { get; init; } = [];

    public required DateTimeOffset FirstSeen { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>What lists are sorted by: the moment (or the start of the day, UTC) of publication, else when it was first seen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The number of its newest revision.</summary>
    public required int Revision { get; init; }

    /// <summary>How many revisions it has, at least 1.</summary>
    public required int Revisions { get; init; }

    /// <summary>Who speaks in the newest text; null where that has not been read.</summary>
    public ImmutableArray<string>? Speakers { get; init; }
}

/// <summary>One text of an article.</summary>
/// <param name="Number">From 1, in the order of arrival.</param>
/// <param name="SeenAt">When it was first seen.</param>
/// <param name="Article">The text and what was read off the page with it.</param>
/// <param name="Hash">32 hexadecimal digits of the text's SHA-256, blanks told apart only as blank or none.</param>
public sealed record Revision(int Number, DateTimeOffset SeenAt, Article Article, string Hash)
{
    /// <summary>Who speaks in it; null where that has not been read.</summary>
    public ImmutableArray<string>? Speakers { get; init; }
}

/// <summary>Who speaks in a revision of an article, by canonical name.</summary>
public sealed record ArticleSpeakers(string ArticleId, int Revision, ImmutableArray<string> Speakers);

/// <summary>Bytes worked out from a revision, of a kind and version of the caller's choice.</summary>
public sealed record Derived(string ArticleId, int Revision, string Kind, int Version, ReadOnlyMemory<byte> Data);

/// <summary>An outlet and how many articles of it there are.</summary>
/// <param name="Name">As the first article had it; the host where no page ever named it.</param>
/// <param name="Site">Host of its first article with an address, without "www.".</param>
public sealed record Outlet(string Name, string? Site, int Articles);

/// <summary>Which articles to list. All that is set must hold.</summary>
public sealed record ArticleFilter
{
    /// <summary>Not before this <see cref="StoredArticle.At"/>.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this <see cref="StoredArticle.At"/>.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>An outlet's name as <see cref="Outlet.Name"/> has it, case aside.</summary>
    public string? Outlet { get; init; }

    /// <summary>Only those in no story.</summary>
    public bool WithoutStory { get; init; }

    /// <summary>Only those whose statements have not been read (<see cref="StoredArticle.Speakers"/> is null).</summary>
    public bool Unread { get; init; }

    /// <summary>Only those revised at least once.</summary>
    public bool Revised { get; init; }

    /// <summary>The oldest first instead of the newest.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Goes on after the page that gave this.</summary>
    public string? Cursor { get; init; }

    public int Limit { get; init; } = 100;
}

/// <summary>A page of articles and the cursor of the next one, null at the end.</summary>
public sealed record ArticlePage(ImmutableArray<StoredArticle> Articles, string? Next);
