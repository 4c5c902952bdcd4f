using System.Diagnostics;
using System.Text.Json;
using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Briefings.Json;
using Hearsay.Briefings.Markdown;
using Hearsay.Briefings.Terminal;
using Hearsay.Model;

namespace Hearsay.Tests.Briefings;

/// <summary>Whatever comes out of the stages before, every writer writes it.</summary>
public sealed class GarbageTests
{
    private static readonly string Sentence = "The ferry at Lindow, he said, “will sail” on Monday with 40 passengers. ";

    public static TheoryData<string> Texts() =>
    [
        "“",
        "\"\"\"",
        "he said “",
        "…",
        "[“]”",
        "\u202E\u0000\uFFFF\uD800",
        "A.",
        string.Concat(Enumerable.Repeat("“x” ", 5_000)),
        new string('x', 200_000),
        string.Concat(Enumerable.Repeat("🌊مياه堤", 2_000)),
        string.Concat(Enumerable.Repeat(Sentence, 300)),
        string.Concat(Enumerable.Repeat(Sentence + "\n\n", 300)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_writer_writes_it(string text)
    {
        var pages = new[] { text, text + " Said nobody.", Sentence + text }
            .Select(
                (t, i) =>
                    new RawPage
                    {
                        Path = $"{i}.txt",
                        Format = PageFormat.PlainText,
                        Content = t,
                    }
            )
            .ToList();
        var document = Reader.Brief(pages, []);
        using var json = JsonDocument.Parse(JsonBriefing.Write(document));
        Assert.StartsWith("<!doctype html>", HtmlBriefing.Write(document), StringComparison.Ordinal);
        Assert.NotEmpty(MarkdownBriefing.Write(document));
        Assert.DoesNotContain(TerminalBriefing.Write(document, colour: false).Split('\n'), line => PlainText.Columns(line) > 80);
    }

    [Fact]
    public void Forty_reports_and_three_hundred_claims_are_written_within_seconds()
    {
        var watch = Stopwatch.StartNew();
        HtmlBriefing.Write(HostileStory.Build(40, 300));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }
}
