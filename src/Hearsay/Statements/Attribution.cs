using System.Collections.Immutable;
using Hearsay.Model;
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

    /// <summary>Somebody's offer, step or words are welcomed.</summary>
    Accepted,

    /// <summary>Somebody's offer or view is turned down, without saying that it is untrue.</summary>
    Rejected,
}

/// <summary>What the words that attribute say of the attribution: a claim is not a confirmation.</summary>
public enum CueForce
{
    /// <summary>Said, told, wrote, according to: nothing is said about whether it holds.</summary>
    Said,

    /// <summary>Asked, wondered: the content is a question.</summary>
    Asked,

    /// <summary>Urged, demanded, ordered, called for.</summary>
    Ordered,

    /// <summary>Claimed, argued, alleged, accused: the outlet keeps its distance.</summary>
    Claimed,

    Denied,

    /// <summary>Dismissed, brushed off, played down.</summary>
    Dismissed,

    /// <summary>Confirmed, acknowledged, admitted: the content is taken as true.</summary>
    Confirmed,

    Warned,

    /// <summary>Estimated, expected, predicted.</summary>
    Estimated,

    Promised,

    /// <summary>Declined, refused.</summary>
    Declined,

    /// <summary>Criticised, praised, called, described as.</summary>
    Judged,

    /// <summary>Believed, feared, suspected, considered.</summary>
    Believed,

    /// <summary>Showed, found: studies, polls, documents.</summary>
    Showed,

    /// <summary>Knew, learned, saw: the outlet takes the content as true.</summary>
    Knew,

    /// <summary>Wanted, hoped.</summary>
    Wanted,

    /// <summary>Planned, intended, sought.</summary>
    Intended,

    /// <summary>Supports, opposes, favours.</summary>
    Stance,

    /// <summary>Ruled, approved, imposed: the saying is the deed.</summary>
    Decreed,

    /// <summary>Seems, appears: nobody says so.</summary>
    Seemed,
}

/// <summary>
/// Somebody is said to have said (believed, announced, denied ...) something: source, cue and content as in PolNeAR and PARC (Newell et al. 2018,
/// Pareti 2012).
/// </summary>
public sealed record Attribution
{
    /// <summary>Unique within the report.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the pattern that read it, for whoever asks why it was read ("clause", "according-to").</summary>
    public string Pattern { get; init; } = "";

    public required SpeechKind Kind { get; init; }

    /// <summary>The whole noun phrase of whoever speaks, with its apposition; null where the text names none.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>The verb group or "according to"; null where the text has none.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>What is attributed, quotation marks included; several stretches where source or cue interrupt it; none for a non-answer.</summary>
    public ImmutableArray<TextSpan> Content { get; init; } = [];

    /// <summary>What the cue says of the content.</summary>
    public CueForce Force { get; init; }

    /// <summary>True where the cue is negated ("did not say", "never confirmed").</summary>
    public bool Negated { get; init; }

    /// <summary>Canonical name of the person or body; null where it cannot be told.</summary>
    public string? Speaker { get; init; }

    /// <summary>Where a person set <see cref="Speaker"/>: the name as it was read, and who set it; null elsewhere.</summary>
    public SetSpeaker? SpeakerSet { get; init; }

    /// <summary>Place of who speaks in the report's cast; -1 for several, for nobody, and for whom only the words of the source tell.</summary>
    internal int By { get; init; } = -1;

    /// <summary>
    /// True where the text itself leaves open who says so ("reportedly", "it is feared"): no speaker was missed. False where it names one, found or
    /// not.
    /// </summary>
    public bool IsNobodys { get; init; }

    /// <summary>
    /// Where a report of the story says that the office by which this one calls the speaker is his; null where the speaker is named here.
    /// </summary>
    public Citation? NamedBy { get; init; }

    /// <summary>The speaker's role as the source words give it ("spokeswoman for the harbour board"); null where they give none.</summary>
    public string? SpeakerRole { get; init; }

    /// <summary>The body or country that the role belongs to ("harbour board", "Norland"); null where the role names none.</summary>
    public string? SpeakerAffiliation { get; init; }

    /// <summary>Set where the attribution answers a claim or a question.</summary>
    public ResponseState? Response { get; init; }
}
