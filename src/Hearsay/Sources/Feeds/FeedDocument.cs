using System.Collections.Immutable;

namespace Hearsay.Sources.Feeds;

/// <summary>The family of formats that a feed is written in.</summary>
public enum FeedKind
{
    /// <summary>RSS 0.9x, 1.0 or 2.0.</summary>
    Rss,

    /// <summary>Atom 0.3 or 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1.0 or 1.1.</summary>
    Json,

    /// <summary>A sitemap, with or without the news extension.</summary>
    Sitemap,

    /// <summary>A list of sitemaps.</summary>
    SitemapIndex,
}

/// <summary>A feed as it was read. Everything but the kind may be unknown; all addresses are absolute, http or https.</summary>
public sealed record FeedDocument
{
    /// <summary>How it is written.</summary>
    public required FeedKind Kind { get; init; }

    /// <summary>What it is called, as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>The site that it is of.</summary>
    public Uri? Site { get; init; }

    /// <summary>The language that it names.</summary>
    public string? Language { get; init; }

    /// <summary>How long it asks not to be fetched again.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The items in the order of the feed.</summary>
    public ImmutableArray<FeedItem> Items { get; init; } = [];

    /// <summary>Of a <see cref="FeedKind.SitemapIndex"/>: the sitemaps, newest first.</summary>
    public ImmutableArray<Uri> Sitemaps { get; init; } = [];
}

/// <summary>What a feed says of one report. Everything but the id may be unknown.</summary>
public sealed record FeedItem
{
    /// <summary>The item's own id, else its address, else one derived from its title and text.</summary>
    public required string Id { get; init; }

    /// <summary>The headline as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>Where the report is.</summary>
    public Uri? Address { get; init; }

    /// <summary>When it was published, else when it was last changed; a time without a zone is taken as UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The time of publication with no more than was stated: a day, a time without or with a zone (ISO 8601); null where none is.</summary>
    public string? PublishedAsStated { get; init; }

    /// <summary>When it was last changed; a time without a zone is taken as UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Names as they stand in the feed.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Categories and tags.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>A short text, as HTML.</summary>
    public string? Summary { get; init; }

    /// <summary>The whole text, as HTML.</summary>
    public string? Content { get; init; }

    /// <summary>The outlet, where the feed names one apart from itself (news sitemaps, feeds made of others').</summary>
    public string? Outlet { get; init; }

    /// <summary>The picture that goes with it.</summary>
    public Uri? Image { get; init; }
}

/// <summary>A feed, or the reason why there is none; exactly one of the two is set.</summary>
public readonly record struct FeedResult(FeedDocument? Feed, string? Reason);
