namespace Hearsay.Sources.Web;

/// <summary>How the network is used. The defaults are polite and safe.</summary>
public sealed record WebOptions
{
    /// <summary>How the reason begins where an address is private and <see cref="AllowPrivate"/> is not set.</summary>
    public const string PrivateIsRefused = "a private or local address is not asked";

    /// <summary>How that reason goes on: what whoever runs the program can do.</summary>
    public const string PrivateCanBeAllowed = " (--allow-private lets it)";

    /// <summary>What requests call themselves.</summary>
    public string UserAgent { get; init; } = "hearsay/0.1";

    /// <summary>The name that robots.txt knows this crawler by.</summary>
    public string RobotsToken { get; init; } = "hearsay";

    /// <summary>The pause between two requests to one host; a crawl-delay of the site makes it longer.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest crawl-delay that is kept; a site that asks for more gets this.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one answer may take, from looking up the host to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most that an answer may hold once it is unpacked, in bytes.</summary>
    public int MaxBytes { get; init; } = PageSource.MaxBytes;

    /// <summary>How many redirects are followed.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>True where private, loopback and link-local addresses may be asked: a reader within a company, or a test.</summary>
    public bool AllowPrivate { get; init; }
}
