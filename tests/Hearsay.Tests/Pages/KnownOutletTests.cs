using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Text;

namespace Hearsay.Tests.Pages;

public sealed class KnownOutletTests
{
    private static readonly string[] Kinds = ["agency", "broadcaster", "magazine", "newspaper", "site"];

    [Fact]
    public void The_list_is_well_formed()
    {
        var rows = DataFile.Lines("Pages/Data/outlets.txt").Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.True(rows.Count >= 400);
        Assert.All(rows, f => Assert.InRange(f.Length, 5, 6));
        Assert.All(rows, f => Assert.Matches("^[A-Z]{2}$", f[2]));
        Assert.All(rows, f => Assert.Contains(f[4], Kinds));
        Assert.All(rows.SelectMany(f => f[0].Split(' ')).Where(h => h.Length > 0), h => Assert.Matches(@"^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+$", h));
        Assert.All(rows.Where(f => f[0].Length == 0), f => Assert.StartsWith("credits=", f[5], StringComparison.Ordinal));
        Assert.True(rows.Select(f => f[2]).Distinct().Count() > 100);
    }

    [Fact]
    public void Every_host_and_every_credit_stands_for_one_outlet()
    {
        var rows = DataFile.Lines("Pages/Data/outlets.txt").Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.Empty(Twice(rows.SelectMany(f => f[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Empty(Twice(KnownOutlet.Agencies.SelectMany(c => c)));

        static IEnumerable<string> Twice(IEnumerable<string> words) =>
            words.GroupBy(w => w, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);
    }

    [Theory]
    [InlineData(null, "https://www.thesun.co.uk/news/1", "News Corp")]
    [InlineData("The Times", null, "News Corp")]
    [InlineData("New York Times", null, "The New York Times Company")]
    [InlineData("The Vale Ledger", "https://www.thetimes.co.uk/1", "News Corp")]
    [InlineData("The Vale Ledger", null, null)]
    [InlineData("The Week", null, null)]
    public void An_outlet_is_known_by_where_it_publishes_or_by_a_name_that_it_alone_bears(string? outlet, string? url, string? owner) =>
        Assert.Equal(owner, KnownOutlet.Of(new Article { Id = "a", Outlet = outlet, Url = url, Text = "" })?.Owner);

    [Theory]
    [InlineData("The-CNN-Wire", "CNN Wire")]
    [InlineData("Emirates News Agency", "WAM")]
    [InlineData("Itar-Tass", "TASS")]
    public void A_credit_is_given_under_one_name(string written, string agency) => Assert.Equal(agency, Agencies.Of(written));
}
