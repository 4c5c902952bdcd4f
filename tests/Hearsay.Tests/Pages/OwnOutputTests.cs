using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Pages;

/// <summary>A briefing given back to Hearsay would count as one more origin of what it sums up.</summary>
public sealed class OwnOutputTests
{
    [Theory]
    [InlineData("html", "html")]
    [InlineData("markdown", "md")]
    [InlineData("json", "json")]
    [InlineData("terminal", "txt")]
    [Trait("Lane", "slow")]
    public void A_briefing_of_its_own_is_no_report(string format, string extension)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "briefing." + extension);
        var made = CommandRun.Of("brief", Repository.At("samples", "dam-breach"), "--format", format, "--out", file);
        Assert.True(made.Code == 0, made.Error);
        var run = CommandRun.Of("brief", file);
        Assert.Contains("a briefing of Hearsay's own, no report", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_neighbouring_elements_are_not_glued()
    {
        const string Page = """
            <!doctype html><html lang="en"><body><article><h1>Lock at Karsk closed for a week</h1>
            <p><span class="when">13 March 2031</span><span>At least two barges hit the gate, the harbour master said.</span></p>
            <p><span class="first">T</span>he firm of <b>Mac</b>OS fame would not say when H<sub>2</sub>O would flow again in the upper basin.</p>
            </article></body></html>
            """;
        var text = PageReader.Read(new RawPage { Format = PageFormat.Html, Content = Page }).Article!.Text;
        Assert.Contains("13 March 2031 At least two barges", text, StringComparison.Ordinal);
        Assert.Contains("The firm of MacOS fame would not say when H2O would", text, StringComparison.Ordinal);
    }
}
