using System.Globalization;
using System.Xml.Linq;
using Hearsay.Model;
using Hearsay.Storage;
using Hearsay.Tests.Desk;

namespace Hearsay.Tests.Api;

/// <summary>What a follower of the Atom feeds learns.</summary>
public sealed class AtomTests
{
    private const string Event = "The dam above the sluice at Corvane gave way on Thursday and the torrent reached the bakery in the old mill quarter";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task SaveAsync(OpenDesk desk, string id, string outlet, string rest)
    {
        var article = new Article
        {
            Id = id, Outlet = outlet, Headline = $"Dam fails, says {outlet}", Url = $"https://{id}.example/dam", Text = $"{Event}. {rest}",
        };
        await desk.Store.SaveAsync([new Arrival { Article = article, SeenAt = DateTimeOffset.UtcNow }], cancel: Cancel);
        await desk.SettledAsync();
    }

    private static async Task<List<XElement>> EntriesAsync(OpenDesk desk, string path) =>
        [.. XDocument.Parse(await desk.Http.GetStringAsync(path, Cancel)).Root!.Elements(Atom + "entry")];

    private static string Title(XElement entry) => entry.Element(Atom + "title")!.Value;

    [Fact]
    public async Task A_storys_feed_tells_what_changed_the_last_first()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        await SaveAsync(desk, "one", "Norvik Post", "The governor said that 23 people were dead.");
        await SaveAsync(desk, "two", "Vale Herald", "Officials said that 23 people were dead.");
        await SaveAsync(desk, "one", "Norvik Post", "The governor said that 27 people were dead.");
        var story = (await desk.JsonAsync("/api/stories")).GetProperty("items")[0].GetProperty("id").GetString();
        var entries = await EntriesAsync(desk, $"/api/stories/{story}/feed");
        Assert.Equal(
            ["Norvik Post changed its report: Dam fails, says Norvik Post", "New report: Vale Herald, Dam fails, says Vale Herald", "New report: Norvik Post, Dam fails, says Norvik Post"],
            entries.Select(Title).Where(t => !t.StartsWith("Figure", StringComparison.Ordinal))
        );
        var times = entries.Select(e => DateTimeOffset.Parse(e.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        await desk.Store.RemoveAsync(["two"], "person", DateTimeOffset.UtcNow, Cancel);
        Assert.Equal("A report was removed", Title((await EntriesAsync(desk, $"/api/stories/{story}/feed"))[0]));
    }

    [Fact]
    public async Task The_front_pages_feed_has_the_stories_by_their_last_change_and_says_what_it_was()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        Assert.Empty(await EntriesAsync(desk, "/api/stories/feed"));
        await SaveAsync(desk, "one", "Norvik Post", "The governor said so.");
        await desk.Store.SaveAsync(
            [new Arrival { Article = new Article { Id = "swans", Outlet = "Island Herald", Text = "Nine swans came back to the pond." }, SeenAt = DateTimeOffset.UtcNow }],
            cancel: Cancel
        );
        await desk.SettledAsync();
        await SaveAsync(desk, "two", "Vale Herald", "Officials said so.");
        var entries = await EntriesAsync(desk, "/api/stories/feed");
        Assert.Equal(2, entries.Count);
        Assert.Contains("New report: Vale Herald", entries[0].Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Contains("New report: Island Herald", entries[1].Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Contains("href=\"/api/stories/feed\" title=\"Stories\"", await desk.Http.GetStringAsync("/", Cancel), StringComparison.Ordinal);
    }

    /// <summary>The arrival of a report without a date was published as its date.</summary>
    [Fact]
    public async Task A_searchs_feed_dates_reports_by_their_publication_or_not_at_all()
    {
        await using var desk = await OpenDesk.StartAsync(("poll", "no"));
        await SaveAsync(desk, "one", "Norvik Post", "The governor said so.");
        var entry = Assert.Single(await EntriesAsync(desk, "/api/search/feed?q=dam"));
        Assert.Null(entry.Element(Atom + "published"));
        Assert.Equal("Norvik Post, no date", entry.Element(Atom + "summary")!.Value);
    }
}
