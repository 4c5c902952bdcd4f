using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hearsay.Text;

namespace Hearsay.Model;

/// <summary>A report's own text with what is known of its publication. Every later span points into <see cref="Text"/>.</summary>
public sealed record Article
{
    /// <summary>The input's own id, or one derived from the content: the same content gives the same id.</summary>
    public required string Id { get; init; }

    /// <inheritdoc cref="RawPage.Path"/>
    public string? Path { get; init; }

    /// <inheritdoc cref="RawPage.Url"/>
    public string? Url { get; init; }

    /// <inheritdoc cref="RawPage.Outlet"/>
    public string? Outlet { get; init; }

    /// <summary>The headline; null where the page has none.</summary>
    public string? Headline { get; init; }

    /// <summary>The lines under the headline that sum the report up; null where the page has none apart from its text.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The outlet's name for the part of the paper ("World", "Sport"), as the page states it; null where it does not.</summary>
    public string? Section { get; init; }

    /// <summary>The people named as authors, in order; agencies are in <see cref="Credits"/>.</summary>
    public ImmutableArray<string> Byline { get; init; } = [];

    /// <summary>ISO 639-1 code of the text's language, "und" where it is one that has no name here; null where it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>False where its text is known to be in another language: then no statements are read in it, and it is part of no story.</summary>
    [JsonIgnore]
    public bool IsEnglish => Language is null or "en";

    /// <summary>When it was published, and how that is known.</summary>
    public PublicationDate Published { get; init; } = PublicationDate.Unknown;

    /// <summary>
    /// When the page was last changed, as it states: ISO 8601, a day or a moment with its zone; null where it does not say, or says the same as
    /// <see cref="Published"/>.
    /// </summary>
    public string? Modified { get; init; }

    /// <summary>Agencies credited ("AP", "Reuters"), in the order of their first mention.</summary>
    public ImmutableArray<string> Credits { get; init; } = [];

    /// <summary>Datelines in the order of the text.</summary>
    public ImmutableArray<Dateline> Datelines { get; init; } = [];

    /// <summary>The report's own body, paragraphs separated by an empty line.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Corrections and clarifications that the outlet put to the report, in its own words; they are no part of <see cref="Text"/> and stand in
    /// <see cref="Dropped"/> too.
    /// </summary>
    public ImmutableArray<string> Corrections { get; init; } = [];

    /// <summary>True where the page shows a part of the report only: the rest is for subscribers, or follows on another page.</summary>
    public bool IsPartial { get; init; }

    /// <summary>
    /// The posts of a live blog in the order of the page, which as a rule begins with the latest; empty for any other report. What stands before the
    /// first post belongs to none.
    /// </summary>
    public ImmutableArray<LivePost> Posts { get; init; } = [];

    /// <summary>What a person set of its statements; null where nobody did.</summary>
    public SetByHand? ByHand { get; init; }

    /// <summary>What was taken out of the page, in the order it stood there.</summary>
    public ImmutableArray<DroppedText> Dropped { get; init; } = [];
}

/// <summary>
/// One post of a live blog: the stretch of <see cref="Article.Text"/> that it takes up, the time that it bears (ISO 8601, a day or a moment with its
/// zone; null where it bears none) and its headline, which stands in the text too (null where it has none).
/// </summary>
public sealed record LivePost(TextSpan Span, string? Time, string? Headline);

/// <summary>Where a report was filed ("Washington") and by which agency, where the dateline names one.</summary>
public sealed record Dateline(string Place, string? Agency);

/// <summary>What kind of furniture a dropped stretch is.</summary>
public enum DroppedKind
{
    /// <summary>"Share this", "send by email".</summary>
    Share,

    /// <summary>Advertisements and the breaks around them.</summary>
    Advert,

    /// <summary>Sign-up boxes for newsletters.</summary>
    Newsletter,

    /// <summary>The outlet's praise of its own other offers.</summary>
    Promo,

    /// <summary>"See also", "read more".</summary>
    Crossref,

    /// <summary>The words under or beside a picture.</summary>
    Caption,

    /// <summary>A teaser of a video or sound.</summary>
    Video,

    /// <summary>The name of a section.</summary>
    Section,

    /// <summary>Invitations to subscribe or to log in.</summary>
    Subscribe,

    /// <summary>The author's biography.</summary>
    Bio,

    /// <summary>A line that states the date of publication.</summary>
    DateLine,

    /// <summary>The headline, which is kept in <see cref="Article.Headline"/>.</summary>
    Headline,

    /// <summary>Bylines, credits and whatever else is not the report's own text.</summary>
    Other,
}

/// <summary>A stretch that stood on the page and is not the report's own text.</summary>
public sealed record DroppedText(DroppedKind Kind, string Text);
