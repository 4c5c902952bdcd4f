using System.Globalization;
using System.Text;
using System.Text.Json;
using Hearsay.Model;

namespace Hearsay.Sources;

/// <summary>
/// JSON in, pages out. A record is an object with "text" or "html" (also "content" or "body") and, where known, "id", "title" (also "headline"),
/// "url" (also "link"), "outlet" (also "source", "publisher"), "published" (also "date"); other names are passed over. Records of an array or of a
/// file with a record a line get the path of the file, "#" and their number, from 1.
/// </summary>
internal static class JsonPages
{
    private const string NotUnicode = "the JSON is not valid (a string in it is no Unicode text)";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>Reads a document; the reason where it cannot be read at all.</summary>
    public static string? Read(string path, string json, List<RawPage> pages, List<Failure> failures)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Array) return Add(path, document.RootElement, pages);
            var number = 0;
            foreach (var record in document.RootElement.EnumerateArray())
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"{path}#{++number}");
                if (Add(at, record, pages) is { } reason) failures.Add(new Failure(at, reason));
            }
            return number == 0 ? "the JSON is an empty array" : null;
        }
        catch (JsonException e)
        {
            return Invalid(e, json);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return NotUnicode;
        }
    }

    /// <summary>
    /// Reads a file with a record a line, behind line <paramref name="after"/>; lines that cannot be read are named one by one. The position is the
    /// number of the line.
    /// </summary>
    public static IEnumerable<SourceItem> Lines(string path, long after)
    {
        using var stream = File.OpenRead(path);
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        var (number, records) = (0L, 0L);
        var pages = new List<RawPage>(1);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            records++;
            if (number <= after) continue;
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}#{number}");
            pages.Clear();
            var reason = Line(at, line, pages);
            yield return new SourceItem
            {
                Page = reason is null ? pages[0] : null,
                Failure = reason is null ? null : new Failure(at, reason),
                Position = number.ToString(CultureInfo.InvariantCulture),
                Done = stream.Position,
            };
        }
        if (records == 0) yield return new SourceItem { Failure = new Failure(path, "the file is empty"), Position = "1" };
    }

    /// <summary>Reads text with a record a line.</summary>
    public static string? ReadLines(string path, string text, List<RawPage> pages, List<Failure> failures)
    {
        var (number, before) = (0, pages.Count + failures.Count);
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}#{number}");
            if (Line(at, line, pages) is { } reason) failures.Add(new Failure(at, reason));
        }
        return pages.Count + failures.Count == before ? "the file is empty" : null;
    }

    private static string? Line(string path, string line, List<RawPage> pages)
    {
        if (line.Length > PageSource.MaxBytes) return $"the record is too large, the limit is {PageSource.MaxBytes / 1048576} MB";
        try
        {
            using var document = JsonDocument.Parse(line, Lenient);
            return Add(path, document.RootElement, pages);
        }
        catch (JsonException e)
        {
            return Invalid(e, line);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return NotUnicode;
        }
    }

    private static string? Add(string path, JsonElement record, List<RawPage> pages)
    {
        if (record.ValueKind != JsonValueKind.Object) return "the JSON is not a record with a text";
        if (OwnOutput.IsJson(record)) return OwnOutput.Refusal;
        var text = Field(record, "text", "content", "body");
        var content = string.IsNullOrWhiteSpace(text) ? Field(record, "html") : text;
        if (string.IsNullOrWhiteSpace(content)) return "the JSON has no text (\"text\" or \"html\")";
        pages.Add(new RawPage
        {
            Id = Field(record, "id"),
            Path = path,
            Url = Field(record, "url", "link"),
            Outlet = Field(record, "outlet", "source", "publisher"),
            Title = Field(record, "title", "headline"),
            Published = Field(record, "published", "date"),
            Format = ReferenceEquals(content, text) && !IsMarkup(text) ? PageFormat.PlainText : PageFormat.Html,
            Content = content,
        });
        return null;
    }

    private static bool IsMarkup(string text) =>
        text.Contains("<p>", StringComparison.OrdinalIgnoreCase) && text.Contains("</p>", StringComparison.OrdinalIgnoreCase);

    private static string? Field(JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!record.TryGetProperty(name, out var value)) continue;
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.Object when value.TryGetProperty("name", out var inner) && inner.ValueKind == JsonValueKind.String => inner.GetString(),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(text)) return text;
        }
        return null;
    }

    private static string Invalid(JsonException e, string json)
    {
        var line = (e.LineNumber ?? 0) + 1;
        var atEnd =
            line >= 1 + json.AsSpan().TrimEnd().Count('\n')
            && !(json.AsSpan().TrimEnd() is [.., '}' or ']'])
            && !e.Message.Contains("depth", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{(atEnd ? "the JSON breaks off" : "the JSON is not valid")} (line {line})");
    }
}
