using System.Net;

namespace Hearsay.Sources.Web;

/// <summary>
/// Address in, content out, or what came instead: the one door to the network. Each request keeps to robots.txt (RFC 9309), waits for its turn at the
/// host, follows redirects by itself, so that every step is checked like the first, and remembers where permanent ones lead. A host that answered 429
/// or 503 with Retry-After is not asked before that time. Nothing is thrown but <see cref="OperationCanceledException"/>. What each kind of bad
/// server leads to is a table in docs/fetching.md. May be used from any thread.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private readonly WebOptions options;
    private readonly HttpExchange exchange;
    private readonly HostPace pace;
    private readonly RobotsFiles robots;

    /// <summary>A fetcher of its own, with its connections.</summary>
    public Fetcher(WebOptions options, TimeProvider time) : this(options, time, null)
    {
    }

    internal Fetcher(WebOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp)
    {
        this.options = options;
        exchange = new HttpExchange(options, time, lookUp);
        pace = new HostPace(time);
        robots = new RobotsFiles(options, time, OnceAsync);
    }

    /// <summary>Asks for an address.</summary>
    public async Task<WebAnswer> FetchAsync(FetchRequest request, CancellationToken cancellation = default)
    {
        var seen = new HashSet<Uri>();
        Uri? moved = null;
        var permanent = true;
        for (var at = request.Address; ; request = request with { Address = at })
        {
            if (at.Scheme is not ("http" or "https")) return WebAnswer.Refused(at, "only http and https are asked");
            if (!seen.Add(at)) return WebAnswer.Refused(at, "it redirects in a circle");
            if (seen.Count > options.MaxRedirects + 1) return WebAnswer.Refused(at, $"it redirects more than {options.MaxRedirects} times");
            var (rules, closed) = await robots.OfAsync(at, cancellation);
            if (closed is not null) return closed with { Address = at };
            if (!rules!.Allows(at)) return WebAnswer.Refused(at, "robots.txt asks not to be read here");
            var hop = await OnceAsync(request, Pause(rules), null, cancellation);
            if (hop.Location is not { } next)
                return hop.Answer with { MovedTo = hop.Answer.Outcome is WebOutcome.Content or WebOutcome.NotModified ? moved : null };
            // a step down from https is followed but not remembered
            permanent &= hop.Answer.Status is 301 or 308 && !(at.Scheme == "https" && next.Scheme == "http");
            if (permanent) moved = next;
            at = next;
        }
    }

    /// <summary>The sitemaps that a site's robots.txt names; none where it cannot be had.</summary>
    public async Task<IReadOnlyList<Uri>> SitemapsAsync(Uri site, CancellationToken cancellation = default) =>
        (await robots.OfAsync(site, cancellation)).Rules?.Sitemaps ?? [];

    /// <summary>Closes the connections.</summary>
    public void Dispose() => exchange.Dispose();

    private TimeSpan Pause(RobotsRules rules)
    {
        var asked = rules.CrawlDelay ?? TimeSpan.Zero;
        return asked <= options.Pause ? options.Pause : asked < options.LongestPause ? asked : options.LongestPause;
    }

    private async Task<HttpHop> OnceAsync(FetchRequest request, TimeSpan pause, int? cut, CancellationToken cancellation)
    {
        var host = request.Address.Authority;
        using var turn = await pace.EnterAsync(host, pause, cancellation);
        if (pace.HeldUntil(host) is { } until)
            return new HttpHop(
                new WebAnswer
                {
                    Outcome = WebOutcome.Later,
                    Address = request.Address,
                    RetryAt = until,
                    Reason = "the host asked to be left alone for a while",
                }
            );
        var hop = await exchange.SendAsync(request, cancellation, cut);
        if (hop.Answer is { Status: 429 or 503, RetryAt: { } at }) pace.Hold(host, at);
        return hop;
    }
}
