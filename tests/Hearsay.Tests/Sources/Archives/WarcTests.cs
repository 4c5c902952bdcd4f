using System.IO.Compression;
using System.Text;
using Hearsay.Model;
using Hearsay.Sources;

namespace Hearsay.Tests.Sources.Archives;

public sealed class WarcTests
{
    private static readonly byte[] Info = Warc.Record("warcinfo", "software: by hand"u8.ToArray(), contentType: "application/warc-fields");

    private static async Task<List<SourceItem>> Read(string path, string? after = null)
    {
        var items = new List<SourceItem>();
        await foreach (var item in new FileSource([path]).ReadAsync(after)) items.Add(item);
        return items;
    }

    [Theory]
    [InlineData("news.warc")]
    [InlineData("news.warc.gz")]
    [InlineData("one-member.warc.gz")]
    public async Task Pages_are_read_and_everything_else_is_counted(string name)
    {
        byte[][] records =
        [
            Info,
            Warc.Response(1),
            Warc.Record("request", "GET /1 HTTP/1.1\r\n\r\n"u8.ToArray(), "https://tolland.example/1"),
            Warc.Record("response", Warc.Http([], "404 Not Found"), "https://tolland.example/2"),
            Warc.Record("response", Warc.Http([1, 2, 3], headers: "Content-Type: image/png\r\n"), "https://tolland.example/3.png"), Warc.Response(4),
        ];
        using var folder = new ScratchFolder();
        var path = folder.Write(
            name,
            name switch
            {
                "news.warc" => [.. records.SelectMany(r => r)],
                "news.warc.gz" => [.. records.SelectMany(Warc.Gzip)],
                _ => Warc.Gzip([.. records.SelectMany(r => r)]),
            }
        );
        var items = await Read(path);
        Assert.Equal(
            ["warcinfo", "https://tolland.example/1", "request", "status 404", "type image/png", "https://tolland.example/4"],
            items.Select(i => i.Skipped ?? i.Page?.Url ?? i.Failure!.Reason)
        );
        Assert.Equal(new DateTimeOffset(2031, 5, 5, 14, 5, 0, TimeSpan.Zero), items[1].Page!.Fetched);
        Assert.Equal(
            (PageFormat.Html, Warc.Page.Replace("Monday", "day 4", StringComparison.Ordinal)),
            (items[5].Page!.Format, items[5].Page!.Content)
        );
        Assert.Equal(items[5].Total, items[5].Done);
        for (var i = 0; i < items.Count; i++) Assert.Equal(items.Skip(i + 1), await Read(path, items[i].Position));
    }

    public static TheoryData<string, byte[], string> Bodies => new()
    {
        {
            "chunked",
            Warc.Http(
                "4\r\n<p>T\r\n1c;x=y\r\nhe mayor of Tolland said.</p\r\n1\r\n>\r\n0\r\n\r\n"u8.ToArray(),
                headers: "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
            ),
            "<p>The mayor of Tolland said.</p>"
        },
        {
            "said to be chunked and is not",
            Warc.Http("<p>The mayor said.</p>"u8.ToArray(), headers: "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
            "<p>The mayor said.</p>"
        },
        {
            "gzip",
            Warc.Http(Warc.Gzip("<p>The mayor said.</p>"u8.ToArray()), headers: "content-type: text/html\r\ncontent-encoding: gzip\r\n"),
            "<p>The mayor said.</p>"
        },
        {
            "said to be gzip and is not",
            Warc.Http("<p>The mayor said.</p>"u8.ToArray(), headers: "content-type: text/html\r\ncontent-encoding: gzip\r\n"),
            "<p>The mayor said.</p>"
        },
        {
            "zlib",
            Warc.Http(Zlib("<p>The mayor said.</p>"u8.ToArray()), headers: "content-type: text/html\r\ncontent-encoding: deflate\r\n"),
            "<p>The mayor said.</p>"
        },
        {
            "windows-1252 by its header",
            Warc.Http(
                [
                    .. "<p>The mayor of Tolland said that the caf"u8,
                    0xE9,
                    .. " is closed until the end of the month, and that nobody knows why it was ever open.</p>"u8,
                ],
                headers: "Content-Type: text/html; charset=windows-1252\r\n"
            ),
            "<p>The mayor of Tolland said that the café is closed until the end of the month, and that nobody knows why it was ever open.</p>"
        },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Bodies_are_taken_as_they_are_meant(string what, byte[] http, string content)
    {
        using var folder = new ScratchFolder();
        var item = Assert.Single(await Read(folder.Write("a.warc", Warc.Record("response", http, "https://tolland.example/"))));
        Assert.True(item.Page?.Content == content, $"{what}: {item.Page?.Content ?? item.Failure?.Reason ?? item.Skipped}");
    }

    [Fact]
    public async Task A_damaged_member_is_named_and_the_rest_goes_on()
    {
        var members = Enumerable.Range(1, 5).Select(i => Warc.Gzip(Warc.Response(i))).ToArray();
        members[2][30] ^= 0xFF;
        using var folder = new ScratchFolder();
        var items = await Read(folder.Write("a.warc.gz", [.. members.SelectMany(m => m)]));
        Assert.Equal(
            ["https://tolland.example/1", "https://tolland.example/2", "https://tolland.example/4", "https://tolland.example/5"],
            items.Select(i => i.Page?.Url).OfType<string>()
        );
        Assert.Contains("damaged", Assert.Single(items, i => i.Failure is not null).Failure!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_record_is_named_and_the_rest_goes_on()
    {
        byte[] bytes = [.. Warc.Response(1), .. "garbage that no record begins with\r\n\r\n"u8, .. Warc.Response(2)];
        using var folder = new ScratchFolder();
        var items = await Read(folder.Write("a.warc", bytes));
        Assert.Equal(
            ["https://tolland.example/1", "no record starts here", "https://tolland.example/2"],
            items.Select(i => i.Page?.Url ?? i.Failure!.Reason["damaged: ".Length..])
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_archive_that_breaks_off_gives_what_it_has(bool packed)
    {
        byte[] bytes = packed ? [.. Warc.Gzip(Warc.Response(1)), .. Warc.Gzip(Warc.Response(2))] : [.. Warc.Response(1), .. Warc.Response(2)];
        using var folder = new ScratchFolder();
        var items = await Read(folder.Write("a.warc", bytes[..^60]));
        Assert.Equal("https://tolland.example/1", items[0].Page?.Url);
        Assert.Contains("damaged", Assert.Single(items.Skip(1)).Failure!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_within_a_record_is_refused()
    {
        var bomb = Warc.Http(Warc.Gzip(new byte[15_000_000]), headers: "Content-Type: text/html\r\nContent-Encoding: gzip\r\n");
        using var folder = new ScratchFolder();
        Assert.Contains(
            "100 times its size",
            Assert.Single(await Read(folder.Write("a.warc", Warc.Record("response", bomb, "https://tolland.example/")))).Failure!.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_record_of_terabytes_costs_no_memory()
    {
        var head = Encoding.ASCII.GetBytes(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tolland.example/\r\nContent-Length: 9000000000000\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
        );
        using var folder = new ScratchFolder();
        Assert.Contains("breaks off", Assert.Single(await Read(folder.Write("a.warc", head))).Failure!.Reason, StringComparison.Ordinal);
    }

    private static byte[] Zlib(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(bytes);
        return packed.ToArray();
    }
}
