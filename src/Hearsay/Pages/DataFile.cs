using System.Collections.Immutable;

namespace Hearsay.Pages;

/// <summary>The word lists of this folder, embedded in the engine: one entry a line, "#" opens a comment.</summary>
internal static class DataFile
{
    /// <summary>The entries of a list, in the order of the file.</summary>
    public static ImmutableArray<string> Lines(string name)
    {
        var assembly = typeof(DataFile).Assembly;
        using var stream = assembly.GetManifestResourceStream("Hearsay.Pages.Data." + name)
            ?? throw new InvalidOperationException($"The engine was built without its word list {name}.");
        using var reader = new StreamReader(stream);
        var lines = ImmutableArray.CreateBuilder<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } entry && entry[0] != '#') lines.Add(entry);
        }
        return lines.ToImmutable();
    }
}
