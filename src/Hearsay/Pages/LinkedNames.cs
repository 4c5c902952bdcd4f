using System.Net;
using System.Text.Json;

namespace Hearsay.Pages;

/// <summary>The things of a page's linked data that have a name, by the @id by which others refer to them; and what a property says through them.</summary>
internal sealed class LinkedNames
{
    private const int Most = 2000;

    private readonly Dictionary<string, JsonElement> named = new(StringComparer.Ordinal);

    /// <summary>Keeps the named things in a value.</summary>
    public void Add(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Add(item);
        }
        if (value.ValueKind != JsonValueKind.Object || named.Count >= Most) return;
        if (value.TryGetProperty("name", out _) && Id(value) is { } id) named.TryAdd(id, value);
        foreach (var property in value.EnumerateObject()) Add(property.Value);
    }

    /// <summary>The strings of a property, or the names of the things in it.</summary>
    public IEnumerable<string> Strings(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value)) yield break;
        var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        foreach (var item in items)
        {
            var text = item.ValueKind == JsonValueKind.Object ? NameOf(item) : Text(item);
            if (!string.IsNullOrWhiteSpace(text)) yield return WebUtility.HtmlDecode(text);
        }
    }

    private string? NameOf(JsonElement thing)
    {
        if (!thing.TryGetProperty("name", out var name)) return Id(thing) is { } id && named.TryGetValue(id, out var other) ? NameOf(other) : null;
        return Text(name.ValueKind == JsonValueKind.Array && name.GetArrayLength() > 0 ? name[0] : name);
    }

    private static string? Id(JsonElement thing) => thing.TryGetProperty("@id", out var id) ? Text(id) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        // a moment, as programs count it
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
