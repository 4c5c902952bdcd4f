using Hearsay.App.Api;
using Hearsay.App.Desk;
using Hearsay.App.Forms;
using Hearsay.App.Web.Views;
using Hearsay.Briefings;
using Hearsay.Storage;
using Hearsay.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Hearsay.App.Web;

/// <summary>A story's page, and the story in the forms of files.</summary>
internal static class StoryPages
{
    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/stories/{id}", ShowAsync);
        web.MapGet("/stories/{id}/{form}", FormAsync);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, ShownStore shown, StoryViews views, CancellationToken cancel)
    {
        var (store, isSample) = await shown.PickAsync(cancel);
        if (await store.FindStoryAsync(id, cancel) is not { } story)
            return WebSetup.Missing(
                "There is no story at this address. It may have been one of the samples, which go when the first report comes in."
            );
        if (story.Id != id) return Results.Redirect("/stories/" + Uri.EscapeDataString(story.Id), permanent: true);
        if (await views.FindAsync(store, story, cancel) is not { } view) return WebSetup.Missing("The reports of this story are no longer here.");
        // a version of a story is briefed again when its reports have been read more deeply
        var tag = new EntityTagHeaderValue($"\"{story.Id}-{ContentId.Of(view.Html + story.Summary)}-{WebFiles.Stamp}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var address = $"{context.Request.Scheme}://{context.Request.Host}/stories/{Uri.EscapeDataString(story.Id)}";
        return new RazorComponentResult<StoryPageView>(
            new { Model = new StoryModel(story, view, StoryCard.Parse(story.Summary), isSample, address) }
        );
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

/// <summary>What a story's page shows.</summary>
public sealed record StoryModel(StoredStory Story, StoryView View, StoryCard? Card, bool IsSample, string Address)
{
    /// <summary>A mail with the title, the lead and the address of the page.</summary>
    public string Mail =>
        $"mailto:?subject={Uri.EscapeDataString(Shown.Text(Story.Title))}&body={Uri.EscapeDataString($"{Shown.Text(Story.Title)}\n\n{Shown.Text(Card?.Lead)}\n\n{Address}\n")}";
}
