using System.Collections.Immutable;
using Hearsay.Text;

namespace Hearsay.Statements;

/// <summary>How speech is rendered.</summary>
public enum SpeechKind
{
    /// <summary>All of it between quotation marks.</summary>
    Direct,

    /// <summary>None of it between quotation marks.</summary>
    Indirect,

    /// <summary>Partly.</summary>
    Mixed,
}

/// <summary>What somebody answered to a claim or a question.</summary>
public enum ResponseState
{
    Denied, Confirmed, Dismissed, DeclinedToComment, DidNotRespond, NotAcknowledged,
}

/// <summary>
/// Somebody is said to have said (believed, announced, denied ...) something: source, cue and content as in PolNeAR and PARC (Newell et al. 2018, Pareti 2012).
/// </summary>
public sealed record Attribution
{
    /// <summary>Unique within the report.</summary>
    public required string Id { get; init; }

    public required SpeechKind Kind { get; init; }

    /// <summary>The whole noun phrase of whoever speaks, with its apposition; null where the text names none.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>The verb group or "according to"; null where the text has none.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>What is attributed, quotation marks included; several stretches where source or cue interrupt it; none for a non-answer.</summary>
    public ImmutableArray<TextSpan> Content { get; init; } = [];

    /// <summary>Canonical name of the person or body; null where it cannot be told.</summary>
    public string? Speaker { get; init; }

    /// <summary>Set where the attribution answers a claim or a question.</summary>
    public ResponseState? Response { get; init; }
}
