using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hearsay.Briefings.Html;

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
