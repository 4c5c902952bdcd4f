using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hearsay.Briefings.Tables;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Hearsay.App.Api;

// In: what a route that gives a list answers. Out: the same as a table (RFC 4180), where the request asks for that by format=csv or by what it accepts.
// Method: which routes give lists is read off what their handlers return, so that a new list has a table too. The columns are the members of an item by
// their names in JSON, those of a member that is an object behind its own name and a point; the values are those of the JSON. Lists of words within an
// item are joined by semicolons, what else is no single value is JSON. Line breaks become blanks, and text that a spreadsheet would take for a formula
// gets an apostrophe in front (Csv). The next page stands in the header Link.

/// <summary>Lists as CSV.</summary>
internal static class CsvLists
{
    public const string Parameter = "format", MediaType = "text/csv";

    /// <summary>A filter for every route of a group.</summary>
    public static EndpointFilterDelegate Offer(EndpointFilterFactoryContext route, EndpointFilterDelegate next) =>
        ItemOf(route.MethodInfo) is not { } item ? next : async asked =>
        {
            var context = asked.HttpContext;
            var format = context.Request.Query[Parameter].ToString().ToLowerInvariant();
            if (format is not ("" or "csv" or "json")) return Problems.BadRequest("format must be json or csv");
            var answer = await next(asked);
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
            var isAsked = format.Length > 0 ? format == "csv" : Accepts(context.Request);
            return isAsked && Value(answer) is { } list ? Table(context, item, list) : answer;
        };

    /// <summary>The type of the items that a route lists; null where it gives no list.</summary>
    public static Type? ItemOf(MethodInfo handler) => Answers(handler.ReturnType).Select(ListedIn).FirstOrDefault(t => t is not null);

    /// <summary>Says in the API's description that an operation gives a table too.</summary>
    public static void Describe(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Parameter, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["json", "csv"] },
        });
        if (operation.Responses?.TryGetValue("200", out var response) == true)
            response.Content?[MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    /// <summary>What the types of a handler's results hold: T of Ok&lt;T&gt;, alone or among several, now or in a while.</summary>
    private static IEnumerable<Type> Answers(Type type)
    {
        if (!type.IsGenericType) return [];
        return type.GetGenericTypeDefinition() == typeof(Ok<>) ? type.GetGenericArguments()
            : typeof(Task).IsAssignableFrom(type) || typeof(INestedHttpResult).IsAssignableFrom(type) ? type.GetGenericArguments().SelectMany(Answers)
            : [];
    }

    private static Type? ListedIn(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0]
        : type.GetProperty("Items") is { } items ? ListedIn(items.PropertyType)
        : null;

    private static bool Accepts(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).FirstOrDefault()?.MediaType == MediaType;

    private static object? Value(object? answer) => ((answer is INestedHttpResult nested ? nested.Result : answer) as IValueHttpResult)?.Value;

    private static IResult Table(HttpContext context, Type item, object list)
    {
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var items = (IEnumerable)(list.GetType().GetProperty("Items")?.GetValue(list) ?? list);
        if (list.GetType().GetProperty("Next")?.GetValue(list) is string cursor)
            context.Response.Headers.Link = $"<{context.Request.Path}{Next(context.Request.Query, cursor)}>; rel=\"next\"";
        var name = context.Request.Path.Value!.Trim('/').Split('/')[^1];
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name + ".csv");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Text(Write(item, items, json), MediaType + "; charset=utf-8; header=present", Encoding.UTF8);
    }

    private static QueryString Next(IQueryCollection query, string cursor) =>
        QueryString.Create(query.Where(q => q.Key != "cursor").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).Append(new("cursor", cursor)));

    private static string Write(Type item, IEnumerable items, JsonSerializerOptions json)
    {
        var (csv, columns) = (new Csv(), Columns(item, json).ToArray());
        foreach (var column in columns) csv.Text(string.Join('.', column));
        csv.End();
        foreach (var one in items)
        {
            var record = JsonSerializer.SerializeToElement(one, item, json);
            foreach (var column in columns) Add(csv, At(record, column));
            csv.End();
        }

        return csv.ToString();
    }

    /// <summary>The names that lead to each single value of an item.</summary>
    private static IEnumerable<string[]> Columns(Type type, JsonSerializerOptions json)
    {
        foreach (var property in json.GetTypeInfo(type).Properties.Where(p => p.Get is not null))
        {
            if (json.GetTypeInfo(property.PropertyType).Kind != JsonTypeInfoKind.Object) yield return [property.Name];
            else
                foreach (var inner in Columns(property.PropertyType, json)) yield return [property.Name, .. inner];
        }
    }

    private static JsonElement At(JsonElement record, string[] column)
    {
        foreach (var name in column)
        {
            if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(name, out record)) return default;
        }

        return record;
    }

    private static Csv Add(Csv csv, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => csv.Text(null),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => csv.Number(number),
        JsonValueKind.String => csv.Text(value.GetString()),
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => csv.Text(string.Join("; ", value.EnumerateArray().Select(v => v.GetString()))),
        _ => csv.Text(value.GetRawText()),
    };
}
