using Hearsay.Cast;
using Hearsay.Language;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Cast;

public sealed class CastTests
{
    [Fact]
    public void A_surname_and_a_pronoun_join_the_full_name()
    {
        var reading = LanguageReaderTests.Read("Maria Keller won the vote on Sunday. Keller said she was grateful.");
        var keller = Assert.Single(CastReader.Read(reading).All, e => e.Canonical == "Maria Keller");
        Assert.Equal(["Maria Keller", "Keller", "she"], keller.Mentions.Select(m => m.Span.Of(reading.Text)));
        Assert.Equal(Gender.Female, keller.Gender);
    }

    [Fact]
    public void A_body_and_its_acronym_are_one()
    {
        var reading = LanguageReaderTests.Read("The World Health Organization (WHO) sent doctors. The WHO said they had arrived.");
        Assert.Contains(CastReader.Read(reading).All, e => e.Canonical == "World Health Organization" && e.Mentions.Length == 3);
    }

    [Fact]
    public void He_is_not_a_woman()
    {
        var reading = LanguageReaderTests.Read("Susan Marlow met Peter Novak in Vienna. He thanked her.");
        var he = reading.Tokens.Single(t => t.Form == "He").Index;
        var her = reading.Tokens.Single(t => t.Form == "her").Index;
        Assert.Equal("Peter Novak", CastReader.Read(reading).At(he)?.Canonical);
        Assert.Equal("Susan Marlow", CastReader.Read(reading).At(her)?.Canonical);
    }

    [Fact]
    public void What_is_told_of_her_whose_mother_was_named_in_passing_stays_told_of_her()
    {
        var reading = LanguageReaderTests.Read("Gloria Marten left the town in May. Her mother had warned the school. She now lives abroad.");
        var she = reading.Tokens.Single(t => t.Form == "She").Index;
        Assert.Equal("Gloria Marten", CastReader.Read(reading).At(she)?.Canonical);
    }

    [Fact]
    public void A_subject_that_is_taken_up_again_in_its_clause_is_the_same_person()
    {
        var reading = LanguageReaderTests.Read("Mary Ward said the mayor was wrong. Her neighbour, Anna Price, she never voted in May.");
        var she = reading.Tokens.Single(t => t.Form == "she").Index;
        Assert.Equal("Anna Price", CastReader.Read(reading).At(she)?.Canonical);
    }

    [Fact]
    public void A_given_name_alone_tells_he_from_she()
    {
        var reading = LanguageReaderTests.Read("Isabel met Peter Novak in the harbour. He said she had called him.");
        var she = reading.Tokens.Single(t => t.Form == "she").Index;
        Assert.Equal("Isabel", CastReader.Read(reading).At(she)?.Canonical);
    }

    [Fact]
    public void A_noun_is_the_body_whose_name_has_it()
    {
        var reading = LanguageReaderTests.Read("The Tolland Agency closed the pier in May. The agency opened it in June.");
        var agency = CastReader.Read(reading).At(reading.Tokens.Single(t => t.Form == "agency").Index);
        Assert.Equal("Tolland Agency", agency?.Canonical);
        Assert.Equal(ParticipantKind.Body, agency?.Kind);
    }

    [Fact]
    public void Of_two_bodies_with_the_noun_neither_is_taken()
    {
        var reading = LanguageReaderTests.Read("The Tolland Agency met the Arden Agency in May. The agency opened the pier.");
        Assert.Null(CastReader.Read(reading).At(reading.Tokens.Single(t => t.Form == "agency").Index));
    }

    [Fact]
    public void The_cast_of_a_reading_is_found_once()
    {
        var reading = LanguageReaderTests.Read("Maria Keller won the vote.");
        Assert.Same(CastReader.Read(reading), CastReader.Read(reading));
    }
}
