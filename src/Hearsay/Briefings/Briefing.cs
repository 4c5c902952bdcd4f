using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Briefings;

/// <summary>A sentence of a briefing: words of a report or fixed phrasing around them, and where they stand (at least one citation).</summary>
public sealed record BriefingSentence(string Text, ImmutableArray<Citation> Citations)
{
    /// <summary>
    /// What the sentence stands under within its section: a speaker, a date, a question, an outlet. Null where it stands for itself.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>What is to be known about the sentence, in fixed phrasing: "4 reports from 2 origins", "did not respond".</summary>
    public string? Note { get; init; }
}

/// <summary>A part of a briefing under its heading.</summary>
public sealed record BriefingSection(string Heading, ImmutableArray<BriefingSentence> Sentences);

/// <summary>A story with everything that was found out about it, and its page.</summary>
public sealed record StoryBriefing(Story Story, Provenance Provenance, Findings Findings, ImmutableArray<BriefingSection> Sections);

/// <summary>Everything that one run gives: every report, every story, every input that failed.</summary>
public sealed record BriefingDocument(ImmutableArray<Report> Reports, ImmutableArray<StoryBriefing> Stories, ImmutableArray<Failure> Failures)
{
    /// <summary>The document with only its <paramref name="number"/>th story, counted from 1, and the reports of that story. Failures stay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such story.</exception>
    public BriefingDocument Only(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Stories.Length);
        var story = Stories[number - 1];
        var ids = story.Story.Reports.Select(r => r.Article.Id).ToHashSet(StringComparer.Ordinal);
        return this with { Stories = [story], Reports = [.. Reports.Where(r => ids.Contains(r.Article.Id))] };
    }
}
