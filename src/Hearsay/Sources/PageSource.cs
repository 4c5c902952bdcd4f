using System.Collections.Immutable;
using Hearsay.Model;

namespace Hearsay.Sources;

/// <summary>What was found under the paths given: pages in a fixed order, and input that could not be read.</summary>
public sealed record SourceResult(ImmutableArray<RawPage> Pages, ImmutableArray<Failure> Failures);

/// <summary>
/// Files, folders and standard input in, pages out, ordered by path (then by their place in the file) whatever the order of the arguments.
/// <para>A folder is read with everything below it, except links to other folders and hidden files. Files of other types in it (pictures, style
/// sheets) are passed over, since they belong to saved pages; a file that is named itself and is of another type is a failure. A path that is named
/// twice, or lies in a folder that is named too, is read once.</para>
/// <para>Types, by name: .txt .text and none: text as pasted; .md .markdown; .html .htm .xhtml; .json: one record or an array of records; .jsonl
/// .ndjson: a record a line. Standard input ("-") is told by its first character: { or [ JSON, &lt; HTML, else text.</para>
/// <para>Limits: 20 MB a file and a record, 2 GB for .jsonl, which is read line by line. What cannot be read is named with its reason; nothing is
/// thrown.</para>
/// </summary>
public static class PageSource
{
    /// <summary>The most that one file, one record or standard input may hold, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Reads every path; what cannot be read is named, the rest goes on.</summary>
    public static SourceResult Read(IEnumerable<string> paths)
    {
        var pages = new List<RawPage>();
        var failures = new List<Failure>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            foreach (var file in FileFinder.Find(path, failures))
            {
                if (file != "-" && !seen.Add(Path.GetFullPath(file))) continue;
                FileReader.Read(file, pages, failures);
            }
        }
        return new SourceResult(
            [.. WithOwnIds(pages.OrderBy(p => FileOf(p.Path!), StringComparer.Ordinal))],
            [.. failures.OrderBy(f => f.Path, StringComparer.Ordinal)]
        );
    }

    private static string FileOf(string path) =>
        path.LastIndexOf('#') is > 0 and var at && path.AsSpan(at + 1).IndexOfAnyExcept("0123456789+") < 0 ? path[..at] : path;

    /// <summary>An id that different pages claim for themselves says nothing; they get ids from their content instead.</summary>
    private static IEnumerable<RawPage> WithOwnIds(IEnumerable<RawPage> pages)
    {
        var all = pages.ToList();
        var claimed = all.Where(p => p.Id is not null)
            .GroupBy(p => p.Id!, StringComparer.Ordinal)
            .Where(g => g.Select(p => (p.Content, p.Url)).Distinct().Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        return all.Select(p => p.Id is { } id && claimed.Contains(id) ? p with { Id = null } : p);
    }
}
