namespace Hearsay.Statements.Attributions;

/// <summary>The word lists of this folder's parent, embedded in the engine: one entry a line, comments after #.</summary>
internal static class WordLists
{
    /// <summary>The entries of Data/<paramref name="name"/> in order.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        var assembly = typeof(WordLists).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith(".Statements.Data." + name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            var entry = line.Split('#')[0].Trim();
            if (entry.Length > 0) yield return entry;
        }
    }
}
