using System.Collections.Immutable;

namespace Hearsay.Storage;

/// <summary>A story and the reports in it.</summary>
public sealed record StoredStory
{
    /// <summary>Given once and kept, whatever reports come and go.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>When the first of its reports that have a date was published; null where none has. Worked out by the store.</summary>
    public DateTimeOffset? FirstPublished { get; init; }

    /// <summary>When the last of them was published.</summary>
    public DateTimeOffset? LastPublished { get; init; }

    /// <summary>When its reports last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Counts its changes, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Its reports. An article stands in one story at most: saving it here takes it out of another.</summary>
    public required ImmutableArray<StoryReport> Reports { get; init; }

    /// <summary>What a list shows of it, in a form of the caller's choice.</summary>
    public string? Summary { get; init; }
}

/// <summary>A report in a story: since when, and why.</summary>
public sealed record StoryReport(string ArticleId, DateTimeOffset AddedAt, string? Why = null);

/// <summary>A briefing kept for a story.</summary>
/// <param name="Version">The version of the story that it tells.</param>
/// <param name="Json">As JsonBriefing writes it.</param>
public sealed record StoredBriefing(string StoryId, int Version, DateTimeOffset MadeAt, string Json);

/// <summary>What a page shows of a story, made with its briefing.</summary>
/// <param name="Version">The version of the story that it shows.</param>
public sealed record StoryView(string StoryId, int Version, string Html);

/// <summary>What can happen to a story.</summary>
public enum StoryEventKind
{
    Begun,

    /// <summary>This story went into <see cref="StoryEvent.Other"/>.</summary>
    Merged,

    /// <summary>Reports of this story became <see cref="StoryEvent.Other"/>.</summary>
    Split,

    /// <summary>A report of this story has another text.</summary>
    Revised,

    /// <summary>A person removed a report from the store.</summary>
    Removed,

    /// <summary>A figure was revised; <see cref="StoryEvent.What"/> says which.</summary>
    Figure,
}

/// <summary>Something that happened to a story.</summary>
public sealed record StoryEvent(string StoryId, StoryEventKind Kind, DateTimeOffset At, string? Other, ImmutableArray<string> ArticleIds)
{
    /// <summary>What happened, in words; null where the kind says it.</summary>
    public string? What { get; init; }
}

/// <summary>
/// Changes to stories, kept together. A story that an event merges away loses its reports and its briefing and is from then on found under the
/// other's id.
/// </summary>
public sealed record StoryChanges
{
    public ImmutableArray<StoredStory> Stories { get; init; } = [];

    public ImmutableArray<StoryEvent> Events { get; init; } = [];

    /// <summary>Briefings made with the change.</summary>
    public ImmutableArray<StoredBriefing> Briefings { get; init; } = [];

    /// <summary>The articles that the stories now know, in the version that was read: they wait no longer.</summary>
    public ImmutableArray<TakenArticle> Taken { get; init; } = [];

    /// <summary>The corrections that the stories now know.</summary>
    public ImmutableArray<TakenCorrection> Corrected { get; init; } = [];
}

/// <summary>An article as its story took it in.</summary>
/// <param name="Version"><see cref="StoredArticle.Version"/>; where the article has a newer one, it goes on waiting.</param>
public readonly record struct TakenArticle(string ArticleId, int Version);

/// <summary>Which stories to list. All that is set must hold.</summary>
public sealed record StoryFilter
{
    /// <summary>A report was published at or after this; a story without any date is left out.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Its first report was published before this; a story without any date is left out.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only those whose reports have not been lent dates since the story last changed (<see cref="INewsStore.LendDatesAsync"/>).</summary>
    public bool IsDateless { get; init; }

    /// <summary>A report of this outlet is in it (name, case aside).</summary>
    public string? Outlet { get; init; }

    public int MinReports { get; init; } = 1;

    /// <inheritdoc cref="ArticleFilter.Cursor"/>
    public string? Cursor { get; init; }

    public int Limit { get; init; } = 100;
}

/// <summary>A page of stories and the cursor of the next one, null at the end.</summary>
public sealed record StoryPage(ImmutableArray<StoredStory> Stories, string? Next);
