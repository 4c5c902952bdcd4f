using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Briefings;

/// <summary>A sentence of a briefing: words of a report or fixed phrasing around them, and where they stand (at least one citation).</summary>
public sealed record BriefingSentence(string Text, ImmutableArray<Citation> Citations);

/// <summary>A part of a briefing under its heading.</summary>
public sealed record BriefingSection(string Heading, ImmutableArray<BriefingSentence> Sentences);

/// <summary>A story with everything that was found out about it, and its page.</summary>
public sealed record StoryBriefing(Story Story, Provenance Provenance, Findings Findings, ImmutableArray<BriefingSection> Sections);

/// <summary>Everything that one run gives: every report, every story, every input that failed.</summary>
public sealed record BriefingDocument(ImmutableArray<Report> Reports, ImmutableArray<StoryBriefing> Stories, ImmutableArray<Failure> Failures);
