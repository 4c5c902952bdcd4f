using Hearsay.Briefings.Json;
using Hearsay.Model;
using Hearsay.Sources;

namespace Hearsay.Tests;

public sealed class ReaderTests
{
    [Fact]
    public void Every_page_comes_back_as_a_report_or_a_failure()
    {
        var pages = new[]
        {
            new RawPage
            {
                Path = "a.txt",
                Format = PageFormat.PlainText,
                Content = "The mayor of Tolland said on Monday that the bridge is closed.",
            },
        };
        var document = Reader.Brief(pages, []);
        Assert.Equal(pages.Length, document.Reports.Length + document.Failures.Length);
    }

    [Fact]
    public void A_story_whose_reports_are_known_is_briefed_as_the_batch_briefs_it()
    {
        var pages = PageSource.Read([Repository.At("samples/dam-breach")]);
        var batch = Reader.Brief(pages.Pages, []);
        var alone = Reader.Brief([.. pages.Pages.Reverse().Select(p => Reader.Read(p).Report!)]);
        Assert.Equal(JsonBriefing.Write(batch), JsonBriefing.Write(batch with { Stories = [alone] }));
    }
}
