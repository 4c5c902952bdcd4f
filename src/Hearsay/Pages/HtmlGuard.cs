using System.Collections.Frozen;

namespace Hearsay.Pages;

/// <summary>
/// HTML in, the reason why it is not handed to a parser out. Trees as deep or as wide as no page is made cost a parser time and stack without bound: the tags are counted first,
/// in one pass over the text. Limits: 600 elements within each other, 100 formatting elements left open (a parser opens each anew in every paragraph), 400,000 tags.
/// </summary>
internal static class HtmlGuard
{
    private const int Deepest = 600;
    private const int MostFormatting = 100;
    private const int MostTags = 400_000;

    private static readonly FrozenSet<string> Void = new[] { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame", "keygen" }.ToFrozenSet(StringComparer.Ordinal);

    // elements that a parser closes by itself when the next of their kind opens
    private static readonly FrozenSet<string> SelfClosing = new[] { "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "body", "html", "head" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Formatting = new[] { "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u" }.ToFrozenSet(StringComparer.Ordinal);

    // text up to their end tag is no mark-up
    private static readonly FrozenSet<string> Raw = new[] { "script", "style", "textarea", "title", "noscript", "xmp", "iframe" }.ToFrozenSet(StringComparer.Ordinal);

    // drawings close their elements by a slash, which means nothing to other elements
    private static readonly FrozenSet<string> Drawing = new[] { "path", "g", "circle", "rect", "use", "line", "polygon", "polyline", "ellipse", "stop", "image", "animate", "mask", "clippath", "symbol", "defs", "text", "tspan", "fegaussianblur", "feoffset", "feblend", "fecolormatrix", "feflood", "lineargradient" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The reason, or null where the page may be parsed.</summary>
    public static string? Refusal(string html)
    {
        int depth = 0, formatting = 0, tags = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = Next(html, at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = NameAt(html, at + (closes ? 2 : 1));
            if (name.Length == 0) continue;
            if (++tags > MostTags) return $"the HTML has more than {MostTags:N0} tags";
            if (Raw.Contains(name) && !closes)
            {
                at = Math.Max(at, EndOfRaw(html, at, name));
                continue;
            }
            if (Void.Contains(name) || SelfClosing.Contains(name) || (Drawing.Contains(name) && ClosesItself(html, at))) continue;
            if (Formatting.Contains(name)) formatting = Math.Max(0, formatting + (closes ? -1 : 1));
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            if (depth > Deepest || formatting > MostFormatting) return $"the HTML is nested too deeply (more than {(depth > Deepest ? Deepest : MostFormatting)} elements left open within each other)";
        }
        return null;
    }

    private static int Next(string html, int from) => from < html.Length ? html.IndexOf('<', from) : -1;

    private static bool ClosesItself(string html, int start)
    {
        var end = html.IndexOf('>', start);
        return end > 0 && html[end - 1] == '/';
    }

    private static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 16 && char.IsAsciiLetterOrDigit(html[end])) end++;
        return html[start..end].ToLowerInvariant();
    }

    private static int EndOfRaw(string html, int start, string name)
    {
        var end = html.IndexOf("</" + name, start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length - 2 : end + name.Length;
    }
}
