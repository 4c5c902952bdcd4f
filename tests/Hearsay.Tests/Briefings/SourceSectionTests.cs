using Hearsay.Briefings;
using Hearsay.Model;

namespace Hearsay.Tests.Briefings;

public sealed class SourceSectionTests
{
    private static StoryBriefing Told(params (string Outlet, string Text)[] reports) =>
        Reader.Brief(
            reports.Select((r, i) => new Article
                {
                    Id = $"{i}", Outlet = r.Outlet, Text = r.Text, Headline = "Brennholm lock gate gives way",
                    Published = new PublicationDate("2031-04-09", DateBasis.Metadata, []),
                }).ToArray(), new DateOnly(2031, 4, 9)
        ).Stories.Single();

    private const string First = "The upper gate of the Brennholm lock gave way on Tuesday. The harbour master Lena Orth said that 14 barges were damaged.",
        Second = "Fourteen barges were hit when a gate broke at the lock of Brennholm on Tuesday, said Lena Orth, the harbour master.";

    [Fact]
    public void Two_outlets_of_one_owner_are_said_to_be_so_and_stay_two_origins()
    {
        var briefing = Told(("The Sun", First), ("The Times", Second));
        var sources = briefing.Sections.Single(s => s.Heading == "Sources and their independence");
        Assert.Equal(2, briefing.Provenance.Origins.Length);
        var owners = Assert.Single(sources.Sentences, s => s.Label == "Owners");
        Assert.Equal("The Sun and The Times have one owner: News Corp.", owners.Text);
        Assert.Equal(["0", "1"], owners.Citations.Select(c => c.ArticleId));
    }

    [Fact]
    public void Two_reports_of_one_outlet_that_share_text_are_called_so()
    {
        var origin = Assert.Single(Told(("Vale Ledger", First), ("Vale Ledger", First + " The lock is closed.")).Provenance.Origins);
        Assert.StartsWith("two reports of Vale Ledger share 1 passage", origin.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Outlets_of_two_owners_and_two_reports_of_one_outlet_are_not_worth_a_word()
    {
        Assert.DoesNotContain(Told(("The Sun", First), ("The Guardian", Second)).Sections.SelectMany(s => s.Sentences), s => s.Label == "Owners");
        Assert.DoesNotContain(Told(("The Sun", First), ("The Sun", Second)).Sections.SelectMany(s => s.Sentences), s => s.Label == "Owners");
    }
}
