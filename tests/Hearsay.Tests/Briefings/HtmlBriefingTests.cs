using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;

namespace Hearsay.Tests.Briefings;

public sealed partial class HtmlBriefingTests
{
    private static readonly string Page = HtmlBriefing.Write(LockStory.Document);
    private static readonly IHtmlDocument Document = new HtmlParser().ParseDocument(Page);

    [GeneratedRegex(@"https?://")]
    private static partial Regex Address { get; }

    [Fact]
    public void The_page_asks_for_nothing()
    {
        Assert.Empty(Document.QuerySelectorAll("script, img, iframe, object, embed, link:not([rel=icon]), [src], [style], form"));
        Assert.DoesNotMatch(Address, Page);
        Assert.DoesNotContain("@import", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_citation_is_a_link_to_a_note_with_outlet_and_source_sentence()
    {
        var links = Document.QuerySelectorAll("a.c").ToList();
        Assert.True(links.Count > 15);
        Assert.All(links, link =>
        {
            var note = Document.GetElementById(link.GetAttribute("aria-describedby")!)!;
            Assert.Equal("#" + note.Id, link.GetAttribute("href"));
            Assert.NotEmpty(note.QuerySelector(".o")!.TextContent);
            Assert.Contains(
                LockStory.Document.Reports,
                r => r.Article.Text.Contains(note.QuerySelector(".x")!.TextContent, StringComparison.Ordinal)
            );
        });
    }

    [Fact]
    public void Ids_are_unique() =>
        Assert.Empty(
            Document.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key)
        );

    [Fact]
    public void The_verdict_is_told_by_sign_and_word() =>
        Assert.Equal("≠ They differ", Document.QuerySelector(".v")!.TextContent);

    [Fact]
    public void Altered_words_of_a_quote_are_marked()
    {
        Assert.Equal("for a week, and", Document.QuerySelector(".wording del")!.TextContent);
        Assert.Equal("…", Document.QuerySelector(".wording ins")!.TextContent);
    }

    [Fact]
    public void The_matrix_says_who_has_what()
    {
        var rows = Document
            .QuerySelectorAll(".matrix tbody tr")
            .Select(r => string.Join("", r.QuerySelectorAll("td").Select(d => d.ClassList.Contains("y") ? "x" : "-")))
            .ToList();
        Assert.Equal(["xxx", "xxx", "-xx", "--x"], rows);
    }

    [Fact]
    public void A_dot_of_the_matrix_leads_to_the_report()
    {
        var dots = Document.QuerySelectorAll(".matrix .y a").ToList();
        Assert.NotEmpty(dots);
        Assert.All(dots, dot => Assert.Contains("s1-r" + dot.TextContent, dot.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(dots, dot => Assert.NotNull(Document.GetElementById(dot.GetAttribute("href")![1..])));
    }

    [Fact]
    public void The_margin_names_the_reports_whose_notes_have_no_room() =>
        Assert.Contains(Document.QuerySelectorAll(".also"), a => a.TextContent.StartsWith("also ", StringComparison.Ordinal));

    [Fact]
    public void The_title_of_a_report_leads_to_it_without_doubled_quotation_marks_and_an_agency_is_no_author()
    {
        var parsed = new HtmlParser().ParseDocument(HtmlBriefing.Story(LockStory.Briefing, c => $"/{c.ArticleId}/{c.Span.Length}"));
        Assert.Equal(
            [
                ("/a-herald/0", "Lock gate gives way at Brennholm"),
                ("/b-post/0", "“Nobody would sign”: harbour master on broken lock"),
                ("/c-radio/0", "The report, which has no headline"),
            ],
            parsed.QuerySelectorAll(".reports li > a:not(.place)").Select(a => (a.GetAttribute("href")!, a.TextContent))
        );
        Assert.Contains("With Northwire", parsed.QuerySelector(".reports")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("By Northwire", parsed.QuerySelector(".reports")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_agree_a_value_has_one_row()
    {
        var (story, provenance, findings, _) = Reader.Brief([
            Bridge("a", "Four people were injured, police said."),
            Bridge("b", "The injured are four people, the mayor, Tove Askel, said."),
        ]);
        var figures = story.Reports.SelectMany(r => r.Figures).ToList();
        var series = new FigureSeries("f1", "How many people were injured?", Verdict.Agree, [.. figures.Select(f => f.Id)], "") { IndependentOrigins = 2 };
        var agree = findings with { FigureSeries = [series] };
        var page = HtmlBriefing.Story(new StoryBriefing(story, provenance, agree, BriefingWriter.Write(story, provenance, agree)), _ => "/");
        Assert.Equal(2, figures.Count);
        Assert.Single(new HtmlParser().ParseDocument(page).QuerySelectorAll(".series.of-agree .row"));
    }

    private static Report Bridge(string id, string text) =>
        Reader.Read(new Article { Id = id, Text = "A footbridge in Lindmoor collapsed. " + text });

    [Fact]
    public void The_bar_its_letters_and_the_counts_are_explained() =>
        Assert.Contains("“4 reports from 2 origins”", Document.QuerySelector(".coverage .how")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void Text_of_others_never_becomes_markup()
    {
        var hostile = HtmlBriefing.Write(HostileStory.Document);
        var parsed = new HtmlParser().ParseDocument(hostile);
        Assert.Empty(parsed.QuerySelectorAll("script, img, b:not([class]) > svg, [onload], [onerror], a[href^=javascript]"));
        Assert.DoesNotContain('\u001b', hostile);
        Assert.DoesNotContain('\u202E', hostile);
        Assert.Contains("<script>alert('owned')</script>", parsed.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_story_stays_light() => Assert.True(HtmlBriefing.Write(HostileStory.Document).Length < 1_500_000);

    [Theory]
    [InlineData("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;")]
    [InlineData("a\u0000b\u001b[2Jc\nd", "ab[2Jc d")]
    public void A_string_in_a_hole_is_escaped(string text, string escaped) => Assert.Equal($"<p>{escaped}</p>", Html.Of($"<p>{text}</p>").Markup);
}
