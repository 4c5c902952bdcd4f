using Hearsay.App.Cli;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Pages;

/// <summary>
/// The pages under Recorded/ with the results that `hearsay record` wrote beside them, and the command itself. A page that is recorded anew is one
/// file more here, no code.
/// </summary>
public sealed class RecordedPageTests
{
    private static readonly string Folder = Repository.At("tests", "Hearsay.Tests", "Pages", "Recorded");

    public static TheoryData<string> Recorded =>
        [.. Directory.GetFiles(Folder, "*.html").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void A_recorded_page_is_read_as_it_was(string name)
    {
        var page = new RawPage { Format = PageFormat.Html, Content = File.ReadAllText(Path.Combine(Folder, name + ".html")) };
        Assert.Equal(
            File.ReadAllText(Path.Combine(Folder, name + ".json")).ReplaceLineEndings("\n"),
            RecordedPage.Expected(PageReader.Read(page).Article!)
        );
    }

    [Fact]
    public void Record_writes_the_page_and_what_is_read_from_it()
    {
        using var folder = new TemporaryFolder();
        var page = Path.Combine(Folder, "harbour-post.html");
        var run = CommandRun.Of("record", page, "--to", folder.Path);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var name = Path.Combine(folder.Path, "harbour-post-example-2031-11-02-pilots");
        Assert.Equal(File.ReadAllText(page), File.ReadAllText(name + ".html"));
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(page, ".json")).ReplaceLineEndings("\n"), File.ReadAllText(name + ".json"));
        Assert.Equal($"{name}.html\n{name}.json\n", run.Output);
        Assert.Contains("--force", CommandRun.Of("record", page, "--to", folder.Path).Error, StringComparison.Ordinal);
        Assert.Equal(0, CommandRun.Of("record", page, "--to", folder.Path, "--force").Code);
    }

    [Fact]
    public void Record_says_why_a_page_cannot_be_read()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("record", folder.Write("empty.html", "<html><body><nav>Home</nav></body></html>"), "--to", folder.Path);
        Assert.Equal(2, run.Code);
        Assert.Contains("empty.html: ", run.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Path));
    }
}
