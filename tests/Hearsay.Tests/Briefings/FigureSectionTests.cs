using AngleSharp.Html.Parser;
using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;

namespace Hearsay.Tests.Briefings;

public sealed class FigureSectionTests
{
    [Fact]
    public void Copies_of_one_text_agree_with_nobody()
    {
        Assert.Equal("they agree", Note(s => s with { IndependentOrigins = 2 }));
        Assert.Equal("from one origin", Note(s => s with { IndependentOrigins = 1 }));
        Assert.Contains("From one origin", Page(s => s with { IndependentOrigins = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_does_not_say_all_that_is_asked_is_not_shown()
    {
        Assert.NotNull(Note(s => s));
        Assert.Null(Note(s => s with { IsWhole = false }));
    }

    private static string? Note(Func<FigureSeries, FigureSeries> change) =>
        Briefed(change).Sections.SingleOrDefault(s => s.Kind == SectionKind.Figures)?.Sentences.SingleOrDefault()?.Note;

    private static string Page(Func<FigureSeries, FigureSeries> change) =>
        new HtmlParser().ParseDocument(HtmlBriefing.Story(Briefed(change), _ => "/")).QuerySelector(".series .verdict")!.TextContent;

    private static StoryBriefing Briefed(Func<FigureSeries, FigureSeries> change)
    {
        var (story, provenance, findings, _) = Reader.Brief([
            Bridge("a", "Four people were injured, police said."),
            Bridge("b", "The injured are four people, the mayor, Tove Askel, said."),
        ]);
        var ids = story.Reports.SelectMany(r => r.Figures).Select(f => f.Id);
        var changed = findings with { FigureSeries = [change(new FigureSeries("f1", "How many people were injured?", Verdict.Agree, [.. ids], ""))] };
        return new StoryBriefing(story, provenance, changed, BriefingWriter.Write(story, provenance, changed));
    }

    private static Report Bridge(string id, string text) =>
        Reader.Read(new Article { Id = id, Text = "A footbridge in Lindmoor collapsed. " + text });
}
