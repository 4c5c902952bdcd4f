using Hearsay.App.Api;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Hearsay.App.Web.Views;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Web;

// In: what the store keeps. Out: pages for people, rendered on the server as Razor components without any state kept for a reader.
// Method: one file a page (its address, what it needs, its model), its view beside it in Views/. Everything can be read without script; scripts
// (Assets/) only bring pages up to date, open sources beside the text, and listen to keys. Requests by other sites' pages for a change are refused
// before they come here (TokenGate).

/// <summary>The desk's pages.</summary>
internal static class WebSetup
{
    public static void AddWeb(this IServiceCollection services, INewsStore store)
    {
        services.AddRazorComponents();
        services.AddSingleton<Samples>();
        services.AddSingleton(s => new ShownStore(store, s.GetRequiredService<Samples>()));
        services.AddSingleton<FrontList>();
        services.AddSingleton<ClaimShelf>();
        services.AddHostedService<SampleService>();
    }

    public static void MapWeb(this WebApplication app, DeskSettings settings)
    {
        var web = app.MapGroup("").ExcludeFromDescription();
        WebFiles.Map(web);
        FrontPage.Map(web);
        StoryPages.Map(web);
        Corrections.Map(web);
        ReportPages.Map(web);
        SearchPages.Map(web);
        CheckPage.Map(web);
        SourcePages.Map(web, settings);
        ReferencePage.Map(web);
        web.MapGet("/help", () => new RazorComponentResult<HelpView>());
        // reading only: for other methods the router itself knows what is wrong
        app.MapGet(
                "/{*path}",
                (HttpContext context) =>
                    context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                        ? Problems.NotFound($"there is nothing at {context.Request.Path}")
                        : Missing("There is nothing at this address.")
            )
            .WithOrder(int.MaxValue).ExcludeFromDescription();
    }

    /// <summary>The page that says that something is not here.</summary>
    public static IResult Missing(string reason) =>
        new RazorComponentResult<MissingView>(new { Reason = reason }) { StatusCode = StatusCodes.Status404NotFound };
}
