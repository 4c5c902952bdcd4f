using System.Collections.Immutable;
using Hearsay.Stories;
using Hearsay.App.Api;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Hearsay.App.Web.Views;
using Hearsay.Briefings;
using Hearsay.Sources.Feeds;
using Hearsay.Sources.Web;
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
    private const int MostOutlets = 500;

    public static void Map(IEndpointRouteBuilder web, DeskSettings settings)
    {
        web.MapGet(
            Page,
            ([AsParameters] Desk desk, CancellationToken cancel) => ShowAsync(desk, null, cancel)
        );
        web.MapPost(Page + "/feeds", AddAsync);
        web.MapPost(Page + "/feeds/{id:long}/{act}", ChangeAsync);
        web.MapPost(Page + "/opml", OpmlAsync).DisableAntiforgery();
        web.MapPost(Page + "/files", FilesAsync).WithMetadata(new ImportsApi.RequestLimit(settings.UploadLimit * 4)).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(Desk desk, Refusal? refusal, CancellationToken cancel)
    {
        var files = desk.Intake.States;
        var read = await desk.Store.FindArticlesAsync([.. files.SelectMany(f => f.ReportIds).Distinct(StringComparer.Ordinal)], cancel);
        var model = new SourcesModel(
            await desk.Store.FeedsAsync(cancel),
            files,
            await desk.Store.StatsAsync(cancel),
            [.. (await desk.Store.OutletsAsync(cancel)).OrderByDescending(o => o.Articles).Take(MostOutlets)],
            refusal
        )
        {
            Now = desk.Clock.GetUtcNow(), UploadLimit = desk.Settings.UploadLimit, Polls = desk.Settings.Poll,
            Reports = read.ToImmutableDictionary(a => a.Id, a => a.Article.Headline ?? OutletName.Of(a.Article), StringComparer.Ordinal),
        };
        return new RazorComponentResult<SourcesView>(new { Model = model })
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> AddAsync(HttpContext context, FeedSubscriber subscriber, [AsParameters] Desk desk, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var typed = form["url"].ToString().Trim();
        if (FeedSubscriber.AddressOf(typed) is not { } address)
            return await ShowAsync(desk, new Refusal(FeedSubscriber.NoAddress(typed), []), cancel);
        var done = await subscriber.FollowAsync(address, null, all: false, cancel);
        if (done.Kept.Any(k => k.IsNew))
        {
            desk.Changes.Publish(new DeskChange(DeskChangeKind.Sources, null, done.Kept.Length));
            desk.Worker.Wake();
        }

        if (!done.Offered.IsEmpty) return await ShowAsync(desk, new Refusal($"{address} offers several feeds: choose one", done.Offered), cancel);
        if (done.Refused is not [var reason, ..]) return Results.Redirect(Page + "#feeds");
        // who reads the page cannot change how the desk was opened
        return await ShowAsync(desk, new Refusal(reason.Replace(WebOptions.PrivateCanBeAllowed, "", StringComparison.Ordinal), []), cancel);
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
            desk,
            new Refusal(problem.ProblemDetails.Detail ?? problem.ProblemDetails.Title ?? "it was refused", []),
            cancel
        ),
        Accepted<ImportAnswer> { Value.Refused: [_, ..] refused } => await ShowAsync(desk, new Refusal(string.Join("; ", refused), []), cancel),
        _ => Results.Redirect(Page),
    };

    /// <summary>What the page and every change need.</summary>
    private sealed record Desk(
        [FromServices] INewsStore Store,
        [FromServices] FeedWorker Worker,
        [FromServices] DeskChanges Changes,
        [FromServices] TimeProvider Clock,
        [FromServices] Intake Intake,
        [FromServices] DeskSettings Settings
    );
}

/// <summary>Why something was not done, and the feeds to choose from where a page offers several.</summary>
public sealed record Refusal(string Reason, ImmutableArray<FeedCandidate> Offered);

/// <summary>What the page on sources shows.</summary>
public sealed record SourcesModel(
    ImmutableArray<Feed> Feeds,
    ImmutableArray<IntakeState> Files,
    StoreStats Stats,
    ImmutableArray<Outlet> Outlets,
    Refusal? Refusal
)
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The largest file that is taken, in bytes.</summary>
    public required long UploadLimit { get; init; }

    public required bool Polls { get; init; }

    /// <summary>What the reports of the files are called, by id.</summary>
    public required ImmutableDictionary<string, string> Reports { get; init; }

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
