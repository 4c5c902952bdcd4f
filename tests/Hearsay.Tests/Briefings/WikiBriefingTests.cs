using System.Text.RegularExpressions;
using Hearsay.Briefings.Wiki;

namespace Hearsay.Tests.Briefings;

public sealed partial class WikiBriefingTests
{
    private static readonly string Page = WikiBriefing.Write(LockStory.Document);

    [Fact]
    public void A_sentence_has_references_that_say_who_wrote_what_when()
    {
        Assert.Contains(
            "* The upper gate of the Brennholm lock gave way early on Tuesday &#91;8 April 2031&#93;. ''(3 reports from 2 origins)''<ref name=\"r1\">{{cite news |title=Lock gate gives way at Brennholm |work=Brennholm Herald |agency=Northwire |date=2031-04-09 |quote=",
            Page, StringComparison.Ordinal
        );
        Assert.Contains("<references />", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reference_that_is_named_is_defined_once()
    {
        var defined = Defined().Matches(Page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(defined.Count, defined.Distinct().Count());
        Assert.All(Used().Matches(Page).Select(m => m.Groups[1].Value), name => Assert.Contains(name, defined));
        Assert.Equal(Page.Split("{{").Length, Page.Split("}}").Length);
    }

    [Fact]
    public void What_one_origin_alone_says_is_flagged_and_what_two_say_is_not()
    {
        var lines = Page.Split('\n');
        Assert.DoesNotContain("additional citation needed", lines.First(l => l.StartsWith("* The upper gate", StringComparison.Ordinal)), StringComparison.Ordinal);
        // the Herald and the Post are one origin, the radio is another
        var told = LockStory.Briefing.Sections.Where(s => s.Heading != "Sources and their independence").SelectMany(s => s.Sentences).ToList();
        var alone = told.Count(s => s.Citations.All(c => c.ArticleId != "c-radio") || s.Citations.All(c => c.ArticleId == "c-radio"));
        Assert.InRange(alone, 1, told.Count - 1);
        Assert.Equal(alone, Page.Split("{{additional citation needed|").Length - 1);
        Assert.DoesNotContain("additional citation needed", Page[Page.IndexOf("== Sources", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[File:x.png]] {{delete}} <nowiki>", "&#91;&#91;File:x.png&#93;&#93; &#123;&#123;delete&#125;&#125; &#60;nowiki&#62;")]
    [InlineData("a|b ''c'' __NOTOC__ ~~~~ &amp;", "a&#124;b &#39;&#39;c&#39;&#39; &#95;&#95;NOTOC&#95;&#95; &#126;&#126;&#126;&#126; &#38;amp;")]
    [InlineData("* item", "&#42; item")]
    [InlineData("see http://evil.example", "see http:&#47;/evil.example")]
    [InlineData("It’s 4.30 a.m. - so far: 5% of a_b", "It’s 4.30 a.m. - so far: 5% of a_b")]
    public void Markup_in_text_stays_text(string text, string escaped) => Assert.Equal(escaped, WikiText.Escape(text));

    [Theory]
    [InlineData("https://a.example/x?y=1|2#[z]", "https://a.example/x?y=1%7C2#%5Bz%5D")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(null, null)]
    public void Only_addresses_of_the_web_are_linked(string? url, string? address) => Assert.Equal(address, WikiText.Address(url));

    [Fact]
    public void Nasty_text_opens_no_template_and_no_tag()
    {
        var page = WikiBriefing.Write(HostileStory.Document);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(page.Split("{{").Length, page.Split("}}").Length);
        Assert.Equal(page.Split("<ref ").Length - 1, Defined().Count(page) + Again().Count(page));
    }

    [GeneratedRegex("<ref name=\"(r\\d+)\">")]
    private static partial Regex Defined();

    [GeneratedRegex("<ref name=\"(r\\d+)\" />")]
    private static partial Regex Again();

    [GeneratedRegex("<ref name=\"(r\\d+)\"")]
    private static partial Regex Used();
}
