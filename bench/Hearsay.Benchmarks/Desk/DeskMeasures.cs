using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Hearsay.Benchmarks.Store;

namespace Hearsay.Benchmarks.Desk;

/// <summary>
/// `hearsay-bench desk [REPORTS] [--folder F]`: the executable as a person starts it, on a store of so many reports (ten of each event), asked by 20
/// clients at once for a minute while 20 reports a second come in. Clients and desk share the machine. Prints a Markdown table for bench/README.md. A
/// folder that is kept spares the filling next time.
/// </summary>
internal static class DeskMeasures
{
    private const int Clients = 20, ReportsPerSecond = 20, Seconds = 60;
    private const string Address = "http://127.0.0.1:5091";

    public static async Task<int> RunAsync(string[] args)
    {
        var reports = args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 20_000;
        var folder =
            Array.IndexOf(args, "--folder") is >= 0 and var at && at + 1 < args.Length
                ? Directory.CreateDirectory(args[at + 1]).FullName
                : Directory.CreateTempSubdirectory("hearsay-desk-").FullName;
        using var desk = Open(Path.Combine(folder, "desk.db"));
        try
        {
            // pages come packed, as a browser asks for them
            using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All })
            {
                BaseAddress = new Uri(Address),
                Timeout = TimeSpan.FromMinutes(5),
            };
            await UntilAsync(async () => await http.GetAsync("/health/ready") is { IsSuccessStatusCode: true }, TimeSpan.FromMinutes(5));
            var clock = Stopwatch.StartNew();
            if (await CountAsync(http) < reports) await FillAsync(http, reports);
            Row("measure", "");
            Row("---", "---");
            Row(
                $"{reports:N0} reports taken in, grouped and briefed",
                $"{clock.Elapsed.TotalSeconds:N0} s, {(await StatsAsync(http)).GetProperty("stories")} stories"
            );
            await MeasureAsync(http, desk, reports);
            return 0;
        }
        finally
        {
            desk.Kill();
        }
    }

    private static Process Open(string store)
    {
        var app = Path.Combine(AppContext.BaseDirectory, "hearsay.dll");
        if (!File.Exists(app)) throw new FileNotFoundException("the executable stands beside the benchmarks once they are built", app);
        return Process.Start(
            new ProcessStartInfo("dotnet", [app, "serve", "--store", store, "--listen", Address, "--requests-per-minute", "1000000", "--poll", "no"])
            {
                RedirectStandardOutput = true,
            }
        )!;
    }

    private static async Task FillAsync(HttpClient http, int reports)
    {
        var start = DateTimeOffset.UtcNow.AddHours(-12);
        for (var from = 0; from < reports; from += 2000)
        {
            await PostAsync(http, Enumerable.Range(from, Math.Min(2000, reports - from)).Select(n => EventNews.Report(n, start.AddSeconds(n))));
        }

        await UntilAsync(async () => await CountAsync(http) >= reports && await IsSettledAsync(http), TimeSpan.FromHours(2));
    }

    private static async Task MeasureAsync(HttpClient http, Process desk, int reports)
    {
        var stories = (await ListAsync(http, "/api/stories?limit=200")).Select(s => s.GetProperty("id").GetString()!).ToArray();
        var times = new ConcurrentDictionary<string, ConcurrentBag<double>>();
        var failed = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(Seconds));
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(client);
            while (!stop.IsCancellationRequested)
            {
                var (kind, path) = random.Next(3) switch
                {
                    0 => ("front page", "/"),
                    1 => ("story page", "/stories/" + stories[random.Next(stories.Length)]),
                    _ => ("search", "/search?q=" + EventNews.Word(random.Next(reports / EventNews.ReportsPerEvent))),
                };
                var clock = Stopwatch.StartNew();
                using var answer = await http.GetAsync(path, CancellationToken.None);
                await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
                times.GetOrAdd(kind, _ => []).Add(clock.Elapsed.TotalMilliseconds);
                if (answer.StatusCode != HttpStatusCode.OK) failed.Add($"{path}: {answer.StatusCode}");
            }
        })).ToArray();
        // 20 each second by the clock, whether or not the last have been accepted
        var (first, posts, begun) = (await CountAsync(http), new List<Task>(), Stopwatch.StartNew());
        for (var second = 0; second < Seconds; second++)
        {
            var wait = TimeSpan.FromSeconds(second) - begun.Elapsed;
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            posts.Add(
                PostAsync(
                    http,
                    [
                        .. Enumerable
                            .Range(first + (second * ReportsPerSecond), ReportsPerSecond)
                            .Select(n => EventNews.Report(n, DateTimeOffset.UtcNow)),
                    ]
                )
            );
        }

        var sent = Seconds * ReportsPerSecond;
        await Task.WhenAll(clients);
        await Task.WhenAll(posts);
        desk.Refresh();
        var (memory, storedAtEnd) = (desk.WorkingSet64, await CountAsync(http) - first);
        await UntilAsync(async () => await CountAsync(http) >= first + sent && await IsSettledAsync(http), TimeSpan.FromMinutes(10));
        var settled = begun.Elapsed;
        foreach (var (kind, all) in times.OrderBy(t => t.Key, StringComparer.Ordinal))
            Row($"{kind}: median / p95 / requests", $"{At(all, .5):N0} / {At(all, .95):N0} ms / {all.Count:N0}");
        Row("failed", $"{failed.Count}{(failed.IsEmpty ? "" : $" ({failed.First()})")}");
        Row(
            "reports posted meanwhile, one lot of 20 each second by the clock",
            $"{sent:N0}, all accepted; {storedAtEnd:N0} stored at the end of the minute, {await CountAsync(http) - first:N0} stored, grouped and briefed {settled.TotalSeconds - Seconds:N0} s after it"
        );
        using var packing = new HttpRequestMessage(HttpMethod.Get, new Uri(http.BaseAddress!, "/stories/" + stories[0]))
        {
            Headers = { { "Accept-Encoding", "br" } },
        };
        using var plain = new HttpClient();
        using var packed = await plain.SendAsync(packing);
        Row(
            "a story page, packed as it is sent",
            $"{(await http.GetByteArrayAsync("/stories/" + stories[0])).Length / 1000:N0} KB, {(await packed.Content.ReadAsByteArrayAsync()).Length / 1000:N0} KB"
        );
        Row("memory of the desk (working set)", $"{memory / 1_000_000:N0} MB");
    }

    private static async Task PostAsync(HttpClient http, IEnumerable<object> reports)
    {
        using var form = new MultipartFormDataContent
        {
            {
                new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', reports.Select(r => JsonSerializer.Serialize(r))))),
                "files",
                "reports.jsonl"
            },
        };
        using var answer = await http.PostAsync("/api/imports", form);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<int> CountAsync(HttpClient http) => (await StatsAsync(http)).GetProperty("articles").GetInt32();

    private static async Task<JsonElement> StatsAsync(HttpClient http)
    {
        using var json = JsonDocument.Parse(await http.GetStringAsync("/api/stats"));
        return json.RootElement.Clone();
    }

    /// <summary>Settled: every report has been read, and two looks, some seconds apart, find the same newest change.</summary>
    private static async Task<bool> IsSettledAsync(HttpClient http)
    {
        if ((await StatsAsync(http)).GetProperty("unread").GetInt32() > 0) return false;
        var before = await NewestAsync(http);
        await Task.Delay(TimeSpan.FromSeconds(8));
        return await NewestAsync(http) == before;
    }

    private static async Task<string> NewestAsync(HttpClient http) => (await ListAsync(http, "/api/stories?limit=1"))[0].GetRawText();

    private static async Task<List<JsonElement>> ListAsync(HttpClient http, string path)
    {
        using var json = JsonDocument.Parse(await http.GetStringAsync(path));
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(e => e.Clone())];
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan patience)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < patience; await Task.Delay(500))
        {
            try
            {
                if (await holds()) return;
            }
            catch (HttpRequestException)
            {
            }
        }

        throw new TimeoutException($"it did not come about within {patience}");
    }

    private static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)(share * (sorted.Length - 1))];
    }

    private static void Row(string measure, string value) => Console.WriteLine($"| {measure} | {value} |");
}
