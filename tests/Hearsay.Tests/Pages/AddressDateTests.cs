using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

/// <summary>The date that an outlet puts into the address of a report.</summary>
public sealed class AddressDateTests
{
    [Theory]
    [InlineData("https://courier.example/news/2031/04/02/pier-closed", "2031-04-02")]
    [InlineData("https://courier.example/news/2031/4/2/", "2031-04-02")]
    [InlineData("https://courier.example/2031-04-02-pier-closed.html", "2031-04-02")]
    [InlineData("https://courier.example/world/2031/apr/02/pier-closed", "2031-04-02")]
    [InlineData("https://courier.example/News/2031/Apr-02/pier.ashx", "2031-04-02")]
    [InlineData("https://courier.example/news/2031/0402/506786-pier/", "2031-04-02")]
    [InlineData("https://courier.example/index/2031/04/715_new_lamps.html", null)]
    [InlineData("https://courier.example/2031/02/31/pier", null)]
    [InlineData("https://courier.example/news/education-20310402", null)]
    public void A_day_is_read_where_the_address_gives_it_whole(string address, string? day)
    {
        var page = new RawPage { Format = PageFormat.PlainText, Url = address, Title = "The pier is closed", Content = "The pier of Tarn is closed, the harbour office said. Nobody was hurt." };
        Assert.Equal(day, PageReader.Read(page).Article!.Published.Value);
    }

    [Fact]
    public void The_year_of_the_address_completes_the_day_that_the_report_names()
    {
        var page = new RawPage
        {
            Url = "https://courier.example/index/2031/04/pier.html",
            Format = PageFormat.PlainText,
            Title = "The pier is closed",
            Content = "The pier of Tarn was closed today (April 2), the harbour office said. Nobody was hurt.",
        };
        Assert.Equal("2031-04-02", PageReader.Read(page).Article!.Published.Value);
    }
}
