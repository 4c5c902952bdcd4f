namespace Hearsay.Statements.Times;

/// <summary>The embedded data files of the time rules.</summary>
internal static class TimeData
{
    /// <summary>The lines of an embedded word list of this folder, without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(TimeData).Assembly.GetManifestResourceStream($"Hearsay.Statements.Data.{name}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
