using System.Collections.Immutable;
using Hearsay.Briefings.Sections;
using Hearsay.Copies;
using Hearsay.Reconciliation;
using Hearsay.Stories;

namespace Hearsay.Briefings;

// A story, its provenance and its findings in, the sections of its page out.
// Method: each section takes its findings in a fixed order, cites the words they rest on, and prints whole sentences of the reports
// or fixed phrases around their words (Phrases.cs); nothing is worded freely, and a sentence without a citation is not written.
// A section that has nothing to say is left out. What a section has to leave out for length stays in the findings. The account and the few sentences
// that a page has room for are marked; in the full form a point may stand in several sections, on the page it stands once.
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
        var account = Account.Write(index);
        ImmutableArray<BriefingSection> all =
        [
            account.Section,
            Changed.Write(index, account.ClaimIds),
            Disputed.Write(index),
            FigureSection.Write(index),
            WhoSaysWhat.Write(index, account.ClaimIds),
            QuoteSection.Write(index),
            ResponseSection.Write(index),
            TimelineSection.Write(index),
            OnlyOneOutlet.Write(index, account.ClaimIds),
            SourceSection.Write(index),
        ];
        var cited = all.Select(s => s with { Sentences = [.. s.Sentences.Where(x => x.Citations.Length > 0)] }).Where(s => s.Sentences.Length > 0);
        return PageSelection.Mark(index, [.. cited]);
    }
}
