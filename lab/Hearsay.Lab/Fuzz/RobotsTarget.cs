using System.Text;
using Hearsay.Sources.Web;
using static Hearsay.Lab.Fuzz.OracleException;

namespace Hearsay.Lab.Fuzz;

/// <summary>robots.txt.</summary>
internal static class RobotsTarget
{
    private static readonly string[] Seeds =
    [
        "User-agent: *\nDisallow: /private/\nAllow: /private/open$\nCrawl-delay: 2\n\nUser-agent: hearsay\nUser-Agent: OtherBot\nDisallow: /*.pdf$\nDisallow: /a*b*c\nAllow: /a\n\nSitemap: https://tolland.example/news.xml\n",
        "\u00EF\u00BB\u00BFuser-agent:Hearsay/2.0 # me\r\ndisallow: /caf%C3%A9\r\ndisallow: /%7euser\r\nallow:\r\n\r\nUser-agent: *\r\nDisallow: /\r\n",
        "<html><body>Not found</body></html>",
        "Disallow: /\nUser-agent: a\nUser-agent: hearsay\nAllow: /$\nDisallow: /?*q=\n",
    ];

    private static readonly string[] Words =
    [
        "User-agent: *\n",
        "User-agent: hearsay\n",
        "user-agent:",
        "Disallow: /\n",
        "Disallow:\n",
        "Allow: /a\n",
        "*", "$", "*$", "**", "/", "%", "%41", "%zz", "#", ":",
        "\r",
        "\n",
        "\0",
        "\u00E9",
        "Crawl-delay: 1e9\n",
        "Crawl-delay: .5\n",
        "Sitemap: /x\n",
        " ",
        "\t",
    ];

    private static readonly Uri[] Addresses =
    [
        .. new[] { "/", "/a", "/abbc", "/private/open", "/private/x", "/caf%C3%A9", "/~user/x.pdf", "/?x=1&q=2", "/robots.txt" }.Select(p => new Uri(
            "https://tolland.example" + p
        )),
    ];

    /// <summary>The target.</summary>
    public static FuzzTarget Create() => new("robots", [.. Seeds.Select(Encoding.Latin1.GetBytes)], Words, Check);

    private static void Check(byte[] input)
    {
        var rules = RobotsRules.Read(input, "hearsay");
        Demand(rules.Allows(new Uri("https://tolland.example/robots.txt")), "robots.txt itself is closed");
        Demand(rules.CrawlDelay is null || rules.CrawlDelay >= TimeSpan.Zero, "a negative delay");
        Demand(rules.Sitemaps.All(s => s.IsAbsoluteUri && s.Scheme is "http" or "https"), "a sitemap that is none of the web");
        var answers = Answers(rules);
        Demand(answers == Answers(RobotsRules.Read(input, "HearSay")), "the case of the name makes a difference");
        byte[] more = [.. input, .. "\nDisallow:\nUser-agent: somebody-else\nDisallow: /\n"u8];
        if (more.Length < RobotsRules.MaxBytes)
            Demand(answers == Answers(RobotsRules.Read(more, "hearsay")), "what is said to somebody else makes a difference");
    }

    private static string Answers(RobotsRules rules) => string.Concat(Addresses.Select(a => rules.Allows(a) ? '+' : '-'));
}
