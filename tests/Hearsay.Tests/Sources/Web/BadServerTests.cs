using System.IO.Compression;
using System.Text;
using Hearsay.Sources.Web;
using static Hearsay.Tests.Sources.Web.BadServer;

namespace Hearsay.Tests.Sources.Web;

/// <summary>What servers do wrong, and what becomes of it: each row of the table in docs/fetching.md is a case here.</summary>
[Trait("Lane", "slow")]
public sealed class BadServerTests
{
    private static readonly WebOptions Options = new()
    {
        AllowPrivate = true,
        Pause = TimeSpan.Zero,
        Timeout = TimeSpan.FromSeconds(30),
        MaxBytes = 4_000_000,
    };

    private static readonly WebOptions Impatient = Options with { Timeout = TimeSpan.FromSeconds(2) };

    private static async Task<WebAnswer> Ask(BadServer server, string path = "/x", WebOptions? options = null, FetchRequest? request = null)
    {
        using var fetcher = new Fetcher(options ?? Options, TimeProvider.System);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var answer = await fetcher.FetchAsync(request ?? new FetchRequest(server.At(path)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        Assert.True(answer.Reason is null == answer.Outcome is WebOutcome.Content or WebOutcome.NotModified);
        return answer;
    }

    private static string Text(WebAnswer answer) => Encoding.UTF8.GetString(answer.Content.Span);

    public static TheoryData<string, string, WebOutcome, string> Answers => new()
    {
        { "longer than it says", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more", WebOutcome.Content, "hello" },
        { "shorter than it says", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello", WebOutcome.Broken, "the answer breaks off" },
        { "chunks break off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", WebOutcome.Broken, "the answer breaks off" },
        { "a chunk of no size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n", WebOutcome.Broken, "the answer is no HTTP" },
        { "no length, ended by closing", "HTTP/1.1 200 OK\r\n\r\nhello", WebOutcome.Content, "hello" },
        { "two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello", WebOutcome.Content, "hello" },
        { "says it is larger than allowed", "HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\nhello", WebOutcome.Refused, "too large" },
        { "empty", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", WebOutcome.Broken, "the answer is empty" },
        { "no content", "HTTP/1.1 204 No Content\r\n\r\n", WebOutcome.Denied, "204" },
        { "closed without a word", "", WebOutcome.Broken, "the answer breaks off" },
        { "no HTTP", "SSH-2.0-OpenSSH_9.9\r\n", WebOutcome.Broken, "the answer is no HTTP" },
        {
            "headers without end",
            "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X-Header: yes yes yes yes\r\n", 10_000)),
            WebOutcome.Broken,
            "the headers of the answer are too long"
        },
        { "said to be gzip and is not", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello", WebOutcome.Content, "hello" },
        {
            "packed in a way not asked for",
            "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 5\r\n\r\nhello",
            WebOutcome.Refused,
            "packed"
        },
        {
            "damaged gzip",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 20\r\n\r\n\u001f\u000b\u0008xxxxxxxxxxxxxxxxxxxxxxxx",
            WebOutcome.Broken,
            "its packed content is damaged"
        },
        { "304 that was not asked for", "HTTP/1.1 304 Not Modified\r\n\r\n", WebOutcome.Denied, "304" },
        { "400", "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", WebOutcome.Denied, "400" },
        { "401", "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n", WebOutcome.Denied, "401" },
        { "403", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", WebOutcome.Denied, "403" },
        { "404", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", WebOutcome.Missing, "404" },
        { "410", "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n", WebOutcome.Gone, "410" },
        { "429", "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n", WebOutcome.Later, "429" },
        { "451", "HTTP/1.1 451 Unavailable For Legal Reasons\r\nContent-Length: 0\r\n\r\n", WebOutcome.Denied, "451" },
        { "500", "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", WebOutcome.Later, "500" },
        { "503", "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", WebOutcome.Later, "503" },
        { "a status that nobody knows", "HTTP/1.1 799 Odd\r\nContent-Length: 0\r\n\r\n", WebOutcome.Later, "799" },
        { "a redirect to nowhere", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", WebOutcome.Refused, "no address of the web" },
        {
            "a redirect to a file",
            "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
            WebOutcome.Refused,
            "no address of the web"
        },
        { "a redirect to itself", "HTTP/1.1 301 Moved Permanently\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", WebOutcome.Refused, "in a circle" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answers_lead_to_what_the_table_says(string what, string answer, WebOutcome outcome, string words)
    {
        await using var server = new BadServer().On("/x", answer);
        var got = await Ask(server);
        Assert.True(
            got.Outcome == outcome && (got.Reason ?? Text(got)).Contains(words, StringComparison.Ordinal),
            $"{what}: {got.Outcome}, {got.Reason ?? Text(got)}"
        );
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for()
    {
        await using var server = new BadServer().On("/x", c => c.WaitAsync(TimeSpan.FromMinutes(5)));
        var answer = await Ask(server, options: Impatient);
        Assert.Equal((WebOutcome.Broken, "no answer within 2 s"), (answer.Outcome, answer.Reason));
    }

    [Fact]
    public async Task A_server_that_drips_is_not_waited_for()
    {
        await using var server = new BadServer().On("/x", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray());
            await c.RepeatAsync([(byte)'x'], TimeSpan.FromMilliseconds(50));
        });
        var answer = await Ask(server, options: Impatient);
        Assert.Equal((WebOutcome.Broken, "the answer takes longer than 2 s"), (answer.Outcome, answer.Reason));
    }

    [Fact]
    public async Task Headers_that_drip_are_not_waited_for()
    {
        await using var server = new BadServer().On("/x", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nX-Header: "u8.ToArray());
            await c.RepeatAsync([(byte)'x'], TimeSpan.FromMilliseconds(50));
        });
        Assert.Equal(WebOutcome.Broken, (await Ask(server, options: Impatient)).Outcome);
    }

    [Fact]
    public async Task An_answer_without_end_is_left_at_the_limit()
    {
        await using var server = new BadServer().On("/x", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            await c.RepeatAsync(new byte[65536], TimeSpan.Zero);
        });
        var answer = await Ask(server);
        Assert.Equal((WebOutcome.Refused, "too large, the limit is 3.8 MB"), (answer.Outcome, answer.Reason));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_bomb_is_left_as_soon_as_it_shows(string coding)
    {
        using var packed = new MemoryStream();
        using (
            Stream stream = coding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Optimal, true),
                "br" => new BrotliStream(packed, CompressionLevel.Optimal, true),
                _ => new ZLibStream(packed, CompressionLevel.Optimal, true),
            }
        )
        {
            for (var i = 0; i < 300; i++) stream.Write(new byte[1_000_000]);
        }
        await using var server = new BadServer().On("/x", Ok(packed.ToArray(), $"Content-Encoding: {coding}\r\n"));
        var before = GC.GetTotalAllocatedBytes();
        var answer = await Ask(server);
        Assert.Equal((WebOutcome.Refused, "it unpacks to more than 100 times its size"), (answer.Outcome, answer.Reason));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 100_000_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw")]
    [InlineData("br")]
    public async Task What_is_packed_is_unpacked(string coding)
    {
        using var packed = new MemoryStream();
        using (
            Stream stream = coding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Optimal, true),
                "br" => new BrotliStream(packed, CompressionLevel.Optimal, true),
                "raw" => new DeflateStream(packed, CompressionLevel.Optimal, true),
                _ => new ZLibStream(packed, CompressionLevel.Optimal, true),
            }
        )
            stream.Write("The bridge is closed."u8);
        await using var server = new BadServer().On("/x", Ok(packed.ToArray(), $"Content-Encoding: {(coding == "raw" ? "deflate" : coding)}\r\n"));
        Assert.Equal("The bridge is closed.", Text(await Ask(server)));
    }

    [Fact]
    public async Task A_connection_closed_on_one_side_only_ends_the_answer()
    {
        await using var server = new BadServer().On("/x", async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"u8.ToArray());
            await c.HalfCloseAsync();
        });
        Assert.Equal("the answer breaks off", (await Ask(server)).Reason);
    }

    [Fact]
    public async Task A_connection_that_is_reset_is_named()
    {
        await using var server = new BadServer().On("/x", c =>
        {
            c.Reset();
            return Task.CompletedTask;
        });
        Assert.Equal(WebOutcome.Broken, (await Ask(server)).Outcome);
    }

    [Fact]
    public async Task No_server_and_no_host_are_named()
    {
        Uri closed;
        await using (var server = new BadServer()) closed = server.At("/x");
        using var fetcher = new Fetcher(Options, TimeProvider.System);
        Assert.Equal(WebOutcome.Later, (await fetcher.FetchAsync(new FetchRequest(closed))).Outcome);
        Assert.Contains(
            "no such host",
            (await fetcher.FetchAsync(new FetchRequest(new Uri("http://nowhere.invalid/x")))).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Redirects_are_followed_to_a_limit()
    {
        await using var server = new BadServer();
        for (var i = 0; i < 30; i++)
            server.On($"/r{i}", $"HTTP/1.1 302 Found\r\nLocation: r{i + 1}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        server.On("/r10", Ok("hello"));
        Assert.Equal((WebOutcome.Content, "/r10"), await Ask(server, "/r0") is var ten ? (ten.Outcome, ten.Address.AbsolutePath) : default);
        server.On("/r10", "HTTP/1.1 302 Found\r\nLocation: r11\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.Equal("it redirects more than 10 times", (await Ask(server, "/r0")).Reason);
        Assert.Equal(0, server.Count("/r12"));
    }

    [Fact]
    public async Task An_address_in_a_header_may_be_UTF_8()
    {
        await using var server = new BadServer()
            .On("/x", "HTTP/1.1 302 Found\r\nLocation: /café\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/caf%C3%A9", Ok("hello"));
        Assert.Equal("hello", Text(await Ask(server)));
    }

    [Fact]
    public async Task Only_permanent_redirects_are_remembered()
    {
        await using var server = new BadServer()
            .On("/a", "HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/b", "HTTP/1.1 308 Moved\r\nLocation: /c\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/c", "HTTP/1.1 307 Temporary\r\nLocation: /d\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/d", "HTTP/1.1 301 Moved\r\nLocation: /e\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .On("/e", Ok("hello"))
            .On("/lost", "HTTP/1.1 301 Moved\r\nLocation: /nothing\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var answer = await Ask(server, "/a");
        Assert.Equal(("/e", "/c"), (answer.Address.AbsolutePath, answer.MovedTo?.AbsolutePath));
        Assert.Null((await Ask(server, "/c")).MovedTo);
        Assert.Null((await Ask(server, "/lost")).MovedTo);
    }

    [Fact]
    public async Task Validators_are_sent_and_304_is_understood()
    {
        await using var server = new BadServer().On("/x", "HTTP/1.1 304 Not Modified\r\nETag: \"b\"\r\n\r\n");
        var answer = await Ask(
            server,
            request: new FetchRequest(server.At("/x")) { ETag = "W/\"a\"", LastModified = "Mon, 05 May 2031 14:05:00 GMT" }
        );
        Assert.Equal((WebOutcome.NotModified, "\"b\""), (answer.Outcome, answer.ETag));
        Assert.Contains("If-None-Match: W/\"a\"\r\n", server.Requests[^1], StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Mon, 05 May 2031 14:05:00 GMT\r\n", server.Requests[^1], StringComparison.Ordinal);
        Assert.Contains("User-Agent: hearsay/", server.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_in_the_wrong_charset_is_read_by_its_bytes()
    {
        await using var server = new BadServer().On(
            "/x",
            Ok(
                "<rss><channel><title>Café</title><item><title>Łódź</title></item></channel></rss>",
                "Content-Type: application/rss+xml; charset=iso-8859-1\r\n"
            )
        );
        using var fetcher = new Fetcher(Options, TimeProvider.System);
        var poll = await new Hearsay.Sources.Polling.FeedPoller(fetcher).PollAsync(server.At("/x"));
        Assert.Equal("Café Łódź", $"{poll.Feed!.Title} {poll.Feed.Items[0].Title}");
    }

    [Fact]
    public async Task Cancelling_ends_at_once()
    {
        await using var server = new BadServer().On("/x", c => c.WaitAsync(TimeSpan.FromMinutes(5)));
        using var fetcher = new Fetcher(Options with { Timeout = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        using var soon = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(server.At("/x")), soon.Token));
    }
}
