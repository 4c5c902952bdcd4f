using System.Text.Json;

namespace Hearsay.Storage;

/// <summary>An export's records as JSON, one a line: camelCase, what is unknown left out, times as ISO 8601.</summary>
public static class StoreJson
{
    /// <summary>The record on one line, without the line break.</summary>
    public static string Write(StoreRecord record) => JsonSerializer.Serialize(record, PageJson.Options);

    /// <summary>The record again; null where the line is none (the reader of other JSON may know it).</summary>
    public static StoreRecord? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<StoreRecord>(line, PageJson.Options) is { } record && IsWhole(record) ? record : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsWhole(StoreRecord record) =>
        (record.Article is null ? 0 : 1) + (record.Feed is null ? 0 : 1) + (record.Story is null ? 0 : 1) + (record.Removed is null ? 0 : 1)
            + (record.Correction is null ? 0 : 1) == 1
        && record.Article is null or { Revisions.IsDefaultOrEmpty: false, Urls.IsDefault: false }
        && record.Correction is null or { Correction.Reports.IsDefaultOrEmpty: false, Kept.IsDefault: false };
}
