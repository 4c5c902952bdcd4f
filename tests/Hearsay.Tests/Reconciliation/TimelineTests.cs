using Hearsay.Model;

namespace Hearsay.Tests.Reconciliation;

/// <summary>Which of the days that a report names make entries, from its text.</summary>
public sealed class TimelineTests
{
    [Theory]
    [InlineData("The harbour board closed the old pier on Tuesday.", "2031-04-29")]
    [InlineData("The harbour board will close the old pier on Tuesday.", "2031-05-06")]
    [InlineData("The harbour board did not close the old pier on Tuesday.", "")]
    [InlineData("The old pier was empty on Tuesday.", "")]
    [InlineData("The harbour board had a debt of two million in 2029.", "")]
    [InlineData("The harbour board closes the old pier in January.", "")]
    [InlineData("The 2029 elections changed the harbour board.", "")]
    [InlineData("The Christmas market changed the harbour board.", "")]
    [InlineData("The harbour board closed the old pier at 9 a.m.", "")]
    [InlineData("The harbour board closed the old pier last night.", "2031-05-01")]
    [InlineData("“On Tuesday we closed the old pier and moved the boats,” Quill said.", "")]
    public void Only_what_happened_or_is_planned_makes_an_entry(string sentence, string dates)
    {
        var article = new Article
        {
            Id = "post", Outlet = "Tolland Post", Text = sentence, Published = new PublicationDate("2031-05-02", DateBasis.Stated, []),
        };
        var timeline = Reader.Brief([article]).Stories.Single().Findings.Timeline;
        Assert.Equal(dates, string.Join(' ', timeline.Select(t => t.Date)));
    }
}
