using Hearsay.Language;

namespace Hearsay.Tests.Language;

public sealed class GivenNamesTests
{
    [Theory]
    [InlineData("Jim", "James")]
    [InlineData("Bill", "William")]
    [InlineData("Steve", "Stephen")]
    [InlineData("José", "Jose")]
    public void A_short_form_is_its_name(string a, string b) => Assert.True(GivenNames.AreOne(a, b));

    [Theory]
    [InlineData("Jim", "John")]
    [InlineData("Edward", "Edmund")]
    public void Other_names_are_others(string a, string b) => Assert.False(GivenNames.AreOne(a, b));

    [Fact]
    public void An_umlaut_is_one_letter_or_two()
    {
        Assert.Equal("jaeger", GivenNames.Plain("Jäger", twoLetters: true));
        Assert.Equal("jager", GivenNames.Plain("Jäger"));
    }
}
