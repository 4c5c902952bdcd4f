using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;

namespace Hearsay.Benchmarks.Store;

/// <summary>
/// `hearsay-bench store [ARTICLES] [--folder F] [--keep] [--search-only]`: how fast articles go into one SQLite file, how large it becomes and how
/// fast searches answer. Not BenchmarkDotNet: it is one long run, and what is wanted is the 95th of 100 searches, not their mean. Prints a Markdown
/// table for bench/README.md.
/// </summary>
internal static class StoreMeasures
{
    private const int Group = 256;
    private const int Searches = 400;

    private static readonly DateTimeOffset Seen = new(2031, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] args)
    {
        var articles = args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 100_000;
        var folder =
            Array.IndexOf(args, "--folder") is >= 0 and var at && at + 1 < args.Length
                ? Directory.CreateDirectory(args[at + 1]).FullName
                : Directory.CreateTempSubdirectory("hearsay-store-").FullName;
        var file = Path.Combine(folder, "bench.db");
        if (!args.Contains("--search-only"))
        {
            foreach (var old in Directory.GetFiles(folder, "bench.db*")) File.Delete(old);
        }
        try
        {
            if (!args.Contains("--search-only"))
            {
                await using var store = SqliteNewsStore.Open(file);
                await FillAsync(store, articles);
            }
            await using (var store = SqliteNewsStore.Open(file)) await AskAsync(store, articles);
            return 0;
        }
        finally
        {
            if (!args.Contains("--keep")) foreach (var old in Directory.GetFiles(folder, "bench.db*")) File.Delete(old);
        }
    }

    private static async Task FillAsync(INewsStore store, int articles)
    {
        var news = new InventedNews(1);
        Row("measure", "");
        Row("---", "---");
        var (clock, processor, characters, latencies) = (new Stopwatch(), TimeSpan.Zero, 0L, new List<double>());
        for (var from = 0; from < articles; from += Group)
        {
            // made before the clock runs
            var arrivals = Enumerable.Range(from, Math.Min(Group, articles - from))
                .Select(i => new Arrival { Article = news.Article(i), SeenAt = Seen, Speakers = [.. InventedNews.Speakers(i)] }).ToImmutableArray();
            characters += arrivals.Sum(a => (long)a.Article.Text.Length);
            var (before, start) = (Process.GetCurrentProcess().TotalProcessorTime, clock.Elapsed);
            clock.Start();
            await store.SaveAsync(arrivals);
            clock.Stop();
            processor += Process.GetCurrentProcess().TotalProcessorTime - before;
            latencies.Add((clock.Elapsed - start).TotalMilliseconds);
        }
        var stats = await store.StatsAsync();
        Row("articles, mean characters of text", $"{stats.Articles:N0}, {characters / articles:N0}");
        Row(
            $"saved a second, {Group} a transaction, each on the disk before it is acknowledged",
            $"{articles / clock.Elapsed.TotalSeconds:N0} (processor time: {articles / processor.TotalSeconds:N0})"
        );
        Row("a transaction of them, median / p95", $"{At(latencies, 0.5):N0} / {At(latencies, 0.95):N0} ms");
        await SingleAsync(store, news, articles);
        Row("file", $"{stats.Bytes / 1048576.0:N0} MB, {stats.Bytes / 1024.0 / articles:N1} KB an article");
    }

    private static async Task SingleAsync(INewsStore store, InventedNews news, int articles)
    {
        var times = new List<double>();
        for (var i = 0; i < 300; i++)
        {
            var arrival = new Arrival { Article = news.Article(articles + i), SeenAt = Seen, Speakers = [] };
            var clock = Stopwatch.StartNew();
            await store.SaveAsync([arrival]);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        Row("one article a transaction, median / p95", $"{At(times, 0.5):N1} / {At(times, 0.95):N1} ms");
    }

    private static async Task AskAsync(INewsStore store, int articles)
    {
        var news = new InventedNews(1);
        await AskAsync(store, "one word, as often as it is written", (random, _) => InventedNews.Word(random), articles);
        await AskAsync(
            store,
            "three words",
            (random, _) => string.Join(' ', Enumerable.Range(0, 3).Select(_ => InventedNews.Word(random))),
            articles
        );
        await AskAsync(store, "a phrase of three words", (_, i) => $"\"{string.Join(' ', news.Article(i).Text.Split(' ', 12)[3..6])}\"", articles);
        await AskAsync(
            store,
            "a word within 30 days",
            (random, i) =>
                string.Create(CultureInfo.InvariantCulture, $"{InventedNews.Word(random)} since:{Day(i % 650)} until:{Day((i % 650) + 30)}"),
            articles
        );
        await AskAsync(store, "a word of one outlet", (random, _) => $"{InventedNews.Word(random)} outlet:\"Island Herald\"", articles);
        await AskAsync(store, "a speaker", (_, i) => $"speaker:\"{InventedNews.Speakers(i).First()}\"", articles);
        await AskAsync(store, "the beginning of a word", (random, _) => InventedNews.Word(random)[..3] + "*", articles);
    }

    private static string Day(int i) => new DateOnly(2030, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task AskAsync(INewsStore store, string what, Func<Random, int, string> typed, int articles)
    {
        var random = new Random(5);
        var (times, hits, before) = (new List<double>(), 0L, Process.GetCurrentProcess().TotalProcessorTime);
        for (var i = 0; i < Searches; i++)
        {
            var (query, error) = SearchQuery.Parse(typed(random, random.Next(articles)));
            if (query is null) throw new InvalidOperationException(error);
            var clock = Stopwatch.StartNew();
            hits += (await store.SearchAsync(query)).Total;
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        Row(
            $"search, {what}, median / p95",
            $"{At(times, 0.5):N1} / {At(times, 0.95):N1} ms (processor, mean: {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Searches:N1} ms; {hits / Searches:N0} hits on average)"
        );
    }

    private static double At(List<double> values, double part) => values.Order().ElementAt((int)((values.Count - 1) * part));

    private static void Row(FormattableString what, FormattableString value) =>
        Row(what.ToString(CultureInfo.InvariantCulture), value.ToString(CultureInfo.InvariantCulture));

    private static void Row(string what, FormattableString value) => Row(what, value.ToString(CultureInfo.InvariantCulture));

    private static void Row(string what, string value) => Console.WriteLine($"| {what} | {value} |");
}
