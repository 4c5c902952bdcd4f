using System.Text;

namespace Hearsay.Briefings.Wiki;

/// <summary>Text of others inside wikitext.</summary>
internal static class WikiText
{
    /// <summary>
    /// The text on one line, with a character reference for whatever could be read as markup: links, templates, tags, bold and italics, signatures,
    /// switches such as __NOTOC__, and list marks at the start.
    /// </summary>
    public static string Escape(string text)
    {
        var line = PlainText.OneLine(text);
        var to = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            var isMarkup = line[i] switch
            {
                '[' or ']' or '{' or '}' or '|' or '<' or '>' or '&' => true,
                '\'' or '_' or '~' or '=' => i > 0 && line[i - 1] == line[i] || i + 1 < line.Length && line[i + 1] == line[i] || i == 0,
                '*' or '#' or ':' or ';' or ' ' => i == 0,
                '-' => line.AsSpan(i).StartsWith("-{") || i == 0,
                '/' => i > 0 && line[i - 1] == ':',
                _ => false,
            };
            if (isMarkup) to.Append("&#").Append((int)line[i]).Append(';');
            else to.Append(line[i]);
        }

        return to.ToString();
    }

    /// <summary>An address of the web as a template takes it; null where it is none.</summary>
    public static string? Address(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return null;
        var to = new StringBuilder();
        foreach (var c in address.AbsoluteUri)
        {
            if (c is '[' or ']' or '{' or '}' or '|' or '<' or '>' or '"' or '\'' or ' ') to.Append(Uri.HexEscape(c));
            else to.Append(c);
        }

        return to.ToString();
    }
}
