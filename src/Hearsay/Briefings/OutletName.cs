using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Model;
using Hearsay.Statements;

namespace Hearsay.Briefings;

// In: a report, or the reports of one story. Out: what a page calls who published it.
// Method: the outlet that the report names; else its site; else its file, where that has a name of words ("coast-daily-3.txt" is "coast daily").
// A number or a hash is no name: such outlets are unnamed, and counted within their story so that they can be told apart.
// Limits: a site is called by its host, not by the paper's name.

/// <summary>What a page calls the publisher of a report.</summary>
public static class OutletName
{
    /// <summary>What an outlet is called that nothing names.</summary>
    public const string Unnamed = "unnamed outlet";

    /// <summary>The shortest word that makes a file's name a name.</summary>
    private const int ShortestWord = 3;

    /// <summary>Who published the report; where nobody is named, its site or file, which is where it was found.</summary>
    public static string Of(Article article) =>
        (article.Outlet is { } outlet ? Readable(outlet) : null) ?? SiteOf(article.Url) ?? FileOf(article.Path) ?? Unnamed;

    /// <summary>The same for the reports of one story, by id; of several that nothing names each has a number, in the order given.</summary>
    public static FrozenDictionary<string, string> Of(ImmutableArray<Report> reports)
    {
        var named = reports.Select(r => (r.Article.Id, Name: Of(r.Article))).DistinctBy(x => x.Id, StringComparer.Ordinal).ToList();
        var unnamed = named.Where(x => x.Name == Unnamed).Select(x => x.Id).ToList();
        return named.ToFrozenDictionary(
            x => x.Id,
            x => x.Name == Unnamed && unnamed.Count > 1 ? $"{Unnamed} {Phrases.Number(unnamed.IndexOf(x.Id) + 1)}" : x.Name,
            StringComparer.Ordinal
        );
    }

    /// <summary>An outlet's name as a page prints it: of a host, without the "www." in front.</summary>
    public static string Readable(string outlet) =>
        outlet.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !outlet.Contains(' ', StringComparison.Ordinal) ? outlet[4..] : outlet;

    private static string? SiteOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? Readable(uri.Host) : null;

    private static string? FileOf(string? path)
    {
        var words = (Path.GetFileNameWithoutExtension(path) ?? "").Split([' ', '-', '_', '.', '#'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.All(char.IsLetter))
            .ToList();
        return words.Any(w => w.Length >= ShortestWord) ? string.Join(' ', words) : null;
    }
}
