using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Tests.Stories;

/// <summary>One name for a speaker in all reports of a story.</summary>
public sealed class StoryCastTests
{
    private const string Named = "Norland Ambassador Ilse Vander said the strait was closed. Vander said no ship would pass.";

    [Fact]
    public void An_office_is_the_person_whom_another_report_names() =>
        Assert.Equal("Ilse Vander", Speaker(Named, "The Norland envoy said the strait was closed.")[1]);

    [Fact]
    public void A_surname_alone_becomes_the_full_name() => Assert.Equal("Ilse Vander", Speaker(Named, "Vander said the strait was closed.")[1]);

    [Fact]
    public void A_deputy_is_not_the_holder_of_the_office() =>
        Assert.Equal(
            "ambassador",
            Speaker("Deputy Norland Ambassador Ilse Vander said the strait was closed.", "The ambassador said the strait was closed.")[1]
        );

    [Fact]
    public void Another_country_is_another_office() =>
        Assert.NotEqual("Ilse Vander", Speaker(Named, "The French ambassador said the strait was closed.")[1]);

    [Fact]
    public void Of_two_who_fit_none_is_taken() =>
        Assert.Equal(
            "ambassador",
            Speaker(
                "Ambassador Ilse Vander said the strait was closed. Ambassador Odo Brandt said it was open.",
                "The ambassador said the strait was closed."
            )[2]
        );

    [Fact]
    public void An_indefinite_phrase_stays() => Assert.Equal("Norland envoy", Speaker(Named, "A Norland envoy said the strait was closed.")[1]);

    [Fact]
    public void Two_spellings_become_the_one_that_most_reports_print() =>
        Assert.All(
            Speaker(
                "Ilse Vanderowska said the strait was closed.",
                "Ilse Vanderowskaya said the strait was closed.",
                "Ilse Vanderowskaya said no ship would pass."
            ),
            s => Assert.Equal("Ilse Vanderowskaya", s)
        );

    [Fact]
    public void A_report_that_prints_both_names_has_two_people() =>
        Assert.Contains(
            "Ilse Vanderowska",
            Speaker(
                "Ilse Vanderowska said the strait was closed. Ilse Vanderowskaya said it was open.",
                "Ilse Vanderowskaya said no ship would pass."
            )
        );

    [Fact]
    public void A_short_given_name_is_the_full_one_s() =>
        Assert.Equal(
            ["James Vander", "James Vander", "James Vander"],
            Speaker("James Vander said it was closed.", "Jim Vander said no ship would pass.", "James Vander said the strait was closed.")
        );

    [Fact]
    public void A_name_is_spelled_with_the_marks_on_its_letters() =>
        Assert.Equal(["Ralf Gäber", "Ralf Gäber"], Speaker("Ralf Gaeber said it was closed.", "Ralf Gäber said it was open."));

    [Fact]
    public void The_police_are_those_of_the_only_place_whose_police_the_story_names() =>
        Assert.Equal(
            "Lisbon police",
            Speaker("Lisbon police said the bridge was closed.", "The bridge is closed. Police said it would open on Monday.")[1]
        );

    [Fact]
    public void A_country_s_army_is_called_by_one_name() =>
        Assert.Equal(
            ["Polish army", "Polish army"],
            Speaker("The Polish army said the bridge was closed.", "Poland’s army said the bridge was open.")
        );

    [Fact]
    public void Of_two_words_for_one_body_the_wider_is_its_name() =>
        Assert.Equal(
            ["Polish military", "Polish military", "Polish military"],
            Speaker(
                "The Polish army said it was closed.",
                "The Polish army said no ship would pass.",
                "The Polish military said the bridge was open."
            )
        );

    [Fact]
    public void Of_two_places_neither_has_the_police() =>
        Assert.Contains(
            Speaker("Lisbon police said it was closed. Berlin police said it was open.", "The bridge is closed. Police said it would open on Monday.")[^1],
            new[] { "Police", "police" }
        );

    [Fact]
    public void Names_that_sound_alike_are_one() =>
        Assert.Equal(
            ["Omar Farez", "Omar Farez", "Omar Farez"],
            Speaker("Omar Farez said it was closed.", "Omar Faariz said no ship would pass.", "Omar Farez said the strait was closed.")
        );

    [Fact]
    public void A_body_whose_name_differs_in_a_letter_is_one() =>
        Assert.Equal(
            ["Tolland Humane Society", "Tolland Humane Society", "Tolland Humane Society"],
            Speaker(
                "The Tolland Humane Society said it was closed.",
                "The Tolland Human Society said no ship would pass.",
                "The Tolland Humane Society said the strait was closed."
            )
        );

    [Fact]
    public void Letters_are_what_another_report_spells_out() =>
        Assert.Equal(
            "Norland Central Television",
            Speaker("Norland Central Television (NCTV) said the launch had failed.", "The NCTV said the launch had failed.")[1]
        );

    [Fact]
    public void An_office_in_other_words_is_the_same_office() =>
        Assert.Equal(
            "Odo Brandt",
            Speaker("Odo Brandt, head of Norland's harbour pilots union, said it was closed.", "A boss of Norland's harbour pilots union said no ship would pass.")[1]
        );

    [Fact]
    public void Letters_are_the_only_name_that_begins_with_them() =>
        Assert.Equal(
            "Tolland Central News Agency",
            Speaker("The Tolland Central News Agency said the launch had failed.", "The launch failed, according to TCNA.")[1]
        );

