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
    public void Who_speaks_is_not_the_one_of_whom_he_speaks()
    {
        var reading = LanguageReaderTests.Read("Peter Novak met the envoys on Monday. “Karl Brandt is testing our patience,” he said.");
        Assert.Equal("Peter Novak", CastReader.Read(reading).At(reading.Tokens.Single(t => t.Form == "he").Index)?.Canonical);
    }

    [Fact]
    public void Of_two_with_the_surname_the_title_tells_which()
    {
        var reading = LanguageReaderTests.Read("Ivo Lang and his wife, Petra Lang, run the mill. Mr. Lang lost the roof. Mrs. Lang held the door.");
        var surnames = reading.Tokens.Where(t => t.Form == "Lang").TakeLast(2).Select(t => CastReader.Read(reading).At(t.Index)?.Canonical);
        Assert.Equal(["Ivo Lang", "Petra Lang"], surnames);
    }

    [Fact]
    public void Of_two_with_the_surname_who_spoke_before_speaks()
    {
        var reading = LanguageReaderTests.Read("Minister Karl Brandt said the strait was open. Ships of Otto Brandt were waiting. Brandt said they could sail.");
        Assert.Equal("Karl Brandt", CastReader.Read(reading).At(reading.Tokens.Last(t => t.Form == "Brandt").Index)?.Canonical);
    }

    [Fact]
    public void Another_body_s_spokesman_is_another()
    {
        var reading = LanguageReaderTests.Read("A spokesman for the harbour board said it was closed. The union's spokesman, Karl Brandt, said it was open. The board spokesman left.");
        Assert.NotEqual("Karl Brandt", CastReader.Read(reading).At(reading.Tokens.First(t => t.Form == "spokesman").Index)?.Canonical);
        Assert.NotEqual("Karl Brandt", CastReader.Read(reading).At(reading.Tokens.Last(t => t.Form == "spokesman").Index)?.Canonical);
    }

    [Fact]
    public void Who_is_called_by_office_first_is_named_later()
    {
        var reading = LanguageReaderTests.Read("Norland harbour pilot rescued. Karl Brandt, a Norland harbour pilot, was found at dawn. He was cold.");
        Assert.Equal("Karl Brandt", CastReader.Read(reading).At(reading.Tokens.First(t => t.Form == "pilot").Index)?.Canonical);
    }

    [Fact]
    public void A_name_in_brackets_is_the_body_s_other_name()
    {
        var reading = LanguageReaderTests.Read("Norland Central Television (NCTV) showed the launch on Monday. The NCTV showed it again in May.");
        Assert.Equal(3, CastReader.Read(reading).All.Single(e => e.Canonical == "Norland Central Television").Mentions.Length);
    }

    [Fact]
    public void What_somebody_is_also_known_as_is_he()
    {
        var reading = LanguageReaderTests.Read("Karl Brandt, also known as Captain Fox, left the harbour. Fox sailed north.");
        Assert.Equal("Karl Brandt", CastReader.Read(reading).At(reading.Tokens.Last(t => t.Form == "Fox").Index)?.Canonical);
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

    [Theory]
    [InlineData("Tolland Line, a charity, was founded in May. The Arden Agency paid it. The charity feeds sailors.", "charity", "Tolland Line")]
    [InlineData("The newspaper Canal Post told of the storm. The newspaper named nobody.", "newspaper", "Canal Post")]
    public void A_noun_is_the_body_that_the_text_calls_so(string text, string noun, string body)
    {
        var reading = LanguageReaderTests.Read(text);
        Assert.Equal(body, CastReader.Read(reading).At(reading.Tokens.Last(t => t.Form == noun).Index)?.Canonical);
    }

    [Theory]
    [InlineData("The Tolland Agency released pictures that it said were new.", "it", "Tolland Agency")]
    [InlineData("The Tolland Agency said the pier was safe. It said nobody was hurt.", "It", "Tolland Agency")]
    [InlineData("The Arden Agency said the Tolland Union was wrong. The pier is shut, it said.", "it", "Arden Agency")]
    [InlineData("The zoo officials closed the gate. They said the fence was cut.", "They", "zoo officials")]
    public void It_and_they_are_who_spoke(string text, string pronoun, string meant)
    {
        var reading = LanguageReaderTests.Read(text);
        Assert.EndsWith(meant, CastReader.Read(reading).At(reading.Tokens.Single(t => t.Form == pronoun).Index)?.Canonical, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_is_said_nothing_is_it_that_says_so()
    {
        var reading = LanguageReaderTests.Read("Orders were given by the Workers Union. The ferry was sunk by the Tolland Union, it said.");
        Assert.NotEqual("Tolland Union", CastReader.Read(reading).At(reading.Tokens.Single(t => t.Form == "it").Index)?.Canonical);
    }

    [Fact]
    public void A_noun_without_a_name_is_one_body()
    {
        var reading = LanguageReaderTests.Read("The ministry closed the pier. It said the ministry would pay.");
        Assert.Equal(3, Assert.Single(CastReader.Read(reading).All, e => !e.IsNamed && e.Type == NameType.Organisation).Mentions.Length);
    }

    [Fact]
    public void The_cast_of_a_reading_is_found_once()
    {
        var reading = LanguageReaderTests.Read("Maria Keller won the vote.");
        Assert.Same(CastReader.Read(reading), CastReader.Read(reading));
    }
}
