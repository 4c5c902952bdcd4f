using Hearsay.Briefings;
using Hearsay.Model;
using Hearsay.Reconciliation;

namespace Hearsay.Tests.Reconciliation;

public sealed class FigureSeriesTests
{
    [Fact]
    public void A_toll_and_the_killed_answer_one_question()
    {
        var series = Series(
            "The blast in the Alder mill shook Tolland on Monday. The toll of the blast in the Alder mill now stands at 27, the mayor said.",
            "A blast in the Alder mill shook Tolland on Monday. The blast in the Alder mill killed 27 people, the mayor said."
        );
        Assert.Equal("How many people did the blast kill?", Assert.Single(series, s => s.FigureIds.Length == 2).Question);
    }

    [Fact]
    public void Reports_of_unknown_or_one_origin_do_not_bear_each_other_out()
    {
        const string Copied = "A blast in the Alder mill shook Tolland on Monday and broke every window in Mill Street, where the market had just opened. "
            + "The blast killed 27 people, the mayor, Odo Brandt, told reporters in front of the town hall on Monday evening.";
        Assert.Equal(1, Assert.Single(Series(Copied, Copied + " More on this as it comes in."), s => s.FigureIds.Length == 2).IndependentOrigins);
    }

    [Fact]
    public void What_one_report_tells_as_a_change_explains_the_others()
    {
        var story = MarkedStory.Parse(
            "Tolland Post 2031-05-05: The number of dead rose to {figure: 27 | 27 | 27 | exact | persons | | | | } from {figure: 22 | 22 | 22 | exact | persons | | | | }.\n"
            + "Bay Courier 2031-05-05: The blast killed {figure: 22 | 22 | 22 | exact | persons | people | | | mayor} people, the mayor said."
        );
        var figures = FigureSeriesBuilder.Profiles(new StoryText(story));
        Assert.Equal(Verdict.Revised, SeriesVerdict.Of([.. figures]));
        Assert.Equal(Verdict.Differ, SeriesVerdict.Of([.. figures.Where(f => f.Report.Outlet == "Bay Courier" || f.Value == 27)]));
    }

    private static IEnumerable<FigureSeries> Series(params string[] texts) =>
        Reader.Brief([.. texts.Select((t, i) => Reader.Read(new Article { Id = $"r{i}", Outlet = $"Paper {i}", Text = t }))]).Findings.FigureSeries;
}
