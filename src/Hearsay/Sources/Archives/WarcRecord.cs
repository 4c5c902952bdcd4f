using System.Globalization;
using Hearsay.Model;

namespace Hearsay.Sources.Archives;

/// <summary>What one record of a web archive holds: a page, or the kind of thing it is instead.</summary>
internal static class WarcRecord
{
    /// <summary>Why a record is passed over by what its headers say, before its block is read; null where it may hold a page.</summary>
    public static string? Passed(HeaderBlock headers, long length)
    {
        var type = (headers["warc-type"] ?? "").ToLowerInvariant();
        if (type is not ("response" or "resource" or "conversion")) return type.Length is > 0 and < 20 ? type : "no type";
        if (Address(headers) is null) return "no address";
        if (type is "resource" && !IsHtml(headers["content-type"])) return "type " + Essence(headers["content-type"]);
        if (type is "response" && !(headers["content-type"] ?? "application/http").StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
            return "no HTTP";
        return length > PageSource.MaxBytes ? "too large" : null;
    }

    /// <summary>Reads the block of a record that is not passed over.</summary>
    public static SourceItem Read(string at, HeaderBlock headers, ReadOnlySpan<byte> block)
    {
        if (headers["warc-truncated"] is not null) return new SourceItem { Skipped = "cut short", Position = "" };
        var type = headers["warc-type"]!.ToLowerInvariant();
        if (type != "response") return Page(at, headers, block.ToArray(), headers["content-type"], type == "resource");
        if (HttpMessage.Read(block) is not { } message) return new SourceItem { Skipped = "no HTTP", Position = "" };
        if (message.Status != 200)
            return new SourceItem { Skipped = string.Create(CultureInfo.InvariantCulture, $"status {message.Status}"), Position = "" };
        if (!IsHtml(message.Headers["content-type"]))
            return new SourceItem { Skipped = "type " + Essence(message.Headers["content-type"]), Position = "" };
        var (body, reason) = message.Body(PageSource.MaxBytes);
        return body is null
            ? new SourceItem { Failure = new Failure(at, reason!), Position = "" }
            : Page(at, headers, body, message.Headers["content-type"], isHtml: true);
    }

    private static SourceItem Page(string at, HeaderBlock headers, byte[] body, string? contentType, bool isHtml)
    {
        if (body.Length == 0) return new SourceItem { Skipped = "empty", Position = "" };
        var (text, reason) = TextDecoder.Decode(body, isHtml, TextDecoder.CharsetOf(contentType));
        if (text is null) return new SourceItem { Failure = new Failure(at, reason!), Position = "" };
        if (string.IsNullOrWhiteSpace(text)) return new SourceItem { Skipped = "empty", Position = "" };
        var page = new RawPage
        {
            Path = at,
            Url = Address(headers),
            Fetched = Date(headers),
            Format = isHtml ? PageFormat.Html : PageFormat.PlainText,
            Content = text,
        };
        return new SourceItem { Page = page, Position = "" };
    }

    private static string? Address(HeaderBlock headers) =>
        headers["warc-target-uri"]?.Trim('<', '>', ' ') is { } text
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : null;

    private static DateTimeOffset? Date(HeaderBlock headers) =>
        DateTimeOffset.TryParse(
            headers["warc-date"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var date
        )
            ? date
            : null;

    private static bool IsHtml(string? contentType) => Essence(contentType) is "text/html" or "application/xhtml+xml";

    private static string Essence(string? contentType)
    {
        var type = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return type.Length is 0 or > 60 || type.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('/' or '-' or '+' or '.')) ? "unknown" : type;
    }
}
