using Hearsay.Briefings.Markdown;

namespace Hearsay.Tests.Briefings;

public sealed class MarkdownBriefingTests
{
    private static readonly string Page = MarkdownBriefing.Write(LockStory.Document);

    [Fact]
    public void A_sentence_carries_its_support_and_footnotes_with_outlet_and_words()
    {
        Assert.Contains(
            "- The upper gate of the Brennholm lock gave way early on Tuesday \\[8 April 2031\\]. *(3 reports from 2 origins)*[^1][^2][^3]",
            Page,
            StringComparison.Ordinal
        );
        Assert.Contains("[^2]: Morning Post: The upper gate of the Brennholm lock gave way early on Tuesday.", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_footnote_that_is_used_is_there()
    {
        var used = Page.Split("[^").Skip(1).Select(p => p[..p.IndexOf(']', StringComparison.Ordinal)]).Distinct();
        Assert.All(used, number => Assert.Contains($"\n[^{number}]: ", Page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>")]
    [InlineData("[link](http://x.example/)", "\\[link\\]\\(http\\://x.example/)")]
    [InlineData("# heading\n- item", "\\# heading - item")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("*bold* _it_ `code` a|b ~~x~~ &amp;", "\\*bold\\* \\_it\\_ \\`code\\` a\\|b \\~\\~x\\~\\~ \\&amp;")]
    [InlineData("About 8,000 (some) at 4.30 a.m. - so far!", "About 8,000 (some) at 4.30 a.m. - so far!")]
    public void Markup_in_text_stays_text(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));
}
