using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Reconciliation;

/// <summary>What the figures of a series say together.</summary>
public enum Verdict
{
    Agree, Differ, Revised, Single,
}

/// <summary>Figures that answer the same question; <see cref="FigureIds"/> in order of report, then text.</summary>
public sealed record FigureSeries(string Id, string Question, Verdict Verdict, ImmutableArray<string> FigureIds, string Note)
{
    /// <summary>How many independent origins give them: copies of one text do not bear each other out, however well they agree.</summary>
    public int IndependentOrigins { get; init; } = 1;

    /// <summary>Whether the question says all that is asked; what only words around a gap can ask is compared, and not shown.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether a person pinned it: it stands in the briefing, before others.</summary>
    public bool IsPinned { get; init; }
}

/// <summary>What an outlet did to the fullest printed wording of a quote; of several, the gravest.</summary>
public enum Alteration
{
    None, Truncated, Bracketed, Ellipsis, Reworded, PartialQuote, Punctuation,

    /// <summary>The outlet tells it in words of its own, without quotation marks.</summary>
    Unquoted,
}

/// <summary>One report's wording of an utterance.</summary>
public sealed record QuoteVariant(Citation Span, Alteration Alteration);

/// <summary>
/// One sentence of what somebody said, as several reports quote it or tell it. <see cref="Canonical"/> is the fullest wording that one of them prints
/// between quotation marks.
/// </summary>
public sealed record QuoteGroup(string? Speaker, string Canonical, ImmutableArray<QuoteVariant> Variants)
{
    /// <summary>Whom other reports name for the same words, where that cannot be <see cref="Speaker"/>; in alphabetical order.</summary>
    public ImmutableArray<string> OtherSpeakers { get; init; } = [];
}

/// <summary>
/// A proposition with its support. <see cref="Text"/> is the wording of the first support; every other one states all that matters of it.
/// <see cref="Partial"/> states a part, or touches the same matter, and counts for nothing. <see cref="AccordingTo"/> names who says so, empty for the
/// outlets' own voice; <see cref="Outlets"/> counts the reports that support it, <see cref="IndependentOrigins"/> their origins.
/// </summary>
public sealed record Claim
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>Whether the wording is a clause within its first support's sentence.</summary>
    public bool IsClause { get; init; }

    public required ImmutableArray<string> AccordingTo { get; init; }

    public required ImmutableArray<Citation> Support { get; init; }

    public ImmutableArray<Citation> Partial { get; init; } = [];

    /// <summary>The sentences that say no more and no less than its wording, that among them; none for a clause.</summary>
    internal ImmutableArray<Citation> Equal { get; init; } = [];

    public required int Outlets { get; init; }

    public required int IndependentOrigins { get; init; }

    /// <summary>How many of the points that belong at the top of a briefing it is likely to make: 0 for none, seldom above 2.</summary>
    public double Lead { get; init; }

    /// <summary>How likely it makes a point that belongs on a page, from 0 to 1.</summary>
    public double Weight { get; init; }
}

/// <summary>Somebody's answer, or lack of one, to a claim or question.</summary>
public sealed record Response(string To, string By, ResponseState State, Citation Span);

/// <summary>What happened on a date (ISO year, month or day).</summary>
public sealed record TimelineEntry(string Date, string Text, ImmutableArray<Citation> Support);

/// <summary>What the reports of one story say, compared.</summary>
public sealed record Findings
{
    public required ImmutableArray<FigureSeries> FigureSeries { get; init; }

    public required ImmutableArray<QuoteGroup> QuoteGroups { get; init; }

    public required ImmutableArray<Claim> Claims { get; init; }

    public required ImmutableArray<Response> Responses { get; init; }

    public required ImmutableArray<TimelineEntry> Timeline { get; init; }
}
