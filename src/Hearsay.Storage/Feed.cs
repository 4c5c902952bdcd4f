namespace Hearsay.Storage;

/// <summary>A feed and its health.</summary>
public sealed record Feed
{
    /// <summary>Given by the store; 0 before it is added.</summary>
    public long Id { get; init; }

    /// <summary>Where it is asked for; after a permanent redirect the new address.</summary>
    public required string Url { get; init; }

    /// <summary>Where it was first added, once a permanent redirect moved it; null where it never moved.</summary>
    public string? MovedFrom { get; init; }

    public string? Title { get; init; }

    /// <summary>The page it belongs to.</summary>
    public string? Site { get; init; }

    /// <summary>The folder or label of a list of feeds (OPML).</summary>
    public string? Group { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The validators of the last answer, for conditional requests.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? LastModified { get; init; }

    /// <summary>When to ask again.</summary>
    public required DateTimeOffset NextDue { get; init; }

    /// <summary>The feed's own rhythm as last worked out.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Set by a person: not asked for until taken back.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The server said 410: never asked for again.</summary>
    public bool IsGone { get; init; }

    public DateTimeOffset? LastPolled { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When it last listed something new.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>HTTP status of the last answer; null where there was none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why the last poll failed, in words; null where it did not.</summary>
    public string? LastError { get; init; }

    /// <summary>Failures in a row up to now.</summary>
    public int Failures { get; init; }

    public long Polls { get; init; }

    /// <summary>Items it ever listed.</summary>
    public long Items { get; init; }
}

/// <summary>What became of a feed's item.</summary>
public enum ItemState
{
    Waiting,

    /// <summary>Its article is in the store.</summary>
    Saved,

    /// <summary>Given up, with the reason.</summary>
    Failed,

    /// <summary>Passed over on purpose (robots.txt, too old), with the reason.</summary>
    Skipped,
}

/// <summary>Something a feed listed.</summary>
public sealed record FeedItem
{
    /// <summary>Given by the store; 0 before that.</summary>
    public long Id { get; init; }

    public long FeedId { get; init; }

    /// <summary>What tells it from the feed's other items: its guid, else its address.</summary>
    public required string Key { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    /// <summary>As the feed has it, ISO 8601; null where it has none that can be read.</summary>
    public string? Published { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Content that the feed itself carries, for when the page cannot be had.</summary>
    public string? Content { get; init; }

    public ItemState State { get; init; }

    /// <summary>Not to be fetched before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public int Attempts { get; init; }

    /// <summary>Why it failed or was skipped.</summary>
    public string? Reason { get; init; }
}
