using System.Collections.Immutable;
using System.Net;
using System.Text.Json;

namespace Hearsay.Pages;

/// <summary>What a page's JSON-LD says of its article (schema.org NewsArticle and its kin); fields that it does not give are null or empty.</summary>
internal sealed record LinkedData
{
    private const int Deepest = 8;
    private const int MostPosts = 500;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>datePublished, as written.</summary>
    public string? Published { get; init; }

    /// <summary>dateModified, as written.</summary>
    public string? Modified { get; init; }

    /// <summary>articleSection.</summary>
    public string? Section { get; init; }

    /// <summary>The description.</summary>
    public string? Standfirst { get; init; }

    /// <summary>inLanguage.</summary>
    public string? Language { get; init; }

    /// <summary>articleBody: the text, often without its paragraphs, sometimes only its beginning.</summary>
    public string? Body { get; init; }

    /// <summary>True where the article is a live blog.</summary>
    public bool IsLive { get; init; }

    /// <summary>The posts of a live blog.</summary>
    public ImmutableArray<PostHead> Posts { get; init; } = [];

    /// <summary>True where it says that the text is not free for everybody to read.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The publisher's name.</summary>
    public string? Publisher { get; init; }

    /// <summary>The names of the authors.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Reads the scripts of a page; the first article found fills the fields, later ones those that are still empty.</summary>
    public static LinkedData Read(IEnumerable<string> scripts)
    {
        var data = new LinkedData();
        foreach (var script in scripts)
        {
            try
            {
                using var json = Parse(script.Trim().TrimEnd(';'));
                data = Merge(data, json.RootElement, 0);
            }
            catch (JsonException)
            {
                // a broken script says nothing; the page is read without it
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException)
            {
                // text in it that is no valid Unicode
            }
        }
        return data;
    }

    /// <summary>Many a page writes line breaks into its strings, which JSON forbids: such a script is read with spaces in their place.</summary>
    private static JsonDocument Parse(string script)
    {
        try
        {
            return JsonDocument.Parse(script, Lenient);
        }
        catch (JsonException) when (script.AsSpan().IndexOfAnyInRange('\u0001', '\u001F') >= 0)
        {
            return JsonDocument.Parse(string.Create(script.Length, script, (to, from) =>
            {
                for (var i = 0; i < to.Length; i++) to[i] = from[i] < ' ' ? ' ' : from[i];
            }), Lenient);
        }
    }

    private static LinkedData Merge(LinkedData data, JsonElement element, int depth)
    {
        if (depth > Deepest) return data;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) data = Merge(data, item, depth + 1);
            return data;
        }
        if (element.ValueKind != JsonValueKind.Object) return data;
        if (IsArticle(element)) data = Filled(data, element);
        if (element.TryGetProperty("@graph", out var graph)) data = Merge(data, graph, depth + 1);
        if (element.TryGetProperty("mainEntity", out var main)) data = Merge(data, main, depth + 1);
        return data;
    }

    private static LinkedData Filled(LinkedData data, JsonElement article) => data with
    {
        Title = data.Title ?? Strings(article, "headline").FirstOrDefault(),
        Published = data.Published ?? Strings(article, "datePublished").FirstOrDefault(),
        Modified = data.Modified ?? Strings(article, "dateModified").FirstOrDefault(),
        Section = data.Section ?? Strings(article, "articleSection").FirstOrDefault(),
        Standfirst = data.Standfirst ?? Strings(article, "description").FirstOrDefault(),
        Language = data.Language ?? Strings(article, "inLanguage").FirstOrDefault(),
        Body = data.Body ?? Strings(article, "articleBody").FirstOrDefault(),
        IsPartial =
            data.IsPartial
            || (
                article.TryGetProperty("isAccessibleForFree", out var free)
                && (
                    free.ValueKind == JsonValueKind.False
                    || (free.ValueKind == JsonValueKind.String && "false".Equals(free.GetString(), StringComparison.OrdinalIgnoreCase))
                )
            ),
        IsLive = data.IsLive || Strings(article, "@type").Contains("LiveBlogPosting"),
        Posts = data.Posts.IsEmpty ? LivePostsOf(article) : data.Posts,
        Publisher = data.Publisher ?? Strings(article, "publisher").FirstOrDefault(),
        Authors = data.Authors.IsEmpty ? [.. Strings(article, "author").Distinct(StringComparer.OrdinalIgnoreCase)] : data.Authors,
    };

    private static ImmutableArray<PostHead> LivePostsOf(JsonElement article) =>
        article.TryGetProperty("liveBlogUpdate", out var updates) && updates.ValueKind == JsonValueKind.Array
            ?
            [
                .. updates
                    .EnumerateArray()
                    .Where(u => u.ValueKind == JsonValueKind.Object)
                    .Take(MostPosts)
                    .Select(u => new PostHead(Strings(u, "headline").FirstOrDefault(), Strings(u, "datePublished").FirstOrDefault())),
            ]
            : [];

    private static bool IsArticle(JsonElement element) =>
        Strings(element, "@type")
            .Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review");

    /// <summary>The strings of a property, or the names of the things in it.</summary>
    private static IEnumerable<string> Strings(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) yield break;
        var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        foreach (var item in items)
        {
            var text = item.ValueKind switch
            {
                JsonValueKind.String => item.GetString(),
                JsonValueKind.Object when item.TryGetProperty("name", out var inner) => inner.ValueKind == JsonValueKind.String ? inner.GetString()
                : inner.ValueKind == JsonValueKind.Array && inner.GetArrayLength() > 0 && inner[0].ValueKind == JsonValueKind.String
                    ? inner[0].GetString()
                : null,
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(text)) yield return WebUtility.HtmlDecode(text);
        }
    }
}
