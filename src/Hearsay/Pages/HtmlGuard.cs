using System.Collections.Frozen;

namespace Hearsay.Pages;

/// <summary>What a look over the text of a page yields before it is parsed: why it is not to be parsed, or the scripts that hold data, which the parser then need not keep.</summary>
internal readonly record struct HtmlSurvey(string? Refusal, List<string> Data);

/// <summary>
/// HTML in, the reason why it is not handed to a parser out. Trees as deep or as wide as no page is made cost a parser time and stack without bound: the tags are counted first,
/// in one pass over the text. Limits: 600 elements within each other, 100 formatting elements left open (a parser opens each anew in every paragraph), 400,000 tags.
/// </summary>
internal static class HtmlGuard
{
    private const int Deepest = 600;
    private const int MostFormatting = 100;
    private const int MostTags = 400_000;
    private const int MostData = 200;
    private const int LongestName = 16;
    private const int LongestTag = 20_000;

    [Flags]
    private enum Kind
    {
        Other = 0,
        Void = 1,
        SelfClosing = 2,
        Formatting = 4,
        Raw = 8,
        Drawing = 16,
        Foreign = 32,
    }

    private static readonly FrozenDictionary<string, Kind> Kinds = new (Kind Kind, string Names)[]
    {
        (Kind.Void, "area base br col embed hr img input link meta param source track wbr frame keygen"),
        // elements that a parser closes by itself when the next of their kind opens
        (Kind.SelfClosing, "p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt body html head"),
        (Kind.Formatting, "a b big code em font i nobr s small strike strong tt u"),
        // text up to their end tag is no mark-up
        (Kind.Raw, "script style textarea title xmp iframe noframes noembed"),
        // drawings close their elements by a slash, which means nothing to other elements
        (Kind.Drawing, "path g circle rect use line polygon polyline ellipse stop image animate mask clippath symbol defs text tspan fegaussianblur feoffset feblend fecolormatrix feflood lineargradient"),
        (Kind.Foreign, "svg math"),
    }.SelectMany(x => x.Names.Split(' '), (x, name) => (name, x.Kind)).ToFrozenDictionary(x => x.name, x => x.Kind, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> KindOf = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Counts the tags and collects the scripts of data.</summary>
    public static HtmlSurvey Survey(string html)
    {
        var data = new List<string>();
        int depth = 0, formatting = 0, tags = 0, foreign = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = Next(html, at + 1))
        {
            if (html[at + 1] == '!')
            {
                if (foreign == 0 && string.CompareOrdinal(html, at, "<!--", 0, 4) == 0) at = EndOfComment(html, at);
                continue;
            }
            var closes = html[at + 1] == '/';
            var name = NameAt(html, at + (closes ? 2 : 1));
            if (name.IsEmpty) continue;
            if (++tags > MostTags) return new HtmlSurvey($"the HTML has more than {MostTags:N0} tags", data);
            KindOf.TryGetValue(name, out var kind);
            // within a drawing these elements are like any other
            if (kind == Kind.Raw && !closes && foreign == 0)
            {
                var end = EndOfRaw(html, at, name);
                if (name.Length == 6 && data.Count < MostData && DataIn(html, at, end) is { } script) data.Add(script);
                at = Math.Max(at, end);
                continue;
            }
            if (kind is Kind.Void or Kind.SelfClosing || (kind == Kind.Drawing && ClosesItself(html, at))) continue;
            if (kind == Kind.Foreign) foreign = Math.Max(0, foreign + (closes ? -1 : 1));
            if (kind == Kind.Formatting) formatting = Math.Max(0, formatting + (closes ? -1 : 1));
            depth = Math.Max(0, depth + (closes ? -1 : 1));
            if (depth > Deepest || formatting > MostFormatting) return new HtmlSurvey($"the HTML is nested too deeply (more than {(depth > Deepest ? Deepest : MostFormatting)} elements left open within each other)", data);
        }
        return new HtmlSurvey(null, data);
    }

    private static int Next(string html, int from) => from < html.Length ? html.IndexOf('<', from) : -1;

    /// <summary>The last character of a comment; the shortest are "&lt;!--&gt;" and "&lt;!---&gt;".</summary>
    private static int EndOfComment(string html, int start)
    {
        if (start + 4 < html.Length && html[start + 4] == '>') return start + 4;
        var end = html.IndexOf("-->", Math.Min(start + 4, html.Length), StringComparison.Ordinal);
        var odd = html.AsSpan(start + 4, (end < 0 ? html.Length : end) - start - 4).IndexOf("--!>");
        return odd >= 0 ? start + 4 + odd + 3 : end < 0 ? html.Length - 2 : end + 2;
    }

    private static bool ClosesItself(string html, int start)
    {
        var end = EndOfTag(html, start);
        return end > 0 && html[end - 1] == '/';
    }

    /// <summary>Where the tag ends; -1 where it is longer than any of its kind.</summary>
    private static int EndOfTag(string html, int start) => html.IndexOf('>', start, Math.Min(LongestTag, html.Length - start));

    private static ReadOnlySpan<char> NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < LongestName && char.IsAsciiLetterOrDigit(html[end])) end++;
        return html.AsSpan(start, end - start);
    }

    private static int EndOfRaw(string html, int start, ReadOnlySpan<char> name)
    {
        for (var end = html.IndexOf("</", start, StringComparison.Ordinal); end >= 0; end = html.IndexOf("</", end + 2, StringComparison.Ordinal))
        {
            if (html.AsSpan(end + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return end + name.Length;
        }
        return html.Length - 2;
    }

    /// <summary>The content of a script that opens at <paramref name="start"/>, where its type says that it holds linked data.</summary>
    private static string? DataIn(string html, int start, int end)
    {
        var close = EndOfTag(html, start);
        var content = end - "script".Length;
        if (close < 0 || close >= content || html.AsSpan(start, close - start).IndexOf("ld+json", StringComparison.OrdinalIgnoreCase) < 0) return null;
        return html[(close + 1)..content];
    }
}
