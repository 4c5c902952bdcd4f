using System.Runtime.CompilerServices;
using System.Text.Json;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;

namespace Hearsay.Benchmarks;

/// <summary>The text that every benchmark reads: the bodies of the samples, or of the reports under HEARSAY_BENCH_PATH.</summary>
internal static class Articles
{
    /// <summary>The folder of this project.</summary>
    public static string ProjectFolder { get; } = Path.GetDirectoryName(ThisFile())!;

    /// <summary>Every article, read through Sources and Pages.</summary>
    public static Article[] All { get; } =
        [.. PageSource.Read([Environment.GetEnvironmentVariable("HEARSAY_BENCH_PATH") ?? Path.Combine(ProjectFolder, "..", "..", "samples")])
            .Pages.Select(p => PageReader.Read(p).Article).OfType<Article>()];

    /// <summary>How many words and marks they have, as Hearsay cuts them. Asking for it reads them.</summary>
    public static int Tokens => All.Sum(a => LanguageReader.ReadWithoutTrees(a).Tokens.Length);

    /// <summary>The same texts for the alternatives.</summary>
    public static string AsJsonFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"hearsay-bench-{Environment.ProcessId}.json");
        File.WriteAllText(path, JsonSerializer.Serialize(All.Select(a => a.Text)));
        return path;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
