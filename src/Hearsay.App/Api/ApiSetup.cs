using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Threading.RateLimiting;
using Hearsay.App.Desk.Options;
using Hearsay.Storage;
using Microsoft.AspNetCore.RateLimiting;

namespace Hearsay.App.Api;

/// <summary>The API under /api: one error shape, a rate limit, its own description (OpenAPI) and a page to browse it.</summary>
internal static class ApiSetup
{
    /// <summary>Where the description is.</summary>
    public const string Description = "/api/openapi.json";

    /// <summary>Where it can be browsed.</summary>
    public const string Reference = "/api/reference";

    public static void AddApi(this IServiceCollection services, DeskSettings settings)
    {
        // a value that cannot be bound says which; any other fault says only that there was one
        services.AddProblemDetails(options => options.CustomizeProblemDetails = problem =>
        {
            if (problem.Exception is BadHttpRequestException bad) problem.ProblemDetails.Detail = Problems.WordsOf(bad);
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", options => options
            .AddOperationTransformer((operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().Any(m => CsvLists.ItemOf(m) is not null)) CsvLists.Describe(operation);
                return Task.CompletedTask;
            })
            .AddDocumentTransformer((document, _, _) =>
            {
                ApiDescription.Complete(document);
                return Task.CompletedTask;
            }));
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(
                new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)
            );
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = settings.RequestsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    QueueLimit = 0,
                }
            )
        );
            options.OnRejected = async (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await Results
                    .Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "Too Many Requests", detail: "wait as Retry-After says")
                    .ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    /// <summary>A query parameter without a value counts as not given, as a form in a browser sends it.</summary>
    public static void UseApiQueries(this WebApplication app) => app.Use((context, next) =>
    {
        var query = context.Request.Query;
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && query.Any(q => q.Value.ToString().Length == 0))
            context.Request.Query = new QueryCollection(
                query.Where(q => q.Value.ToString().Length > 0).ToDictionary(q => q.Key, q => q.Value, StringComparer.OrdinalIgnoreCase)
            );
        return next(context);
    });

    public static void MapApi(this WebApplication app, DeskSettings settings)
    {
        var api = app.MapGroup("/api").AddEndpointFilterFactory(KnownParameters.Require).AddEndpointFilterFactory(CsvLists.Offer);
        api.MapGet("/", (EndpointDataSource routes) => TypedResults.Ok(ApiIndex.Of(routes)))
            .WithTags("About")
            .WithSummary("Where the API's description is, and what there is to read.");
        StoriesApi.Map(api);
        ReportsApi.Map(api);
        SearchApi.Map(api);
        CheckApi.Map(api);
        QuotesApi.Map(api);
        CorrectionsApi.Map(api);
        FeedsApi.Map(api);
        ImportsApi.Map(api, settings);
        ChangesApi.Map(api);
        api.MapGet(
                "/briefing.schema.json",
                () => Results.Stream(typeof(ApiSetup).Assembly.GetManifestResourceStream("briefing.schema.json")!, "application/schema+json")
            )
            .WithTags("Stories")
            .WithSummary("The JSON Schema of a story's briefing and of a report.")
            .Produces<JsonElement>(200, "application/schema+json");
        api.MapGet("/stats", async (INewsStore store, CancellationToken cancel) => TypedResults.Ok(await store.StatsAsync(cancel)))
            .WithTags("Store")
            .WithSummary("Counts and sizes of the store.");
        app.MapOpenApi(Description);
    }
}

/// <summary>What there is under /api.</summary>
/// <param name="Description">The OpenAPI document.</param>
/// <param name="Reference">The same as a page.</param>
/// <param name="Resources">Every address that can be read without knowing an id.</param>
internal sealed record ApiIndex(string Description, string Reference, ImmutableArray<string> Resources)
{
    public static ApiIndex Of(EndpointDataSource routes) => new(
        ApiSetup.Description,
        ApiSetup.Reference,
        [
            .. routes
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && e.RoutePattern.Parameters.Count == 0)
                .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
                .Where(p => p.StartsWith("/api/", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ]
    );
}
