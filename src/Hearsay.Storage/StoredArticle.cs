using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Storage;

/// <summary>An article on its way into the store.</summary>
public sealed record Arrival
{
    public required Article Article { get; init; }

    /// <summary>
    /// When this text stood there: the moment of the fetch, the capture's own time in an archive, the time of the file. Tells which of two texts is
    /// the newer one; it is no date of publication.
    /// </summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>True where <see cref="SeenAt"/> is the time of a file.</summary>
    public bool IsFileTime { get; init; }

    /// <summary>When the store takes it in; null where that is <see cref="SeenAt"/>, as it is for a page that was just fetched.</summary>
    public DateTimeOffset? Arrived { get; init; }

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

    /// <summary>The outlet that a person gives to what names none; kept as set by a person. Null where nobody gives one.</summary>
    public string? GivenOutlet { get; init; }

    /// <summary>Takes it in although a person removed it before.</summary>
    public bool AgainRemoved { get; init; }
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

    /// <summary>Not taken in: a person removed it before. The id is the one that it had.</summary>
    Removed,
}

/// <summary>What became of an arrival: the article's id in the store, and the number of the revision that holds its text.</summary>
public readonly record struct SaveResult(string ArticleId, int Revision, SaveOutcome Outcome);

/// <summary>An article as the store holds it, with its newest text.</summary>
public sealed record StoredArticle
{
    /// <summary>Stays the same through all revisions; <see cref="Article"/> has it too.</summary>
    public string Id => Article.Id;

    /// <summary>The newest text and what was read off the page with it, where nobody set it otherwise (<see cref="Settings"/>).</summary>
    public required Article Article { get; init; }

    /// <summary>What a person set; null where nobody set anything.</summary>
    public ReportSettings? Settings { get; init; }

    /// <summary>All known addresses, the one it was first saved by first; empty for a file without any.</summary>
    public ImmutableArray<string> Urls { get; init; } = [];

    /// <summary>The date that its story lends where its page gives none, with the evidence; null where it lends none.</summary>
    public PublicationDate? Lent { get; init; }

    /// <summary>When it was published, as its page says or its story lends, with the basis and the evidence; without value where nothing tells.</summary>
    public PublicationDate Published => Article.Published.Value is null && Lent is { } lent ? lent : Article.Published;

    /// <summary>
    /// The article with the date that its story lends, to be shown. A story is briefed from <see cref="Article"/>, so that no date bears itself out.
    /// </summary>
    public Article Dated => Lent is null ? Article : Article with { Published = Published };

    /// <summary>When the store took it in.</summary>
    public required DateTimeOffset Arrived { get; init; }

    /// <summary>When the store last took in something new of it.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What lists are sorted by: the moment (or the start of the day, UTC) of publication, else the arrival.</summary>
    public DateTimeOffset At => Moments.Of(Published) ?? Arrived;

    /// <summary>True where the last change is what a person set or took back, not another text.</summary>
    public bool WasSetLast { get; init; }

    /// <summary>Counts what a story must know of: each newer text, and what a person sets, is a new version.</summary>
    public required int Version { get; init; }

    /// <summary>Why its statements could not be read; null where they could, or were not tried.</summary>
    public string? Fault { get; init; }

    /// <summary>The number of its newest revision.</summary>
    public required int Revision { get; init; }

    /// <summary>How many revisions it has, at least 1.</summary>
    public required int Revisions { get; init; }

    /// <summary>Who speaks in the newest text; null where that has not been read.</summary>
    public ImmutableArray<string>? Speakers { get; init; }
}

/// <summary>One text of an article.</summary>
/// <param name="Number">From 1, in the order of arrival.</param>
/// <param name="SeenAt">When it first stood there, as <see cref="Arrival.SeenAt"/> has it.</param>
/// <param name="Article">The text and what was read off the page with it.</param>
/// <param name="Hash">32 hexadecimal digits of the text's SHA-256, blanks told apart only as blank or none.</param>
public sealed record Revision(int Number, DateTimeOffset SeenAt, Article Article, string Hash)
{
    /// <summary>True where <see cref="SeenAt"/> is the time of a file.</summary>
    public bool IsFileTime { get; init; }

    /// <summary>When the store took it in; null in an export of an older version, which did not tell.</summary>
    public DateTimeOffset? Arrived { get; init; }

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
    /// <summary>Published at or after this; what has no date is left out.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before this; what has no date is left out.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What has no date counts by its arrival.</summary>
    public bool OrArrived { get; init; }

    /// <summary>An outlet's name as <see cref="Outlet.Name"/> has it, case aside.</summary>
    public string? Outlet { get; init; }

    /// <summary>Only those that no story has taken in as they are now: new ones, and those whose text changed, whoever saved them.</summary>
    public bool Waiting { get; init; }

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
