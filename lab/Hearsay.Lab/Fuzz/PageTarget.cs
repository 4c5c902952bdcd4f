using System.Text;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;
using static Hearsay.Lab.Fuzz.OracleException;

namespace Hearsay.Lab.Fuzz;

/// <summary>Pages: bytes to text to article.</summary>
internal static class PageTarget
{
    private static readonly string[] Seeds =
    [
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge closed - Tolland Times</title><meta property="og:title" content="Bridge closed"><meta property="article:published_time" content="2031-05-05T14:05:00Z"><link rel="canonical" href="https://tolland.example/1">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge closed","datePublished":"2031-05-05T14:05:00Z","author":[{"@type":"Person","name":"Ann Lee"}],"publisher":{"@type":"Organization","name":"Tolland Times"}}</script></head>
        <body><nav><ul><li><a href="/">Home</a></ul></nav><article><h1>Bridge closed</h1><p class="byline">By Ann Lee</p><p>TOLLAND (AP) — The mayor of Tolland said on Monday that the bridge is closed until the end of the month.</p><blockquote>“Nobody may cross it,” she told reporters.</blockquote>
        <ul><li>The ferry runs every hour.</li><li>The tunnel is open.</li></ul><h2>What comes next</h2><p>Engineers will look at the piers on Tuesday, the city said.<br><br>They were built in 1931.</p><figure><img src="a.jpg"><figcaption>The bridge. (Photo: Bo Rask)</figcaption></figure></article>
        <aside><h3>Recommended</h3><a href="/2">Ferry runs late</a></aside><footer>© 2031 Tolland Times</footer></body></html>
        """,
        """<html><body><div itemscope itemtype="https://schema.org/LiveBlogPosting"><h1 itemprop="headline">Live: bridge</h1><div itemprop="liveBlogUpdate"><time datetime="2031-05-05T14:05:00Z">14:05</time><p>The mayor has spoken to the people of the town about the bridge.</p></div></div><table><tr><td><p>The table that holds the page holds this text too, said the man.</td></table></body></html>""",
        "<p>The mayor said that the bridge is closed.</p><p>By Ann Lee</p><p>Published: 5 May 2031 14:05 GMT</p><p>Correction: an earlier version of this article gave a wrong day.</p>",
        "The mayor of Tolland said on Monday that the bridge is closed.\n\nShare this article\n\n“It will stay closed,” she told reporters.\n\nSign up for our newsletter\n",
    ];

    private static readonly byte[] LinkedBefore = [.. "<html><head><meta charset=\"utf-8\"><script type=\"application/ld+json\">"u8];

    private static readonly byte[] LinkedBehind =
    [.. "</script></head><body><h1>Bridge closed</h1><p>The mayor of Tolland said on Monday that the bridge is closed until the end of the month.</p></body></html>"u8];

    private static readonly string[] LinkedSeeds =
    [
        """{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge "closed" again","datePublished":"2031-05-05T14:05:00Z","author":[{"@type":"Person","name":"Ann Lee"}],"publisher":{"@id":"#p"},"articleBody":"The mayor said so.\nNobody crosses it."}""",
        """{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"},"publisher":{"@id":"#p"}},{"@type":"Person","@id":"#a","name":"Ann Lee"},{"@id":"#p","@type":"Organization","name":"Tolland Times"},{"@id":"#a","sameAs":{"@id":"#a"}}]}""",
        """<!-- //<![CDATA[ {"@type":"LiveBlogPosting","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Closed","articleBody":"It is closed, the mayor said.","datePublished":1935756300}]} {"@type":"WebPage"} //]]> -->""",
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Bridge\\'s end&quot;,}",
    ];

    private static readonly string[] LinkedWords =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\\"", "\\u", "\\ud800", "&quot;", "&amp;", "<!--", "-->", "<![CDATA[", "]]>", "//", "/*", "*/", "null", "true", "1e999", "-1", "{\"@id\":\"#a\"}", "\"@id\":",
        "\"@type\":", "\"@graph\":[", "\"name\":", "\"author\":", "\"articleBody\":", "\"liveBlogUpdate\":[", "\n", "\t", "\u0000", "</script>", "<script type='application/ld+json'>", "\u00EF\u00BB\u00BF", "\u00E2\u0080\u00A8",
    ];

    private static readonly string[] Words =
    [
        "<", ">", "</", "<p>", "</p>", "<div>", "</div>", "<b>", "<a href='", "<table>", "<tr><td>", "</table>", "<svg>", "<math>", "<template>",
        "<select><option>", "<frameset>", "<noscript>", "<script>", "</script>", "<script type='application/ld+json'>", "<style>", "<textarea>",
        "<title>", "<plaintext>", "<!--", "-->", "<![CDATA[",
        "<meta charset=utf-16>", "<base href='http://['>", "<br>", "<hr>", "<li>", "<ul>", "<h1>", "<h2>", "<blockquote>", "<figure>", "<article>",
        "<time datetime='", "itemprop=", "class='byline'", "&#xD800;", "&#0;", "&nbsp;", "&amp",
        "\"@type\":[",
        "{\"@graph\":[",
        "\\ud800", "null", "“", "”", "By ", "(AP)", " — ", "Monday", "2031-05-05", "Updated ", "Correction: ",
        "\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u0000", "\u00E2\u0080\u00AE", "\u00F0\u009F\u0098\u0080", "\u00A0", "\n\n", "\r", "\t",
    ];

    /// <summary>The target.</summary>
    public static FuzzTarget Create() => new("page", [.. Seeds.Select(Encoding.UTF8.GetBytes)], Words, Check);

    /// <summary>What stands in the page's script alone: JSON that is broken in every way.</summary>
    public static FuzzTarget OfLinkedData() => new("linked-data", [.. LinkedSeeds.Select(Encoding.UTF8.GetBytes)], LinkedWords, CheckLinkedData);

    private static void CheckLinkedData(byte[] input) => Check([.. LinkedBefore, .. input, .. LinkedBehind]);

    private static void Check(byte[] input)
    {
        var (text, reason) = TextDecoder.Decode(input, isHtml: true);
        Demand(text is null != reason is null, "not exactly one of text and reason");
        if (text is null) return;
        foreach (var format in new[] { PageFormat.Html, PageFormat.PlainText })
        {
            var page = new RawPage { Format = format, Content = text, Url = "https://tolland.example/1" };
            var (article, why) = PageReader.Read(page);
            Demand(article is null != why is null, "not exactly one of article and reason");
            Demand(Shown(article) == Shown(PageReader.Read(page).Article), "read twice, it is not the same");
            if (article is not null) Article(article);
        }
    }

    private static void Article(Article article)
    {
        Demand(article.Text.Any(char.IsLetter) && article.Text.Trim() == article.Text, "a text without letters, or with blanks around it");
        Demand(article.Url is null || Uri.TryCreate(article.Url, UriKind.Absolute, out _), "an address that is none");
        foreach (var citation in article.Published.Evidence)
            Demand(citation.Span.Start >= 0 && citation.Span.Length >= 0 && citation.Span.End <= article.Text.Length, "a span outside the text");
    }

    private static string? Shown(Article? article) =>
        article is null
            ? null
            : $"{article.Id}\n{article.Headline}\n{string.Join('|', article.Byline)}\n{article.Published.Value}\n{article.Text}\n{string.Join('|', article.Dropped)}";
}
