namespace Hearsay.Sources;

/// <summary>A stream read into memory up to a limit and no further.</summary>
internal static class BoundedRead
{
    /// <summary>Everything up to the end; null where that is more than <paramref name="limit"/> bytes.</summary>
    public static byte[]? AtMost(Stream stream, long limit)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (memory.Length + read > limit) return null;
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }
}
