using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>How a figure is bounded in the text.</summary>
public enum FigureQualifier
{
    Exact, About, AtLeast, MoreThan, UpTo, LessThan, Nearly, Between, Vague,
}

/// <summary>A quantity that a reader would compare, as one report gives it.</summary>
public sealed record Figure
{
    /// <summary>Unique among all reports.</summary>
    public required string Id { get; init; }

    /// <summary>The number with its qualifier and unit.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Lower bound; null where open.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper bound; null where open.</summary>
    public decimal? High { get; init; }

    public required FigureQualifier Qualifier { get; init; }

    /// <summary>What one of it is: "persons", "minutes", "percent", the counted noun, or money: a code of ISO 4217 where it is certain whose it is, else the name ("crowns").</summary>
    public required string Unit { get; init; }

    /// <summary>What is counted, a short noun phrase of the text; null where it cannot be told.</summary>
    public string? Counted { get; init; }

    /// <summary>
    /// The words of <see cref="Counted"/>; they may stand in another sentence ("the number rose to 40"). Null where nothing is said to be counted.
    /// </summary>
    public TextSpan? CountedSpan { get; init; }

    /// <summary>Lemma of the head of what is counted, in lower case ("soldier"); null where unknown.</summary>
    public string? CountedHead { get; init; }

    /// <summary>Lemmas of the words that narrow down what is counted, in lower case and in the order of the text ("north", "korean").</summary>
    public ImmutableArray<string> CountedModifiers { get; init; } = [];

    /// <summary>
    /// Lemma of the verb or participle that says what happened to the counted ("kill", "deploy"), in lower case; null where unknown.
    /// </summary>
    public string? Verb { get; init; }

    /// <summary>The place that the figure holds for.</summary>
    public string? Where { get; init; }

    /// <summary>ISO date that the figure holds for.</summary>
    public string? AsOf { get; init; }

    /// <summary>Who gives the figure (the outermost source); null for the outlet's own voice.</summary>
    public string? AccordingTo { get; init; }

    /// <summary>Whether a person pinned its series, or hid it; null where nobody did either.</summary>
    public bool? IsPinned { get; init; }
}
