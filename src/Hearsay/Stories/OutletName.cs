using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Statements;

namespace Hearsay.Stories;

// In: a report, or the reports of one story. Out: what a page calls who published it.
// Method: the outlet that the report names; else its site; else its file, where that is called as an outlet may be ("coast-daily-3.txt" is Coast
// Daily). A host is called by the outlet's name where that is known (Pages/Data/outlets.txt). A number, a hash, a word such as "report" and a file
// of many reports name nobody: such outlets are unnamed, and counted within their story so that they can be told apart.
// Limits: a host that is not known stays a host; a file that is called after what it tells ("dam breach.txt") is taken for an outlet.

/// <summary>What a page calls the publisher of a report.</summary>
public static class OutletName
{
    /// <summary>What an outlet is called that nothing names.</summary>
    public const string Unnamed = "unnamed outlet";

    /// <summary>The shortest word that makes a file's name a name, and how many of them a name has at the most.</summary>
    private const int ShortestWord = 3, MostWords = 4;

    private static readonly FrozenSet<string> NoNames = Text.DataFile.Lines("Stories/Data/file-names.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who published the report; where nobody is named, its site or file, which is where it was found.</summary>
    public static string Of(Article article) =>
        (string.IsNullOrWhiteSpace(article.Outlet) ? null : Readable(article.Outlet.Trim())) ?? SiteOf(article.Url) ?? FileOf(article.Path) ?? Unnamed;

    /// <summary>The same for the reports of one story, by id; those that nothing names have a number each, in the order given.</summary>
    public static FrozenDictionary<string, string> Of(ImmutableArray<Report> reports)
    {
        var named = reports.Select(r => (r.Article.Id, Name: Of(r.Article))).DistinctBy(x => x.Id, StringComparer.Ordinal).ToList();
        var unnamed = named.Where(x => x.Name == Unnamed).Select(x => x.Id).ToList();
        return named.ToFrozenDictionary(
            x => x.Id,
            x => x.Name == Unnamed ? string.Create(CultureInfo.InvariantCulture, $"{Unnamed} {unnamed.IndexOf(x.Id) + 1}") : x.Name,
            StringComparer.Ordinal
        );
    }

    /// <summary>An outlet's name as a page prints it: of a host, the name of the outlet there, or else the host without the "www." in front.</summary>
    public static string Readable(string outlet) => OutletFinder.Named(outlet)!;

    /// <summary>The owner or group of the report's outlet; null where it is not known.</summary>
    public static string? OwnerOf(Article article) => KnownOutlet.Of(article)?.Owner;

    private static string? SiteOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? Readable(uri.Host) : null;

    private static string? FileOf(string? path)
    {
        if (KnownOutlet.InFile(path) is { } known) return known.Name;
        // "#3" marks the third of many reports in one file
        if (path is null || path.Contains('#', StringComparison.Ordinal)) return null;
        var words = Path.GetFileNameWithoutExtension(path).Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.All(char.IsLetter) && !NoNames.Contains(w))
            .ToList();
        return words.Count <= MostWords && words.Any(w => w.Length >= ShortestWord)
            ? string.Join(' ', words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]))
            : null;
    }
}
