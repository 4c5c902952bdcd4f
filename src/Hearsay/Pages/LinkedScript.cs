using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hearsay.Pages;

/// <summary>
/// A script of linked data in, its JSON out. What many pages get wrong is mended, where the script is no JSON as it stands: it lies within a comment
/// or CDATA section, its quotation marks are entities, its strings hold line breaks, quotation marks or escapes that JSON does not know, it holds
/// several values one behind the other.
/// Known limit: a quotation mark within a string is taken for its end where it stands as the end would, before a comma and another string.
/// </summary>
internal static partial class LinkedScript
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>The script's value, or an array of its values; null where it cannot be read.</summary>
    public static JsonDocument? Read(string script)
    {
        var bare = Wrapping().Replace(script, "");
        return Parsed(bare) ?? Parsed(Mended(bare.Contains('"', StringComparison.Ordinal) ? bare : WebUtility.HtmlDecode(bare)));
    }

    private static JsonDocument? Parsed(string script)
    {
        try
        {
            return JsonDocument.Parse(script, Lenient);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // no JSON, or text that is no valid Unicode
            return null;
        }
    }

    /// <summary>The values of the script as one array, each of its strings as JSON wants it.</summary>
    private static string Mended(string script)
    {
        var mended = new StringBuilder("[", script.Length + 16);
        var (depth, quoted, separate) = (0, false, false);
        for (var i = 0; i < script.Length; i++)
        {
            var c = script[i];
            if (quoted)
            {
                quoted = c != '"' || !Closes(script, i);
                if (c == '\\' && i + 1 < script.Length) mended.Append(Escape(script[++i]));
                else mended.Append(c < ' ' ? " " : c == '"' && quoted ? "\\\"" : script.AsSpan(i, 1));
                continue;
            }
            if (depth == 0 && c is not ('{' or '[')) continue;
            if (depth == 0 && separate) mended.Append(',');
            depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            (quoted, separate) = (c == '"', true);
            mended.Append(c);
        }
        return mended.Append(']').ToString();
    }

    private static string Escape(char c) => c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u' ? "\\" + c : c < ' ' ? " " : c.ToString();

    /// <summary>True where what follows a quotation mark is what follows the end of a string in JSON.</summary>
    private static bool Closes(string script, int mark)
    {
        var next = Beyond(script, mark + 1);
        if (next == script.Length || script[next] is '}' or ']') return true;
        if (script[next] is not (',' or ':')) return false;
        next = Beyond(script, next + 1);
        return next == script.Length || script[next] is '"' or '{' or '[' or '}' or ']' or '-' || char.IsAsciiDigit(script[next]) || Literal().IsMatch(script, next);
    }

    private static int Beyond(string script, int at)
    {
        while (at < script.Length && char.IsWhiteSpace(script[at])) at++;
        return at;
    }

    // comments of HTML and of JavaScript, CDATA sections and ends of statements around the value
    [GeneratedRegex(@"^(?:\s|<!--|//|/\*|\*/|<!\[CDATA\[)+|(?:\s|-->|//|/\*|\*/|\]\]>|;)+$")]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"\G(?:true|false|null)\b")]
    private static partial Regex Literal();
}
