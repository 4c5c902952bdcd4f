using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

/// <summary>What is on a page but no report of anything is refused, with its reason; short reports are read.</summary>
public sealed class ReportCheckTests
{
    private const string Programme =
        "Tonight at the Old Mill\n\n18:00 Doors\n\n18:30 The Herring Band\n\n19:15 Interval\n\n19:30 Orla Choir\n\n20:15 Puppets for all ages\n\n"
        + "21:00 Prizes\n\n21:15 Fireworks over the quay\n\n21:45 Last bus to Karsk\n\n22:00 Close";

    private const string Links = """
        <p>Our archive at a glance, month by month.</p><ul><li>Minister opens the new lock</li><li>Bridge at Karsk closed for a week</li>
        <li>Ferry aground off the Skerries</li><li>Herring catch falls again</li><li>Council at odds over the quay</li><li>Lighthouse to be automated</li>
        <li>Two held after fire in the ropewalk</li><li>School roof gives way in storm</li><li>Trawler crew home after nine days</li></ul>
        """;

    [Theory]
    [InlineData(PageFormat.Html, "hi", "no report on the page: it holds no whole sentence")]
    [InlineData(PageFormat.Html, "<p>Page 4</p><p>Back to the top</p>", "no report on the page: it holds no whole sentence")]
    [InlineData(PageFormat.PlainText, Programme, "no report on the page: it holds no whole sentence")]
    [InlineData(PageFormat.Html, Links, "no report on the page: it is a list of short lines")]
    public void A_page_that_tells_nothing_is_refused(PageFormat format, string body, string reason)
    {
        var content = format == PageFormat.Html ? $"<!doctype html><html lang=\"en\"><body>{body}</body></html>" : body;
        var result = PageReader.Read(new RawPage { Format = format, Content = content });
        Assert.Null(result.Article);
        Assert.Equal(reason, result.Reason);
    }

    private const string Card = """<div class="x"><a href="/1"><h2>Mill wheel at Upper Dale turns again</h2></a><p>It had stood still for forty years. Who mended it?</p><span>3 May 2031</span></div>""";

    private static string Page(string head, string before, int cards) =>
        $"<!doctype html><html lang=\"en\"><head><title>Valley - Dale Post</title>{head}</head><body><main><h1>Valley</h1>{before}"
        + string.Concat(Enumerable.Repeat(Card, cards)) + "</main></body></html>";

    [Theory]
    [InlineData("")]
    [InlineData("<meta property='og:type' content='website'>")]
    [InlineData("<meta property='og:description' content='All that goes on in the valley, day by day.'>")]
    public void A_page_of_teasers_is_refused(string head) =>
        Assert.Equal(
            "no report on the page: it shows teasers of other pages",
            PageReader.Read(new RawPage { Format = PageFormat.Html, Content = Page(head, "", 6) }).Reason
        );

    [Theory]
    [InlineData("<meta property='og:type' content='article'>", "", 6)]
    [InlineData("<meta property='article:published_time' content='2031-05-03T07:00:00Z'>", "", 6)]
    [InlineData("", "", 2)]
    [InlineData("", "<p>The valley has a new mill wheel, a new lock and no new road, and so it will stay for as long as its council sits, said the mayor, Asta Lien, who has held the office for eleven years and means to hold it for eleven more.</p>", 6)]
    public void Teasers_beside_a_report_or_on_a_page_that_says_it_is_one_are_no_reason(string head, string before, int cards) =>
        Assert.Null(PageReader.Read(new RawPage { Format = PageFormat.Html, Content = Page(head, before, cards) }).Reason);

    [Theory]
    [InlineData("Two people are dead.")]
    [InlineData("The lock at Karsk was closed on Monday after a barge hit the upper gate, officials said")]
    public void A_short_report_is_read(string text) =>
        Assert.Equal(text, PageReader.Read(new RawPage { Format = PageFormat.PlainText, Content = text }).Article?.Text);
}
