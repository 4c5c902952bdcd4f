using System.Collections.Immutable;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Briefings;

/// <summary>How much of a briefing is shown; each holds what those before it hold.</summary>
public enum BriefingLength
{
    /// <summary>The account alone.</summary>
    Short,

    /// <summary>What fits on a page, each point once.</summary>
    Page,

    /// <summary>Everything.</summary>
    Full,
}

/// <summary>What a section tells, in the order of the page.</summary>
public enum SectionKind
{
    /// <summary>The few sentences that open the page.</summary>
    Account,

    /// <summary>What later reports have that earlier ones have not.</summary>
    Changed,

    /// <summary>Figures that differ, and what is denied.</summary>
    Disputed,

    /// <summary>The other figures.</summary>
    Figures,

    /// <summary>By who says it.</summary>
    Who,

    /// <summary>What several reports quote.</summary>
    Quotes,

    /// <summary>Who denied, confirmed, did not answer.</summary>
    Responses,

    /// <summary>By date.</summary>
    Timeline,

    /// <summary>What only one report has.</summary>
    Only,

    /// <summary>Where the reports come from.</summary>
    Sources,
}

/// <summary>A sentence of a briefing: words of a report or fixed phrasing around them, and where they stand (at least one citation).</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Citations">The words that carry the whole of it, those that it is made of first.</param>
public sealed record BriefingSentence(string Text, ImmutableArray<Citation> Citations)
{
    /// <summary>Words that carry a part of it, or touch the same matter; they count for nothing.</summary>
    public ImmutableArray<Citation> Partial { get; init; } = [];

    /// <summary>How many reports carry the whole of it; null where that was not counted.</summary>
    public int? Reports { get; init; }

    /// <summary>How many origins these reports have; null where that was not counted.</summary>
    public int? Independent { get; init; }

    /// <summary>The shortest form of the briefing that has the sentence.</summary>
    public BriefingLength Length { get; init; } = BriefingLength.Full;

    /// <summary>Id of the claim, figure series or quote group that it tells; null where it tells none of them.</summary>
    public string? Finding { get; init; }

    /// <summary>
    /// What the sentence stands under within its section: a speaker, a date, a question, an outlet. Null where it stands for itself.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>What is to be known about the sentence, in fixed phrasing: "4 reports from 2 origins", "did not respond".</summary>
    public string? Note { get; init; }
}

/// <summary>A part of a briefing under its heading.</summary>
public sealed record BriefingSection(SectionKind Kind, ImmutableArray<BriefingSentence> Sentences)
{
    /// <summary>What it is called on the page.</summary>
    public string Heading => Phrases.Of(Kind);
}

/// <summary>A story with everything that was found out about it, and its page.</summary>
public sealed record StoryBriefing(Story Story, Provenance Provenance, Findings Findings, ImmutableArray<BriefingSection> Sections)
{
    /// <summary>The thread that the story is a part of; null where no other story of the run is of its topic.</summary>
    public StoryThread? Thread { get; init; }

    /// <summary>How much of it its sections hold.</summary>
    public BriefingLength Length { get; init; } = BriefingLength.Full;

    /// <summary>The briefing with what a form of this length has; sections that lose all their sentences go.</summary>
    public StoryBriefing At(BriefingLength length) => this with
    {
        Length = length,
        Sections =
        [
            .. Sections.Select(s => s with { Sentences = [.. s.Sentences.Where(x => x.Length <= length)] }).Where(s => !s.Sentences.IsEmpty),
        ],
    };
}

/// <summary>Everything that one run gives: every report, every story, every input that failed.</summary>
public sealed record BriefingDocument(ImmutableArray<Report> Reports, ImmutableArray<StoryBriefing> Stories, ImmutableArray<Failure> Failures)
{
    /// <summary>The threads of its stories, in the order of the stories.</summary>
    public ImmutableArray<StoryThread> Threads => [.. Stories.Select(s => s.Thread).OfType<StoryThread>().DistinctBy(t => t.Id)];

    /// <summary>Every story at this length.</summary>
    public BriefingDocument At(BriefingLength length) => this with { Stories = [.. Stories.Select(s => s.At(length))] };

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
