using Hearsay.Model;

namespace Hearsay.Sources.Archives;

/// <summary>
/// One entry of a zip or tar in, its pages out. Nothing is ever written to the disk, so a name cannot reach outside; a name that tries to is refused
/// all the same, since it tells that the archive was made to harm. The path of a page is that of the archive, "/" and the entry's name.
/// </summary>
internal static class EntryPages
{
    private const int LongestName = 1024;

    /// <summary>
    /// Why an entry is passed over, by its name; null where it may hold pages. Unreadable types beside pages (pictures, style sheets) belong to saved
    /// pages.
    /// </summary>
    public static string? Passed(string name) => FileFinder.TypeOf(name)?.Layout switch
    {
        null => "type " + (Path.GetExtension(name) is { Length: > 1 and < 12 } extension ? extension.ToLowerInvariant() : "unknown"),
        FileLayout.Warc or FileLayout.Zip or FileLayout.Tar => "archive within an archive",
        _ when Path.GetExtension(name).Length == 0 => "type unknown",
        _ when name.Split('/', '\\').Any(part => part.StartsWith('.') || part == "__MACOSX") => "hidden",
        _ => null,
    };

    /// <summary>Why a name is refused; null where it stays within the archive.</summary>
    public static string? Refusal(string name)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return "the name is empty, too long or holds control characters";
        var outside = name[0] is '/' or '\\' || name is [_, ':', ..] || name.Split('/', '\\').Contains("..");
        return outside ? "the name points outside the archive" : null;
    }

    /// <summary>Reads the content of an entry.</summary>
    public static IEnumerable<SourceItem> Read(string archive, string name, byte[] content)
    {
        var path = $"{archive}/{name.Replace('\\', '/')}";
        var (layout, format) = FileFinder.TypeOf(name)!.Value;
        if (content.Length == 0) return [Failed(path, "the file is empty")];
        var (text, reason) = TextDecoder.Decode(content, isHtml: format == PageFormat.Html);
        if (text is null) return [Failed(path, reason!)];
        if (string.IsNullOrWhiteSpace(text)) return [Failed(path, "the file is empty")];
        if (layout == FileLayout.Page) return [new SourceItem { Page = new RawPage { Path = path, Format = format, Content = text }, Position = "" }];
        var pages = new List<RawPage>();
        var failures = new List<Failure>();
        var wrong = layout == FileLayout.Json ? JsonPages.Read(path, text, pages, failures) : JsonPages.ReadLines(path, text, pages, failures);
        if (wrong is not null) failures.Add(new Failure(path, wrong));
        return pages
            .Select(p => new SourceItem { Page = p, Position = "" })
            .Concat(failures.Select(f => new SourceItem { Failure = f, Position = "" }));
    }

    /// <summary>An entry that could not be read.</summary>
    public static SourceItem Failed(string path, string reason) => new() { Failure = new Failure(path, reason), Position = "" };
}
