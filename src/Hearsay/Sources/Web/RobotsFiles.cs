namespace Hearsay.Sources.Web;

/// <summary>
/// The robots.txt of every site that is asked, kept for a day (RFC 9309, section 2.4). No file (4xx): everything is allowed. A server that fails
/// (5xx, 429, no answer): nothing is, for an hour, or for as long as it says. Five redirects are followed, also to other hosts; of a longer file the
/// first 500 KiB count.
/// </summary>
internal sealed class RobotsFiles(WebOptions options, TimeProvider time, Func<FetchRequest, TimeSpan, int?, CancellationToken, Task<HttpHop>> ask)
{
    private const int MaxRedirects = 5;
    private const int MostKept = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeptOut = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Entry> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>The rules for a site, or the answer that stands for its being closed.</summary>
    public async Task<(RobotsRules? Rules, WebAnswer? Closed)> OfAsync(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        Entry entry;
        await gate.WaitAsync(cancellation);
        try
        {
            if (files.Count > MostKept) files.Clear();
            if (!files.TryGetValue(site, out entry!) || entry.Until <= time.GetUtcNow()) files[site] = entry = new Entry();
        }
        finally
        {
            gate.Release();
        }
        await entry.Gate.WaitAsync(cancellation);
        try
        {
            if (entry.Until <= time.GetUtcNow()) await ReadAsync(entry, new Uri(site + "/robots.txt"), cancellation);
            return (entry.Rules, entry.Closed);
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private async Task ReadAsync(Entry entry, Uri at, CancellationToken cancellation)
    {
        var hop = await AskAsync(at, cancellation);
        for (var redirects = 0; hop.Location is { } next && redirects < MaxRedirects; redirects++) hop = await AskAsync(at = next, cancellation);
        var last = hop.Answer;
        // an empty file, one that leads nowhere and one that is not there say the same
        var (open, rules) = last switch
        {
            { Outcome: WebOutcome.Content } => (true, RobotsRules.Read(last.Content.Span, options.RobotsToken)),
            { Status: 429 } => (false, null),
            { Status: >= 200 and < 500 } => (true, RobotsRules.AllowAll),
            _ => (false, (RobotsRules?)null),
        };
        entry.Rules = rules;
        entry.Closed = open ? null : last.Outcome == WebOutcome.Refused ? last
            : new WebAnswer
            {
                Outcome = WebOutcome.Later,
                Status = last.Status,
                Address = at,
                RetryAt = last.RetryAt,
                Reason = $"robots.txt cannot be had ({last.Reason}), so nothing is asked for",
            };
        var until = time.GetUtcNow() + (open ? Kept : KeptOut);
        entry.Until = !open && last.RetryAt < until ? last.RetryAt.Value : until;
    }

    private Task<HttpHop> AskAsync(Uri at, CancellationToken cancellation) =>
        ask(new FetchRequest(at) { Accept = "text/plain, */*;q=0.1" }, options.Pause, RobotsRules.MaxBytes, cancellation);

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public RobotsRules? Rules { get; set; }

        public WebAnswer? Closed { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
