using Hearsay.Model;

namespace Hearsay.Briefings;

/// <summary>What a page calls the publisher of a report.</summary>
public static class OutletName
{
    /// <summary>Who published the report; where nobody is named, its site or file, which is where it was found.</summary>
    public static string Of(Article article) => article.Outlet ?? SiteOf(article.Url) ?? FileOf(article.Path) ?? "an unnamed outlet";

    private static string? SiteOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? uri.Host.StartsWith("www.", StringComparison.Ordinal)
                ? uri.Host[4..]
                : uri.Host
            : null;

    private static string? FileOf(string? path) =>
        path is null or "-" ? null
        : Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name
        : path;
}
