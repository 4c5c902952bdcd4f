using System.IO.Compression;
using System.Text;

namespace Hearsay.Tests.Sources.Archives;

/// <summary>Records of web archives, written by hand.</summary>
internal static class Warc
{
    public const string Page =
        "<html><head><title>Bridge closed</title></head><body><p>The mayor of Tolland said on Monday that the bridge is closed.</p></body></html>";

    /// <summary>A record with its block.</summary>
    public static byte[] Record(
        string type,
        byte[] block,
        string? address = null,
        string contentType = "application/http; msgtype=response",
        string more = ""
    ) =>
    [
        .. Encoding.UTF8.GetBytes(
            $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2031-05-05T14:05:00Z\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}{more}Content-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n"
        ),
        .. block, .. "\r\n\r\n"u8,
    ];

    /// <summary>An HTTP answer.</summary>
    public static byte[] Http(byte[] body, string status = "200 OK", string headers = "Content-Type: text/html; charset=utf-8\r\n") =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n"), .. body];

    /// <summary>A page answered with status 200.</summary>
    public static byte[] Response(int number, string? body = null) =>
        Record(
            "response",
            Http(Encoding.UTF8.GetBytes(body ?? Page.Replace("Monday", $"day {number}", StringComparison.Ordinal))),
            $"https://tolland.example/{number}"
        );

    /// <summary>Packs bytes as one gzip member.</summary>
    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
