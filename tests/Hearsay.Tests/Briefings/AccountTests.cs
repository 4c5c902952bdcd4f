using System.Collections.Immutable;
using Hearsay.Briefings;
using Hearsay.Briefings.Sections;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;

namespace Hearsay.Tests.Briefings;

/// <summary>The form of a briefing: what opens it, what is on a page, what changed, what is disputed.</summary>
public sealed class AccountTests
{
    private static readonly ImmutableArray<Report> Reports =
    [
        Report("a", "2031-06-02", "Four people were killed when a footbridge collapsed in Lindmoor. The mayor, Tove Askel, said the bridge had been safe. It had been painted in May."),
        Report("b", "2031-06-04", "Seven people are dead after the footbridge in Lindmoor collapsed. The harbour board denied that it had been warned. Prosecutors opened an inquiry into the repairs."),
    ];

    [Fact]
    public void The_account_is_led_by_what_leads_and_has_no_figure_that_was_revised()
    {
        var account = Account.Write(Index(("a", "Four people", 1.4), ("b", "Seven people", 1.3), ("b", "Prosecutors", 0.9))).Section.Sentences;
        Assert.Equal(["Seven people are dead", "Prosecutors opened an"], account.Select(s => string.Join(' ', s.Text.Split(' ').Take(s.Text[0] == 'S' ? 4 : 3))));
    }

    [Fact]
    public void What_a_report_says_has_changed_leads_in_place_of_the_value_that_it_changes()
    {
        ImmutableArray<Report> reports =
        [
            Report("a", "2031-06-02", "At least 23 people were killed when the footbridge in Lindmoor collapsed. Trains to the coast were stopped for the day."),
            Report("b", "2031-06-04", "The number of people killed when the footbridge in Lindmoor collapsed has risen to 41, nearly double the 23 of Monday."),
        ];
        var briefing = Reader.Brief(reports);
        var findings = briefing.Findings with
        {
            FigureSeries = [], Claims = [Claim("c1", reports, "a", "At least 23", 1.4), Claim("c2", reports, "a", "Trains", 0.9), Claim("c3", reports, "b", "The number", 0.3)],
        };
        var index = new StoryIndex(briefing.Story, briefing.Provenance, findings);
        Assert.Equal([("23", "41")], index.Replacements.Select(r => (r.Old.Value.ToString()!, r.New.Value.ToString()!)));
        Assert.Equal(["c3", "c2"], Account.Write(index).Section.Sentences.Select(s => s.Finding));
    }

    [Fact]
    public void What_is_told_is_not_told_again()
    {
        var index = Index(("b", "Seven people", 1.3), ("b", "Prosecutors", 0.9));
        var told = new Told(index);
        var (first, other) = (ClaimWording.Write(index, index.Findings.Claims[0]), ClaimWording.Write(index, index.Findings.Claims[1]));
        told.Add(first);
        Assert.Equal(1, told.Share(first));
        Assert.InRange(told.Share(other), 0, 0.3);
        Assert.Equal(1, told.Share(other with { Citations = [.. other.Citations, first.Citations[0]] }));
        Assert.InRange(told.Share(other with { Partial = [first.Citations[0]] }), 0.5, 0.6);
    }

    [Fact]
    public void A_value_that_took_the_place_of_another_is_told_with_it()
    {
        var index = Index(("b", "Prosecutors", 0.9));
        var changed = Changed.Write(index, []).Sentences[0];
        Assert.Equal("“Seven” (b, 4 June 2031), up from “Four” (a, 2 June 2031).", changed.Text.Replace("Seven people", "Seven", StringComparison.Ordinal).Replace("Four people", "Four", StringComparison.Ordinal));
    }

    [Fact]
    public void What_only_later_reports_have_stands_under_its_day()
    {
        var changed = Changed.Write(Index(("a", "The mayor", 0.9), ("b", "Prosecutors", 0.9)), []).Sentences.Where(s => s.Finding!.StartsWith('c')).ToList();
        Assert.Equal("4 June 2031", Assert.Single(changed).Label);
        Assert.Equal("b", changed[0].Citations[0].ArticleId);
    }

    [Fact]
    public void What_differs_and_what_is_denied_is_disputed()
    {
        var briefing = LockStory.Briefing;
        var disputed = briefing.Sections.Single(s => s.Kind == SectionKind.Disputed).Sentences;
        Assert.Equal(["they differ", "denied"], disputed.Select(s => s.Note));
        Assert.DoesNotContain(briefing.Sections, s => s.Kind is SectionKind.Figures or SectionKind.Responses);
    }

    [Fact]
    public void A_shorter_form_has_less_of_the_same_and_a_page_makes_each_point_once()
    {
        var full = LockStory.Briefing;
        var (brief, page) = (full.At(BriefingLength.Short), full.At(BriefingLength.Page));
        Assert.Equal(SectionKind.Account, Assert.Single(brief.Sections).Kind);
        Assert.Subset(Sentences(page).ToHashSet(), Sentences(brief).ToHashSet());
        Assert.Subset(Sentences(full).ToHashSet(), Sentences(page).ToHashSet());
        var first = page.Sections.Where(s => s.Kind is not SectionKind.Sources).SelectMany(s => s.Sentences).Select(s => s.Citations[0]).ToList();
        Assert.Equal(first.Distinct(), first);
    }

    [Fact]
    public void The_sample_keeps_to_a_page()
    {
        var source = Hearsay.Sources.PageSource.Read([Repository.At("samples", "dam-breach")]);
        var document = Reader.Brief(source.Pages, source.Failures);
        Assert.InRange(Words(document, BriefingLength.Short), 40, 120);
        Assert.InRange(Words(document, BriefingLength.Page), 250, 600);
    }

    private static int Words(BriefingDocument document, BriefingLength length) =>
        Hearsay.Briefings.Terminal.TerminalBriefing.Write(document.At(length), colour: false).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static IEnumerable<string> Sentences(StoryBriefing briefing) => briefing.Sections.SelectMany(s => s.Sentences).Select(s => s.Text);

    /// <summary>A story in which these sentences are claims, and the dead were counted anew.</summary>
    private static StoryIndex Index(params ImmutableArray<(string Report, string Words, double Lead)> claims)
    {
        var briefing = Reader.Brief(Reports);
        var dead = Reports.Select(r => r.Figures.First(f => f.Span.Of(r.Article.Text).ToString().Split(' ')[0] is "Four" or "Seven").Id);
        var findings = briefing.Findings with
        {
            FigureSeries = [new FigureSeries("f1", "How many people were killed?", Verdict.Revised, [.. dead], "")],
            Claims = [.. claims.Select((c, i) => Claim($"c{i + 1}", Reports, c.Report, c.Words, c.Lead))],
        };
        return new StoryIndex(briefing.Story, briefing.Provenance, findings);
    }

    private static Claim Claim(string id, ImmutableArray<Report> reports, string report, string words, double lead)
    {
        var source = reports.Single(r => r.Article.Id == report);
        var sentence = source.Sentences.Single(s => s.Span.Of(source.Article.Text).StartsWith(words, StringComparison.Ordinal));
        return new Claim
        {
            Id = id, Text = words, AccordingTo = [], Support = [new Citation(report, sentence.Span)], Outlets = 1, IndependentOrigins = 1, Lead = lead, Weight = lead,
        };
    }

    private static Report Report(string id, string day, string text) =>
        Reader.Read(new Article { Id = id, Outlet = id, Text = text, Published = new PublicationDate(day, DateBasis.Stated, []) });
}
