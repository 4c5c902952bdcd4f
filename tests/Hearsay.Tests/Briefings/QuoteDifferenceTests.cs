using Hearsay.Briefings;

namespace Hearsay.Tests.Briefings;

public sealed class QuoteDifferenceTests
{
    private const string Fullest = "We saw the gate bend for a week, and nobody would sign the repair order";

    [Theory]
    [InlineData(Fullest, "Kept:" + Fullest)]
    [InlineData(
        "we saw the gate bend for a week and nobody would sign the repair order",
        "Kept:we saw the gate bend for a week and nobody would sign the repair order"
    )]
    [InlineData("nobody would sign", "Outside:We saw the gate bend for a week, and|Kept:nobody would sign|Outside:the repair order")]
    [InlineData("We saw the gate bend … nobody would sign the repair order",
        "Kept:We saw the gate bend|Cut:for a week, and|Added:…|Kept:nobody would sign the repair order")]
    [InlineData(
        "We saw the [lock] gate bend for a week",
        "Kept:We saw the|Added:[lock]|Kept:gate bend for a week|Outside:and nobody would sign the repair order"
    )]
    public void Words_kept_cut_and_added(string wording, string expected) =>
        Assert.Equal(expected, string.Join('|', QuoteDifference.Of(Fullest, wording).Select(e => $"{e.Edit}:{e.Words}")));

    [Fact]
    public void A_wording_that_shares_nothing_is_all_added() =>
        Assert.DoesNotContain(QuoteDifference.Of(Fullest, "Quite otherwise"), e => e.Edit == Edit.Kept);

    [Fact]
    public void A_speech_is_not_compared_word_by_word() =>
        Assert.Single(QuoteDifference.Of(string.Join(' ', Enumerable.Repeat("word", 10_000)), "word"));
}
