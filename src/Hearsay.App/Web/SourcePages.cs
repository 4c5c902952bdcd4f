using System.Collections.Immutable;
using Hearsay.App.Api;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Hearsay.App.Web.Views;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hearsay.App.Web;

/// <summary>
/// Where reports come from: feeds with their health and rhythm, files dropped in. Every change is a form of its own, which works without script; what
/// the forms do is the API's.
/// </summary>
internal static class SourcePages
{
    private const string Page = "/sources";

    public static void Map(IEndpointRouteBuilder web, DeskSettings settings)
    {
        web.MapGet(
            Page,
            (INewsStore store, Intake intake, TimeProvider clock, CancellationToken cancel) => ShowAsync(store, intake, clock, settings, null, cancel)
        );
        web.MapPost(Page + "/feeds", AddAsync);
        web.MapPost(Page + "/feeds/{id:long}/{act}", ChangeAsync);
        web.MapPost(Page + "/opml", OpmlAsync).DisableAntiforgery();
        web.MapPost(Page + "/files", FilesAsync).WithMetadata(new ImportsApi.RequestLimit(settings.UploadLimit * 4)).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        INewsStore store,
        Intake intake,
        TimeProvider clock,
        DeskSettings settings,
        string? refusal,
        CancellationToken cancel
    )
    {
        var feeds = await store.FeedsAsync(cancel);
        var stats = await store.StatsAsync(cancel);
        var model = new SourcesModel(feeds, intake.States, stats, clock.GetUtcNow(), settings.UploadLimit, settings.Poll, refusal);
        return new RazorComponentResult<SourcesView>(new { Model = model })
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> AddAsync(HttpContext context, [AsParameters] Desk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var answer = await FeedsApi.AddAsync(
            new NewFeed(form["url"].ToString().Trim(), form["title"].ToString() is { Length: > 0 } title ? title : null, null),
            desk.Store, desk.Worker, desk.Changes, desk.Clock, cancel
        );
        return await BackAsync(answer.Result, desk, cancel);
    }

    private static async Task<IResult> ChangeAsync(long id, string act, [AsParameters] Desk desk, CancellationToken cancel)
    {
        if (act is not ("pause" or "resume" or "remove")) return WebSetup.Missing("There is nothing at this address.");
        var result = act == "remove" ? (await FeedsApi.RemoveAsync(id, desk.Store, desk.Changes, cancel)).Result
            : (await FeedsApi.ChangeAsync(id, new FeedChange(act == "pause", null, null), desk.Store, desk.Changes, cancel)).Result;
        return await BackAsync(result, desk, cancel);
    }

    private static async Task<IResult> OpmlAsync(HttpContext context, [AsParameters] Desk desk, CancellationToken cancel)
    {
        if (!context.Request.HasFormContentType || (await context.Request.ReadFormAsync(cancel)).Files is not [var file, ..])
            return await BackAsync(Problems.BadRequest("the form holds no file"), desk, cancel);
        await using var list = file.OpenReadStream();
        return await BackAsync((await FeedsApi.TakeInAsync(list, desk.Store, desk.Worker, desk.Changes, desk.Clock, cancel)).Result, desk, cancel);
    }

    private static async Task<IResult> FilesAsync(HttpContext context, [AsParameters] Desk desk, CancellationToken cancel) =>
        await BackAsync((await ImportsApi.AcceptAsync(context.Request, desk.Intake, desk.Settings, cancel)).Result, desk, cancel);

    /// <summary>Back to the page, or the page with what was refused and why.</summary>
    private static async Task<IResult> BackAsync(IResult result, Desk desk, CancellationToken cancel) => result switch
    {
        ProblemHttpResult problem => await ShowAsync(
            desk.Store, desk.Intake, desk.Clock, desk.Settings,
            problem.ProblemDetails.Detail ?? problem.ProblemDetails.Title,
            cancel
        ),
        Accepted<ImportAnswer> { Value.Refused: [_, ..] refused } => await ShowAsync(
            desk.Store, desk.Intake, desk.Clock, desk.Settings, string.Join("; ", refused), cancel
        ),
        _ => Results.Redirect(Page),
    };

    /// <summary>What every change needs.</summary>
    private sealed record Desk(
        [FromServices] INewsStore Store,
        [FromServices] FeedWorker Worker,
        [FromServices] DeskChanges Changes,
        [FromServices] TimeProvider Clock,
        [FromServices] Intake Intake,
        [FromServices] DeskSettings Settings
    );
}

/// <summary>What the page on sources shows.</summary>
public sealed record SourcesModel(
    ImmutableArray<Feed> Feeds,
    ImmutableArray<IntakeState> Files,
    StoreStats Stats,
    DateTimeOffset Now,
    long UploadLimit,
    bool Polls,
    string? Refusal
)
{
    /// <summary>A feed's state in a word, and the class that colours it.</summary>
    public static (string Word, string Class) Health(Feed feed) =>
        feed.IsGone ? ("gone for good", "differ")
        : feed.IsPaused ? ("paused", "single")
        : feed.Failures > 0 ? (feed.Failures == 1 ? "failed once" : $"failed {feed.Failures} times", "differ")
        : feed.LastPolled is null ? ("not asked yet", "single") : ("well", "agree");

    /// <summary>"every 40 minutes".</summary>
    public static string Rhythm(TimeSpan interval) =>
        interval.TotalMinutes < 90 ? $"every {interval.TotalMinutes:0} minutes"
        : interval.TotalHours < 48 ? $"every {interval.TotalHours:0} hours"
        : $"every {interval.TotalDays:0} days";
}
