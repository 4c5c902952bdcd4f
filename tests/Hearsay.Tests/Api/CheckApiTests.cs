using System.Net;
using System.Text.Json;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Api;

/// <summary>A sentence checked through the API and on the desk's page.</summary>
public sealed class CheckApiTests(SamplesDesk samples) : IClassFixture<SamplesDesk>
{
    private const string Sentence = "President Edmund Lasko declared three days of national mourning.";

    private readonly OpenDesk _desk = samples.Desk;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_api_says_who_carries_a_sentence_and_where_that_stands()
    {
        var answer = await _desk.JsonAsync("/api/check?q=" + Uri.EscapeDataString(Sentence));
        var item = Assert.Single(answer.GetProperty("carried").GetProperty("items").EnumerateArray());
        var report = await _desk.JsonAsync("/api/reports/" + item.GetProperty("articleId").GetString());
        var text = report.GetProperty("articles")[0].GetProperty("text").GetString()!;
        Assert.Equal(item.GetProperty("text").GetString(), text.Substring(item.GetProperty("start").GetInt32(), item.GetProperty("length").GetInt32()));
        using var page = await _desk.Http.GetAsync(item.GetProperty("page").GetString()!, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Rain.")]
    [InlineData("Der Damm ist am Mittwoch gebrochen und die Menschen sind geflohen.")]
    public async Task What_cannot_be_checked_is_refused_with_the_reason(string sentence)
    {
        using var api = await _desk.Http.GetAsync("/api/check?q=" + Uri.EscapeDataString(sentence), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
        Assert.StartsWith("q: the", JsonDocument.Parse(await api.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var page = await _desk.Http.GetAsync("/check?q=" + Uri.EscapeDataString(sentence), Cancel);
        Assert.Equal(sentence.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest, page.StatusCode);
    }

    [Fact]
    public async Task The_page_links_every_passage_to_its_report_and_story()
    {
        var page = await _desk.Http.GetStringAsync("/check?q=" + Uri.EscapeDataString(Sentence), Cancel);
        Assert.Contains("1 report carries all of it, from 1 origin", page, StringComparison.Ordinal);
        Assert.Matches("""<a class="c source title" href="/reports/[^"]+\?at=[0-9]+-[0-9]+#cited" dir="auto">President Edmund Lasko""", page);
        Assert.Contains("""<a href="/stories/""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_of_markup_is_shown_as_it_is_written()
    {
        var page = await _desk.Http.GetStringAsync("/check?q=" + Uri.EscapeDataString("<script>alert(1)</script> said that the dam burst on Wednesday."), Cancel);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }
}
