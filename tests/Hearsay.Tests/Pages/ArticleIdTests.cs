using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

public sealed class ArticleIdTests
{
    private const string Text = "The mayor of Tolland said on Monday that the bridge is closed.";

    [Fact]
    public void The_same_page_has_the_same_id_wherever_it_lies() => Assert.Equal(Id(new() { Path = "a.txt", Format = PageFormat.PlainText, Content = Text }), Id(new() { Path = "b.txt", Format = PageFormat.PlainText, Content = Text }));

    [Fact]
    public void The_same_words_from_two_outlets_are_two_reports() =>
        Assert.NotEqual(Id(new() { Outlet = "Tolland Times", Format = PageFormat.PlainText, Content = Text }), Id(new() { Outlet = "Wend Post", Format = PageFormat.PlainText, Content = Text }));

    [Fact]
    public void An_id_that_the_input_has_is_kept() => Assert.Equal("7", Id(new() { Id = "7", Format = PageFormat.PlainText, Content = Text }));

    private static string Id(RawPage page) => PageReader.Read(page).Article!.Id;
}
