using System.Collections.Immutable;
using System.Text.Json;

namespace Hearsay.Pages;

/// <summary>What a page's JSON-LD says of its article (schema.org NewsArticle and its kin); fields that it does not give are null or empty.</summary>
internal sealed record LinkedData
{
    private const int Deepest = 8;
    private const int MostPosts = 500;

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
    public ImmutableArray<LinkedPost> Posts { get; init; } = [];

    /// <summary>True where it says that the text is not free for everybody to read.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The publisher's name.</summary>
    public string? Publisher { get; init; }

    /// <summary>The names of the authors.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Reads the scripts of a page; the first article found fills the fields, later ones those that are still empty.</summary>
    public static LinkedData Read(IEnumerable<string> scripts)
    {
        // a script that cannot be read says nothing; the page is read without it
        var documents = scripts.Select(LinkedScript.Read).OfType<JsonDocument>().ToList();
        var names = new LinkedNames();
        var data = new LinkedData();
        foreach (var json in documents) IfUnicode(() => names.Add(json.RootElement));
        foreach (var json in documents) IfUnicode(() => data = Merge(data, json.RootElement, names, 0));
        documents.ForEach(json => json.Dispose());
        return data;
    }

    /// <summary>JSON may hold text that is no valid Unicode, which is found out when it is asked for.</summary>
    private static void IfUnicode(Action read)
    {
        try
        {
            read();
        }
        catch (InvalidOperationException)
        {
            // what was read before it counts
        }
    }

    private static LinkedData Merge(LinkedData data, JsonElement element, LinkedNames names, int depth)
    {
        if (depth > Deepest) return data;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) data = Merge(data, item, names, depth + 1);
            return data;
        }
        if (element.ValueKind != JsonValueKind.Object) return data;
        if (IsArticle(element, names)) data = Filled(data, element, names);
        if (element.TryGetProperty("@graph", out var graph)) data = Merge(data, graph, names, depth + 1);
        if (element.TryGetProperty("mainEntity", out var main)) data = Merge(data, main, names, depth + 1);
        return data;
    }

    private static LinkedData Filled(LinkedData data, JsonElement article, LinkedNames names) => data with
    {
        Title = data.Title ?? names.Strings(article, "headline").FirstOrDefault(),
        Published = data.Published ?? names.Strings(article, "datePublished").FirstOrDefault(),
        Modified = data.Modified ?? names.Strings(article, "dateModified").FirstOrDefault(),
        Section = data.Section ?? names.Strings(article, "articleSection").FirstOrDefault(),
        Standfirst = data.Standfirst ?? names.Strings(article, "description").FirstOrDefault(),
        Language = data.Language ?? names.Strings(article, "inLanguage").FirstOrDefault(),
        Body = data.Body ?? names.Strings(article, "articleBody").FirstOrDefault(),
        IsPartial =
            data.IsPartial
            || (
                article.TryGetProperty("isAccessibleForFree", out var free)
                && (
                    free.ValueKind == JsonValueKind.False
                    || (free.ValueKind == JsonValueKind.String && "false".Equals(free.GetString(), StringComparison.OrdinalIgnoreCase))
                )
            ),
        IsLive = data.IsLive || names.Strings(article, "@type").Contains("LiveBlogPosting"),
        Posts = data.Posts.IsEmpty ? LivePostsOf(article, names) : data.Posts,
        Publisher = data.Publisher ?? names.Strings(article, "publisher").FirstOrDefault(),
        Authors = data.Authors.IsEmpty ? [.. names.Strings(article, "author").Distinct(StringComparer.OrdinalIgnoreCase)] : data.Authors,
    };

    private static ImmutableArray<LinkedPost> LivePostsOf(JsonElement article, LinkedNames names) =>
        article.TryGetProperty("liveBlogUpdate", out var updates) && updates.ValueKind == JsonValueKind.Array
            ?
            [
                .. updates
                    .EnumerateArray()
                    .Where(u => u.ValueKind == JsonValueKind.Object)
                    .Take(MostPosts)
                    .Select(u =>
                        new LinkedPost(
                            new PostHead(names.Strings(u, "headline").FirstOrDefault(), names.Strings(u, "datePublished").FirstOrDefault()),
                            names.Strings(u, "articleBody").FirstOrDefault()
                        )
                    ),
            ]
            : [];

    private static bool IsArticle(JsonElement element, LinkedNames names) =>
        names
            .Strings(element, "@type")
            .Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review");
}
