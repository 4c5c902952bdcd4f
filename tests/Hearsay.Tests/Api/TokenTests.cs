using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hearsay.App.Desk.Options;
using Hearsay.Tests.Cli;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Api;

public sealed class TokenTests
{
    private const string Token = "a-token-of-some-length";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("no", null, HttpStatusCode.OK, HttpStatusCode.Unauthorized)]
    [InlineData("no", "Bearer " + Token, HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("yes", null, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    [InlineData("yes", "Bearer wrong", HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    [InlineData("yes", "Bearer " + Token, HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("yes", "Basic OmEtdG9rZW4tb2Ytc29tZS1sZW5ndGg=", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    public async Task Changes_take_the_token_and_reading_where_it_is_asked_for(
        string toRead,
        string? authorization,
        HttpStatusCode read,
        HttpStatusCode change
    )
    {
        await using var desk = await OpenDesk.StartAsync(("token", Token), ("token-to-read", toRead));
        if (authorization is not null) desk.Http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(authorization);
        Assert.Equal(read, (await desk.Http.GetAsync("/api/stories", Cancel)).StatusCode);
        Assert.Equal(change, (await desk.Http.DeleteAsync("/api/feeds/9", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Http.GetAsync("/health/ready", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_site_changes_nothing(string header, string value)
    {
        await using var desk = await OpenDesk.StartAsync();
        desk.Http.DefaultRequestHeaders.Add(header, value);
        using var body = new StringContent("""{"url":"https://norvikpost.example/feed.xml"}""", Encoding.UTF8, "application/json");
        using var answer = await desk.Http.PostAsync("/api/feeds", body, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await desk.Store.FeedsAsync(Cancel));
    }

    [Fact]
    public async Task A_desk_on_this_machine_answers_under_no_foreign_name()
    {
        await using var desk = await OpenDesk.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/stories") { Headers = { Host = "elsewhere.example" } };
        using var answer = await desk.Http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Too_many_requests_are_told_when_to_come_again()
    {
        await using var desk = await OpenDesk.StartAsync(("requests-per-minute", "10"));
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 11; i++) answer = await desk.Http.GetAsync("/api/stories", Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("listen", "http://0.0.0.0:5080", "--token")]
    [InlineData("listen", "https://127.0.0.1:1", "--listen takes")]
    [InlineData("listen", "everywhere", "--listen takes")]
    [InlineData("token", "short", "--token takes 16 to 200 characters")]
    [InlineData("token-to-read", "yes", "--token-to-read takes a --token")]
    [InlineData("window-days", "0", "--window-days takes a whole number from 1 to 90")]
    [InlineData("poll", "maybe", "--poll takes yes or no")]
    public void Wrong_options_are_named(string name, string value, string expected)
    {
        var (settings, faults) = DeskSettings.Bind(n => n == name ? value : null, _ => null, null);
        Assert.Null(settings);
        Assert.Contains(expected, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_counts_before_a_variable_and_that_before_the_file()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "desk.json");
        File.WriteAllText(file, """{"window-days": 3, "requests-per-minute": 30, "poll": false}""");
        var (settings, _) = DeskSettings.Bind(
            n => n == "window-days" ? "5" : null,
            v =>
                v is "HEARSAY_WINDOW_DAYS" ? "4"
                : v is "HEARSAY_REQUESTS_PER_MINUTE" ? "40"
                : null,
            file
        );
        Assert.Equal((5, 40, false), (settings!.WindowDays, settings.RequestsPerMinute, settings.Poll));
    }

    [Fact]
    public void A_wrong_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "desk.json");
        File.WriteAllText(file, """{"windows-day": 3}""");
        Assert.Contains(
            "there is no option 'windows-day'",
            Assert.Single(DeskSettings.Bind(_ => null, _ => null, file).Faults),
            StringComparison.Ordinal
        );
        File.WriteAllText(file, "{");
        Assert.StartsWith(file, Assert.Single(DeskSettings.Bind(_ => null, _ => null, file).Faults), StringComparison.Ordinal);
    }
}
