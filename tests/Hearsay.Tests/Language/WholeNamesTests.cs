using Hearsay.Language;

namespace Hearsay.Tests.Language;

public sealed class WholeNamesTests
{
    [Theory]
    [InlineData("Nam Dae-ho said the talks failed.", "Nam Dae-ho")]
    [InlineData("The minister met Kim Yong-sik on Monday, and Kim Yong-sik agreed.", "Kim Yong-sik")]
    [InlineData("Mary Smith-Jones said it was over.", "Mary Smith-Jones")]
    public void A_name_goes_on_over_its_hyphen(string text, string name) => Assert.Contains(name, Names(text));

    [Theory]
    [InlineData("A Peter Novak-backed candidate won.", "Peter Novak")]
    [InlineData("The Peter Novak-led board met.", "Peter Novak")]
    public void What_makes_an_adjective_of_a_name_is_no_part_of_it(string text, string name) => Assert.Contains(name, Names(text));

    [Fact]
    public void A_nickname_stands_within_its_name() =>
        Assert.Contains("Peter “Buck” Novak", Names("The mayor met Peter “Buck” Novak on Sunday."));

    private static IEnumerable<string> Names(string text) => LanguageReaderTests.Read(text).Names.Select(n => n.Span.Of(text));
}
