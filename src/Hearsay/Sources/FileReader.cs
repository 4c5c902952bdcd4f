using System.Globalization;
using Hearsay.Model;
using Hearsay.Sources.Archives;

namespace Hearsay.Sources;

/// <summary>One file in, its pages out one by one, or the reason why there are none. No more than the limit is ever held in memory.</summary>
internal static class FileReader
{
    private const long MaxLinesBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>The most that is kept of an archive that is read at once, in characters.</summary>
    private const long MaxAtOnce = 128 * 1024 * 1024;

    /// <summary>Reads a whole file, or standard input for "-".</summary>
    public static void Read(string path, List<RawPage> pages, List<Failure> failures)
    {
        var characters = 0L;
        foreach (var item in Items(path, null, CancellationToken.None))
        {
            if (item.Failure is { } failure) failures.Add(failure);
            if (item.Page is not { } page) continue;
            if ((characters += page.Content.Length) > MaxAtOnce && IsArchive(path))
            {
                failures.Add(
                    new Failure(
                        path,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"only the first {pages.Count} pages of this archive are read: more are too many for one briefing (import takes any number)"
                        )
                    )
                );
                return;
            }
            pages.Add(page);
        }
    }

    /// <summary>Reads a file on behind the item whose position within it is <paramref name="after"/>.</summary>
    public static IEnumerable<SourceItem> Items(string path, string? after, CancellationToken cancellation)
    {
        using var steps = Steps(path, after, cancellation).GetEnumerator();
        var last = after ?? "";
        while (true)
        {
            var (item, reason) = Next(steps);
            if (reason is not null) yield return new SourceItem { Failure = new Failure(path, reason), Position = last };
            if (item is null) yield break;
            yield return item;
            last = item.Position;
        }
    }

    private static (SourceItem? Item, string? Reason) Next(IEnumerator<SourceItem> steps)
    {
        try
        {
            return (steps.MoveNext() ? steps.Current : null, null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, "no permission to read it");
        }
        catch (IOException e)
        {
            return (null, "cannot be read: " + e.Message);
        }
    }

    /// <summary>An iterator, so that what opening the file throws is thrown at the first step.</summary>
    private static IEnumerable<SourceItem> Steps(string path, string? after, CancellationToken cancellation)
    {
        foreach (var item in Open(path, after, cancellation)) yield return item;
    }

    private static IEnumerable<SourceItem> Open(string path, string? after, CancellationToken cancellation)
    {
        if (path != "-" && FileFinder.TypeOf(path) is not null && Limit(path) is { } reason)
            return [new SourceItem { Failure = new Failure(path, reason), Position = "" }];
        return (path == "-" ? null : FileFinder.TypeOf(path)?.Layout) switch
        {
            FileLayout.JsonLines => JsonPages.Lines(path, Number(after)),
            FileLayout.Warc => WarcPages.Read(path, after, cancellation),
            FileLayout.Zip => ZipPages.Read(path, Number(after)),
            FileLayout.Tar => TarPages.Read(path, Number(after)),
            _ => Whole(path).Skip((int)Number(after)),
        };
    }

    private static bool IsArchive(string path) =>
        path != "-" && FileFinder.TypeOf(path)?.Layout is FileLayout.Warc or FileLayout.Zip or FileLayout.Tar;

    private static string? Limit(string path)
    {
        var limit = FileFinder.TypeOf(path)!.Value.Layout switch
        {
            FileLayout.JsonLines => MaxLinesBytes,
            FileLayout.Page or FileLayout.Json => PageSource.MaxBytes,
            _ => long.MaxValue,
        };
        return new FileInfo(path).Length is var length && length > limit ? TooLarge(length, limit) : null;
    }

    private static long Number(string? position) =>
        long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<SourceItem> Whole(string path)
    {
        var pages = new List<RawPage>();
        var failures = new List<Failure>();
        if (Try(path, pages, failures) is { } reason) failures.Add(new Failure(path, reason));
        var length = path == "-" ? 0 : new FileInfo(path).Length;
        return pages
            .Select(p => new SourceItem { Page = p, Position = "" })
            .Concat(failures.Select(f => new SourceItem { Failure = f, Position = "" }))
            .Select((item, i) => item with { Position = (i + 1).ToString(CultureInfo.InvariantCulture), Done = length });
    }

    private static string? Try(string path, List<RawPage> pages, List<Failure> failures)
    {
        if (path == "-") return Standard(pages, failures);
        if (FileFinder.TypeOf(path) is not var (layout, format))
            return $"files of type {Path.GetExtension(path)} are not read (these are: {FileFinder.Types})";
        using var stream = File.OpenRead(path);
        return Bytes(path, stream, layout, format, pages, failures);
    }

    private static string? Standard(List<RawPage> pages, List<Failure> failures)
    {
        using var stream = Console.OpenStandardInput();
        return Bytes("-", stream, null, PageFormat.PlainText, pages, failures);
    }

    private static string? Bytes(string path, Stream stream, FileLayout? layout, PageFormat format, List<RawPage> pages, List<Failure> failures)
    {
        if (BoundedRead.AtMost(stream, PageSource.MaxBytes) is not { } bytes) return TooLarge(null, PageSource.MaxBytes);
        if (bytes.Length == 0) return "the file is empty";
        var (text, reason) = TextDecoder.Decode(bytes, isHtml: format == PageFormat.Html);
        if (text is null) return reason;
        if (string.IsNullOrWhiteSpace(text)) return "the file is empty";
        if (layout is null) (layout, format) = Sniff(text);
        if (layout == FileLayout.Json) return JsonPages.Read(path, text, pages, failures);
        pages.Add(new RawPage { Path = path, Format = format, Content = text });
        return null;
    }

    private static (FileLayout Layout, PageFormat Format) Sniff(string text) => text.AsSpan().TrimStart() switch
    {
        ['{' or '[', ..] => (FileLayout.Json, PageFormat.PlainText),
        ['<', ..] => (FileLayout.Page, PageFormat.Html),
        _ => (FileLayout.Page, PageFormat.PlainText),
    };

    private static string TooLarge(long? bytes, long limit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"too large{(bytes is { } b ? $": {b / 1048576.0:0.#} MB" : "")}, the limit is {limit / 1048576} MB"
        );
}
