using Hearsay.App.Checks;
using Hearsay.App.Desk;
using Hearsay.App.Web.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Web;

/// <summary>The page on which a sentence is checked; without script, by a form.</summary>
internal static class CheckPage
{
    public static void Map(IEndpointRouteBuilder web) => web.MapGet("/check", ShowAsync);

    private static async Task<IResult> ShowAsync(string? q, HttpContext context, ShownStore shown, StoreCheck check, CancellationToken cancel)
    {
        var (store, isSample) = await shown.PickAsync(cancel);
        context.Response.Headers.CacheControl = "no-store";
        if (string.IsNullOrWhiteSpace(q)) return new RazorComponentResult<CheckView>(new { Model = new CheckModel("", null, null, isSample) });
        var (answer, refusal) = await check.CheckAsync(store, q, atHand: true, cancel);
        return new RazorComponentResult<CheckView>(new { Model = new CheckModel(q, refusal, answer, isSample) })
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}

/// <summary>What the page shows: what was typed, and why it cannot be checked or what was found.</summary>
public sealed record CheckModel(string Asked, string? Refusal, CheckAnswer? Answer, bool IsSample);
