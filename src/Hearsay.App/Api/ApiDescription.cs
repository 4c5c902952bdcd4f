using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Hearsay.App.Api;

// In: the OpenAPI document as the routes give it. Out: the same with a word on every parameter and field, examples, the refusals that any request may
// meet, and who may ask.
// Method: routes say what they take and give; the words stand in description.json beside this file. A test holds that every parameter and field has
// one and that none is left over.

/// <summary>Completes the API's own description.</summary>
internal static class ApiDescription
{
    /// <summary>The words, by what they are about.</summary>
    public static JsonObject Words { get; } = Load();

    /// <summary>Completes a document.</summary>
    public static void Complete(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Hearsay", Version = "1",
            Description =
                "Stories, reports and feeds of one desk. Every refusal is a problem detail (RFC 9457). Lists come in pages: ask again with the cursor that next gives. Answers with an entity tag can be asked for with If-None-Match.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent(
            "token",
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The desk's --token: for every change where one is set, for reading where --token-to-read says so.",
            }
        );
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? []) Complete(document, $"{method.Method} {path}", operation);
        }

        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (schema is OpenApiSchema own && Words["schemas"]![name] is JsonObject words) Complete(own, words);
        }
    }

    /// <summary>The words for a parameter of an operation: those for it alone, else those for the name.</summary>
    public static JsonObject? ForParameter(string operation, string name) =>
        (Words["parameters"]![$"{operation} {name}"] ?? Words["parameters"]![name]) as JsonObject;

    private static void Complete(OpenApiDocument document, string name, OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (ForParameter(name, parameter.Name) is not { } words) continue;
            parameter.Description = words["description"]!.GetValue<string>();
            parameter.Example = words["example"]?.DeepClone();
            if (parameter.Schema is OpenApiSchema schema)
            {
                schema.Minimum = words["minimum"]?.ToString();
                schema.Maximum = words["maximum"]?.ToString();
            }
        }

        foreach (var content in operation.RequestBody?.Content?.Values ?? []) content.Example = Words["bodies"]![name]?.DeepClone();
        if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) == true) form.Schema = Files();
        operation.Responses ??= [];
        var isChange = !name.StartsWith("GET ", StringComparison.Ordinal);
        if (isChange) operation.Responses.TryAdd("403", Refusal(document, "A page of another site asked for this change."));
        operation.Responses.TryAdd("401", Refusal(document, "This takes the desk's token."));
        if (name != "GET /api/changes")
            operation.Responses.TryAdd("429", Refusal(document, "Too many requests; Retry-After says when to come again."));
        operation.Responses.TryAdd("default", Refusal(document, "Any other refusal."));
        operation.Security = [[], new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
    }

    private static void Complete(OpenApiSchema schema, JsonObject words)
    {
        schema.Description = words["description"]!.GetValue<string>();
        if (words["example"] is { } example) schema.Examples = [example.DeepClone()];
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            // a reference has a description of its own beside it (OpenAPI 3.1)
            if (words["properties"]![name]?.GetValue<string>() is { } said) property.Description = said;
        }
    }

    private static OpenApiSchema Files() => new()
    {
        Type = JsonSchemaType.Object, Required = new HashSet<string>(StringComparer.Ordinal) { "files" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["files"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Pages, texts, records or archives, as many as you like.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            },
        },
    };

    private static OpenApiResponse Refusal(OpenApiDocument document, string why) => new()
    {
        Description = why,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", document) },
        },
    };

    private static JsonObject Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("description.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }
}
