using Hearsay.App.Api;
using Hearsay.App.Checks;
using Hearsay.App.Desk.Options;
using Hearsay.App.Logging;
using Hearsay.App.Mcp;
using Hearsay.App.Web;
using Hearsay.Sources.Web;
using Hearsay.Storage;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Hearsay.App.Desk;

/// <summary>The desk as one web application over a store: built here, in the order in which a request passes through it.</summary>
internal static class DeskHost
{
    /// <summary>Builds the desk; the caller runs it and owns the store.</summary>
    /// <param name="store">Already open.</param>
    /// <param name="storeFile">Where it is; dropped files wait in a folder beside it.</param>
    /// <param name="settings">The options.</param>
    /// <param name="quiet">Writes no log; for tests.</param>
    public static WebApplication Build(INewsStore store, string storeFile, DeskSettings settings, bool quiet = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(settings.Listen.GetLeftPart(UriPartial.Authority)).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 5_000_000;
        });
        builder.Logging.ClearProviders();
        if (!quiet) builder.Logging.AddJsonConsole().AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        AddDesk(builder.Services, store, storeFile, settings);
        // no page holds a secret that its length could give away, and each is some six times as long as it is packed
        builder.Services.AddResponseCompression(options =>
            options.MimeTypes = [
                "text/html", "text/css", "text/javascript", "text/markdown", "image/svg+xml", "application/json", "application/schema+json",
                "application/atom+xml",
            ]
        );
        builder.Services.AddApi(settings);
        builder.Services.AddWeb(store);
        AddTelemetry(builder.Services, settings);
        var app = builder.Build();
        app.UseHeadRequests();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // what a client asks wrongly is told to the client; it is no fault of the desk
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
            StatusCodeSelector = fault => fault switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                StoreException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<TokenGate>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseApiQueries();
        app.MapApi(settings);
        app.MapMcp(McpSetup.Path).ExcludeFromDescription();
        app.MapWeb(settings);
        MapHealth(app);
        return app;
    }

    private static void AddDesk(IServiceCollection services, INewsStore store, string storeFile, DeskSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(store);
        services.AddSingleton<DeskChanges>();
        services.AddSingleton(_ => new ReportShelf(places: 1500));
        services.AddSingleton(s => new DeepReader(s.GetRequiredService<ReportShelf>(), settings.Quick));
        services.AddSingleton(s => new Intake(store, storeFile + ".incoming", s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new DeskWorker(
            store,
            s.GetRequiredService<ReportShelf>(),
            s.GetRequiredService<DeepReader>(),
            s.GetRequiredService<DeskChanges>(),
            s.GetRequiredService<TimeProvider>(),
            settings.WindowDays
        ));
        services.AddSingleton(_ => new StoryLock(storeFile));
        services.AddSingleton<StoryViews>();
        services.AddSingleton<StoreCheck>();
        services.AddSingleton<WhoSaidWhat>();
        services.AddNewsTools().WithHttpTransport(options => options.Stateless = true);
        services.AddSingleton<Corrector>();
        services.AddHostedService<StoryService>();
        services.AddHostedService<IntakeService>();
        services.AddSingleton(s => new Fetcher(new WebOptions { AllowPrivate = settings.AllowPrivate }, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new FeedSubscriber(store, s.GetRequiredService<Fetcher>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new FeedWorker(
            store,
            new FeedRound(store, s.GetRequiredService<Fetcher>(), s.GetRequiredService<TimeProvider>(), Random.Shared.Next()),
            s.GetRequiredService<DeskChanges>(),
            s.GetRequiredService<TimeProvider>()
        ));
        if (settings.Poll) services.AddHostedService<FeedService>();
    }

    private static void AddTelemetry(IServiceCollection services, DeskSettings settings)
    {
        if (settings.Telemetry is not { } collector) return;
        services.AddOpenTelemetry()
            .WithMetrics(m => m.AddMeter(DeskMeter.Name, "Microsoft.AspNetCore.Hosting").AddOtlpExporter(o => Send(o, "v1/metrics")))
            .WithTracing(t =>
                t.AddSource(DeskMeter.Name)
                    .AddAspNetCoreInstrumentation(o => o.EnrichWithHttpRequest = (activity, _) => Forget(activity))
                    .AddOtlpExporter(o => Send(o, "v1/traces"))
            );

        void Send(OpenTelemetry.Exporter.OtlpExporterOptions options, string path)
        {
            options.Protocol = OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri(collector, path);
        }

        // what people read and look for stays here: the route is told, the address is not
        static void Forget(System.Diagnostics.Activity activity)
        {
            activity.SetTag("url.path", null);
            activity.SetTag("url.query", null);
            activity.SetTag("url.full", null);
        }
    }

    /// <summary>Live: the process answers. Ready: the store answers too.</summary>
    private static void MapHealth(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", async (INewsStore store, CancellationToken cancel) =>
        {
            try
            {
                await store.ListStoriesAsync(new StoryFilter { Limit = 1 }, cancel);
                return Results.Text("ready");
            }
            catch (StoreException)
            {
                return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "the store does not answer");
            }
        }).ExcludeFromDescription();
    }
}