    [Fact]
    public void A_body_of_the_same_words_is_one() =>
        Assert.Equal(
            ["Polish defence ministry", "Polish defence ministry", "Polish defence ministry"],
            Speaker(
                "The Polish defence ministry said it was closed.",
                "Poland's Defense Ministry said no ship would pass.",
                "The Polish defence ministry said the strait was closed."
            )
        );

    [Fact]
    public void The_government_of_a_country_is_the_country() =>
        Assert.Equal(["Poland", "Poland"], Speaker("The Polish government said it was closed.", "Poland said no ship would pass."));

    [Fact]
    public void The_government_of_its_leader_is_the_country() =>
        Assert.Equal(
            "Poland",
            Speaker("Polish President Odo Brandt said it was closed. Brandt's regime said no ship would pass.")[1]
        );

    [Fact]
    public void What_is_a_person_s_is_called_by_the_full_name() =>
        Assert.Equal(
            "Odo Brandt's office",
            Speaker("Polish President Odo Brandt said it was closed. Brandt's office said no ship would pass.")[1]
        );

    [Fact]
    public void A_spokesman_without_a_name_is_the_body() =>
        Assert.Equal(
            ["Harbour Board", "Harbour Board", "Harbour Board"],
            Speaker(
                "The Harbour Board said it was closed.",
                "A spokesman for the Harbour Board said no ship would pass.",
                "A Harbour Board spokeswoman said the strait was closed."
            )
        );

    [Fact]
    public void A_spokesman_of_a_person_or_a_town_is_not_that() =>
        Assert.Equal(
            ["Ilse Vander", "spokesman for Ilse Vander", "spokesman for Lisbon"],
            Speaker(
                Named,
                "A spokesman for Ilse Vander said it was open.",
                "A spokesman for Lisbon said it was closed."
            )
        );

    [Fact]
    public void An_agency_is_known_by_what_it_is_for() =>
        Assert.All(
            Speaker(
                "The Polish National Harbour Administration said it was closed.",
                "Poland's harbour agency said no ship would pass.",
                "The Polish harbour agency said the strait was closed."
            ),
            s => Assert.Equal("Polish National Harbour Administration", s)
        );

    [Fact]
    public void What_a_country_has_is_called_by_its_adjective() =>
        Assert.Equal(["Polish pilots", "Ilse Vander"], Speaker("Poland's pilots said it was closed. Ilse Vander said it was open.", "The strait is closed."));

    [Fact]
    public void Where_a_body_is_is_no_part_of_its_name() =>
        Assert.Equal(
            "Polish Harbour Board",
            Speaker("A spokesman for the Polish Harbour Board at its offices in Lisbon said it was closed.", "The strait is closed.")[0]
        );

    [Fact]
    public void A_name_in_capitals_is_printed_as_names_are() =>
        Assert.Equal("Odo Brandt", Speaker("ODO BRANDT: The bridge is closed.", "ODO BRANDT: No ship will pass.")[0]);

    [Fact]
    public void Several_who_speak_together_are_called_by_their_full_names() =>
        Assert.Equal(
            "Ilse Vander and Odo Brandt",
            Speaker(Named, "Odo Brandt said it was open.", "Vander and Brandt said no ship would pass.")[2]
        );

    [Fact]
    public void An_office_behind_which_its_place_stands_is_the_same() =>
        Assert.Equal(
            "Ilse Vander",
            Speaker("The Norland ambassador to Poland Ilse Vander said it was closed.", "The Norland representative said the strait was closed.")[1]
        );

    [Fact]
    public void Forms_that_differ_in_their_capitals_are_one() =>
        Assert.Equal(
            ["Lisbon Police", "Lisbon Police", "Lisbon Police"],
            Speaker("Lisbon Police said it was closed.", "The Lisbon Police said no ship would pass.", "The Lisbon police said it was open.")
        );

    [Theory]
    [InlineData("Det. Odo Brandt said it was open.")]
    [InlineData("Harbour Line's Odo Brandt said it was open.")]
    public void What_stands_before_the_full_name_is_no_part_of_it(string text) =>
        Assert.Equal("Odo Brandt", Speaker("Odo Brandt said it was closed.", text)[1]);

    [Fact]
    public void Where_the_holder_of_an_office_was_is_no_part_of_it() =>
        Assert.Equal("Ilse Vander", Speaker(Named, "The Norland envoy at the meeting said the strait was closed.")[1]);

    [Fact]
    public void Who_holds_an_office_is_said_with_the_words_that_show_it()
    {
        var story = StoryCast.Merge(Story(Named, "The Norland envoy said the strait was closed."));
        var by = Assert.Single(story.Reports[1].Attributions).NamedBy;
        Assert.Equal("r0", by?.ArticleId);
        Assert.Contains("Ambassador", by!.Value.Span.Of(Named), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_follow_their_giver()
    {
        var story = StoryCast.Merge(Story(Named, "The Norland envoy said that 40 ships were waiting."));
        Assert.Equal("Ilse Vander", Assert.Single(story.Reports[1].Figures).AccordingTo);
    }

    /// <summary>The first speaker of each text, in their order (all of a text with two).</summary>
    private static string?[] Speaker(params string[] texts) =>
        [.. StoryCast.Merge(Story(texts)).Reports.SelectMany(r => r.Attributions.Select(a => a.Speaker).Distinct())];

    private static Story Story(params string[] texts) =>
        new("story", "", [.. texts.Select((t, i) => Reader.Read(new Article { Id = $"r{i}", Text = t }))], []);
}
