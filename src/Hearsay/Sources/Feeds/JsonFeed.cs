using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Text;

namespace Hearsay.Sources.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org) in, feed out; fields of a wrong type are taken as not there.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>Reads a feed.</summary>
    public static FeedResult Read(string text, Uri address)
    {
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory().TrimStart('\uFEFF'), Lenient);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
                return new FeedResult(null, "the JSON is no feed");
            var site = WebAddress.Read(Text(root, "home_page_url"), address);
            return new FeedResult(new FeedDocument
            {
                Kind = FeedKind.Json,
                Title = Plain(root, "title"),
                Site = site,
                Language = Text(root, "language"),
                Items = FeedReader.Distinct(
                    items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Item(i, site ?? address))
                ),
            }, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return new FeedResult(null, "the JSON is not valid");
        }
    }

    private static FeedItem Item(JsonElement item, Uri around)
    {
        var address = WebAddress.Read(Text(item, "url"), around) ?? WebAddress.Read(Text(item, "external_url"), around);
        var (published, updated) = (FeedTime.Read(Text(item, "date_published")), FeedTime.Read(Text(item, "date_modified")));
        var content =
            Text(item, "content_html")
            ?? (
                Text(item, "content_text") is { } plain
                    ? System.Net.WebUtility.HtmlEncode(plain).Replace("\n\n", "<p>", StringComparison.Ordinal)
                    : null
            );
        return new FeedItem
        {
            Id = Text(item, "id") ?? address?.AbsoluteUri ?? ContentId.Of(item.GetRawText()),
            Title = Plain(item, "title"),
            Address = address,
            Published = (published ?? updated)?.Instant,
            PublishedAsStated = published?.Stated,
            Updated = updated?.Instant,
            Authors = Authors(item),
            Categories =
            [
                .. Elements(item, "tags")
                    .Where(t => t.ValueKind == JsonValueKind.String)
                    .Select(t => PlainText.Of(t.GetString()!))
                    .Where(t => t.Length > 0)
                    .Take(50),
            ],
            Summary = Text(item, "summary"),
            Content = content,
            Image = WebAddress.Read(Text(item, "image") ?? Text(item, "banner_image"), around),
        };
    }

    private static ImmutableArray<string> Authors(JsonElement item)
    {
        var one = item.TryGetProperty("author", out var author) ? new[] { author } : [];
        return
        [
            .. Elements(item, "authors")
                .Concat(one)
                .Where(a => a.ValueKind == JsonValueKind.Object)
                .Select(a => Plain(a, "name"))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(20),
        ];
    }

    private static IEnumerable<JsonElement> Elements(JsonElement item, string name) =>
        item.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    private static string? Plain(JsonElement item, string name) =>
        Text(item, name) is { } text && PlainText.Of(text) is { Length: > 0 } plain ? plain : null;

    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
