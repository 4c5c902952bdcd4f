namespace Hearsay.Sources.Archives;

/// <summary>The named fields at the head of an archive's record or of an HTTP message; of a name that comes twice the first counts.</summary>
internal sealed class HeaderBlock
{
    /// <summary>The most characters that headers may have together.</summary>
    public const int MaxLength = 65536;

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of a field; null where it is not there.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>
    /// Reads lines up to an empty one; null where they break off before it or are too long. A line that begins with a blank goes on with the one
    /// before.
    /// </summary>
    public static HeaderBlock? Read(Func<string?> line)
    {
        var block = new HeaderBlock();
        var (length, last) = (0, "");
        while (line() is { } text)
        {
            if (text.Length == 0) return block;
            if ((length += text.Length) > MaxLength) return null;
            if (text[0] is ' ' or '\t' && last.Length > 0)
            {
                block.fields[last] += " " + text.Trim();
                continue;
            }
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            last = colon > 0 ? text[..colon].Trim() : "";
            if (last.Length > 0 && !block.fields.TryAdd(last, text[(colon + 1)..].Trim())) last = "";
        }
        return null;
    }
}
