using System.Diagnostics;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Language.Models;
using Hearsay.Model;

namespace Hearsay.Benchmarks;

/// <summary>How long the models take to load, in processes of their own, since they are loaded but once in each.</summary>
internal static class LoadMeasure
{
    private const int Times = 10;

    public static int Run()
    {
        foreach (var what in (string[])["models", "encoder"])
        {
            var measured = Enumerable.Range(0, Times).Select(_ => InFreshProcess(what)).Order().ToArray();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"load of the {what}: median {measured[Times / 2]:0} ms of {Times} fresh processes ({measured[0]:0} to {measured[^1]:0})"
                )
            );
        }

        return 0;
    }

    /// <summary>The quick models, or, with those there, the encoder with all layers that trees need, by a first sentence.</summary>
    public static int Once(string what)
    {
        var clock = Stopwatch.GetTimestamp();
        if (LanguageModel.Shipped.Tags.Count == 0) return 1;
        if (what == "encoder")
        {
            clock = Stopwatch.GetTimestamp();
            LanguageReader.Read(new Article { Id = "first", Text = "The gate was shut." }, new DeepReadings { FindMeanings = false });
        }

        Console.WriteLine(Stopwatch.GetElapsedTime(clock).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double InFreshProcess(string what)
    {
        // As a program is run: code is compiled quickly first.
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["load", "once", what])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredCompilation"] = "1" },
        };
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(line, CultureInfo.InvariantCulture);
    }
}
