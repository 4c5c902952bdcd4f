using System.Net;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Api;

/// <summary>What people are reported to have said, through the API.</summary>
public sealed class QuotesApiTests(SamplesDesk samples) : IClassFixture<SamplesDesk>
{
    private readonly OpenDesk _desk = samples.Desk;

    [Fact]
    public async Task A_person_s_words_are_those_of_nobody_who_only_bears_the_name_within_another()
    {
        var said = (await _desk.JsonAsync("/api/quotes?speaker=haldane&limit=200")).GetProperty("items").EnumerateArray().ToList();
        Assert.All(said, s => Assert.Equal("Ines Haldane", s.GetProperty("speaker").GetString()));
        var days = said.Select(s => s.GetProperty("published").GetString()).ToList();
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        foreach (var one in said.Take(3))
        {
            var report = await _desk.JsonAsync("/api/reports/" + one.GetProperty("articleId").GetString());
            var text = report.GetProperty("articles")[0].GetProperty("text").GetString()!;
            var cut = text.Substring(one.GetProperty("start").GetInt32(), one.GetProperty("length").GetInt32());
            Assert.StartsWith(one.GetProperty("words").GetString()!.Split(" … ")[0], cut, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everybody_in_a_story_speaks_and_who_declines_to_says_nothing()
    {
        var story = (await _desk.JsonAsync("/api/stories")).GetProperty("items").EnumerateArray().First(s => s.GetProperty("title").GetString()!.Contains("Corvane", StringComparison.Ordinal));
        var answer = await _desk.JsonAsync($"/api/quotes?story={story.GetProperty("id").GetString()}&limit=200");
        var said = answer.GetProperty("items").EnumerateArray().ToList();
        Assert.True(said.Select(s => s.GetProperty("speaker").GetString()).Distinct().Count() > 5);
        Assert.DoesNotContain(said, s => s.GetProperty("words").GetString() == "to comment on the email");
        Assert.Equal(said.Count, answer.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/api/quotes", HttpStatusCode.BadRequest)]
    [InlineData("/api/quotes?speaker=haldane&limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/quotes?story=nothing", HttpStatusCode.NotFound)]
    public async Task What_is_asked_wrongly_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await _desk.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }
}
