namespace Hearsay.Language;

/// <summary>The data files embedded beside the language layer.</summary>
internal static class EmbeddedText
{
    /// <summary>The file as bytes; null where it is not embedded.</summary>
    public static Stream? Open(string name) => typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Hearsay.Language.Data.{name}");

    /// <summary>The file's lines without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name) ?? throw new InvalidOperationException($"{name} is not embedded"));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
