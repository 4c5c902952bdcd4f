using System.CommandLine;
using System.Runtime.CompilerServices;

namespace Hearsay.Lab;

/// <summary>Where the annotated corpora are. They are never part of the project: what is absent is reported as skipped, by name.</summary>
internal static class LabData
{
    /// <summary>The root option `--data`, which every command takes.</summary>
    public static Option<DirectoryInfo?> Option { get; } = new("--data")
    {
        Description = "Folder with the annotated corpora (data, seeds, stories, gold, score below it). Default: ../shared beside the repository.",
        Recursive = true,
    };

    /// <summary>The repository's root, found from where this file was compiled.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>The folder that holds the corpora: what `--data` says, else ../shared beside the repository. It may not exist.</summary>
    public static string Root(ParseResult? parsed = null) =>
        parsed?.GetValue(Option)?.FullName ?? Path.GetFullPath(Path.Combine(Repository, "..", "shared"));

    /// <summary>
    /// The corpus at <paramref name="relative"/> ("data/times/wikiwars"); null where it is absent, which is said on standard error.
    /// </summary>
    public static string? Find(string relative, ParseResult? parsed = null)
    {
        var path = Path.Combine(Root(parsed), relative);
        if (Path.Exists(path)) return path;
        Console.Error.WriteLine($"skipped: {relative} is not there");
        return null;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
