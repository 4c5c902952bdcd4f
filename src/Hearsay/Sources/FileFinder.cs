using Hearsay.Model;

namespace Hearsay.Sources;

/// <summary>How the content of a file is laid out.</summary>
internal enum FileLayout
{
    /// <summary>One page.</summary>
    Page,

    /// <summary>A record, or an array of records.</summary>
    Json,

    /// <summary>A record a line.</summary>
    JsonLines,

    /// <summary>A web archive, packed or not.</summary>
    Warc,

    /// <summary>A zip of pages.</summary>
    Zip,

    /// <summary>A tar of pages, packed or not.</summary>
    Tar,
}

/// <summary>Path in, files out: the path itself, or every readable file below it in ordinal order.</summary>
internal static class FileFinder
{
    /// <summary>The types that are read, for a person.</summary>
    public const string Types = ".txt, .md, .html, .json, .jsonl, .warc, .zip, .tar, the latter three also packed by gzip";

    /// <summary>The files; a path that leads to none is named in <paramref name="failures"/>.</summary>
    public static IReadOnlyList<string> Find(string path, List<Failure> failures)
    {
        if (path == "-" || File.Exists(path)) return [path];
        if (!Directory.Exists(path))
        {
            failures.Add(new Failure(path, "there is no such file or folder"));
            return [];
        }
        var files = new List<string>();
        var before = failures.Count;
        Walk(path, files, failures);
        if (files.Count == 0 && failures.Count == before)
            failures.Add(new Failure(path, $"the folder holds no file of a type that is read ({Types})"));
        return files;
    }

    /// <summary>The layout and format that a file's name tells; null where the type is not one that is read.</summary>
    public static (FileLayout Layout, PageFormat Format)? TypeOf(string path) => ExtensionOf(path) switch
    {
        ".txt" or ".text" or "" => (FileLayout.Page, PageFormat.PlainText),
        ".md" or ".markdown" => (FileLayout.Page, PageFormat.Markdown),
        ".html" or ".htm" or ".xhtml" => (FileLayout.Page, PageFormat.Html),
        ".json" => (FileLayout.Json, PageFormat.PlainText),
        ".jsonl" or ".ndjson" => (FileLayout.JsonLines, PageFormat.PlainText),
        ".warc" or ".warc.gz" => (FileLayout.Warc, PageFormat.Html),
        ".zip" => (FileLayout.Zip, PageFormat.Html),
        ".tar" or ".tar.gz" or ".tgz" => (FileLayout.Tar, PageFormat.Html),
        _ => null,
    };

    private static string ExtensionOf(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return extension == ".gz" ? Path.GetExtension(path[..^3]).ToLowerInvariant() + extension : extension;
    }

    private static void Walk(string folder, List<string> files, List<Failure> failures)
    {
        try
        {
            foreach (var entry in Directory.GetFileSystemEntries(folder).Where(e => Path.GetFileName(e)[0] != '.').Order(StringComparer.Ordinal))
            {
                if (!Directory.Exists(entry)) Add(entry, files);
                else if (new DirectoryInfo(entry).LinkTarget is null) Walk(entry, files, failures);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failures.Add(new Failure(folder, "the folder cannot be opened: " + (e is UnauthorizedAccessException ? "no permission" : e.Message)));
        }
    }

    private static void Add(string file, List<string> files)
    {
        if (TypeOf(file) is not null && Path.GetExtension(file).Length > 0) files.Add(file);
    }
}
