using Hearsay.Model;

namespace Hearsay.Tests;

public sealed class ReaderTests
{
    [Fact]
    public void Every_page_comes_back_as_a_report_or_a_failure()
    {
        var pages = new[] { new RawPage { Path = "a.txt", Format = PageFormat.PlainText, Content = "The mayor of Tolland said on Monday that the bridge is closed." } };
        var document = Reader.Brief(pages, []);
        Assert.Equal(pages.Length, document.Reports.Length + document.Failures.Length);
    }
}
