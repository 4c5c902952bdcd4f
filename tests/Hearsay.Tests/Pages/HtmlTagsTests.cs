using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

/// <summary>Tags are told from text as a browser tells them: what a page hides in attributes, comments and scripts is no mark-up.</summary>
public sealed class HtmlTagsTests
{
    [Theory]
    [InlineData("<a href=x>", 9)]
    [InlineData("<a title=\"a > b\" x>", 18)]
    [InlineData("<a title = 'a > b'>", 18)]
    [InlineData("<a title=it's>b'>", 13)]
    [InlineData("<a \">", 4)]
    [InlineData("<a title=\">", -1)]
    [InlineData("<a title", -1)]
    public void A_tag_ends_at_the_bracket_that_no_value_holds(string html, int end) => Assert.Equal(end, HtmlTags.EndOfTag(html, 0));

    [Theory]
    [InlineData("<!-->x", 4)]
    [InlineData("<!--->x", 5)]
    [InlineData("<!-- a > b -->x", 13)]
    [InlineData("<!-- a --!>x", 10)]
    [InlineData("<!DOCTYPE html>x", 14)]
    [InlineData("<!-- never", 10)]
    public void Comments_end_where_browsers_end_them(string html, int end) => Assert.Equal(end, HtmlTags.EndOfDeclaration(html, 0));

    [Theory]
    [InlineData("<link rel=canonical href=\"https://tolland.example/a?b&amp;c\">", "https://tolland.example/a?b&c")]
    [InlineData("<LINK data-href=x HREF = 'https://tolland.example/1' REL='Canonical' />", "https://tolland.example/1")]
    [InlineData("<link rel=\"alternate\" title=\"rel='canonical'\" href=\"https://tolland.example/rss\">", null)]
    [InlineData("<!-- <link rel=canonical href=\"https://tolland.example/old\"> -->", null)]
    [InlineData("<link rel=canonical>", null)]
    public void The_address_that_a_page_gives_itself_is_read_from_its_link(string link, string? url)
    {
        var page = new RawPage
        {
            Format = PageFormat.Html,
            Content =
                "<html><head>"
                + link
                + "</head><body><p>The mayor of Tolland said on Monday that the bridge is closed until the end of the month.</p></body></html>",
        };
        Assert.Equal(url, PageReader.Read(page).Article!.Url);
    }
}
