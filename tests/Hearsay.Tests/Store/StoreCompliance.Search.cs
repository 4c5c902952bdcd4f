using Hearsay.Storage;

namespace Hearsay.Tests.Store;

public abstract partial class StoreCompliance
{
    private async Task FillAsync()
    {
        Arrival[] arrivals =
        [
            Invented.Arrival(Invented.Article(url: "https://norvikpost.example/1", outlet: "Norvik Post", published: "2031-03-04")) with
            {
                Speakers = ["Ingrid Vahl"],
            },
            Invented.Arrival(
                Invented.Article(
                    "The harbour café of Norvik burnt down; the ferry was not delayed, said the mayor, Olav Brekke. The flood of last year had spared it.",
                    "https://islandherald.example/2", "Island Herald", "Café burns down", "2031-03-06"
                )
            ) with
            {
                Speakers = ["Olav Brekke"],
            },
            Invented.Arrival(
                Invented.Article(
                    "Floods closed the road to Skarholm. A spokesman for the coast said the guard rails had gone.", "https://islandherald.example/3",
                    "Island Herald", "Road closed", "2031-04-01"
                )
            ) with
            {
                Speakers = [],
            },
        ];
        await Store.SaveAsync(arrivals);
    }

    [Theory]
    [InlineData("ferry", "1 2")]
    [InlineData("FERRY fog", "1")]
    [InlineData("\"coast guard\"", "1")]
    [InlineData("coast guard", "1 3")]
    [InlineData("cafe", "2")]
    [InlineData("CAFÉ", "2")]
    [InlineData("title:ferry", "1")]
    [InlineData("body:aground", "1")]
    [InlineData("outlet:herald", "2 3")]
    [InlineData("outlet:\"Island Herald\" ferry", "2")]
    [InlineData("speaker:brekke", "2")]
    [InlineData("speaker:\"Ingrid Vahl\"", "1")]
    [InlineData("flood", "2")]
    [InlineData("flood*", "2 3")]
    [InlineData("fog OR road", "1 3")]
    [InlineData("ferry -café", "1")]
    [InlineData("ferry NOT \"burnt down\"", "1")]
    [InlineData("ferry since:2031-03-05", "2")]
    [InlineData("since:2031-03-05 until:2031-03-31", "2")]
    [InlineData("on:2031-03", "1 2")]
    [InlineData("before:2031-03-06", "1")]
    [InlineData("after:2031-03-06", "3")]
    [InlineData("zeppelin", "")]
    [InlineData("NEAR(ferry, 5)", "")]
    [InlineData("ferry AND fog", "1")]
    [InlineData("it's", "")]
    [InlineData("col:umn ferry", "")]
    public async Task A_query_finds_what_answers_it(string typed, string expected)
    {
        await FillAsync();
        var (query, error) = SearchQuery.Parse(typed);
        Assert.Null(error);
        var page = await Store.SearchAsync(query!);
        Assert.Equal(expected, string.Join(' ', page.Hits.Select(h => h.Article.Urls[0][^1]).Order()));
        Assert.Equal(page.Hits.Length, page.Total);
    }

    [Fact]
    public async Task The_best_come_first_and_the_words_that_answer_are_cut_out_of_the_text()
    {
        await FillAsync();
        var page = await Store.SearchAsync(SearchQuery.Parse("ferry \"aground off\" OR mayor").Query!, limit: 1);
        Assert.Equal(2, page.Total);
        var hit = Assert.Single(page.Hits);
        Assert.EndsWith("/1", hit.Article.Urls[0], StringComparison.Ordinal);
        Assert.Equal(["ferry", "aground off"], hit.Matches.Select(m => m.Of(hit.Article.Article.Text)));
        var accents = await Store.SearchAsync(SearchQuery.Parse("CAFE*").Query!);
        Assert.Equal(["café"], accents.Hits[0].Matches.Select(m => m.Of(accents.Hits[0].Article.Article.Text)));
    }

    [Theory]
    [InlineData("NorvikPost", 1)]
    [InlineData("Norvik-Post", 1)]
    [InlineData("hillcourier", 1)]
    [InlineData("\"Hill Courier\"", 1)]
    [InlineData("courier", 0)]
    public async Task An_outlet_is_found_however_it_is_spelt(string outlet, int found)
    {
        await Store.SaveAsync(Invented.Article(url: "https://news.example/1", outlet: "Norvik Post"));
        await Store.SaveAsync(Invented.Article(Invented.Ferry + " And more.", "https://www.hillcourier.example/2", outlet: null));
        Assert.Equal(found, (await Store.SearchAsync(SearchQuery.Parse($"outlet:{outlet}").Query!)).Total);
    }

    [Fact]
    public async Task An_outlet_that_no_report_names_has_the_name_that_its_host_is_known_by()
    {
        await Store.SaveAsync(Invented.Article(url: "https://www.theguardian.com/1", outlet: null));
        await Store.SaveAsync(Invented.Article(Invented.Ferry + " And more.", "https://www.theguardian.com/2", outlet: "The Guardian"));
        var outlet = Assert.Single(await Store.OutletsAsync());
        Assert.Equal(("The Guardian", 2), (outlet.Name, outlet.Articles));
    }

    [Fact]
    public async Task An_outlet_that_was_known_by_its_host_alone_gets_its_name_with_the_first_report_that_has_it()
    {
        await Store.SaveAsync(Invented.Article(url: "https://www.hillcourier.example/1", outlet: null));
        await Store.SaveAsync(Invented.Article(Invented.Ferry + " And more.", "https://www.hillcourier.example/2", outlet: "Hill Courier"));
        var outlet = Assert.Single(await Store.OutletsAsync());
        Assert.Equal(("Hill Courier", 2), (outlet.Name, outlet.Articles));
    }

    [Fact]
    public async Task The_index_follows_the_newest_text()
    {
        await FillAsync();
        await Store.SaveAsync(
            Invented.Article("The vessel is afloat again.", "https://norvikpost.example/1", "Norvik Post", "Afloat"),
            Invented.Noon.AddDays(1)
        );
        Assert.Equal(0, (await Store.SearchAsync(SearchQuery.Parse("aground").Query!)).Total);
        Assert.Equal(1, (await Store.SearchAsync(SearchQuery.Parse("afloat").Query!)).Total);
        Assert.Equal(0, (await Store.SearchAsync(SearchQuery.Parse("speaker:vahl").Query!)).Total);
        var id = (await Store.FindArticleAsync("https://norvikpost.example/1"))!.Id;
        await Store.SetSpeakersAsync([new ArticleSpeakers(id, 2, ["Ingrid Vahl"])]);
        Assert.Equal(1, (await Store.SearchAsync(SearchQuery.Parse("speaker:vahl").Query!)).Total);
        Assert.Equal(0, (await Store.StatsAsync()).Unread);
        Assert.Empty(await Store.CheckAsync());
    }

    [Fact]
    public async Task Nothing_that_a_person_types_is_syntax()
    {
        await FillAsync();
        var random = new Random(7);
        const string Keys = "\"'“”*:-()^+{}[]\\;%_|&,.~ \0\uD800\u0301abOR NOT AND NEAR title:speaker:since:2031-";
        for (var i = 0; i < 2000; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => Keys[random.Next(Keys.Length)]));
            var (query, error) = SearchQuery.Parse(typed);
            Assert.True(query is null != error is null, typed);
            if (query is not null) await Store.SearchAsync(query);
        }
    }
}
