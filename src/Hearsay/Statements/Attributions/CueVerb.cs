using System.Collections.Immutable;

namespace Hearsay.Statements.Attributions;

/// <summary>What a verb that reports can have as its content (see Data/cue-verbs.txt).</summary>
[Flags]
internal enum CueFrames
{
    None = 0,

    /// <summary>A clause, a quotation, or everything around a parenthesis (", she said").</summary>
    Clause = 1,

    /// <summary>Its object.</summary>
    Object = 2,

    /// <summary>A to-infinitive.</summary>
    Infinitive = 4,

    /// <summary>Its object is whom it is said to, where there is other content.</summary>
    Recipient = 8,

    /// <summary>Object and predicate together: "called it a mistake".</summary>
    Predicate = 16,

    /// <summary>Quotations only.</summary>
    Quotation = 32,

    /// <summary>A to-infinitive after an object: "urged drivers to wait".</summary>
    ObjectInfinitive = 64,

    /// <summary>An object with the number that it is put at: "put the toll at 40".</summary>
    Measure = 128,
}

/// <summary>
/// A verb that reports: lemma, particle ("point out"; null without), force, frames, and the prepositions that belong to the cue ("call for").
/// </summary>
internal sealed record CueVerb(string Lemma, string? Particle, CueForce Force, CueFrames Frames, ImmutableArray<string> Prepositions)
{
    public bool Takes(CueFrames frame) => (Frames & frame) != 0;
}
