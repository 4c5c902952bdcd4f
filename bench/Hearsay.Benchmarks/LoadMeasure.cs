using System.Diagnostics;
using System.Globalization;
using Hearsay.Language.Models;

namespace Hearsay.Benchmarks;

/// <summary>How long the models take to load, in processes of their own, since they are loaded but once in each.</summary>
internal static class LoadMeasure
{
    private const int Times = 10;

    public static int Run()
    {
        var measured = Enumerable.Range(0, Times).Select(_ => InFreshProcess()).Order().ToArray();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"model load: median {measured[Times / 2]:0} ms of {Times} fresh processes ({measured[0]:0} to {measured[^1]:0})"
            )
        );
        return 0;
    }

    public static int Once()
    {
        var clock = Stopwatch.GetTimestamp();
        if (LanguageModel.Shipped.Tags.Count == 0) return 1;
        Console.WriteLine(Stopwatch.GetElapsedTime(clock).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double InFreshProcess()
    {
        // As a program is run: code is compiled quickly first.
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["load", "once"])
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
