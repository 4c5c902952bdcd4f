using System.Collections.Immutable;
using Hearsay.Briefings;
using Hearsay.Briefings.Sections;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;

namespace Hearsay.Tests.Briefings;

/// <summary>What opens a briefing.</summary>
public sealed class AccountTests
{
    private static readonly ImmutableArray<Report> Reports =
    [
        Report("a", "2031-06-02", "Four people were killed when a footbridge collapsed in Lindmoor. The mayor, Tove Askel, said the bridge had been safe. It had been painted in May."),
        Report("b", "2031-06-04", "Seven people are dead after the footbridge in Lindmoor collapsed. The harbour board denied that it had been warned. Prosecutors opened an inquiry into the repairs."),
    ];

    [Fact]
    public void What_leads_comes_first_and_a_figure_that_was_revised_last()
    {
        var told = WhatHappened.Write(Index(("a", "Four people", 1.4), ("b", "Seven people", 1.3), ("b", "Prosecutors", 0.9))).Section.Sentences;
        Assert.Equal(["Seven people", "Prosecutors opened", "Four people"], told.Select(s => string.Join(' ', s.Text.Split(' ').Take(2))));
    }

    /// <summary>A story in which these sentences are claims, and the dead were counted anew.</summary>
    private static StoryIndex Index(params ImmutableArray<(string Report, string Words, double Lead)> claims)
    {
        var briefing = Reader.Brief(Reports);
        var dead = Reports.Select(r => r.Figures.First(f => f.Span.Of(r.Article.Text).ToString().Split(' ')[0] is "Four" or "Seven").Id);
        var findings = briefing.Findings with
        {
            FigureSeries = [new FigureSeries("f1", "How many people were killed?", Verdict.Revised, [.. dead], "")],
            Claims = [.. claims.Select((c, i) => Claim($"c{i + 1}", c.Report, c.Words, c.Lead))],
        };
        return new StoryIndex(briefing.Story, briefing.Provenance, findings);
    }

    private static Claim Claim(string id, string report, string words, double lead)
    {
        var source = Reports.Single(r => r.Article.Id == report);
        var sentence = source.Sentences.Single(s => s.Span.Of(source.Article.Text).StartsWith(words, StringComparison.Ordinal));
        return new Claim
        {
            Id = id, Text = words, AccordingTo = [], Support = [new Citation(report, sentence.Span)], Outlets = 1, IndependentOrigins = 1, Lead = lead, Weight = lead,
        };
    }

    private static Report Report(string id, string day, string text) =>
        Reader.Read(new Article { Id = id, Outlet = id, Text = text, Published = new PublicationDate(day, DateBasis.Stated, []) });
}
