using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Tests.Stories;

/// <summary>One name for a speaker in all reports of a story.</summary>
public sealed class SpeakerCorroboratorTests
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
    public void Figures_follow_their_giver()
    {
        var story = SpeakerCorroborator.Corroborate(Story(Named, "The Norland envoy said that 40 ships were waiting."));
        Assert.Equal("Ilse Vander", Assert.Single(story.Reports[1].Figures).AccordingTo);
    }

    /// <summary>The first speaker of each text, in their order (all of a text with two).</summary>
    private static string?[] Speaker(params string[] texts) =>
        [.. SpeakerCorroborator.Corroborate(Story(texts)).Reports.SelectMany(r => r.Attributions.Select(a => a.Speaker).Distinct())];

    private static Story Story(params string[] texts) =>
        new("story", "", [.. texts.Select((t, i) => Reader.Read(new Article { Id = $"r{i}", Text = t }))], []);
}
