using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

public sealed class ArticleIdTests
{
    private const string Text = "The mayor of Tolland said on Monday that the bridge is closed.";

    [Fact]
    public void The_same_page_has_the_same_id_wherever_it_lies() =>
        Assert.Equal(
            Id(
                new()
                {
                    Path = "a.txt",
                    Format = PageFormat.PlainText,
                    Content = Text,
                }
            ),
            Id(
                new()
                {
                    Path = "b.txt",
                    Format = PageFormat.PlainText,
                    Content = Text,
                }
            )
        );

    [Fact]
    public void The_same_words_from_two_outlets_are_two_reports() =>
        Assert.NotEqual(
            Id(
                new()
                {
                    Outlet = "Tolland Times",
                    Format = PageFormat.PlainText,
                    Content = Text,
                }
            ),
            Id(
                new()
                {
                    Outlet = "Wend Post",
                    Format = PageFormat.PlainText,
                    Content = Text,
                }
            )
        );

    [Fact]
    public void A_web_page_with_other_furniture_is_the_same_report_and_one_with_another_address_is_not()
    {
        RawPage Page(string around, string url) =>
            new()
            {
                Url = url,
                Format = PageFormat.Html,
                Content = $"<html><body><article><h1>The bridge is closed</h1><p>{Text}</p></article><aside>{around}</aside></body></html>",
            };
        Assert.Equal(Id(Page("Ferry runs late", "https://tolland.example/1")), Id(Page("Tunnel is open", "https://tolland.example/1")));
        Assert.NotEqual(Id(Page("Ferry runs late", "https://tolland.example/1")), Id(Page("Ferry runs late", "https://tolland.example/2")));
    }

    [Fact]
    public void An_id_that_the_input_has_is_kept() => Assert.Equal("7", Id(new() { Id = "7", Format = PageFormat.PlainText, Content = Text }));

    private static string Id(RawPage page) => PageReader.Read(page).Article!.Id;
}
