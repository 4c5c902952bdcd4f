using CsCheck;
using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Tests.Pages;

/// <summary>What holds for every page, whatever stands on it.</summary>
public sealed class PageProperties
{
    private static readonly string[] Lines =
    [
        "The mayor of Tolland said on Monday that the bridge is closed.", "“It will stay closed,” she told reporters. “Nobody may cross it.”",
        "Share this article", "Sign up for our newsletter", "World", "",
        "SEE ALSO: Ten bridges to cross before they fall", "TOLLAND, Vt. (AP) — Officials closed the bridge on Tuesday.", "By Ann Lee",
        "2:31 Watch the bridge sway", "Published: 5 May 2031 14:05 GMT",
        "- one\n- two",
        "(Photo: Ann Lee)",
        "File - In this May 4, 2030 file photo, the bridge is seen. (AP Photo/Ann Lee, File)",
        "Copyright 2031 The Associated Press. All rights reserved.",
        "The bridge was built in 1931 (Reporting by Ann Lee; Editing by Bo Rask)",
        "\"",
        "\uD83D\uDE00\uD800",
        "\u202Eabc",
        "Ann Lee covers bridges for the Tolland Times.",
    ];

    private static readonly string[] Tags =
    [
        "<p>", "</div>", "<b><i><a href='", "<!--", "<script>", "<table><p>", "<svg/>", "&#xD800;", "<meta charset=x>",
        "<h1>The mayor said that</h1>", "<br><br>",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[[]],\"headline\":\"\\ud800\"}</script>",
    ];

    private static readonly Gen<string> Pages = Gen.OneOf(Gen.Int[0, Lines.Length - 1].Select(i => Lines[i]), Gen.String[0, 60])
        .List[0, 25]
        .Select(lines => string.Join('\n', lines));

    [Fact]
    public void Cleaning_neither_adds_nor_loses_nor_reorders_a_letter() => Pages.Sample(page =>
    {
        var paragraphs = Paragraphs.Of(page);
        var sorted = FurnitureSorter.Sort(paragraphs.Select(p => new Block(p)), null, []);
        Assert.Equal(Letters(string.Concat(CleanText.Lines(page))), Letters(string.Concat(sorted.Blocks.Select(b => b.Text))));
    }, seed: "0000000000001", iter: 2000);

    [Fact]
    public void The_body_is_made_of_the_pages_own_paragraphs_in_their_order() => Pages.Sample(page =>
    {
        if (PageReader.Read(new RawPage { Format = PageFormat.PlainText, Content = page }).Article is not { } article) return;
        var at = 0;
        var whole = string.Join(' ', Paragraphs.Of(page));
        foreach (var paragraph in article.Text.Split("\n\n"))
        {
            at = whole.IndexOf(paragraph, at, StringComparison.Ordinal);
            Assert.True(at >= 0, paragraph);
            at += paragraph.Length;
        }
    }, seed: "0000000000002", iter: 2000);

    [Fact]
    public void No_markup_makes_the_reader_throw() => Gen.OneOf(Gen.String[0, 40], Gen.Int[0, Tags.Length - 1].Select(i => Tags[i]))
        .List[0, 30].Select(parts => string.Concat(parts)).Sample(html =>
        {
            var (article, reason) = PageReader.Read(new RawPage { Format = PageFormat.Html, Content = html });
            Assert.True(article is null != reason is null);
        }, seed: "0000000000004", iter: 500);

    public static TheoryData<string, string> Hostile => new()
    {
        { "one word of a million letters", new string('a', 1_000_000) },
        { "ten thousand quotation marks", string.Concat(Enumerable.Repeat("\"'“”‘’", 10_000)) },
        { "a million full stops", new string('.', 1_000_000) },
        { "a million capitals with commas", string.Concat(Enumerable.Repeat("A, ", 300_000)) },
        { "brackets left open", string.Concat(Enumerable.Repeat("(Photo [Image ", 50_000)) },
        { "lines of one letter", string.Concat(Enumerable.Repeat("a\n", 200_000)) },
        { "emoji", string.Concat(Enumerable.Repeat("\uD83D\uDC69\u200D\uD83D\uDE80 ", 100_000)) },
        { "a sentence a hundred thousand times", string.Concat(Enumerable.Repeat("The mayor said on Monday that it is closed. ", 50_000)) },
        { "dates", string.Concat(Enumerable.Repeat("Monday, May 5, 2031 ", 50_000)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_takes_no_more_than_its_length_deserves(string what, string content)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = PageReader.Read(new RawPage { Format = PageFormat.PlainText, Content = content });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{what}: {watch.Elapsed}");
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
