using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Briefings.Json;
using Hearsay.Briefings.Markdown;
using Hearsay.Briefings.Terminal;
using Hearsay.Model;
using Hearsay.Sources;

namespace Hearsay.Tests.Briefings;

/// <summary>The same reports give the same bytes, whatever their order, on every run: on both samples, in every format.</summary>
[Trait("Lane", "slow")]
public sealed class SameBytesTests
{
    private static readonly SourceResult Samples = PageSource.Read([Repository.At("samples")]);
    private static readonly string[] First = Written(Samples.Pages);

    [Fact]
    public void A_second_run_gives_the_same() => Assert.Equal(First, Written(Samples.Pages));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Another_order_gives_the_same(int seed)
    {
        var pages = Samples.Pages.ToArray();
        new Random(seed).Shuffle(pages);
        Assert.Equal(First, Written(pages));
    }

    [Fact]
    public void The_samples_are_more_than_one_story() => Assert.True(Reader.Brief(Samples.Pages, []).Stories.Length > 1);

    private static string[] Written(IReadOnlyList<RawPage> pages)
    {
        var document = Reader.Brief(pages, []);
        return
        [
            JsonBriefing.Write(document), HtmlBriefing.Write(document), MarkdownBriefing.Write(document),
            TerminalBriefing.Write(document, colour: true),
        ];
    }
}
