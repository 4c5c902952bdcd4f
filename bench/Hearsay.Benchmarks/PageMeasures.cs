using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Hearsay.Model;
using Hearsay.Pages;

namespace Hearsay.Benchmarks;

/// <summary>
/// `hearsay-bench pages FOLDER`: HTML to article on one core, beside the parse alone, SmartReader, and @mozilla/readability with jsdom and with linkedom, the same pages in the same run.
/// Each is warmed up (code that is compiled while it runs by four passes, a process of its own by one) and measured by processor time, the best of the passes given; a process of its own (npm) counts its own time.
/// </summary>
internal static class PageMeasures
{
    private const int Passes = 8;
    private const int WarmUp = 4;

    public static int Run(string[] args)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;
        var pages = Read(args.Length > 0 ? args[0] : Path.Combine(Articles.ProjectFolder, "..", "..", "..", "shared", "data", "pages"));
        if (pages.Count == 0)
        {
            Console.Error.WriteLine("skipped: no pages (*.html, *.html.gz) in the folder");
            return 0;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} pages of {pages.Average(p => p.Length):N0} characters on average, one core"));
        var parse = Rate("AngleSharp's parse alone", pages.Count, Passes, () => pages.ForEach(p => new HtmlParser().ParseDocument(p).Dispose()));
        var ours = Rate("Hearsay: page to article", pages.Count, Passes, () => pages.ForEach(p => PageReader.Read(new RawPage { Format = PageFormat.Html, Content = p }, anyLanguage: true)));
        var smart = Rate("SmartReader", pages.Count, Passes, () => pages.ForEach(ReadSmart));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Hearsay is {ours / parse:0.00} of the parse alone, {ours / smart:0.0} times SmartReader"));
        var file = Path.Combine(Path.GetTempPath(), $"hearsay-bench-pages-{Environment.ProcessId}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(pages));
        foreach (var (peer, passes) in (ReadOnlySpan<(string, int)>)[("linkedom", 3), ("jsdom", 1)])
        {
            using var process = Peer.Start(peer, file);
            var rate = Rate($"@mozilla/readability with {peer}", pages.Count, passes, () => process.Run(), () => process.ProcessorTime);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Hearsay is {ours / rate:0.0} times that"));
        }
        File.Delete(file);
        return 0;
    }

    private static double Rate(string name, int pages, int passes, Action pass, Func<TimeSpan>? processorTime = null)
    {
        for (var i = 0; i < (processorTime is null ? WarmUp : 1); i++) pass();
        processorTime ??= () => Process.GetCurrentProcess().TotalProcessorTime;
        var (best, wall) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < passes; i++)
        {
            var (before, start) = (processorTime(), Stopwatch.GetTimestamp());
            pass();
            best = Math.Min(best, (processorTime() - before).TotalSeconds);
            wall = Math.Min(wall, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {pages / best,8:N1} pages/s of processor time {pages / wall,8:N1} of wall time"));
        return pages / best;
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
        foreach (var file in Directory.EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "expected.html").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
            pages.Add(reader.ReadToEnd());
        }
        return pages;
    }
}
