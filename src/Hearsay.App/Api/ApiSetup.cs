using System.Globalization;
using System.Text.Json;
using System.Threading.RateLimiting;
using Hearsay.App.Desk.Options;
using Hearsay.Storage;
using Microsoft.AspNetCore.RateLimiting;
using Scalar.AspNetCore;

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
            if (problem.Exception is BadHttpRequestException bad) problem.ProblemDetails.Detail = bad.InnerException is System.Text.Json.JsonException ? "the body is not the JSON that is asked for" : bad.Message;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Hearsay";
            document.Info.Version = "1";
            document.Info.Description = "Stories, reports and feeds of one desk. Every refusal is a problem detail (RFC 9457).";
            return Task.CompletedTask;
        }));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)));
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.RequestsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
            options.OnRejected = async (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "Too Many Requests", detail: "wait as Retry-After says").ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    public static void MapApi(this WebApplication app, DeskSettings settings)
    {
        var api = app.MapGroup("/api");
        StoriesApi.Map(api);
        ReportsApi.Map(api);
        SearchApi.Map(api);
        FeedsApi.Map(api);
        ImportsApi.Map(api, settings);
        ChangesApi.Map(api);
        api.MapGet("/briefing.schema.json", () => Results.Stream(typeof(ApiSetup).Assembly.GetManifestResourceStream("briefing.schema.json")!, "application/schema+json"))
            .WithTags("Stories").WithSummary("The JSON Schema of a story's briefing and of a report.").Produces<JsonElement>(200, "application/schema+json");
        api.MapGet("/stats", async (INewsStore store, CancellationToken cancel) => TypedResults.Ok(await store.StatsAsync(cancel))).WithTags("Store").WithSummary("Counts and sizes of the store.");
        app.MapOpenApi(Description);
        app.MapScalarApiReference(Reference, options => options.WithTitle("Hearsay").WithOpenApiRoutePattern(Description).DisableDefaultFonts());
    }
}
