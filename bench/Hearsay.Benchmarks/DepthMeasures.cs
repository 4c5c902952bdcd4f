using System.Diagnostics;
using Hearsay.Language;
using Hearsay.Language.Encoder;
using Hearsay.Model;
using static System.FormattableString;

namespace Hearsay.Benchmarks;

/// <summary>
/// `hearsay-bench depths [encoder]`: words a second on one thread as the program reads them, each text met for the first time: quickly,
/// with the statements drawn from that, and deeply; with `encoder` (built with -p:Onnx=true) the run of the pretrained encoder
/// alone beside ONNX Runtime. Words are those between blanks. Started anew with the program's own settings, since these measures are of code as it ships.
/// </summary>
internal static class DepthMeasures
{
    public static int Run(string[] args)
    {
        if (Environment.GetEnvironmentVariable("DOTNET_TieredCompilation") != "1") return Again(args);
        // one core for all
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;
        Console.WriteLine(Invariant($"{Articles.All.Length} articles, {Articles.All.Sum(a => Count(a.Text)):N0} words, each met for the first time"));
#if ONNX
        if (args is ["encoder"]) return EncoderMeasures.Run();
#endif
        var (first, rest) = (Articles.All[..(Articles.All.Length / 3)], Articles.All[(Articles.All.Length / 3)..]);
        // the first texts are read while the code is still being compiled
        Measure("language layer, quick, the first third", first, a => LanguageReader.Read(a));
        Measure("language layer, quick, the others", rest, a => LanguageReader.Read(a));
        Measure("article to report, quick, met before", rest, a => Reader.Read(a));
        Measure("language layer, deep", first, a => LanguageReader.Read(a, new DeepReadings { FindMeanings = false }));
        Measure("language layer, deep, with what words mean", first, a => LanguageReader.Read(a, new DeepReadings()));
        return EncoderModel.Shipped is null ? 1 : LoadMeasure.Run();
    }

    private static int Again(string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["depths", .. args])
        {
            Environment = { ["DOTNET_TieredCompilation"] = "1", ["DOTNET_TieredPGO"] = "0" },
        };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static void Measure(string name, Article[] articles, Action<Article> read)
    {
        var words = articles.Sum(a => Count(a.Text));
        var (processor, wall) = Timed(() =>
        {
            foreach (var article in articles) read(article);
        });
        Row(name, Invariant($"{words / processor:N0} words/s of processor time, {words / wall:N0} by the clock"));
    }

    internal static (double Processor, double Wall) Timed(Action read)
    {
        using var process = Process.GetCurrentProcess();
        var (before, start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        read();
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalSeconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    internal static void Row(string name, string value) => Console.WriteLine($"{name, -50} {value}");
}
