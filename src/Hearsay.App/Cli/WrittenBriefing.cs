using System.Text.Json;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;

namespace Hearsay.App.Cli;

/// <summary>A report as a JSON briefing holds it.</summary>
internal sealed record WrittenArticle(string Id, string? Path, string Text);

/// <summary>
/// A span of a JSON briefing: where it stands in the file ("stories[0].claims[3].support[1]"), and what it says it cuts out of which report.
/// </summary>
internal sealed record WrittenSpan(string Where, string ArticleId, long Start, long Length, string Text)
{
    /// <summary>The words that it cuts out of <paramref name="text"/>; null where it does not lie within.</summary>
    public string? Cut(string text) =>
        Start >= 0 && Length >= 0 && Start <= text.Length && Length <= text.Length - Start ? text.Substring((int)Start, (int)Length) : null;
}

/// <summary>What `verify` needs of a briefing written earlier: its reports and every span in it, found by its form wherever it stands.</summary>
internal sealed record WrittenBriefing(IReadOnlyDictionary<string, WrittenArticle> Articles, IReadOnlyList<WrittenSpan> Spans)
{
    /// <summary>The whole of it; null where a field is missing or holds what it cannot hold.</summary>
    public BriefingDocument? Document { get; init; }

    /// <summary>Null where the JSON is not a briefing.</summary>
    public static WrittenBriefing? From(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Word(root, "schemaVersion") != JsonBriefing.SchemaVersion
            || !root.TryGetProperty("articles", out var articles) || articles.ValueKind != JsonValueKind.Array
            || !root.TryGetProperty("stories", out var stories) || stories.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var byId = new Dictionary<string, WrittenArticle>(StringComparer.Ordinal);
        var spans = new List<WrittenSpan>();
        foreach (var (article, index) in articles.EnumerateArray().Select((a, i) => (a, i)))
        {
            if (article.ValueKind != JsonValueKind.Object || Word(article, "id") is not { } id || Word(article, "text") is not { } text)
            {
                return null;
            }

            byId[id] = new WrittenArticle(id, Word(article, "path"), text);
            Collect(article, $"articles[{index}]", id, spans);
        }

        Collect(stories, "stories", "", spans);
        return new WrittenBriefing(byId, spans) { Document = BriefingReader.Read(root) };
    }

    private static void Collect(JsonElement element, string where, string articleId, List<WrittenSpan> spans)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, index) in element.EnumerateArray().Select((e, i) => (e, i)))
            {
                Collect(item, $"{where}[{index}]", articleId, spans);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Number(element, "start") is { } start && Number(element, "length") is { } length)
            {
                spans.Add(new WrittenSpan(where, Word(element, "articleId") ?? articleId, start, length, Word(element, "text") ?? ""));
            }

            foreach (var property in element.EnumerateObject())
            {
                Collect(property.Value, $"{where}.{property.Name}", articleId, spans);
            }
        }
    }

    private static string? Word(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
