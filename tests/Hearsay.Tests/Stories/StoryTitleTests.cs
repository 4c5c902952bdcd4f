using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Tests.Stories;

public sealed class StoryTitleTests
{
    private const string Common =
        "A footbridge over the Arle in Lindmoor collapsed on Friday, police said. The footbridge had been closed in May for repairs.";

    [Fact]
    public void The_newest_headline_is_the_title() => Assert.Equal(
        "Six injured as Lindmoor footbridge falls",
        Title(
            Written("a", "Four injured as Lindmoor footbridge falls", "2031-06-06T08:00:00Z", "Four people were injured."),
            Written("b", "Six injured as Lindmoor footbridge falls", "2031-06-06T14:00:00+02:00", "Six people were injured."),
            Written("c", "Footbridge falls in Lindmoor", "2031-06-06T09:00:00Z", "Four people were injured.")
        )
    );

    [Fact]
    public void A_headline_that_was_cut_off_is_no_title_where_another_is_whole() => Assert.Equal(
        "Four injured as Lindmoor footbridge falls",
        Title(
            Written("a", "Four injured as Lindmoor footbridge falls", "2031-06-06", "Four people were injured."),
            Written("b", "Six injured as Lindmoor footbridge ...", "2031-06-07", "Six people were injured."),
            Written("c", "Six injured as Lindmoor…", "2031-06-07", "Six people were injured.")
        )
    );

    [Fact]
    public void Where_all_are_cut_off_one_of_them_is_the_title() =>
        Assert.Equal("Four injured as …", Title(Written("a", "Four injured as …", "2031-06-06", "Four people were injured.")));

    [Fact]
    public void A_newer_report_that_is_hardly_about_it_gives_no_title() => Assert.Equal(
        "Four injured as Lindmoor footbridge falls",
        Title(
            Written("a", "Four injured as Lindmoor footbridge falls", "2031-06-06", "Four people were injured."),
            Written("b", "Four injured as Lindmoor footbridge falls", "2031-06-06", "Four people were injured."),
            Reader.Read(new Article
            {
                Id = "c",
                Headline = "Our week in pictures",
                Published = new PublicationDate("2031-06-09", DateBasis.Stated, []),
                Text = "Sheep were shorn at Vang. A choir sang. Strawberries ripened early this year, growers said.",
            })
        )
    );

    private static string Title(params Report[] reports) => StoryGrouper.Tell([.. reports]).Title;

    private static Report Written(string id, string headline, string published, string more) => Reader.Read(new Article
    {
        Id = id, Headline = headline, Text = $"{Common} {more}", Published = new PublicationDate(published, DateBasis.Stated, []),
    });
}
