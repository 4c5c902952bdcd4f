using System.Text;

namespace Hearsay.Storage;

/// <summary>
/// Address in, what tells its page from others out: two addresses with the same key are one article.
/// Method: http and https are one; the host in small letters without "www." or the mobile and AMP labels in front of it; no default port, no
/// fragment, no slash at the end; the query without parameters that only say where a reader came from, the rest in order of their names; Google's AMP
/// viewer and cache unwrapped.
/// Source: RFC 3986 section 6, and the lists of tracking parameters that browsers strip.
/// Limits: careful rather than thorough. What may tell pages apart (other subdomains, "page=2", "id=…") stays; two keys for one page are caught by
/// the text.
/// </summary>
public static class UrlKey
{
    private static readonly string[] Tracking =
    [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igshid", "igsh", "ttclid", "li_fat_id", "mc_cid",
        "mc_eid", "mkt_tok", "oly_anon_id",
        "oly_enc_id", "vero_id", "wickedid", "s_cid", "cmpid", "ocid", "smid", "smtyp", "xtor", "ref_src", "ref_url", "_ga", "_gl", "_hsenc", "_hsmi",
        "__twitter_impression", "ns_source",
        "ns_mchannel", "ns_campaign", "ns_linkname", "ns_fee", "sh_kit", "spm", "amp", "outputtype", "traffic_source",
    ];

    /// <summary>The key, such as "example.com/news/1?id=2"; null for what is no address of the web.</summary>
    public static string? Of(string? url)
    {
        if (
            url is null
            || url.Length > 4096
            || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.Host.Length == 0
        )
            return null;
        if (Unwrapped(uri) is { } inner) uri = inner;
        var key = new StringBuilder(Host(uri));
        if (!uri.IsDefaultPort && uri.Port is not (80 or 443)) key.Append(':').Append(uri.Port);
        key.Append(PathOf(uri.AbsolutePath));
        var query = string.Join(
            '&',
            uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p)).Order(StringComparer.Ordinal)
        );
        if (query.Length > 0) key.Append('?').Append(query);
        return Storable.Of(key.ToString());
    }

    /// <summary>The host of an address without "www." and the like; null for what is no address of the web.</summary>
    public static string? Site(string? url) =>
        url is not null && Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? Host(Unwrapped(uri) ?? uri)
            : null;

    private static string Host(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        foreach (var label in (ReadOnlySpan<string>)["www.", "m.", "mobile.", "amp."])
        {
            // what is left must still be a name of two parts: "m.example" is an outlet of its own
            if (host.StartsWith(label, StringComparison.Ordinal) && host.IndexOf('.', label.Length) > 0) host = host[label.Length..];
        }
        return host;
    }

    private static string PathOf(string path)
    {
        path = path.TrimEnd('/');
        if (path.EndsWith("/amp", StringComparison.OrdinalIgnoreCase)) path = path[..^4].TrimEnd('/');
        else if (path.EndsWith(".amp", StringComparison.OrdinalIgnoreCase)) path = path[..^4];
        else if (path.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase)) path = path[..^9] + ".html";
        return path;
    }

    private static bool IsTracking(string parameter)
    {
        var name = parameter.AsSpan(0, parameter.IndexOf('=') is >= 0 and var at ? at : parameter.Length);
        if (name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("at_", StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var known in Tracking)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>The page that Google's AMP viewer (google.com/amp/s/host/path) or cache (host.cdn.ampproject.org/c/s/host/path) shows.</summary>
    private static Uri? Unwrapped(Uri uri)
    {
        var host = uri.Host.ToLowerInvariant();
        var path = uri.AbsolutePath;
        var rest = host is "www.google.com" or "google.com" && path.StartsWith("/amp/", StringComparison.Ordinal) ? path[5..]
            : host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) && path.Length > 3 && path[2] == '/' ? path[3..] : null;
        if (rest is null) return null;
        if (rest.StartsWith("s/", StringComparison.Ordinal)) rest = rest[2..];
        return rest.IndexOf('.') > 0 && Uri.TryCreate("https://" + rest, UriKind.Absolute, out var inner) ? inner : null;
    }
}
