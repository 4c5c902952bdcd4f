using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("", "nothing to look for")]
    [InlineData("   ", "nothing to look for")]
    [InlineData("\"open", "not closed")]
    [InlineData("-ferry", "only words that must not be there")]
    [InlineData("OR ferry", "between two words")]
    [InlineData("ferry OR", "nothing after OR")]
    [InlineData("ferry OR OR fog", "between two words")]
    [InlineData("ferry -", "nothing after the last -")]
    [InlineData("since:yesterday", "YYYY-MM-DD")]
    [InlineData("since:2031-02-30", "YYYY-MM-DD")]
    [InlineData("since:2031-05-01 until:2031-04-01", "backwards")]
    [InlineData("title:", "nothing after title:")]
    [InlineData("***", "no word")]
    [InlineData("fe*", "‘fe*’: * takes 3 letters or more before it")]
    [InlineData("\"the co\"*", "* takes 3 letters")]
    [InlineData("\"!!!\"", "no word")]
    public void What_cannot_be_looked_for_is_said_in_words(string typed, string expected)
    {
        var (query, error) = SearchQuery.Parse(typed);
        Assert.Null(query);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_may_be_a_time_back_from_now()
    {
        var now = new DateTimeOffset(2031, 5, 9, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2031, 5, 2), SearchQuery.Parse("since:7d ferry", now).Query!.From);
        Assert.Equal(new DateOnly(2031, 5, 8), SearchQuery.Parse("since:12h", now).Query!.From);
    }

    [Fact]
    public void A_query_that_is_understood_has_no_notes() =>
        Assert.Empty(SearchQuery.Parse("title:ferry \"aground off\" OR https://a.example/x -fog since:2031").Query!.Notes);

    [Fact]
    public void A_thousand_words_are_refused() =>
        Assert.Contains("fewer", SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("swan", 1000))).Error, StringComparison.Ordinal);
}
