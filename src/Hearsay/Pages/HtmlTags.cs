using System.Buffers;
using System.Net;

namespace Hearsay.Pages;

/// <summary>Where the tags, comments and scripts in the text of a page end, as a browser tells it (HTML standard, tokenization).</summary>
internal static class HtmlTags
{
    private static readonly SearchValues<char> EndsOfName = SearchValues.Create(" \t\n\r\f/>");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r\f");
    private static readonly SearchValues<char> InTag = SearchValues.Create(">\"'");

    /// <summary>The name that begins here; empty where none does.</summary>
    public static ReadOnlySpan<char> NameAt(string html, int start)
    {
        if (start >= html.Length || !char.IsAsciiLetter(html[start])) return [];
        var rest = html.AsSpan(start);
        return rest.IndexOfAny(EndsOfName) is >= 0 and var length ? rest[..length] : rest;
    }

    /// <summary>
    /// The last character of the tag that opens at <paramref name="start"/>; -1 where it never ends. A bracket within the quoted value of an
    /// attribute does not end it.
    /// </summary>
    public static int EndOfTag(string html, int start)
    {
        for (var at = start; at < html.Length;)
        {
            var mark = html.AsSpan(at).IndexOfAny(InTag);
            if (mark < 0) return -1;
            mark += at;
            if (html[mark] == '>') return mark;
            at = mark + 1;
            if (OpensValue(html, start, mark)) at = html.IndexOf(html[mark], at) + 1;
            if (at == 0) return -1;
        }
        return -1;
    }

    /// <summary>
    /// The last character of the comment, or of what counts as one, that opens at <paramref name="start"/> with "&lt;!" or "&lt;?".
    /// </summary>
    public static int EndOfDeclaration(string html, int start)
    {
        if (!html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
            return html.IndexOf('>', start) is >= 0 and var bogus ? bogus : html.Length;
        // the shortest are "<!-->" and "<!--->"
        if (html.AsSpan(start + 4) is ['>', ..]) return start + 4;
        if (html.AsSpan(start + 4) is ['-', '>', ..]) return start + 5;
        var end = html.IndexOf("-->", start + 4, StringComparison.Ordinal);
        var odd = html.AsSpan(start + 4, (end < 0 ? html.Length : end) - start - 4).IndexOf("--!>");
        return odd >= 0 ? start + 4 + odd + 3 : end < 0 ? html.Length : end + 2;
    }

    /// <summary>Where the end tag of an element begins whose content is text and no mark-up; the end of the page where there is none.</summary>
    public static int StartOfClose(string html, int from, ReadOnlySpan<char> name)
    {
        for (var at = Close(html, from); at >= 0; at = Close(html, at + 2))
        {
            var rest = html.AsSpan(at + 2);
            if (rest.Length > name.Length && rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && EndsOfName.Contains(rest[name.Length]))
                return at;
        }
        return html.Length;
    }

    /// <summary>The value of an attribute of the tag between the two places; null where it has none of that name.</summary>
    public static string? Attribute(string html, int start, int end, string name)
    {
        for (var at = html.AsSpan(start, end - start).IndexOfAny(Blanks) + start; at > start && at < end;)
        {
            while (at < end && (Blanks.Contains(html[at]) || html[at] == '/')) at++;
            var from = at;
            while (at < end && html[at] != '=' && !Blanks.Contains(html[at])) at++;
            var isIt = html.AsSpan(from, at - from).Equals(name, StringComparison.OrdinalIgnoreCase);
            while (at < end && Blanks.Contains(html[at])) at++;
            if (at == end || html[at] != '=') continue;
            at++;
            while (at < end && Blanks.Contains(html[at])) at++;
            var value = Value(html.AsSpan(at, end - at), out var length);
            if (isIt) return WebUtility.HtmlDecode(value.ToString());
            at += length;
        }
        return null;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> rest, out int length)
    {
        if (rest is ['"' or '\'', ..] && rest[1..].IndexOf(rest[0]) is >= 0 and var quoted)
        {
            length = quoted + 2;
            return rest.Slice(1, quoted);
        }
        length = rest.IndexOfAny(Blanks) is >= 0 and var bare ? bare : rest.Length;
        return rest[..length];
    }

    private static int Close(string html, int from) => html.IndexOf("</", from, StringComparison.Ordinal);

    /// <summary>True where the quotation mark stands behind an equals sign.</summary>
    private static bool OpensValue(string html, int start, int mark)
    {
        var before = mark - 1;
        while (before > start && Blanks.Contains(html[before])) before--;
        return html[before] == '=';
    }
}
