using System.IO.Compression;
using System.Text;
using Hearsay.Sources;
using static Hearsay.Lab.Fuzz.OracleException;

namespace Hearsay.Lab.Fuzz;

/// <summary>Web archives, packed and not.</summary>
internal static class WarcTarget
{
    private static readonly string[] Words =
    [
        "WARC/1.0\r\n",
        "WARC/1.1\r\n",
        "WARC-Type: response\r\n",
        "WARC-Type: resource\r\n",
        "WARC-Type: conversion\r\n",
        "WARC-Target-URI: https://tolland.example/9\r\n",
        "WARC-Date: 2031-05-05T14:05:00Z\r\n",
        "WARC-Truncated: length\r\n",
        "Content-Length: 0\r\n",
        "Content-Length: 99999999999\r\n",
        "Content-Length: -1\r\n",
        "Content-Type: application/http\r\n",
        "Content-Type: text/html\r\n",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 404 Not Found\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Content-Encoding: gzip\r\n",
        "Content-Encoding: br\r\n",
        "Content-Encoding: deflate\r\n",
        "\r\n",
        "\r\n\r\n",
        "7fffffff\r\n",
        "0\r\n\r\n",
        "5\r\nabcde\r\n",
        "<p>The mayor said.</p>",
        " folded\r\n",
        ":",
        "\u001F\u008B\u0008\0\0\0\0\0\0\0",
        "\0",
    ];

    /// <summary>The target.</summary>
    public static FuzzTarget Create()
    {
        byte[][] records =
        [
            Record(1, ""), Record(2, "Transfer-Encoding: chunked\r\n", "5\r\n<p>Th\r\n10\r\ne mayor said.</p\r\n1\r\n>\r\n0\r\n\r\n"),
            Record(3, "", "<p>The bridge is closed.</p>", "404 Not Found"),
            Encoding.ASCII.GetBytes("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"),
        ];
        byte[] plain = [.. records.SelectMany(r => r)];
        return new FuzzTarget(
            "warc",
            [plain, [.. records.SelectMany(Gzip)], Gzip(plain), records[0]],
            Words,
            input => Check(input, "hearsay-fuzz.warc")
        );
    }

    /// <summary>Everything in a file, and everything behind a place in it.</summary>
    public static void Check(byte[] input, string name)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{name}");
        try
        {
            File.WriteAllBytes(path, input);
            var items = FileReader.Items(path, null, CancellationToken.None).ToList();
            foreach (var item in items)
            {
                Demand(
                    (item.Page is null ? 0 : 1) + (item.Failure is null ? 0 : 1) + (item.Skipped is null ? 0 : 1) == 1,
                    "not exactly one of page, failure and what is passed over"
                );
                Demand(item.Page?.Url is null || Uri.TryCreate(item.Page.Url, UriKind.Absolute, out _), "an address that is none");
                Demand(item.Page is null || item.Page.Content.Length > 0, "a page without content");
                Demand(!item.Position.Contains('\t', StringComparison.Ordinal), "a position with a tab");
            }
            Resumed(path, items, input.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Behind a sound page, reading on gives what reading through gives.</summary>
    private static void Resumed(string path, List<SourceItem> items, int length)
    {
        if (items.Count == 0) return;
        var sound = items.FindLastIndex(items.Count * (length % 7) / 7, i => i.Page is not null);
        if (sound < 0 || (sound + 1 < items.Count && items[sound + 1].Position == items[sound].Position)) return;
        var rest = FileReader.Items(path, items[sound].Position, CancellationToken.None).ToList();
        Demand(Shown(items.Skip(sound + 1)) == Shown(rest), $"reading on behind {items[sound].Position} gives something else");
    }

    private static string Shown(IEnumerable<SourceItem> items) =>
        string.Join('\n', items.Select(i => i.Page?.ToString() ?? i.Skipped ?? i.Failure!.ToString()));

    private static byte[] Record(
        int number,
        string headers,
        string body = "<html><body><p>The mayor of Tolland said that the bridge is closed.</p></body></html>",
        string status = "200 OK"
    )
    {
        var http = $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n{body}";
        return Encoding.ASCII.GetBytes(
            $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-05-05T14:05:00Z\r\nWARC-Target-URI: https://tolland.example/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {http.Length}\r\n\r\n{http}\r\n\r\n"
        );
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
