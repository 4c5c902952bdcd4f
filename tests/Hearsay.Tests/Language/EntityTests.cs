using Hearsay.Language;

namespace Hearsay.Tests.Language;

public sealed class EntityTests
{
    [Fact]
    public void A_surname_and_a_pronoun_join_the_full_name()
    {
        var reading = LanguageReaderTests.Read("Maria Keller won the vote on Sunday. Keller said she was grateful.");
        var keller = Assert.Single(reading.Entities, e => e.Canonical == "Maria Keller");
        Assert.Equal(["Maria Keller", "Keller", "she"], keller.Mentions.Select(m => m.Span.Of(reading.Text)));
        Assert.Equal(Gender.Female, keller.Gender);
    }

    [Fact]
    public void A_body_and_its_acronym_are_one()
    {
        var reading = LanguageReaderTests.Read("The World Health Organization (WHO) sent doctors. The WHO said they had arrived.");
        Assert.Contains(reading.Entities, e => e.Canonical == "World Health Organization" && e.Mentions.Length == 3);
    }

    [Fact]
    public void He_is_not_a_woman()
    {
        var reading = LanguageReaderTests.Read("Susan Marlow met Peter Novak in Vienna. He thanked her.");
        var he = reading.Tokens.Single(t => t.Form == "He").Index;
        var her = reading.Tokens.Single(t => t.Form == "her").Index;
        Assert.Equal("Peter Novak", reading.EntityAt(he)?.Canonical);
        Assert.Equal("Susan Marlow", reading.EntityAt(her)?.Canonical);
    }
}
