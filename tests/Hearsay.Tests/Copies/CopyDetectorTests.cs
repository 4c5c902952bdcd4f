using System.Diagnostics;
using CsCheck;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Tests.Copies;

public sealed class CopyDetectorTests
{
    private static readonly string[] Vocabulary =
    [
        "the", "a", "mill", "river", "guard", "opened", "closed", "on", "by", "with", "grain", "north", "bridge", "“", "”",
        "\n\n",
        ".",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[0, 120].Select(words => string.Join(' ', words)),
        Gen.String[0, 300]);

    [Fact]
    public void Every_passage_lies_within_its_reports_and_has_its_words() =>
        Gen.Select(AnyText, AnyText, AnyText).Sample((a, b, shared) =>
        {
            var texts = new Dictionary<string, string> { ["a"] = a + "\n\n" + shared, ["b"] = shared + "\n\n" + b };
            foreach (var passage in Detect(texts).Passages)
            {
                foreach (var side in new[] { passage.First, passage.Second })
                    Assert.True(Words.Of(side.Span.Of(texts[side.ArticleId])).Length >= 12);
                Assert.NotEqual(passage.First.ArticleId, passage.Second.ArticleId);
            }
        }, iter: 300);

    [Fact]
    public void Every_report_is_in_exactly_one_origin() =>
        AnyText.Array[1, 5].Sample(texts =>
        {
            var named = texts.Index().ToDictionary(t => $"r{t.Index}", t => t.Item);
            Assert.Equal(named.Keys.Order(), Detect(named).Origins.SelectMany(o => o.ArticleIds).Order());
        }, iter: 200);

    [Fact]
    public void The_order_of_the_reports_does_not_change_which_are_independent()
    {
        string[] ids = ["a", "b", "c", "d"];
        var line = "The council of Elverby voted on Tuesday to close the old swimming hall for good after thirty years of repairs.";
        var texts = new Dictionary<string, string>
        {
            ["a"] = line,
            ["b"] = line + " It was late.",
            ["c"] = "Something else was decided in another town altogether.",
            ["d"] = "Late it was. " + line,
        };
        foreach (var order in (string[][])[ids, [.. ids.Reverse()], ["c", "a", "d", "b"]])
            Assert.Equal(
                ["a b d", "c"],
                Detect(order.ToDictionary(i => i, i => texts[i])).Origins.Select(o => string.Join(' ', o.ArticleIds.Order())).Order()
            );
    }

    [Theory]
    [InlineData("word ", 200_000)]
    [InlineData("x", 1_000_000)]
    [InlineData("“a ” ", 20_000)]
    [InlineData("🦉", 100_000)]
    [InlineData("ab cd ef gh ij kl mn op qr st uv wx yz ", 10_000)]
    public void Hostile_text_takes_linear_time(string unit, int times)
    {
        var text = string.Concat(Enumerable.Repeat(unit, times));
        var watch = Stopwatch.StartNew();
        Detect(new Dictionary<string, string> { ["a"] = text, ["b"] = text });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    /// <summary>Reports of words alone, without statements.</summary>
    private static Provenance Detect(Dictionary<string, string> texts) =>
        CopyDetector.Detect(
            new Story(
                "s",
                "",
                [
                    .. texts.Select(t =>
                        Empty with
                        {
                            Article = new Article
                            {
                                Id = t.Key,
                                Outlet = t.Key,
                                Text = t.Value,
                            },
                        }
                    ),
                ],
                []
            )
        );

    private static readonly Report Empty = new()
    {
        Article = new Article { Id = "", Text = "" }, Sentences = [], Attributions = [], Times = [], Figures = [], Names = [], Terms = [],
    };
}
