using System.Collections.Immutable;
using Hearsay.Briefings.Sections;
using Hearsay.Copies;
using Hearsay.Reconciliation;
using Hearsay.Stories;

namespace Hearsay.Briefings;

// A story, its provenance and its findings in, the sections of its page out.
// Method: each section takes its findings in a fixed order, cites the words they rest on, and prints whole sentences of the reports
// or fixed phrases around their words (Phrases.cs); nothing is worded freely, and a sentence without a citation is not written.
// A section that has nothing to say is left out. What a section has to leave out for length stays in the findings.
// Known limits: which of several sentences says a claim best is judged by its form (length, pronouns, a source that shows), not its meaning.

/// <summary>A story and its findings in, the page's sections out.</summary>
public static class BriefingWriter
{
    /// <summary>Writes the briefing of one story.</summary>
    public static ImmutableArray<BriefingSection> Write(Story story, Provenance provenance, Findings findings)
    {
        if (story.Reports.IsEmpty)
        {
            return [];
        }

        var index = new StoryIndex(story, provenance, findings);
        var happened = WhatHappened.Write(index);
        ImmutableArray<BriefingSection> all =
        [
            happened.Section,
            WhoSaysWhat.Write(index, happened.ClaimIds),
            FigureSection.Write(index),
            QuoteSection.Write(index),
            ResponseSection.Write(index),
            TimelineSection.Write(index),
            OnlyOneOutlet.Write(index, happened.ClaimIds),
            SourceSection.Write(index),
        ];
        return [.. all.Select(s => s with { Sentences = [.. s.Sentences.Where(x => x.Citations.Length > 0)] }).Where(s => s.Sentences.Length > 0)];
    }
}
