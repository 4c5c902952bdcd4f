using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Reconciliation;
using Hearsay.Stories;

namespace Hearsay.Briefings;

/// <summary>A story and its findings in, the page's sections out.</summary>
public static class BriefingWriter
{
    /// <summary>Writes the briefing of one story.</summary>
    public static ImmutableArray<BriefingSection> Write(Story story, Provenance provenance, Findings findings) => [];
}
