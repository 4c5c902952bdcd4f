namespace Hearsay.Storage;

/// <summary>Text as every database can hold it.</summary>
internal static class Storable
{
    /// <summary>NUL and halves of surrogate pairs become U+FFFD, one code unit for one, so that spans into the text still hold.</summary>
    public static string Of(string text)
    {
        var at = FirstBad(text, 0);
        if (at < 0) return text;
        var clean = text.ToCharArray();
        for (; at >= 0; at = FirstBad(text, at + 1)) clean[at] = '\uFFFD';
        return new string(clean);
    }

    private static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i])) return i;
            if (!char.IsHighSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return i;
            i++;
        }
        return -1;
    }
}
