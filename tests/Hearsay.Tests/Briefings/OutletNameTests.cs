using Hearsay.Briefings;
using Hearsay.Model;

namespace Hearsay.Tests.Briefings;

public sealed class OutletNameTests
{
    [Theory]
    [InlineData("Norvik Post", null, "x/0a1b.txt", "Norvik Post")]
    [InlineData("www.norvikpost.example", null, null, "norvikpost.example")]
    [InlineData(null, "https://www.norvikpost.example/1", "x/0a1b.txt", "norvikpost.example")]
    [InlineData(null, null, "reports/norvik-post_20310606.html", "norvik post")]
    [InlineData(null, null, "004_0a1b2c3d4e5f6a7b.txt", "unnamed outlet")]
    [InlineData(null, null, "news.jsonl#3", "news")]
    [InlineData(null, null, "12.txt", "unnamed outlet")]
    [InlineData(null, null, "-", "unnamed outlet")]
    [InlineData(null, null, null, "unnamed outlet")]
    public void A_number_or_a_hash_is_no_name(string? outlet, string? url, string? path, string name) =>
        Assert.Equal(name, OutletName.Of(new Article { Id = "a", Outlet = outlet, Url = url, Path = path, Text = "" }));

    [Fact]
    public void Unnamed_outlets_of_a_story_are_told_apart()
    {
        var names = OutletName.Of([
            .. new (string Id, string? Outlet)[] { ("b", null), ("a", null), ("c", "Norvik Post") }.Select(x =>
                Reader.Read(new Article { Id = x.Id, Outlet = x.Outlet, Text = "" })
            ),
        ]);
        Assert.Equal(["unnamed outlet 1", "unnamed outlet 2", "Norvik Post"], ((string[])["b", "a", "c"]).Select(id => names[id]));
    }
}
