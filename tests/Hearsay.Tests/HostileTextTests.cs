using System.Diagnostics;
using System.Text;
using Hearsay.Briefings;
using Hearsay.Cast;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Text;

namespace Hearsay.Tests;

/// <summary>What nobody writes but what may come in: no exception, every span within the text, time that grows as the text does.</summary>
[Trait("Lane", "slow")]
public sealed class HostileTextTests
{
    /// <summary>By name: the text at a size that is read in well under a second.</summary>
    private static readonly Dictionary<string, Func<int, string>> Kinds = new(StringComparer.Ordinal)
    {
        ["random bytes as UTF-8"] = n => Encoding.UTF8.GetString(Bytes(n * 2_000)),
        ["random bytes as Latin-1"] = n => Encoding.Latin1.GetString(Bytes(n * 1_500)),
        ["no space"] = n => new string('a', n * 250_000),
        ["marks without a space"] = n => Many("ab-cd/ef.gh'", n * 100),
        ["one word"] = n => Many("word ", n * 750),
        ["one sentence"] = n => Many("the bridge, a road, they said, ", n * 75) + ".",
        ["emoji"] = n => Many("\U0001F600\U0001F44D\U0001F3FD ", n * 300),
        ["right to left"] = n => Many("שלום العالم, \u202Eabc\u202C. ", n * 150),
        ["nested brackets"] = n => Many("([", n * 600) + "a" + Many("])", n * 600),
        ["quotations"] = n =>
            string.Concat(Enumerable.Range(0, n * 75).Select(i => $"\"word{i % 70} other{i % 13} third{i % 50} and more\" he said. ")),
        ["quotation marks"] = n => Many("\"a\" ", n * 1_250),
        ["opening marks"] = n => Many("“we ‘go ", n * 300),
        ["apostrophes"] = n => Many("'we go' the ministers' plan ", n * 150),
        ["lines"] = n => Many("word\n", n * 750),
        ["digits"] = n => Many("1", n * 12_500),
        ["numbers"] = n => Many("12 ", n * 375),
        ["number words"] = n => Many("twenty one hundred ", n * 75),
        ["months"] = n => Many("March May June ", n * 75),
        ["capitals"] = n => Many("Ann Brown Mayor ", n * 150),
        ["broken surrogates"] = n => Many("\uD83D word \uDE80 ", n * 125),
        ["paragraphs"] = n =>
            string.Join(
                "\n\n",
                Enumerable
                    .Range(0, n * 3)
                    .Select(p =>
                        string.Concat(
                            Enumerable.Range(0, 15).Select(s => $"The mayor of ward {s} said on Monday that {(p * 15) + s} people were hurt. ")
                        )
                    )
            ),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsReadAndBriefed(string kind)
    {
        var text = Kinds[kind](2);
        var page = new RawPage
        {
            Format = PageFormat.PlainText,
            Content = "The council closed the bridge on Monday, officials said.\n\n" + text,
            Published = "2024-05-02",
        };
        var document = Reader.Brief([page, page with { Content = page.Content + "\n\nThe road is open again." }], []);
        Assert.Equal(2, document.Reports.Length + document.Failures.Length);
        foreach (var report in document.Reports) Valid(report);
        Valid(Reader.Read(new Article { Id = "a", Text = text }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TakesTimeAsItGrows(string kind)
    {
        var (once, fourfold) = (Kinds[kind](2), Kinds[kind](8));
        Time(once);
        // What grows with the square takes sixteen times as long. The machine may be busy with something else: the best of a few tries counts, and
        // the first good one ends them.
        var ratio = double.MaxValue;
        for (var tries = 0; tries < 5 && ratio > 9; tries++) ratio = Math.Min(ratio, Time(fourfold) / Math.Max(Time(once), 0.005));
        Assert.True(ratio <= 9, $"{kind}: four times the text takes {ratio:0.0} times as long");
    }

    [Fact]
    public void ASentenceHasAnEnd()
    {
        var reading = LanguageReader.Read(new Article { Id = "a", Text = Many("the bridge, a road; they said, ", 1_000) });
        Assert.All(reading.Sentences, s => Assert.InRange(s.Count, 1, SentenceSplitter.Longest));
        Assert.All(reading.Sentences.SkipLast(1), s => Assert.EndsWith(";", s.Span.Of(reading.Text), StringComparison.Ordinal));
    }

    private static double Time(string text)
    {
        var clock = Stopwatch.GetTimestamp();
        var reading = LanguageReader.Read(new Article { Id = "a", Text = text });
        Assert.NotEmpty(reading.Tokens);
        Assert.NotNull(StatementReader.Read(reading));
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static void Valid(Report report)
    {
        var length = report.Article.Text.Length;
        var spans = report.Sentences.Select(s => s.Span).Concat(report.Times.Select(t => t.Span)).Concat(report.Figures.Select(f => f.Span))
            .Concat(report.Quotations.Select(q => q.Span)).Concat(report.Attributions.SelectMany(a => a.Content));
        Assert.All(spans, s => Assert.True(s.Start >= 0 && s.Length > 0 && s.End <= length));
        var reading = LanguageReader.Read(report.Article);
        var last = 0;
        foreach (var token in reading.Tokens)
        {
            Assert.True(token.Span.Start >= last && token.Span.Length > 0 && token.Span.End <= length);
            Assert.True(reading.Text.AsSpan(last, token.Span.Start - last).IndexOfAnyExcept(Spaces) < 0, "only white space lies between tokens");
            Assert.True(
                token.Head >= -1 && token.Head < reading.Tokens.Length && (token.Head < 0 || reading.Tokens[token.Head].Sentence == token.Sentence)
            );
            last = token.Span.End;
        }

        Assert.All(reading.Names, n => Assert.True(n.Span.Start >= 0 && n.Span.Length > 0 && n.Span.End <= length));
        Assert.All(reading.Quotations, q => Assert.True(q.Span.Start <= q.Inner.Start && q.Inner.End <= q.Span.End && q.Span.End <= length));
        Assert.All(CastReader.Read(reading).All.SelectMany(e => e.Mentions), m => Assert.True(m.Span.Start >= 0 && m.Span.Length > 0 && m.Span.End <= length));
    }

    private static readonly System.Buffers.SearchValues<char> Spaces = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(Tokenizer.IsSpace),
    ]);

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(5).NextBytes(bytes);
        return bytes;
    }

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
