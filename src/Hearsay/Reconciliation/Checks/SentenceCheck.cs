using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Stories;

namespace Hearsay.Reconciliation.Checks;

/// <summary>In what a report says other than the sentence that is checked.</summary>
public enum DifferenceKind
{
    /// <summary>Another number for the same question.</summary>
    Figure,

    /// <summary>The one says that it is so, the other that it is not, or that somebody denies it.</summary>
    Negation,

    /// <summary>Another day for the same event.</summary>
    Day,

    /// <summary>Somebody else says so.</summary>
    Speaker,

    /// <summary>Who does it to whom is the other way round.</summary>
    Roles,

    /// <summary>What the one tells as it is, the other tells as planned, possible, asked or ordered.</summary>
    Certainty,
}

/// <summary>
/// What differs, in the words of the sentence that is checked and in those of the report; where a word is there that the other lacks
/// (<see cref="DifferenceKind.Negation"/>, <see cref="DifferenceKind.Certainty"/>) the words are those of the verb.
/// </summary>
public sealed record Difference(DifferenceKind Kind, string Asked, string Found)
{
    /// <summary>Whether both cannot hold; else the report only does not say all of it.</summary>
    public bool IsOpposite => Kind is DifferenceKind.Figure or DifferenceKind.Negation or DifferenceKind.Day;
}

/// <summary>A sentence of a report that says something of the sentence that is checked.</summary>
/// <param name="Where">The report's sentence.</param>
/// <param name="AccordingTo">Who is said to say so there; empty where the outlet says it itself.</param>
public sealed record CheckedPassage(Citation Where, ImmutableArray<string> AccordingTo)
{
    /// <summary>
    /// What of the checked sentence does not stand there, in its order; empty where all of it does, and where nothing that one could name is missing
    /// but it is not sure that the report says the same.
    /// </summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>What the report says otherwise; empty where nothing is.</summary>
    public ImmutableArray<Difference> Differs { get; init; } = [];
}

/// <summary>What the reports of one story say of a sentence: of each report at most one sentence of a kind, in the order of publication.</summary>
public sealed record SentenceCheck(
    ImmutableArray<CheckedPassage> Carried,
    ImmutableArray<CheckedPassage> Partly,
    ImmutableArray<CheckedPassage> Opposed
)
{
    /// <summary>No report says anything of it.</summary>
    public static SentenceCheck Nothing { get; } = new([], [], []);
}

/// <summary>A story, where its reports come from, and what they say of a sentence.</summary>
public sealed record StoryCheck(Story Story, Provenance Provenance, SentenceCheck Check)
{
    /// <summary>From how many independent origins these passages come; 0 where there are none.</summary>
    public int Independent(ImmutableArray<CheckedPassage> passages) => passages.IsEmpty ? 0 : Provenance.IndependentOf(passages.Select(p => p.Where.ArticleId));

    /// <summary>The report that a passage stands in.</summary>
    public Article ArticleOf(CheckedPassage passage) => Story.Reports.First(r => r.Article.Id == passage.Where.ArticleId).Article;
}
