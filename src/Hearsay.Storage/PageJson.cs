using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hearsay.Model;

namespace Hearsay.Storage;

/// <summary>An article as JSON: camelCase, kinds as words, unknown members passed over, so that a store outlives new members of the record.</summary>
internal static class PageJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>All of the article but its text and headline, which have columns of their own.</summary>
    public static string Write(Article article) => JsonSerializer.Serialize(article with { Text = "", Headline = null }, Options);

    /// <summary>The article again.</summary>
    public static Article Read(string json, string text, string? headline) =>
        JsonSerializer.Deserialize<Article>(json, Options)! with
        {
            Text = text,
            Headline = headline,
        };

    public static string Write(CorrectionWords words) => JsonSerializer.Serialize(words, Options);

    public static CorrectionWords CorrectionWords(string json) => JsonSerializer.Deserialize<CorrectionWords>(json, Options)!;

    public static string Write(ReportSettings settings) => JsonSerializer.Serialize(settings, Options);

    public static ReportSettings? Settings(string? json) => json is null ? null : JsonSerializer.Deserialize<ReportSettings>(json, Options);

    /// <summary>The date as it is kept.</summary>
    public static string Write(PublicationDate date) => JsonSerializer.Serialize(date, Options);

    /// <summary>A date as it was kept; null where none was.</summary>
    public static PublicationDate? Date(string? json) => json is null ? null : JsonSerializer.Deserialize<PublicationDate>(json, Options);

    public static string? Names(ImmutableArray<string>? names) => names is { } list ? JsonSerializer.Serialize(list, Options) : null;

    public static ImmutableArray<string>? Names(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<ImmutableArray<string>>(json, Options);

    /// <summary>The article under another id; what cites its words cites them under that id.</summary>
    public static Article Renamed(Article article, string id) => article.Id == id ? article : article with
    {
        Id = id,
        Published = article.Published with
        {
            Evidence = [.. article.Published.Evidence.Select(c => c.ArticleId == article.Id ? c with { ArticleId = id } : c)],
        },
    };
}
