using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.App.Api;
using Hearsay.App.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Hearsay.App.Web;

/// <summary>The API's description as a page to browse: made from the OpenAPI document alone, under the same policy as every page.</summary>
internal static class ReferencePage
{
    public static void Map(IEndpointRouteBuilder web) =>
        web.MapGet(
            ApiSetup.Reference,
            async ([FromKeyedServices("v1")] IOpenApiDocumentProvider provider, CancellationToken cancel) =>
        new RazorComponentResult<ReferenceView>(new { Model = ReferenceModel.Of(await provider.GetOpenApiDocumentAsync(cancel)) }));
}

/// <summary>What the page shows of the API.</summary>
public sealed record ReferenceModel(string About, ImmutableArray<ReferenceGroup> Groups, ImmutableArray<ReferenceForm> Forms)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static ReferenceModel Of(OpenApiDocument document)
    {
        var requests =
            from path in document.Paths
            from operation in path.Value.Operations ?? []
            select ReferenceRequest.Of(operation.Key.Method, path.Key, operation.Value);
        var tags = document
            .Paths.SelectMany(p => p.Value.Operations ?? [])
            .SelectMany(o => o.Value.Tags?.Select(t => t.Name!) ?? [])
            .Distinct(StringComparer.Ordinal);
        return new ReferenceModel(document.Info.Description ?? "", [.. tags.Select(t => new ReferenceGroup(t, [.. requests.Where(r => r.Tag == t)]))],
            [
                .. (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
                    .Where(s => s.Value.Properties?.Count > 0)
                    .OrderBy(s => s.Key, StringComparer.Ordinal)
                    .Select(s => ReferenceForm.Of(s.Key, s.Value)),
            ]
        );
    }

    internal static string? Json(JsonNode? example) =>
        example is JsonValue value && value.TryGetValue<string>(out var text) ? text : example?.ToJsonString(Indented);
}

/// <summary>The requests about one thing.</summary>
public sealed record ReferenceGroup(string Name, ImmutableArray<ReferenceRequest> Requests);

/// <summary>One request: what it takes and gives.</summary>
public sealed record ReferenceRequest(
    string Tag,
    string Method,
    string Path,
    string About,
    ImmutableArray<ReferenceField> Takes,
    string? Body,
    string? BodyType,
    ImmutableArray<ReferenceAnswer> Gives
)
{
    /// <summary>Its place on the page.</summary>
    public string Anchor =>
        (Method + Path).ToLowerInvariant().Replace("{id}", "id", StringComparison.Ordinal).Replace('/', '-').Replace('.', '-').TrimEnd('-');

    /// <summary>True where a browser can ask for it as it is.</summary>
    public bool CanBeAsked => Method == "GET" && !Path.Contains('{', StringComparison.Ordinal) && Path != "/api/changes";

    internal static ReferenceRequest Of(string method, string path, OpenApiOperation operation)
    {
        var (type, body) = operation.RequestBody?.Content?.FirstOrDefault() ?? default;
        return new ReferenceRequest(
            operation.Tags?.FirstOrDefault()?.Name ?? "", method, path, operation.Summary ?? "",
            [
                .. (operation.Parameters ?? []).Select(p => new ReferenceField(
                    p.Name!,
                    Kind(p.Schema),
                    p.Required ? "required" : "",
                    p.Description ?? "",
                    p.Example?.ToString(),
                    p.In?.ToString().ToLowerInvariant() ?? ""
                )),
            ],
            ReferenceModel.Json(body?.Example), type,
            [
                .. (operation.Responses ?? [])
                    .Where(r => r.Key is not ("401" or "403" or "429" or "default"))
                    .OrderBy(r => r.Key, StringComparer.Ordinal)
                    .Select(r => ReferenceAnswer.Of(r.Key, r.Value)),
            ]
        );
    }

    /// <summary>A type in words.</summary>
    internal static string Kind(IOpenApiSchema? schema) => schema switch
    {
        null => "",
        OpenApiSchemaReference { Reference.Id: "JsonElement" } => "as briefing.schema.json says",
        OpenApiSchemaReference { Reference.Id: { } id } => id,
        { OneOf: { Count: > 0 } several } => string.Join(" or ", several.Select(Kind).Where(k => k != "null")),
        { Items: { } items } => "list of " + Kind(items),
        { Type: { } type } => (type & ~JsonSchemaType.Null).ToString().ToLowerInvariant()
            + (schema.Format is { } format ? $" ({format})" : "")
            + (type.HasFlag(JsonSchemaType.Null) ? ", null" : ""),
        _ => "any",
    };
}

/// <summary>An answer by its status.</summary>
public sealed record ReferenceAnswer(string Status, string About, string? Type, string? Form)
{
    internal static ReferenceAnswer Of(string status, IOpenApiResponse response)
    {
        var (type, content) = response.Content?.FirstOrDefault() ?? default;
        return new ReferenceAnswer(status, response.Description ?? "", type, content?.Schema is null ? null : ReferenceRequest.Kind(content.Schema));
    }
}

/// <summary>A parameter or a field.</summary>
public sealed record ReferenceField(string Name, string Kind, string Need, string About, string? Example, string Place);

/// <summary>A form of JSON with its fields and an example.</summary>
public sealed record ReferenceForm(string Name, string About, ImmutableArray<ReferenceField> Fields, string? Example)
{
    internal static ReferenceForm Of(string name, IOpenApiSchema schema) => new(
        name, schema.Description ?? "",
        [
            .. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(p => new ReferenceField(
                p.Key,
                ReferenceRequest.Kind(p.Value),
                "",
                p.Value.Description ?? "",
                null,
                ""
            )),
        ],
        ReferenceModel.Json(schema.Examples?.FirstOrDefault()));
}
