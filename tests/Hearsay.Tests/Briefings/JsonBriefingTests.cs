using System.Text.Json;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Model;
using Hearsay.Statements;
using NJsonSchema;

namespace Hearsay.Tests.Briefings;

public sealed class JsonBriefingTests
{
    private static readonly string Written = JsonBriefing.Write(LockStory.Document);

    [Fact]
    public async Task What_is_written_is_valid_against_the_published_schema()
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(Written).Select(e => $"{e.Path}: {e.Kind}"));
    }

    [Theory]
    [InlineData("\"verdict\": \"differ\"", "\"verdict\": \"differs\"")]
    [InlineData("\"kind\": \"date-line\"", "\"kind\": \"dateLine\"")]
    [InlineData("\"low\": 14", "\"low\": \"14\"")]
    [InlineData("\"failures\"", "\"failed\"")]
    [InlineData("\"date\": \"2031-04-08\"", "\"date\": \"8 April 2031\"")]
    public async Task The_schema_refuses_what_the_contract_does_not_have(string written, string wrong)
    {
        Assert.Contains(written, Written, StringComparison.Ordinal);
        Assert.NotEmpty((await Schema()).Validate(Written.Replace(written, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_span_carries_the_words_it_cuts_out()
    {
        using var json = JsonDocument.Parse(Written);
        var briefing = App.Cli.WrittenBriefing.From(json.RootElement)!;
        Assert.True(briefing.Spans.Count > 40);
        Assert.All(briefing.Spans, span => Assert.Equal(span.Text, span.Cut(briefing.Articles[span.ArticleId].Text)));
    }

    [Fact]
    public void Curly_quotes_and_other_scripts_stay_readable()
    {
        var json = JsonBriefing.Write(new BriefingDocument([], [], [new Failure("Łódź “x” русский.txt", "it’s <empty> & done")]));
        Assert.Contains("Łódź “x” русский.txt", json, StringComparison.Ordinal);
        Assert.Contains("it’s <empty> & done", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_have_no_needless_zeros()
    {
        var report = LockStory.Document.Reports[0];
        var figure = report.Figures[0] with { Low = 4.6000m, High = 8000.00m };
        var json = JsonBriefing.Write(new BriefingDocument([report with { Figures = [figure] }], [], []));
        Assert.Contains("\"low\": 4.6,", json, StringComparison.Ordinal);
        Assert.Contains("\"high\": 8000,", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_the_writer()
    {
        var article = new Article { Id = "x", Text = "broken \uD83D emoji" };
        var report = LockStory.Document.Reports[0] with
        {
            Article = article,
            Attributions = [],
            Times = [new TimeExpression(new(0, 6), "2031")],
            Figures = [],
        };
        using var json = JsonDocument.Parse(JsonBriefing.Write(new BriefingDocument([report], [], [])));
        Assert.Equal(article.Text.Length, json.RootElement.GetProperty("articles")[0].GetProperty("text").GetString()!.Length);
    }

    private static Task<JsonSchema> Schema() => JsonSchema.FromFileAsync(Repository.At("docs", "briefing.schema.json"));
}
