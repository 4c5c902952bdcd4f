using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Benchmarks;

/// <summary>
/// `hearsay-bench pages FOLDER`: HTML to article on one core, beside the parse alone, SmartReader, and @mozilla/readability with jsdom and with
/// linkedom, the same pages in the same run. Those in this process take turns, so that what else the machine does meets all alike; each is warmed up
/// and measured by processor time, the best of its passes. A process of its own (npm) counts its own time.
/// </summary>
internal static class PageMeasures
{
    private const int Passes = 10;

    public static int Run(string[] args)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;
        var pages = Read(args.Length > 0 ? args[0] : Path.Combine(Articles.ProjectFolder, "..", "..", "..", "shared", "data", "pages"));
        if (pages.Count == 0)
        {
            Console.Error.WriteLine("skipped: no pages (*.html, *.html.gz) in the folder");
            return 0;
        }
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages of {pages.Average(p => p.Length):N0} characters on average, one core")
        );
        var rates = Rates(
            pages.Count,
            Passes,
            new("AngleSharp's parse alone", () => pages.ForEach(p => new HtmlParser().ParseDocument(p).Dispose()), OwnTime),
            new(
                "Hearsay: page to article",
                () => pages.ForEach(p => PageReader.Read(new RawPage { Format = PageFormat.Html, Content = p }, extractionAlone: true)),
                OwnTime
            ),
            new("SmartReader", () => pages.ForEach(ReadSmart), OwnTime));
        var ours = rates[1];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Hearsay is {ours / rates[0]:0.00} of the parse alone, {ours / rates[2]:0.0} times SmartReader"
            )
        );
        var file = Path.Combine(Path.GetTempPath(), $"hearsay-bench-pages-{Environment.ProcessId}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(pages));
        foreach (var (peer, passes) in (ReadOnlySpan<(string, int)>)[("linkedom", 3), ("jsdom", 1)])
        {
            using var process = Peer.Start(peer, file);
            var rate = Rates(pages.Count, passes, new Reading($"@mozilla/readability with {peer}", () => process.Run(), () => process.ProcessorTime))[
                0
            ];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Hearsay is {ours / rate:0.0} times that"));
        }
        File.Delete(file);
        return 0;
    }

    /// <summary>All pages read once by <paramref name="Pass"/>.</summary>
    private sealed record Reading(string Name, Action Pass, Func<TimeSpan> ProcessorTime);

    private static TimeSpan OwnTime() => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>Pages a second of processor time; the first pass of each only warms it up.</summary>
    private static double[] Rates(int pages, int passes, params Reading[] readings)
    {
        var (best, wall) = (new double[readings.Length], new double[readings.Length]);
        for (var pass = 0; pass <= passes; pass++)
        {
            foreach (var (i, reading) in readings.Index())
            {
                var (before, start) = (reading.ProcessorTime(), Stopwatch.GetTimestamp());
                reading.Pass();
                if (pass == 0) continue;
                best[i] = Math.Max(best[i], pages / (reading.ProcessorTime() - before).TotalSeconds);
                wall[i] = Math.Max(wall[i], pages / Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        foreach (var (i, reading) in readings.Index())
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{reading.Name, -40} {best[i], 8:N1} pages/s of processor time {wall[i], 8:N1} of wall time"
                )
            );
        }

        return best;
    }

    private static void ReadSmart(string html)
    {
        using var reader = new SmartReader.Reader("https://localhost/", html) { ContinueIfNotReadable = true };
        _ = reader.GetArticle().TextContent;
    }

    private static List<string> Read(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var pages = new List<string>();
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(f) != "expected.html")
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = File.OpenRead(file);
            using var reader = new StreamReader(
                file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream
            );
            pages.Add(reader.ReadToEnd());
        }
        return pages;
    }
}
