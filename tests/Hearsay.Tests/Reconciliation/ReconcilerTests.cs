using System.Collections.Immutable;
using System.Diagnostics;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Copies;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Reconciliation;
using Hearsay.Statements;
using Hearsay.Stories;
using Hearsay.Text;

namespace Hearsay.Tests.Reconciliation;

public sealed class ReconcilerTests
{
    private const string Reports =
        """
        Aller Zeitung 2031-05-02: The dam broke {time: on Thursday | 2031-05-01}. {said: Ana Brandt | "We will rebuild every single house before the winter,"} the mayor said. {figure: about 340 | 340 | 340 | about | persons | residents | Tolland | | } residents fled Tolland. The operator denied {answer: denied | Aller Power | that it knew of cracks in the dam}.
        Bay Courier 2031-05-02: {said: Ana Brandt | “[The town] will rebuild every single house before the winter,”} said Ana Brandt. In Tolland {figure: 340 | 340 | 340 | exact | persons | people | Tolland | | fire brigade} people fled. Workers said {said: workers | the operator knew of cracks in the dam}.
        Tolland Post 2031-05-03: The Aller dam broke {time: on Thursday | 2031-05-01} in heavy rain. {figure: 410 | 410 | 410 | exact | persons | residents | Tolland | 2031-05-03 | fire brigade} residents fled Tolland by Saturday, the fire brigade said. The mayor promised houses {said: Ana Brandt | "before the winter"}.
        """;

    [Fact]
    public void The_order_of_the_reports_does_not_matter()
    {
        var story = MarkedStory.Parse(Reports);
        var expected = Json(story);
        foreach (var order in new[] { new[] { 2, 1, 0 }, [1, 2, 0], [0, 2, 1] })
            Assert.Equal(expected, Json(story with { Reports = [.. order.Select(i => story.Reports[i])] }));
    }

    [Fact]
    public void Every_citation_lies_within_its_report_and_cuts_out_words()
    {
        var story = MarkedStory.Parse(Reports);
        var texts = story.Reports.ToDictionary(r => r.Article.Id, r => r.Article.Text);
        var citations = Citations(Reconciler.Reconcile(story, MarkedStory.Independent(story)));
        Assert.True(citations.Count > 10);
        Assert.All(
            citations,
            c =>
                Assert.True(
                    c.Span.Length > 0
                        && c.Span.Start >= 0
                        && c.Span.End <= texts[c.ArticleId].Length
                        && c.Span.Of(texts[c.ArticleId]).Any(char.IsLetterOrDigit)
                )
        );
    }

    [Fact]
    public void Every_figure_is_in_exactly_one_series()
    {
        var story = MarkedStory.Parse(Reports);
        var inSeries = Reconciler.Reconcile(story, MarkedStory.Independent(story)).FigureSeries.SelectMany(s => s.FigureIds);
        Assert.Equal(
            story.Reports.SelectMany(r => r.Figures).Select(f => f.Id).Order(StringComparer.Ordinal),
            inSeries.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Reports_of_one_origin_count_once()
    {
        var story = MarkedStory.Parse(
            "Aller Zeitung 2031-05-02: The Aller dam broke in heavy rain.\nBay Courier 2031-05-02: The Aller dam broke in heavy rain."
        );
        var claim = Assert.Single(Reconciler.Reconcile(story, new Provenance([new Origin("Wire", ["Aller Zeitung", "Bay Courier"], "")], [])).Claims);
        Assert.Equal((2, 1), (claim.Outlets, claim.IndependentOrigins));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud83d")]
    [InlineData("“”“ ” \" ' [ ( { …")]
    [InlineData("مرحبا بالعالم 🙂🙂 “نعم” 12")]
    public void Odd_texts_are_compared_without_harm(string text)
    {
        var story = Unmarked(text, text);
        Assert.NotNull(Reconciler.Reconcile(story, MarkedStory.Independent(story)).Claims.ToString());
    }

    [Fact]
    [Trait("Lane", "slow")]
    public void Ten_thousand_quotations_are_compared_in_seconds()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"\"word{i % 700} other{i % 13} third{i % 50}\" he said. "));
        var story = Unmarked(text, "\"word1 other1 third1\" she said.");
        var watch = Stopwatch.StartNew();
        Reconciler.Reconcile(story, MarkedStory.Independent(story));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    [Trait("Lane", "slow")]
    public void Forty_copies_of_one_long_report_are_compared_in_seconds()
    {
        var text = string.Join(
            ' ',
            Enumerable.Range(0, 80).Select(i => $"The {Word(i)} of the {Word(i * 7)} saw the {Word(i * 3)} beside the {Word(i + 40)} bridge.")
        );
        var story = Unmarked([.. Enumerable.Repeat(text, 40)]);
        var watch = Stopwatch.StartNew();
        var claims = Reconciler.Reconcile(story, MarkedStory.Independent(story)).Claims;
        Assert.Contains(claims, c => c.Outlets == 40);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    private static string Word(int i) => string.Concat("bdfglmnprt"[i % 10], "aeiou"[i / 10 % 5], "klmnst"[i % 6], "aeo"[i % 3], "rn"[i % 2]);

    private static Story Unmarked(params string[] texts) => new("s1", "", [.. texts.Select((text, i) =>
    {
        var reading = LanguageReader.Read(new Article { Id = $"a{i}", Outlet = $"Outlet {i}", Text = text });
        return new Report
        {
            Article = reading.Article,
            Sentences = [.. reading.Sentences.Select(s => new SentenceSpan(s.Span, s.Paragraph))],
            Quotations = reading.Quotations,
            Attributions = [], Times = [], Figures = [], Names = [], Terms = [],
        };
    })], []);

    private static string Json(Story story)
    {
        var provenance = MarkedStory.Independent(story with { Reports = [.. story.Reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal)] });
        var findings = Reconciler.Reconcile(story, provenance);
        var sorted = story with { Reports = [.. story.Reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal)] };
        return JsonBriefing.Write(new BriefingDocument(sorted.Reports, [new StoryBriefing(sorted, provenance, findings, [])], []));
    }

    private static List<Citation> Citations(Findings findings) =>
        [
            .. findings.QuoteGroups.SelectMany(q => q.Variants).Select(v => v.Span),
            .. findings.Claims.SelectMany(c => c.Support),
            .. findings.Responses.Select(r => r.Span),
            .. findings.Timeline.SelectMany(t => t.Support),
        ];
}
