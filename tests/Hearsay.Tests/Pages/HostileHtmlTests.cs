using System.Diagnostics;
using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

/// <summary>
/// Pages that are made to cost a reader its time, stack or memory: each is read or refused with a reason, within bounds far above what an honest page
/// takes.
/// </summary>
[Trait("Lane", "slow")]
public sealed class HostileHtmlTests
{
    private const string Sentence = "<p>The mayor of Tolland said on Monday that the bridge over the river is closed until the spring.</p>";

    public static TheoryData<string, Func<string>> Pages => new()
    {
        { "a hundred thousand boxes within each other", () => Many("<div>", 100_000) },
        { "five hundred boxes within each other, a sentence in each", () => Many("<div>" + Sentence, 500) },
        { "a million attributes", () => "<p " + string.Join(' ', Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=1")) + ">" + Sentence },
        { "three hundred thousand siblings", () => Many("<br>", 300_000) + Sentence },
        { "two hundred thousand boxes side by side", () => Many("<div>a</div>", 190_000) + Sentence },
        { "fifty megabytes of one paragraph", () => "<p>" + new string('a', 50_000_000) },
        { "fifty megabytes of script", () => "<script>" + new string('<', 50_000_000) },
        { "a comment that never ends", () => "<!--" + Many("<b>", 1_000_000) },
        { "formatting left open", () => Many("<b><i><u><p>", 5_000) },
        { "deep nesting hidden in noscript", () => "<noscript>" + Many("<b>", 50_000) },
        { "deep nesting hidden in a drawing's style", () => "<svg><style>" + Many("<b>", 50_000) },
        { "headings within headings", () => Many("<div><h1>" + new string('x', 10_000), 250) },
        { "linked data within itself", () => "<script type='application/ld+json'>" + Many("{\"@graph\":[", 5_000) + "</script>" + Sentence },
        {
            "ten thousand class names",
            () => "<div class='" + string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"related{i}")) + "'>" + Sentence
        },
        {
            "linked teasers without end",
            () => Many("<div><h3><a href=x>The bridge is closed again today</a></h3><p>Nobody may cross it, the mayor said.</p></div>", 20_000)
        },
        { "drawings without an end of tag", () => Many("<path ", 100_000) },
        // found by fuzzing: words in capitals that are particles of place names too
        { "a dateline of particles", () => "<p>TOLLAND" + Many(" AND", 40) + " (AP) — The mayor spoke.</p>" + Sentence },
        // a parser does not see the script that stands in an attribute, and so it sees the boxes behind it
        { "deep nesting hidden behind a script in an attribute", () => "<p title=\"<script>\">" + Many("<div>", 100_000) + "</script>" + Sentence },
        { "deep nesting hidden behind a script whose name goes on", () => "<script-box>" + Many("<div>", 100_000) + "</script>" + Sentence },
        {
            "deep nesting hidden behind the end of a script whose name goes on",
            () => "<script></scripts><script></script>" + Many("<div>", 100_000) + Sentence
        },
        { "tags that never end", () => Many("<p title=\"", 500_001) },
        { "attributes with blanks before their quotation marks", () => "<p " + Many("a =  '' ", 300_000) + ">" + Sentence },
        { "tables within tables", () => Many("<table><tr><td>", 190) + Many(Sentence, 2_000) },
        { "text that tables throw out", () => "<table>" + Many("<tr>x<b>", 90) + Many("text<i></i>", 50_000) },
        { "lists of items left open", () => Many("<li>The ferry runs every hour, said the man at the pier.", 60_000) },
        { "paragraphs of capitals", () => Many("<p>" + new string('A', 300) + " AND</p>", 10_000) },
        { "five megabytes of prose in one paragraph", () => "<p>" + Many("The mayor said on Monday that it is closed (AP). ", 100_000) },
        { "five megabytes of prose in lines", () => Many("The mayor said on Monday that it is closed (AP).<br><br>", 90_000) },
        { "quotation marks without end", () => "<p>" + Many("“ ", 1_000_000) },
        { "links within links", () => Many("<a href=x>The bridge", 90) + Many("<p>The bridge is closed.</p>", 20_000) },
        {
            "a caption in every paragraph",
            () => Many("<p>FILE - In this photo, the mayor, left, stands at the bridge (AP Photo/Bo Rask) The mayor said.</p>", 30_000)
        },
        {
            "posts of a live blog",
            () =>
                "<h1>LIVE: bridge</h1><div>"
                + Many("<div><time datetime='2031-05-05T14:05:00Z'>14:05</time><h2>News</h2>" + Sentence + "</div>", 20_000)
                + "</div>"
        },
        {
            "microdata in every box",
            () => Many("<div itemprop=author><span class=author-name>" + new string('x', 300) + "</span></div>", 20_000) + Sentence
        },
        { "long paragraphs, each named like the headline", () => "<h1>One two three</h1>" + Many("<h2>One two three</h2>" + Sentence, 20_000) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Hostile_pages_are_read_or_refused_in_bounded_time(string what, Func<string> page)
    {
        var html = page();
        var (watch, used) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var (article, reason) = PageReader.Read(new RawPage { Format = PageFormat.Html, Content = html });
        // a machine that is busy with other things may let one wait; other tests run in the same process
        var took = TimeSpan.FromTicks(Math.Min(watch.Elapsed.Ticks, (Process.GetCurrentProcess().TotalProcessorTime - used).Ticks));
        Assert.True(took < TimeSpan.FromSeconds(30), $"{what}: {took}");
        Assert.True(article is null != reason is null);
    }

    [Fact]
    public void A_page_nested_too_deeply_is_refused_with_its_reason() =>
        Assert.Contains(
            "nested too deeply",
            PageReader.Read(new RawPage { Format = PageFormat.Html, Content = Many("<div>", 5_000) + Sentence }).Reason,
            StringComparison.Ordinal
        );

    private static string Many(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
