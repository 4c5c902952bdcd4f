namespace Hearsay.Sources;

/// <summary>Addresses as people and programs write them in, absolute http or https addresses out.</summary>
public static class WebAddress
{
    private const int Longest = 4000;

    /// <summary>Reads an address, relative ones against <paramref name="around"/>; null where it is none of the web, or names a user.</summary>
    public static Uri? Read(string? text, Uri? around = null)
    {
        if (text is null || text.Length > 2 * Longest) return null;
        var clean = string.Concat(text.Where(c => !char.IsControl(c))).Trim().Replace(" ", "%20", StringComparison.Ordinal);
        if (clean.Length is 0 or > Longest) return null;
        if (clean.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) clean = "https://" + clean;
        if (clean.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            clean = clean[5..].TrimStart('/') is var rest && rest.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? rest : "https://" + rest;
        // on Unix "/path" parses as an address of a file: relative ones are tried first
        var relative = !clean.Contains("://", StringComparison.Ordinal) || clean.StartsWith('/');
        var found = relative ? around is null ? null : Try(around, clean) : Uri.TryCreate(clean, UriKind.Absolute, out var whole) ? whole : null;
        // what is given is read again as it is: the limit counts for the encoded form
        return found is { Scheme: "http" or "https", Host.Length: > 0, UserInfo.Length: 0, AbsoluteUri.Length: <= Longest } ? found : null;
    }

    private static Uri? Try(Uri around, string text) => Uri.TryCreate(around, text, out var joined) ? joined : null;
}
