using Hearsay.Lab.Fuzz;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources.Feeds;

namespace Hearsay.Tests.Sources;

/// <summary>A short run of the fuzzer over every parser of hostile input; the long one is `dotnet run dev.cs -- fuzz --minutes 10`.</summary>
[Trait("Lane", "slow")]
public sealed class FuzzTests
{
    public static TheoryData<string, int> Targets =>
        new()
        {
            { "feed", 600 },
            { "page", 60 },
            { "linked-data", 200 },
            { "report", 60 },
            { "warc", 1500 },
            { "robots", 3000 },
            { "archive", 800 },
        };

    [Theory]
    [MemberData(nameof(Targets))]
    public void What_must_hold_for_every_input_holds(string name, int inputs)
    {
        var run = Fuzzer.Run(FuzzTarget.All.Single(t => t.Name == name), seed: 5, TimeSpan.FromMinutes(5), inputs);
        Assert.Equal(inputs, run.Inputs);
        Assert.Empty(run.Findings.Select(f => $"{f.Number}: {f.Exception}"));
    }

    [Fact]
    public void An_input_that_does_not_end_is_a_finding()
    {
        using var never = new ManualResetEventSlim();
        var inputs = 0;
        var target = new FuzzTarget("never", [[1]], ["a"], _ =>
        {
            if (++inputs == 3) never.Wait();
        });
        var run = Fuzzer.Run(target, seed: 1, TimeSpan.FromMinutes(1), most: 5, patience: TimeSpan.FromMilliseconds(100));
        never.Set();
        Assert.Equal(2, Assert.Single(run.Findings).Number);
    }

    [Fact]
    public void Half_a_character_in_JSON_is_no_fault()
    {
        // found by fuzzing: the parser of JSON throws an exception of its own at a string that is no valid UTF-16
        var script =
            "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Bridge \ud800 closed\"}</script></head><body><p>The mayor of Tolland said on Monday that the bridge is closed until the end of the month.</p></body></html>";
        Assert.NotNull(PageReader.Read(new RawPage { Format = PageFormat.Html, Content = script }).Article);
        Assert.Equal(
            "the JSON is not valid",
            FeedReader.Read("{\"items\": [{\"title\": \"\ud800\"}]}", new Uri("https://tolland.example/feed")).Reason
        );
    }
}
