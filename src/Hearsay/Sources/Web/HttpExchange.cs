using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Hearsay.Sources.Web;

/// <summary>One answer of a server, redirects not followed.</summary>
internal sealed record HttpHop(WebAnswer Answer, Uri? Location = null);

/// <summary>
/// One request, one answer, within the limits of time, size and ratio. Redirects are shown, not followed; nothing is kept between requests but
/// connections (no cookies, no passwords, no proxy of the surroundings, since a proxy would look hosts up unchecked).
/// </summary>
internal sealed class HttpExchange : IDisposable
{
    private readonly HttpClient client;
    private readonly WebOptions options;
    private readonly TimeProvider time;

    public HttpExchange(WebOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
    {
        (this.options, this.time) = (options, time);
        var connection = new GuardedConnection(options.AllowPrivate, lookUp ?? Dns.GetHostAddressesAsync);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 2,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            // an address in a header is UTF-8 where it is not encoded, as browsers read it
            ResponseHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            ConnectCallback = connection.OpenAsync,
        }) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    /// <summary>Asks. <paramref name="cut"/> is a length at which the content is cut off instead of refused.</summary>
    public async Task<HttpHop> SendAsync(FetchRequest request, CancellationToken cancellation, int? cut = null)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var begun = false;
        try
        {
            using var message = Message(request);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
            begun = true;
            return await AnswerAsync(request, response, cut, both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var seconds = options.Timeout.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
            return Broken(request, begun ? $"the answer takes longer than {seconds} s" : $"no answer within {seconds} s");
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            for (var cause = e; cause is not null; cause = cause.InnerException)
            {
                if (cause is AddressRefusedException) return new HttpHop(WebAnswer.Refused(request.Address, cause.Message));
            }
            return Broken(request, Words(e));
        }
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Message(FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        message.Headers.TryAddWithoutValidation("Accept-Language", "en, *;q=0.5");
        if (request.ETag is { } tag) message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (request.LastModified is { } since) message.Headers.TryAddWithoutValidation("If-Modified-Since", since);
        return message;
    }

    private async Task<HttpHop> AnswerAsync(FetchRequest request, HttpResponseMessage response, int? cut, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var answer = new WebAnswer
        {
            Outcome = OutcomeOf(status, request),
            Status = status,
            Address = request.Address,
            ContentType = Header(response.Content.Headers, "Content-Type"),
            ETag = Header(response.Headers, "ETag"),
            LastModified = Header(response.Content.Headers, "Last-Modified"),
            RetryAt = RetryAt(response),
            MaxAge = response.Headers.CacheControl is { NoStore: false, NoCache: false, MaxAge: { } age } && age > TimeSpan.Zero ? age : null,
        };
        if (status is 301 or 302 or 303 or 307 or 308)
        {
            var to = WebAddress.Read(Header(response.Headers, "Location"), request.Address);
            return new HttpHop(
                to is null ? answer with { Outcome = WebOutcome.Refused, Reason = $"it redirects ({status}) to no address of the web" } : answer,
                to
            );
        }
        if (answer.Outcome != WebOutcome.Content)
            return new HttpHop(answer with { Reason = answer.Outcome == WebOutcome.NotModified ? null : StatusWords(status) });
        var (content, reason, broken) = await ContentAsync(response, cut, cancellation);
        return new HttpHop(
            content is null
                ? answer with
                {
                    Outcome = broken ? WebOutcome.Broken : WebOutcome.Refused,
                    Reason = reason,
                }
                : answer with
                {
                    Content = content,
                }
        );
    }

    private async Task<(byte[]? Content, string? Reason, bool Broken)> ContentAsync(
        HttpResponseMessage response,
        int? cut,
        CancellationToken cancellation
    )
    {
        if (cut is null && response.Content.Headers.ContentLength > options.MaxBytes)
            return (null, ContentCoding.Refusal(long.MaxValue, long.MaxValue, options.MaxBytes), false);
        var coding = ContentCoding.Of(string.Join(", ", response.Content.Headers.ContentEncoding));
        if (coding == Coding.Unknown) return (null, "it is packed in a way that was not asked for", false);
        await using var counted = new CountedStream(await response.Content.ReadAsStreamAsync(cancellation));
        if (
            await counted.FirstAsync(cancellation) is var first
            && (first < 0 || (coding == Coding.Gzip && first != 0x1F) || (coding != Coding.None && first == '<'))
        )
            coding = Coding.None;
        await using var stream = ContentCoding.Unpacked(counted, coding);
        using var content = new MemoryStream();
        var buffer = new byte[16384];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length >= cut) return (content.ToArray()[..cut.Value], null, false);
                if (ContentCoding.Refusal(content.Length, counted.Count, options.MaxBytes) is { } reason) return (null, reason, false);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return (null, "its packed content is damaged", true);
        }
        return content.Length == 0 ? (null, "the answer is empty", true) : (content.ToArray(), null, false);
    }

    private static WebOutcome OutcomeOf(int status, FetchRequest request) => status switch
    {
        200 or 203 => WebOutcome.Content,
        304 when request.ETag is not null || request.LastModified is not null => WebOutcome.NotModified,
        404 => WebOutcome.Missing,
        410 => WebOutcome.Gone,
        408 or 425 or 429 or >= 500 => WebOutcome.Later,
        _ => WebOutcome.Denied,
    };

    /// <summary>Retry-After in seconds or as a date (RFC 9110, section 10.2.3); no more than a week is believed.</summary>
    private DateTimeOffset? RetryAt(HttpResponseMessage response)
    {
        var now = time.GetUtcNow();
        var at = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => now + Shorter(delta),
            { Date: { } date } => date,
            _ => (DateTimeOffset?)null,
        };
        return at is null || at <= now ? null : at > now.AddDays(7) ? now.AddDays(7) : at;
    }

    private static TimeSpan Shorter(TimeSpan delta) => delta > TimeSpan.FromDays(7) ? TimeSpan.FromDays(7) : delta;

    private static string? Header(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 and < 8000 } value ? value : null;

    private static string StatusWords(int status) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"the server answers {status}{(Enum.IsDefined((HttpStatusCode)status) ? $" ({(HttpStatusCode)status})" : "")}"
        );

    private static HttpHop Broken(FetchRequest request, string reason) =>
        new(
            new WebAnswer
            {
                Outcome = WebOutcome.Broken,
                Address = request.Address,
                Reason = reason,
            }
        );

    private static string Words(Exception e) => ((e as HttpRequestException)?.HttpRequestError ?? (e as HttpIOException)?.HttpRequestError) switch
    {
        HttpRequestError.NameResolutionError => "there is no such host",
        HttpRequestError.ConnectionError => "no connection: " + (e.InnerException ?? e).Message,
        HttpRequestError.SecureConnectionError => "no secure connection: " + (e.InnerException ?? e).Message,
        HttpRequestError.ResponseEnded => "the answer breaks off",
        HttpRequestError.ConfigurationLimitExceeded => "the headers of the answer are too long",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => "the answer is no HTTP",
        _ => "the connection broke: " + e.Message,
    };
}
