namespace Hearsay.Text;

/// <summary>The data files of the engine (word lists, tables, weights): embedded, named by their path in the source tree.</summary>
internal static class DataFile
{
    /// <summary>The file as bytes.</summary>
    /// <param name="path">Such as <c>Language/Data/countries.txt</c>.</param>
    /// <exception cref="InvalidOperationException">The engine was built without it.</exception>
    public static Stream Open(string path) =>
        Find(path) ?? throw new InvalidOperationException($"The engine was built without its data file {path}.");

    /// <summary>The file as bytes; null where the engine was built without it.</summary>
    public static Stream? Find(string path) => typeof(DataFile).Assembly.GetManifestResourceStream("Hearsay." + path.Replace('/', '.'));

    /// <summary>The file as text (UTF-8).</summary>
    /// <inheritdoc cref="Open"/>
    public static string Text(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    /// <summary>
    /// The entries of a list in the order of the file: one a line, trimmed; "#" opens a comment where a line begins or a space stands before it.
    /// </summary>
    /// <inheritdoc cref="Open"/>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            var comment = line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal);
            var entry = (comment < 0 ? line : line[..comment]).Trim();
            if (entry.Length > 0) yield return entry;
        }
    }
}
