using Hearsay.Model;
using Hearsay.Stories;

namespace Hearsay.Tests.Stories;

public sealed class OutletNameTests
{
    [Theory]
    [InlineData("Norvik Post", null, "x/0a1b.txt", "Norvik Post")]
    [InlineData("www.norvikpost.example", null, null, "norvikpost.example")]
    [InlineData(null, "https://www.norvikpost.example/1", "x/0a1b.txt", "norvikpost.example")]
    [InlineData("  ", "https://www.norvikpost.example/1", null, "norvikpost.example")]
    [InlineData(null, null, "reports/norvik-post_20310606.html", "Norvik Post")]
    [InlineData(null, null, "004_0a1b2c3d4e5f6a7b.txt", "unnamed outlet")]
    [InlineData(null, null, "12.txt", "unnamed outlet")]
    [InlineData(null, null, "-", "unnamed outlet")]
    [InlineData(null, null, null, "unnamed outlet")]
    public void A_number_or_a_hash_is_no_name(string? outlet, string? url, string? path, string name) =>
        Assert.Equal(name, OutletName.Of(new Article { Id = "a", Outlet = outlet, Url = url, Path = path, Text = "" }));

    [Theory]
    [InlineData("report-2.txt")]
    [InlineData("saved page.html")]
    [InlineData("norvik-post.jsonl#3")]
    [InlineData("talks-on-ferry-strike-break-up.txt")]
    public void A_file_that_is_called_after_what_is_in_it_names_nobody(string path) =>
        Assert.Equal(OutletName.Unnamed, OutletName.Of(new Article { Id = "a", Path = path, Text = "" }));

    [Theory]
    [InlineData("www.nytimes.com", null, null, "The New York Times")]
    [InlineData("NYTimes.com", null, null, "The New York Times")]
    [InlineData(null, "https://edition.cnn.com/2031/1.html", null, "CNN")]
    [InlineData(null, "http://www.bbc.co.uk/news/1", null, "BBC")]
    [InlineData(null, "https://www.bbc.com/news/1", null, "BBC")]
    [InlineData(null, "https://timesofindia.indiatimes.com/1", null, "The Times of India")]
    [InlineData(null, "https://www.businessinsider.de/1", null, "Business Insider Deutschland")]
    [InlineData(null, null, "stories/www-nytimes-com-2.json", "The New York Times")]
    [InlineData(null, null, "stories/timesofindia-indiatimes-com.json", "The Times of India")]
    [InlineData("The Vale Ledger", "https://www.nytimes.com/1", null, "The Vale Ledger")]
    public void A_host_that_is_known_has_a_name(string? outlet, string? url, string? path, string name) =>
        Assert.Equal(name, OutletName.Of(new Article { Id = "a", Outlet = outlet, Url = url, Path = path, Text = "" }));

    [Fact]
    public void A_report_that_names_nobody_has_the_name_of_its_host_when_it_is_read()
    {
        var page = new RawPage
        {
            Format = PageFormat.PlainText, Title = "Lock reopens",
            Content = "The lock at Brennholm reopened to barges on Tuesday after a week of repairs, the harbour master said.",
        };
        Assert.Equal("The Guardian", Read(page with { Url = "https://www.theguardian.com/1" }));
        Assert.Equal("The Guardian", Read(page with { Outlet = "www.theguardian.com" }));
        Assert.Equal("The Guardian", Read(page with { Path = "www-theguardian-com.txt" }));
        Assert.Equal("Vale Ledger", Read(page with { Outlet = "Vale Ledger", Url = "https://www.theguardian.com/1" }));
        Assert.Null(Read(page with { Path = "vale-ledger.txt" }));

        static string? Read(RawPage page) => Hearsay.Pages.PageReader.Read(page).Article!.Outlet;
    }

    [Fact]
    public void Unnamed_outlets_of_a_story_are_numbered()
    {
        var names = OutletName.Of([
            .. new (string Id, string? Outlet)[] { ("b", null), ("a", null), ("c", "Norvik Post") }.Select(x =>
                Reader.Read(new Article { Id = x.Id, Outlet = x.Outlet, Text = "" })
            ),
        ]);
        Assert.Equal(["unnamed outlet 1", "unnamed outlet 2", "Norvik Post"], ((string[])["b", "a", "c"]).Select(id => names[id]));
    }
}
