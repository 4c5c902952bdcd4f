using System.Net;
using System.Text;

namespace Hearsay.Sources.Feeds;

/// <summary>
/// A line of HTML in (a headline, a name), its text out: tags taken away, references resolved, also those that were escaped twice, blanks joined.
/// </summary>
internal static class PlainText
{
    private const int Longest = 20_000;

    /// <summary>The text; empty where there is none.</summary>
    public static string Of(string markup)
    {
        if (markup.Length > Longest) markup = markup[..Longest];
        var text = markup.Contains('<', StringComparison.Ordinal) ? Untagged(markup) : markup;
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        return Joined(text);
    }

    private static string Untagged(string markup)
    {
        var text = new StringBuilder();
        var scanner = new MarkupScanner(markup);
        for (MarkupToken token; (token = scanner.Next()) != MarkupToken.End;)
        {
            if (token is MarkupToken.Text or MarkupToken.Literal) text.Append(scanner.Content);
            else if (scanner.Name is "br" or "p" or "div" or "li") text.Append(' ');
        }
        return text.ToString();
    }

    private static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) joined.Append(c);
            else if (joined.Length > 0 && joined[^1] != ' ') joined.Append(' ');
        }
        return joined.ToString().TrimEnd();
    }
}
