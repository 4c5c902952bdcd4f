using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hearsay.Model;

namespace Hearsay.App.Cli;

/// <summary>
/// What is read from a page, as the expected result that stands beside it: one JSON file, every field of the article that a page can give, the text
/// in its paragraphs.
/// </summary>
internal static class RecordedPage
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The expected result of an article.</summary>
    public static string Expected(Article article)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("url", article.Url);
            json.WriteString("outlet", article.Outlet);
            json.WriteString("headline", article.Headline);
            json.WriteString("standfirst", article.Standfirst);
            json.WriteString("section", article.Section);
            Strings(json, "byline", article.Byline);
            Strings(json, "credits", article.Credits);
            Strings(json, "datelines", article.Datelines.Select(d => d.Agency is null ? d.Place : $"{d.Place} ({d.Agency})"));
            json.WriteString("published", article.Published.Value);
            json.WriteString("modified", article.Modified);
            json.WriteString("language", article.Language);
            json.WriteBoolean("partial", article.IsPartial);
            Strings(json, "corrections", article.Corrections);
            Strings(
                json,
                "posts",
                article.Posts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Time ?? "?"} {p.Span.Start}+{p.Span.Length} {p.Headline}"))
            );
            Strings(json, "paragraphs", article.Text.Split("\n\n"));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>A file name made of a page's address or path: its letters and digits, in lower case, with dashes between.</summary>
    public static string NameOf(string address)
    {
        var name = new StringBuilder();
        var words =
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal)
                ? uri.Host + uri.AbsolutePath
                : Path.GetFileNameWithoutExtension(address);
        foreach (var c in words)
        {
            if (char.IsAsciiLetterOrDigit(c)) name.Append(char.ToLowerInvariant(c));
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }
        if (name.Length > 100) name.Length = 100;
        return name.ToString().Trim('-') is { Length: > 0 } whole ? whole : "page";
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
