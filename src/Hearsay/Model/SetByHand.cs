using System.Collections.Immutable;

namespace Hearsay.Model;

/// <summary>What a person set of a report's statements, kept apart from its text, so that every reading of it takes it up.</summary>
public sealed record SetByHand(ImmutableArray<SetSpeaker> Speakers, ImmutableArray<SetFigure> Figures);

/// <summary>Who speaks where a report was read to name somebody else.</summary>
/// <param name="Read">The name as it was read in the report.</param>
/// <param name="Name">The right one.</param>
/// <param name="By">Who said so.</param>
public sealed record SetSpeaker(string Read, string Name, string By);

/// <summary>
/// A figure whose series a person hid, or pinned. It is known by its sentence and its place there; where the sentence is no longer in the report, by
/// its words, if one figure alone has them.
/// </summary>
/// <param name="Sentence">The sentence to the letter.</param>
/// <param name="Start">Where in the sentence the figure begins, in UTF-16 code units.</param>
/// <param name="Length">Of the figure, in UTF-16 code units.</param>
/// <param name="IsPinned">Pinned, not hidden.</param>
public sealed record SetFigure(string Sentence, int Start, int Length, bool IsPinned);
