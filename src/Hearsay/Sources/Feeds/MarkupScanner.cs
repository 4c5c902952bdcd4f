using System.Net;

namespace Hearsay.Sources.Feeds;

/// <summary>What a <see cref="MarkupScanner"/> has come upon.</summary>
internal enum MarkupToken
{
    /// <summary>The end.</summary>
    End,

    /// <summary>Text between tags, with its references still in it.</summary>
    Text,

    /// <summary>The content of a CDATA section.</summary>
    Literal,

    /// <summary>A start tag.</summary>
    Open,

    /// <summary>An end tag.</summary>
    Close,
}

/// <summary>
/// Mark-up in, its tags and texts out in one pass, whatever state it is in: nothing has to be closed, quoted or declared. Comments, processing
/// instructions and document types are passed over; no entity but the predefined ones of HTML is known, so a document type can declare none. Linear
/// in the length of the text.
/// </summary>
internal sealed class MarkupScanner(string text)
{
    private const int MaxAttributes = 64;
    private const int LongestName = 80;

    // where a search for a mark found none, so that it is not made again
    private readonly Dictionary<string, int> missing = new(StringComparer.Ordinal);
    private int at;

    /// <summary>Where the token starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where the next token starts.</summary>
    public int Position => at;

    /// <summary>The name of a tag as it is written, in lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The text of a text or a CDATA section.</summary>
    public ReadOnlySpan<char> Content => text.AsSpan(contentStart, contentLength);

    /// <summary>True where a start tag ends with a slash.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The attributes of a start tag, names in lower case, references resolved.</summary>
    public Dictionary<string, string> Attributes { get; private set; } = [];

    private int contentStart;
    private int contentLength;

    /// <summary>Goes on to the next token.</summary>
    public MarkupToken Next()
    {
        while (at < text.Length)
        {
            Start = at;
            if (text[at] != '<')
            {
                var end = text.IndexOf('<', at);
                return Between(at, end < 0 ? text.Length : end, end < 0 ? text.Length : end, MarkupToken.Text);
            }
            if (Starts("<![CDATA["))
            {
                var end = Find("]]>", at + 9);
                return Between(at + 9, end < 0 ? text.Length : end, end < 0 ? text.Length : end + 3, MarkupToken.Literal);
            }
            if (Passed()) continue;
            if (at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] == '_')) return Tag(at + 1, MarkupToken.Open);
            if (at + 2 < text.Length && text[at + 1] == '/' && (char.IsLetter(text[at + 2]) || text[at + 2] == '_'))
                return Tag(at + 2, MarkupToken.Close);
            return Between(at, at + 1, at + 1, MarkupToken.Text);
        }
        Start = at;
        return MarkupToken.End;
    }

    /// <summary>Passes by everything up to the end tag of an element whose content is no mark-up.</summary>
    public void PassRaw(string name)
    {
        var end = Find("</" + name, at);
        at = end < 0 ? text.Length : end;
    }

    /// <summary>The text up to the next tag, no more than so many characters; the scanner stays where it is.</summary>
    public string TextAhead(int most)
    {
        var ahead = text.AsSpan(at, Math.Min(most, text.Length - at));
        var end = ahead.IndexOf('<');
        return WebUtility.HtmlDecode((end < 0 ? ahead : ahead[..end]).ToString());
    }

    private MarkupToken Between(int start, int end, int next, MarkupToken token)
    {
        (contentStart, contentLength, at) = (start, end - start, next);
        return token;
    }

    private bool Starts(string mark) => text.AsSpan(at).StartsWith(mark, StringComparison.OrdinalIgnoreCase);

    private int Find(string mark, int from)
    {
        if (missing.TryGetValue(mark, out var none) && from >= none) return -1;
        var found = from <= text.Length ? text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) : -1;
        if (found < 0) missing[mark] = from;
        return found;
    }

    /// <summary>Passes over a comment, a processing instruction or a document type; what is not ended goes up to the next ">".</summary>
    private bool Passed()
    {
        var (mark, skip) = Starts("<!--") ? ("-->", 4) : Starts("<?") ? ("?>", 2) : Starts("<!") ? (">", 2) : ("", 0);
        if (mark.Length == 0) return false;
        var end = Find(mark, at + skip);
        if (mark == ">" && end >= 0 && text.AsSpan(at, end - at).Contains('[') && Find("]", at) is >= 0 and var subset)
            (mark, end) = (">", Find(">", subset));
        if (end < 0 && mark != ">") (mark, end) = (">", Find(">", at));
        at = end < 0 ? text.Length : end + mark.Length;
        return true;
    }

    private MarkupToken Tag(int name, MarkupToken token)
    {
        at = name;
        while (at < text.Length && IsNameCharacter(text[at])) at++;
        Name = text[name..Math.Min(at, name + LongestName)].ToLowerInvariant();
        Attributes = [];
        IsClosed = false;
        while (at < text.Length && text[at] is not ('>' or '<'))
        {
            IsClosed = text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>';
            if (IsNameCharacter(text[at])) Attribute();
            else at++;
        }
        if (at < text.Length && text[at] == '>') at++;
        return token;
    }

    private void Attribute()
    {
        var start = at;
        while (at < text.Length && IsNameCharacter(text[at])) at++;
        var name = text.AsSpan(start, Math.Min(at - start, LongestName));
        PassBlanks();
        var value = "";
        if (at < text.Length && text[at] == '=')
        {
            at++;
            PassBlanks();
            value = Value();
        }
        if (Attributes.Count < MaxAttributes) Attributes.TryAdd(name.ToString().ToLowerInvariant(), value);
    }

    private string Value()
    {
        if (at >= text.Length) return "";
        if (text[at] is '"' or '\'')
        {
            var end = Find(text[at] == '"' ? "\"" : "'", at + 1);
            if (end < 0) end = Find(">", at) is >= 0 and var close ? close : text.Length;
            var quoted = text[Math.Min(at + 1, end)..end];
            at = Math.Min(text.Length, text.AsSpan(end).StartsWith(">") ? end : end + 1);
            return WebUtility.HtmlDecode(quoted);
        }
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<')) at++;
        return WebUtility.HtmlDecode(text[start..at].TrimEnd('/'));
    }

    private void PassBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is ':' or '-' or '_' or '.';
}
