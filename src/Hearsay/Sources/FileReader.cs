using System.Globalization;
using Hearsay.Model;

namespace Hearsay.Sources;

/// <summary>One file in, its pages out, or the reason why there are none. No more than the limit is ever held in memory.</summary>
internal static class FileReader
{
    private const long MaxLinesBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Reads a file, or standard input for "-".</summary>
    public static void Read(string path, List<RawPage> pages, List<Failure> failures)
    {
        var at = pages.Count;
        try
        {
            if (Try(path, pages, failures) is { } reason) failures.Add(new Failure(path, reason));
        }
        catch (UnauthorizedAccessException)
        {
            failures.Add(new Failure(path, "no permission to read it"));
        }
        catch (IOException e)
        {
            pages.RemoveRange(at, pages.Count - at);
            failures.Add(new Failure(path, "cannot be read: " + e.Message));
        }
    }

    private static string? Try(string path, List<RawPage> pages, List<Failure> failures)
    {
        if (path == "-") return Standard(pages, failures);
        if (FileFinder.TypeOf(path) is not var (layout, format)) return $"files of type {Path.GetExtension(path)} are not read (.txt, .md, .html, .json, .jsonl are)";
        var length = new FileInfo(path).Length;
        if (length > (layout == FileLayout.JsonLines ? MaxLinesBytes : PageSource.MaxBytes)) return TooLarge(length, layout == FileLayout.JsonLines ? MaxLinesBytes : PageSource.MaxBytes);
        if (layout == FileLayout.JsonLines) return JsonPages.ReadLines(path, pages, failures);
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
        if (AtMost(stream) is not { } bytes) return TooLarge(null, PageSource.MaxBytes);
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

    private static byte[]? AtMost(Stream stream)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (memory.Length + read > PageSource.MaxBytes) return null;
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }

    private static string TooLarge(long? bytes, long limit) =>
        string.Create(CultureInfo.InvariantCulture, $"too large{(bytes is { } b ? $": {b / 1048576.0:0.#} MB" : "")}, the limit is {limit / 1048576} MB");
}
