using Hearsay.Pages;
using Hearsay.Sources;

namespace Hearsay.App.Cli;

/// <summary>The texts of reports whose files are still there, read anew, by id; and the paths of those that are not.</summary>
internal sealed record ReportsReadAgain(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Missing)
{
    public static ReportsReadAgain Read(IEnumerable<WrittenArticle> articles)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (
            var file in articles
                .Where(a => a.Path is not (null or "-"))
                .GroupBy(a => FileOf(a.Path!), StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            if (!File.Exists(file.Key))
            {
                missing.Add(file.Key);
                continue;
            }

            var pages = PageSource.Read([file.Key]).Pages;
            foreach (var article in file)
            {
                // a file that no longer holds the report gives the empty text, in which none of its spans holds
                var page = pages.FirstOrDefault(p => p.Path == article.Path);
                texts[article.Id] = page is null ? "" : PageReader.Read(page).Article?.Text ?? "";
            }
        }

        return new ReportsReadAgain(texts, missing);
    }

    /// <summary>The file of a record "reports.jsonl#3" is "reports.jsonl".</summary>
    private static string FileOf(string path) =>
        !File.Exists(path)
        && path.LastIndexOf('#') is > 0 and var mark
        && path.AsSpan(mark + 1) is { Length: > 0 } line
        && !line.ContainsAnyExcept("0123456789+")
            ? path[..mark]
            : path;
}
