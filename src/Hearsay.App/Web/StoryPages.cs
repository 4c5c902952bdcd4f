using Hearsay.App.Api;
using Hearsay.App.Desk;
using Hearsay.App.Forms;
using Hearsay.App.Web.Views;
using Hearsay.Briefings;
using Hearsay.Storage;
using Hearsay.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Hearsay.App.Web;

/// <summary>A story's page, and the story in the forms of files.</summary>
internal static class StoryPages
{
    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/stories/{id}", (string id, long? made, HttpContext context, [AsParameters] StoryDesk desk, CancellationToken cancel) =>
            ShowAsync(id, new StoryVisit(made, null), context, desk, cancel));
        web.MapGet("/stories/{id}/{form}", FormAsync);
    }

    /// <summary>The address of a story's page.</summary>
    public static string Address(string storyId) => "/stories/" + Uri.EscapeDataString(storyId);

    public static async Task<IResult> ShowAsync(string id, StoryVisit visit, HttpContext context, StoryDesk desk, CancellationToken cancel)
    {
        var (store, isSample) = await desk.Shown.PickAsync(cancel);
        if (await store.FindStoryAsync(id, cancel) is not { } story)
            return WebSetup.Missing(
                "There is no story at this address. It may have been one of the samples, which go when the first report comes in."
            );
        if (story.Id != id) return Results.Redirect(Address(story.Id) + context.Request.QueryString, permanent: visit.Made is null);
        if (await desk.Views.FindAsync(store, story, cancel) is not { } view) return WebSetup.Missing("The reports of this story are no longer here.");
        var (html, hand) = StoryViews.Parts(view);
        var byHand = isSample ? null : await StoryByHand.OfAsync(story, hand, visit, context, desk, cancel);
        context.Response.Headers.CacheControl = "no-cache";
        // a version of a story is briefed again when its reports have been read more deeply
        var tag = new EntityTagHeaderValue($"\"{story.Id}-{ContentId.Of($"{view.Html}{story.Summary}{byHand?.Stamp}")}-{WebFiles.Stamp}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        if (visit.Refusal is null && context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var address = $"{context.Request.Scheme}://{context.Request.Host}{Address(story.Id)}";
        return new RazorComponentResult<StoryPageView>(
            new { Model = new StoryModel(story, view.Version, html, StoryCard.Parse(story.Summary), byHand, address) }
        )
        {
            StatusCode = visit.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> FormAsync(
        string id, string form, HttpContext context, ShownStore shown, StoryViews views, CancellationToken cancel
    )
    {
        if (BriefingForm.Named(form) is not { } asked) return WebSetup.Missing($"A story is not written as “{form}”, but as {BriefingForm.Names}.");
        var (store, _) = await shown.PickAsync(cancel);
        if (await store.FindStoryAsync(id, cancel) is not { } story || await views.BriefAsync(store, story, cancel) is not { } briefing)
            return WebSetup.Missing("There is no story at this address.");
        return StoryForm.Answer(context, asked, story.Id, briefing, BriefingLength.Full);
    }
}

/// <summary>What a story's page needs.</summary>
internal sealed record StoryDesk(
    [FromServices] ShownStore Shown, [FromServices] INewsStore Store, [FromServices] StoryViews Views, [FromServices] FrontList Front
);

/// <summary>What brought a reader to a story's page.</summary>
/// <param name="Made">The correction just made or undone.</param>
/// <param name="Refusal">Why none was made.</param>
internal sealed record StoryVisit(long? Made, string? Refusal);

/// <summary>What a story's page shows; <paramref name="ByHand"/> is null for a sample, of which nothing can be corrected.</summary>
public sealed record StoryModel(StoredStory Story, int Version, string Html, StoryCard? Card, StoryByHand? ByHand, string Address)
{
    /// <summary>A mail with the title, the lead and the address of the page.</summary>
    public string Mail =>
        $"mailto:?subject={Uri.EscapeDataString(Shown.Text(Story.Title))}&body={Uri.EscapeDataString($"{Shown.Text(Story.Title)}\n\n{Shown.Text(Card?.Lead)}\n\n{Address}\n")}";
}
