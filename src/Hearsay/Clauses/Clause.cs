using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Clauses;

/// <summary>What the head of a predicate is.</summary>
internal enum PredicateKind : byte
{
    /// <summary>"The ferry sank."</summary>
    Verb,

    /// <summary>"Quill is the mayor"; also a noun with a clause of its own ("the claim that the ferry sank").</summary>
    Nominal,

    /// <summary>"The pier is closed", "is in danger".</summary>
    Adjectival,
}

/// <summary>The time of a predicate by its form; None for infinitives, gerunds and nouns.</summary>
internal enum Tense : byte
{
    None, Past, Present, Future,
}

/// <summary>What the text says of what a clause tells.</summary>
internal enum Direction : byte
{
    /// <summary>It is so, or it is said to be.</summary>
    Told,

    /// <summary>It is to come: promised, intended, expected.</summary>
    Planned,

    /// <summary>It may be so: feared, suspected, a condition.</summary>
    Possible,

    /// <summary>It is said not to be so, or did not come about ("denied that", "failed to").</summary>
    Denied,

    /// <summary>It is a question.</summary>
    Asked,

    /// <summary>Somebody wants it done ("urged them to").</summary>
    Ordered,
}

/// <summary>What a phrase is to the predicate, whatever its voice: in "the pier was closed by the board" the board is the subject.</summary>
internal enum ArgumentRole : byte
{
    Subject, Object, Recipient, Oblique, Place, Time,
}

/// <summary>
/// A phrase that takes part in what a clause tells. <paramref name="Head"/> is its head token, <paramref name="Span"/> its words, those of a place or
/// time with their preposition; <paramref name="Preposition"/> in lower case, null where it has none.
/// </summary>
internal readonly record struct Argument(ArgumentRole Role, int Head, TextSpan Span, string? Preposition = null);

/// <summary>How the content of a predicate is given.</summary>
internal enum ComplementKind : byte
{
    /// <summary>"Said that it sank."</summary>
    That,

    /// <summary>"Said it sank."</summary>
    Bare,

    /// <summary>"Promised to come."</summary>
    To,

    /// <summary>"Asked whether it sank."</summary>
    Question,

    /// <summary>Between quotation marks.</summary>
    Quotation,
}

/// <summary>
/// The content of a predicate. <paramref name="Clause"/> is the index of the clause that its head makes; -1 where it is none ("called it “a farce”").
/// </summary>
internal readonly record struct Complement(ComplementKind Kind, TextSpan Span, int Clause);

/// <summary>How a clause hangs on the one above it.</summary>
internal enum ClauseLink : byte
{
    /// <summary>It is its sentence's own.</summary>
    Main,

    /// <summary>It is the content of the one above, or its subject.</summary>
    Complement,

    /// <summary>"… and sank."</summary>
    Coordinate,

    /// <summary>"… when it sank", "… leaving two boats".</summary>
    Adverbial,

    /// <summary>It says more of a noun: "the ferry that sank", "the ferry sunk in May".</summary>
    Relative,

    /// <summary>Its head is a noun that takes part in the one above ("repeated the claim that …").</summary>
    Argument,

    /// <summary>It is spoken beside the one above: "…, Quill said, …".</summary>
    Parenthesis,
}

/// <summary>A predicate with what takes part in it. Tokens are indices into the reading's tokens, spans stand in the article's text.</summary>
internal sealed record Clause
{
    /// <summary>Its place among the reading's clauses, which stand in the order of their heads.</summary>
    public required int Index { get; init; }

    /// <summary>The token that carries the predicate: the verb, or the noun or adjective behind the copula.</summary>
    public required int Head { get; init; }

    public required PredicateKind Kind { get; init; }

    /// <summary>The clause's own words with the clauses below it, without coordinated ones, and without the marks at its edges.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The verb group: auxiliaries, negation, verb, particle; for a copular predicate the copula with these; else the head.</summary>
    public required TextSpan Group { get; init; }

    /// <summary>The dictionary form of the head, in lower case.</summary>
    public required string Lemma { get; init; }

    /// <summary>"Out" of "carried out"; null where there is none.</summary>
    public string? Particle { get; init; }

    /// <summary>True where the predicate, its subject or its object is negated ("did not", "no boat", "without").</summary>
    public bool IsNegated { get; init; }

    /// <summary>The word with which the text keeps back ("may", "reportedly", "seem"); null where it does not.</summary>
    public string? Hedge { get; init; }

    public bool IsPassive { get; init; }

    public Tense Tense { get; init; }

    public Direction Direction { get; init; }

    /// <summary>In the order of the text; those that a clause shares with the one above it among them.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <summary>What is said, thought, wanted; null where the predicate has no content.</summary>
    public Complement? Complement { get; init; }

    /// <summary>Tokens of the clause itself (of none below it) that are numbers or hold digits.</summary>
    public ImmutableArray<int> Numbers { get; init; } = [];

    /// <summary>Index into the reading's quotations of the one in which the head stands; -1 outside.</summary>
    public int Quotation { get; init; } = -1;

    /// <summary>Index of the clause above; -1 for a sentence's own.</summary>
    public int Parent { get; init; } = -1;

    public ClauseLink Link { get; init; }
}
