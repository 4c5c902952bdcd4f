using System.Text;
using Hearsay.Model;
using Hearsay.Sources;

namespace Hearsay.Tests.Sources;

public sealed class PageSourceTests
{
    [Fact]
    public void A_folder_is_read_with_everything_below_it_in_the_order_of_the_paths()
    {
        using var folder = new ScratchFolder();
        foreach (var name in new[] { "b.txt", "a/z.md", "a/B.html", "a.txt" }) folder.Write(name, "The bridge is closed.");
        foreach (var name in new[] { "a/photo.jpg", ".hidden/x.txt", ".x.txt", "page.css" }) folder.Write(name, "not a report");
        var source = PageSource.Read([folder.Path]);
        Assert.Empty(source.Failures);
        Assert.Equal(
            ["a.txt", "a/B.html", "a/z.md", "b.txt"],
            source.Pages.Select(p => Path.GetRelativePath(folder.Path, p.Path!).Replace('\\', '/'))
        );
        Assert.Equal([PageFormat.PlainText, PageFormat.Html, PageFormat.Markdown, PageFormat.PlainText], source.Pages.Select(p => p.Format));
    }

    [Fact]
    public void The_order_of_the_paths_and_naming_one_twice_change_nothing()
    {
        using var folder = new ScratchFolder();
        var (a, b) = (folder.Write("a.txt", "The bridge is closed."), folder.Write("b.txt", "The bridge is open."));
        Assert.Equal(PageSource.Read([a, b]).Pages, PageSource.Read([b, a, folder.Path, b]).Pages);
    }

    [Fact]
    public void A_record_keeps_what_it_says_of_itself()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(
            "r.json",
            """{"id": 7, "title": "Bridge closed", "text": "The bridge is closed.", "url": "https://tolland.example/7", "outlet": "Tolland Times", "published": "2031-05-05", "extra": [1]}"""
        );
        Assert.Equal(
            new RawPage
            {
                Id = "7",
                Path = path,
                Title = "Bridge closed",
                Content = "The bridge is closed.",
                Url = "https://tolland.example/7",
                Outlet = "Tolland Times",
                Published = "2031-05-05",
                Format = PageFormat.PlainText,
            },
            Assert.Single(PageSource.Read([path]).Pages)
        );
    }

    [Theory]
    [InlineData("r.jsonl", "{\"text\": \"One.\"}\n\nnot json\n{\"html\": \"<p>Two.</p>\"}\n", "3", "1", "4")]
    [InlineData("r.json", "[{\"text\": \"One.\"}, {\"title\": \"no text\"}, {\"html\": \"<p>Two.</p>\"}]", "2", "1", "3")]
    public void Records_are_numbered_and_bad_ones_named(string name, string content, string bad, string first, string second)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write(name, content);
        var source = PageSource.Read([path]);
        Assert.Equal([$"{path}#{first}", $"{path}#{second}"], source.Pages.Select(p => p.Path));
        Assert.Equal([PageFormat.PlainText, PageFormat.Html], source.Pages.Select(p => p.Format));
        Assert.Equal($"{path}#{bad}", Assert.Single(source.Failures).Path);
    }

    [Fact]
    public void An_id_that_two_different_reports_claim_is_not_kept()
    {
        using var folder = new ScratchFolder();
        folder.Write("r.jsonl", "{\"id\": \"1\", \"text\": \"One.\"}\n{\"id\": \"1\", \"text\": \"Two.\"}\n{\"id\": \"2\", \"text\": \"Three.\"}");
        Assert.Equal([null, null, "2"], PageSource.Read([folder.Path]).Pages.Select(p => p.Id));
    }

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "naïve “quotes” – Łódź" },
        { "utf-16", "naïve “quotes” – Łódź" },
        { "utf-16BE", "naïve “quotes” – Łódź" },
        { "windows-1252", "naïve “quotes” – café" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encodings_are_told_from_the_bytes(string name, string words)
    {
        using var folder = new ScratchFolder();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text =
            $"The mayor said on Monday that the bridge is closed and that the {words} stay. "
            + string.Concat(Enumerable.Repeat("Nobody may cross it until the end of the month, she said. ", 5));
        var encoding = Encoding.GetEncoding(name);
        var path = folder.Write("t.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        Assert.Equal(text, Assert.Single(PageSource.Read([path]).Pages).Content);
    }

    [Fact]
    public void A_page_is_decoded_as_it_says()
    {
        using var folder = new ScratchFolder();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string html = "<html><head><meta charset=\"windows-1250\"></head><p>Most w Łodzi</p></html>";
        Assert.Equal(html, Assert.Single(PageSource.Read([folder.Write("p.html", Encoding.GetEncoding(1250).GetBytes(html))]).Pages).Content);
    }
}
