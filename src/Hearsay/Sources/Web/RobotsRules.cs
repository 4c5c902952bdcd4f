using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Hearsay.Sources.Web;

/// <summary>
/// robots.txt in, what a crawler may ask for out (RFC 9309). The groups that name the crawler count together, else those for "*"; of the rules that
/// match, the longest counts, and "allow" where an "allow" and a "disallow" are equally long; "*" stands for anything, "$" at the end for the end.
/// Rules and paths are compared in one percent-encoding. "Crawl-delay", which is no part of the standard but asked for by many, is read too, and so
/// are sitemaps. Only the first 500 KiB are read, as the standard allows.
/// </summary>
public sealed class RobotsRules
{
    /// <summary>The most of a file that is read, in bytes.</summary>
    public const int MaxBytes = 500 * 1024;

    private readonly ImmutableArray<Rule> rules;

    private RobotsRules(IEnumerable<Rule> rules, TimeSpan? delay, IEnumerable<Uri> sitemaps) =>
        (this.rules, CrawlDelay, Sitemaps) = (
            [.. rules.OrderByDescending(r => r.Pattern.Length).ThenBy(r => r.Allows ? 0 : 1)],
            delay,
            [.. sitemaps]
        );

    /// <summary>Everything may be asked for: what a site without the file says.</summary>
    public static RobotsRules AllowAll { get; } = new([], null, []);

    /// <summary>How long the site asks a crawler to pause between two requests; null where it does not say.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>The sitemaps that the file names.</summary>
    public ImmutableArray<Uri> Sitemaps { get; }

    /// <summary>Reads what a file says to the crawler with this product token ("hearsay").</summary>
    public static RobotsRules Read(ReadOnlySpan<byte> file, string token)
    {
        if (file.Length > MaxBytes) file = file[..MaxBytes];
        if (file.StartsWith("\uFEFF"u8)) file = file[3..];
        var (mine, everyones) = (new Group(), new Group());
        var sitemaps = new List<Uri>();
        var (named, forAll, inAgents, any) = (false, false, false, false);
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n', '\r'))
        {
            if (Field(line) is not var (name, value)) continue;
            if (name == "user-agent")
            {
                if (!inAgents) named = forAll = false;
                inAgents = true;
                if (value.StartsWith('*')) forAll = true;
                else if (Token(value).Equals(token, StringComparison.OrdinalIgnoreCase)) named = any = true;
            }
            else if (name == "sitemap")
            {
                if (WebAddress.Read(value) is { } address && sitemaps.Count < 1000) sitemaps.Add(address);
            }
            else if (name is "allow" or "disallow" or "crawl-delay")
            {
                inAgents = false;
                if (named) mine.Add(name, value);
                if (forAll) everyones.Add(name, value);
            }
        }
        var group = any ? mine : everyones;
        return new RobotsRules(group.Rules, group.Delay, sitemaps);
    }

    /// <summary>May the address be asked for?</summary>
    public bool Allows(Uri address)
    {
        var path = Encoded(address.PathAndQuery);
        if (path == "/robots.txt") return true;
        foreach (var rule in rules)
        {
            if (Matches(rule.Pattern, path)) return rule.Allows;
        }
        return true;
    }

    /// <summary>
    /// Takes the parts between stars one after the other where they first occur; the last one of an anchored pattern must stand at the end.
    /// </summary>
    internal static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var parts = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        if (parts.Length == 1) return !anchored || at == path.Length;
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }
        return anchored
            ? path.Length - parts[^1].Length >= at && path.EndsWith(parts[^1], StringComparison.Ordinal)
            : path.IndexOf(parts[^1], at, StringComparison.Ordinal) >= 0;
    }

    private static (string Name, string Value)? Field(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        if (comment >= 0) line = line[..comment];
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
    }

    private static string Token(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_')) end++;
        return value[..end];
    }

    /// <summary>One spelling for every path: what need not be encoded is not, everything else is, in capitals.</summary>
    private static string Encoded(string path)
    {
        var encoded = new StringBuilder(path.Length);
        foreach (var b in Encoding.UTF8.GetBytes(path).AsSpan())
        {
            if (b is > 0x20 and < 0x7F) encoded.Append((char)b);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        for (var i = 0; i + 2 < encoded.Length; i++)
        {
            if (encoded[i] != '%' || !char.IsAsciiHexDigit(encoded[i + 1]) || !char.IsAsciiHexDigit(encoded[i + 2])) continue;
            (encoded[i + 1], encoded[i + 2]) = (char.ToUpperInvariant(encoded[i + 1]), char.ToUpperInvariant(encoded[i + 2]));
        }
        return encoded.Replace("%7E", "~").Replace("%2D", "-").Replace("%2E", ".").Replace("%5F", "_").ToString();
    }

    private readonly record struct Rule(string Pattern, bool Allows);

    private sealed class Group
    {
        public List<Rule> Rules { get; } = [];

        public TimeSpan? Delay { get; private set; }

        public void Add(string name, string value)
        {
            if (name == "crawl-delay")
            {
                if (
                    double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                    && seconds is >= 0 and < 100_000
                )
                    Delay ??= TimeSpan.FromSeconds(seconds);
            }
            else if (value is ['/' or '*', ..])
            {
                Rules.Add(new Rule(Encoded(value), name == "allow"));
            }
        }
    }
}
