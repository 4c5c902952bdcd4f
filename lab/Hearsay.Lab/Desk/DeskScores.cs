using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Hearsay.Lab.Stories;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Lab.Desk;

/// <summary>
/// `lab desk`: outlets on loopback publish the reports of giveme5w1h in the order of their times within two minutes; an open desk polls their feed.
/// Measured: that every report comes into a story, how the stories grow meanwhile, and B³ of the stories at the end against the events that the
/// corpus names.
/// </summary>
internal static class DeskScores
{
    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long the publishing takes.", DefaultValueFactory = _ => 120 };

    /// <summary>The command `desk`.</summary>
    public static Command Command()
    {
        var command = new Command("desk", "Publish the reports of a corpus to an open desk and score its stories.") { Seconds };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (LabData.Find("data/stories/giveme5w1h", parsed) is not { } corpus) return 0;
        var reports = Read(corpus);
        var folder = Directory.CreateTempSubdirectory("hearsay-desk-").FullName;
        try
        {
            var file = Path.Combine(folder, "desk.db");
            await using var store = SqliteNewsStore.Open(file);
            await using var outlets = await NewsServer.StartAsync(reports);
            var settings = DeskSettings
                .Bind(
                    name =>
                        name switch
                        {
                            "listen" => "http://127.0.0.1:0",
                            "allow-private" => "yes",
                            _ => null,
                        },
                    _ => null,
                    null
                )
                .Settings!;
            await using var desk = DeskHost.Build(store, file, settings, quiet: true);
            await desk.StartAsync(cancel);
            using var http = new HttpClient
            {
                BaseAddress = new Uri(desk.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
            };
            await PublishAsync(outlets, reports.Count, http, store, parsed.GetValue(Seconds), cancel);
            var code = await ScoreAsync(outlets, reports, store, cancel);
            await desk.StopAsync(cancel);
            return code;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<PublishedReport> Read(string folder) =>
    [
        .. from file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
           let root = JsonDocument.Parse(File.ReadAllText(file)).RootElement
           let text = root.GetProperty("text").GetString() ?? ""
           where text.Length > 0
           let published = root.GetProperty("date_publish").GetString()!.Replace(' ', 'T') + "Z"
           orderby published, file
           select new PublishedReport(
               root.GetProperty("title").GetString() ?? "",
               root.TryGetProperty("source_domain", out var domain) ? domain.GetString() ?? "" : "",
               published,
               text,
               root.GetProperty("newsCluster").GetProperty("EventId").GetInt32().ToString(CultureInfo.InvariantCulture)),
    ];

    private static async Task PublishAsync(NewsServer outlets, int count, HttpClient http, INewsStore store, int seconds, CancellationToken cancel)
    {
        using var added = await http.PostAsJsonAsync("/api/feeds", new { url = outlets.Feed.AbsoluteUri }, cancel);
        var feed = (await added.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("id").GetInt64();
        var clock = Stopwatch.StartNew();
        var last = -1;
        while (true)
        {
            outlets.Published = (int)Math.Min(count, count * clock.Elapsed.TotalSeconds / seconds);
            using var asked = await http.PostAsync($"/api/feeds/{feed}/check", null, cancel);
            var (articles, stories, settled) = await LookAsync(store, cancel);
            if ((int)clock.Elapsed.TotalSeconds / 15 is var quarter && quarter != last)
            {
                last = quarter;
                Console.WriteLine($"    after {clock.Elapsed.TotalSeconds:0} s: {outlets.Published} published, {articles} read, {stories} stories");
            }

            if (outlets.Published == count && settled && clock.Elapsed > TimeSpan.FromSeconds(seconds + 10)) break;
            if (clock.Elapsed > TimeSpan.FromSeconds(seconds + 240)) break;
            await Task.Delay(TimeSpan.FromSeconds(2), cancel);
        }

        Console.WriteLine($"    all in stories after {clock.Elapsed.TotalSeconds:0} s");
    }

    private static async Task<(int Articles, int Stories, bool Settled)> LookAsync(INewsStore store, CancellationToken cancel)
    {
        var stats = await store.StatsAsync(cancel);
        var loose = await store.ListArticlesAsync(new ArticleFilter { Waiting = true, Limit = 1 }, cancel);
        var stories = (await store.ListStoriesAsync(new StoryFilter { Limit = 500 }, cancel)).Stories;
        return (
            stats.Articles,
            stories.Length,
            stats.WaitingItems == 0
                && loose.Articles.IsEmpty
                && stories.All(s => StoryCard.Parse(s.Summary)?.Version == s.Version)
        );
    }

    private static async Task<int> ScoreAsync(NewsServer outlets, List<PublishedReport> reports, INewsStore store, CancellationToken cancel)
    {
        var floors = new Floors();
        var (found, truth) = (new List<string>(), new List<string>());
        foreach (var (number, report) in reports.Index())
        {
            if (await store.FindArticleAsync(outlets.AddressOf(number), cancel) is not { } article)
            {
                Console.WriteLine($"    not in the store: {report.Outlet}, {report.Text.Length} characters");
                continue;
            }

            if (!(await store.StoriesOfAsync([article.Id], cancel)).TryGetValue(article.Id, out var story)) continue;
            found.Add(story);
            truth.Add(report.Story);
        }

        floors.Check("desk giveme5w1h", "reports published that stand in a story", (double)found.Count / reports.Count);
        floors.Check("desk giveme5w1h", "stories B3 F1", ClusterScore.Of(found, truth).BCubed);
        return floors.ExitCode;
    }
}
