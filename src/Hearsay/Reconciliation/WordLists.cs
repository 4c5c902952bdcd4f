namespace Hearsay.Reconciliation;

/// <summary>The word lists embedded from Data/: one entry a line, lower case, `#` starts a comment.</summary>
internal static class WordLists
{
    /// <summary>The entries of Data/<paramref name="name"/>.txt.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"Hearsay.Reconciliation.Data.{name}.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var entry = line.Split('#')[0].Trim();
            if (entry.Length > 0) yield return entry;
        }
    }
}
