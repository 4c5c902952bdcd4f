using System.Collections.Frozen;

namespace Hearsay.Pages;

/// <summary>
/// What a look over the text of a page yields before it is parsed: why it is not to be parsed, or the scripts that hold data and the page's own
/// address, which the parser then need not keep (links to style sheets and pictures, of which pages have many, cost it more than other elements).
/// </summary>
internal readonly record struct HtmlSurvey(string? Refusal, List<string> Data, string? Canonical);

/// <summary>
/// HTML in, the reason why it is not handed to a parser out. Trees as deep or as wide as no page is made cost a parser time and stack without bound:
/// the tags are counted first, in one pass over the text. Limits: 600 elements within each other, 100 formatting elements left open (a parser opens
/// each anew in every paragraph), 400,000 tags. Tags within the values of attributes, within scripts and within comments are none.
/// </summary>
internal sealed class HtmlGuard(string html)
{
    private const int Deepest = 600;
    private const int MostFormatting = 100;
    private const int MostTags = 400_000;
    private const int MostData = 200;

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
        Plain = 64,
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
        (
            Kind.Drawing,
            "path g circle rect use line polygon polyline ellipse stop image animate mask clippath symbol defs text tspan fegaussianblur feoffset feblend fecolormatrix feflood lineargradient"
        ),
        (Kind.Foreign, "svg math"),
        (Kind.Plain, "plaintext"),
    }.SelectMany(x => x.Names.Split(' '), (x, name) => (name, x.Kind)).ToFrozenDictionary(x => x.name, x => x.Kind, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> KindOf = Kinds.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private readonly List<string> data = [];
    private string? canonical;
    private int depth;
    private int formatting;
    private int tags;
    private int foreign;

    /// <summary>Counts the tags and collects the scripts of data.</summary>
    public static HtmlSurvey Survey(string html)
    {
        var guard = new HtmlGuard(html);
        return new HtmlSurvey(guard.Refusal(), guard.data, guard.canonical);
    }

    private string? Refusal()
    {
        for (
            var at = html.IndexOf('<', StringComparison.Ordinal);
            at >= 0 && at + 1 < html.Length;
            at = at + 1 < html.Length ? html.IndexOf('<', at + 1) : -1
        )
        {
            if (html[at + 1] is '!' or '?')
            {
                at = HtmlTags.EndOfDeclaration(html, at);
                continue;
            }
            var closes = html[at + 1] == '/';
            var name = HtmlTags.NameAt(html, at + (closes ? 2 : 1));
            if (name.IsEmpty && !closes) continue;
            var end = name.IsEmpty ? html.IndexOf('>', at) : HtmlTags.EndOfTag(html, at + 1 + name.Length);
            // a tag that never ends is dropped by a parser, with all that follows
            if (end < 0) return null;
            if (!name.IsEmpty)
            {
                if (++tags > MostTags) return $"the HTML has more than {MostTags:N0} tags";
                KindOf.TryGetValue(name, out var kind);
                if (kind == Kind.Plain) return null;
                if (kind == Kind.Void && canonical is null && name.Equals("link", StringComparison.OrdinalIgnoreCase)) canonical = Canonical(at, end);
                end = kind == Kind.Raw && !closes && foreign == 0 ? Raw(at, end, name) : end;
                if (kind != Kind.Raw || foreign > 0) Element(end, kind, closes);
                if (depth > Deepest || formatting > MostFormatting)
                    return $"the HTML is nested too deeply (more than {(depth > Deepest ? Deepest : MostFormatting)} elements left open within each other)";
            }
            at = end;
        }
        return null;
    }

    /// <summary>
    /// Passes over an element that holds text and no mark-up, whose start tag ends at <paramref name="end"/>; returns where its end tag ends.
    /// </summary>
    private int Raw(int start, int end, ReadOnlySpan<char> name)
    {
        var close = HtmlTags.StartOfClose(html, end + 1, name);
        if (
            name.Equals("script", StringComparison.OrdinalIgnoreCase)
            && data.Count < MostData
            && html.AsSpan(start, end - start).Contains("ld+json", StringComparison.OrdinalIgnoreCase)
        )
            data.Add(html[(end + 1)..close]);
        return close < html.Length && HtmlTags.EndOfTag(html, close) is >= 0 and var last ? last : html.Length;
    }

    private string? Canonical(int start, int end) =>
        html.AsSpan(start, end - start).Contains("canonical", StringComparison.OrdinalIgnoreCase)
        && "canonical".Equals(HtmlTags.Attribute(html, start, end, "rel"), StringComparison.OrdinalIgnoreCase)
            ? HtmlTags.Attribute(html, start, end, "href")
            : null;

    private void Element(int end, Kind kind, bool closes)
    {
        if (kind is Kind.Void or Kind.SelfClosing || (kind is Kind.Drawing or Kind.Foreign && html[end - 1] == '/')) return;
        var step = closes ? -1 : 1;
        if (kind == Kind.Foreign) foreign = Math.Max(0, foreign + step);
        if (kind == Kind.Formatting) formatting = Math.Max(0, formatting + step);
        depth = Math.Max(0, depth + step);
    }
}
