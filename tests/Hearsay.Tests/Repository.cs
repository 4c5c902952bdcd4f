using System.Runtime.CompilerServices;

namespace Hearsay.Tests;

/// <summary>The repository as the tests see it.</summary>
internal static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>True where generated documents are to be written, not compared (dev.cs docs).</summary>
    public static bool WriteDocs { get; } = Environment.GetEnvironmentVariable("HEARSAY_WRITE_DOCS") == "1";

    /// <summary>A file or folder below the root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every C# file of a folder below the root, without build output, in ordinal order.</summary>
    public static IEnumerable<string> CSharpFiles(string folder) =>
        Directory.EnumerateFiles(At(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    /// <summary>Compares a generated text with the file that holds it, or writes the file where documents are being generated.</summary>
    public static void Approve(string path, string text)
    {
        if (WriteDocs) File.WriteAllText(path, text);
        else
            Assert.True(
                File.Exists(path) && File.ReadAllText(path) == text,
                $"{Path.GetRelativePath(Root, path)} is out of date: run `dotnet run dev.cs -- docs` and look at the difference"
            );
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
