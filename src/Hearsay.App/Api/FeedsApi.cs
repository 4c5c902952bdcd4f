using System.Collections.Immutable;
using Hearsay.App.Desk;
using Hearsay.Sources;
using Hearsay.Sources.Feeds;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>Feeds: listed with their health, added, paused, removed, as OPML in and out.</summary>
internal static class FeedsApi
{
    private const long OpmlLimit = 5_000_000;

    public static void Map(RouteGroupBuilder api)
    {
        var feeds = api.MapGroup("/feeds").WithTags("Feeds");
        feeds
            .MapGet(
                "/",
                async (INewsStore store, CancellationToken cancel) =>
                    TypedResults.Ok((await store.FeedsAsync(cancel)).Select(FeedItemView.Of).ToImmutableArray())
            )
            .WithSummary("Every feed with its health.");
        feeds.MapPost("/", AddAsync).WithSummary("Adds a feed; one that is there already is given back.").ProducesProblem(400);
        feeds
            .MapPatch("/{id:long}", ChangeAsync)
            .WithSummary("Pauses a feed, takes it up again, renames it.")
            .ProducesProblem(400)
            .ProducesProblem(404);
        feeds
            .MapPost("/{id:long}/check", CheckAsync)
            .WithSummary("Looks at a feed now, whatever its rhythm.")
            .ProducesProblem(404)
            .ProducesProblem(409);
        feeds.MapDelete("/{id:long}", RemoveAsync).WithSummary("Removes a feed; its reports stay.").ProducesProblem(404);
        feeds.MapGet("/opml", ExportAsync).WithSummary("Every feed as OPML.").Produces<string>(200, "text/x-opml");
        feeds
            .MapPost("/opml", ImportAsync)
            .WithSummary("Adds the feeds of an OPML file (the body).")
            .Accepts<string>("text/x-opml", "application/xml", "text/xml")
            .ProducesProblem(400)
            .ProducesProblem(413);
    }

    internal static async Task<Results<Created<FeedItemView>, Ok<FeedItemView>, ProblemHttpResult>> AddAsync(
        NewFeed asked,
        INewsStore store,
        FeedWorker worker,
        DeskChanges changes,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (WebAddress.Read(asked.Url) is not { } address) return Problems.BadRequest("url must be an http or https address");
        var now = clock.GetUtcNow();
        var (feed, isNew) = await store.AddFeedAsync(
            new Feed
            {
                Url = address.AbsoluteUri,
                Title = asked.Title,
                Group = asked.Group,
                AddedAt = now,
                NextDue = now,
            },
            cancel
        );
        if (isNew)
        {
            changes.Publish(new DeskChange(DeskChangeKind.Sources, null, 1));
            worker.Wake();
        }

        return isNew ? TypedResults.Created($"/api/feeds/{feed.Id}", FeedItemView.Of(feed)) : TypedResults.Ok(FeedItemView.Of(feed));
    }

    internal static async Task<Results<Ok<FeedItemView>, ProblemHttpResult>> ChangeAsync(
        long id,
        FeedChange asked,
        INewsStore store,
        DeskChanges changes,
        CancellationToken cancel
    )
    {
        if (asked is { Paused: null, Title: null, Group: null }) return Problems.BadRequest("paused, title or group says what to change");
        var changed = await store.UpdateFeedAsync(
            id,
            f => f with { IsPaused = asked.Paused ?? f.IsPaused, Title = asked.Title ?? f.Title, Group = asked.Group ?? f.Group },
            cancel
        );
        if (changed is null) return Problems.NotFound($"there is no feed {id}");
        changes.Publish(new DeskChange(DeskChangeKind.Sources, null, 1));
        return TypedResults.Ok(FeedItemView.Of(changed));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> CheckAsync(
        long id,
        INewsStore store,
        FeedWorker worker,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if ((await store.FeedsAsync(cancel)).FirstOrDefault(f => f.Id == id) is not { } feed) return Problems.NotFound($"there is no feed {id}");
        if (feed.IsPaused || feed.IsGone) return Problems.Conflict(feed.IsGone ? "its server says that this feed is gone" : "this feed is paused");
        await store.UpdateFeedAsync(id, f => f with { NextDue = clock.GetUtcNow() }, cancel);
        worker.Wake();
        return TypedResults.Accepted("/api/feeds");
    }

    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        long id,
        INewsStore store,
        DeskChanges changes,
        CancellationToken cancel
    )
    {
        if (!await store.RemoveFeedAsync(id, cancel)) return Problems.NotFound($"there is no feed {id}");
        changes.Publish(new DeskChange(DeskChangeKind.Sources, null, 1));
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ExportAsync(INewsStore store, CancellationToken cancel)
    {
        var feeds = await store.FeedsAsync(cancel);
        var opml = Opml.Write(
            "Hearsay",
            feeds.Select(f => new OpmlFeed(new Uri(f.Url), f.Title, WebAddress.Read(f.Site), OpmlFeed.FoldersOf(f.Group)))
        );
        return Results.File(opml, "text/x-opml; charset=utf-8", "hearsay.opml");
    }

    private static Task<Results<Ok<OpmlAnswer>, ProblemHttpResult>> ImportAsync(
        HttpRequest request,
        INewsStore store,
        FeedWorker worker,
        DeskChanges changes,
        TimeProvider clock,
        CancellationToken cancel
    ) => TakeInAsync(request.Body, store, worker, changes, clock, cancel);

    internal static async Task<Results<Ok<OpmlAnswer>, ProblemHttpResult>> TakeInAsync(
        Stream list,
        INewsStore store,
        FeedWorker worker,
        DeskChanges changes,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await list.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > OpmlLimit) return Problems.TooLarge("the list is larger than 5 MB");
            body.Write(buffer, 0, read);
        }

        var (found, reason) = Opml.Read(body.ToArray(), out var passed);
        if (reason is not null) return Problems.BadRequest(reason);
        var counts = await FeedList.AddAsync(store, found, clock.GetUtcNow(), cancel);
        if (counts.Added + counts.Grouped > 0)
        {
            changes.Publish(new DeskChange(DeskChangeKind.Sources, null, counts.Added + counts.Grouped));
            worker.Wake();
        }

        return TypedResults.Ok(new OpmlAnswer(counts.Added, counts.Known, counts.Grouped, counts.Kept, passed));
    }
}

/// <summary>A feed to add.</summary>
internal sealed record NewFeed(string Url, string? Title, string? Group);

/// <summary>What to change of a feed; what is not given stays.</summary>
internal sealed record FeedChange(bool? Paused, string? Title, string? Group);

/// <summary>
/// What became of an OPML file: feeds added, known already, of these those that got the file's group and those that stay in their own, and entries
/// passed over since they are no feeds.
/// </summary>
internal sealed record OpmlAnswer(int Added, int Known, int Grouped, int Kept, int PassedOver);

/// <summary>A feed with its health.</summary>
internal sealed record FeedItemView(
    long Id,
    string Url,
    string? Title,
    string? Site,
    string? Group,
    bool Paused,
    bool Gone,
    DateTimeOffset? LastPolled,
    DateTimeOffset? LastNew,
    DateTimeOffset? NextDue,
    double IntervalMinutes,
    int Failures,
    string? LastError
)
{
    public static FeedItemView Of(Feed feed) => new(
        feed.Id, feed.Url, feed.Title, feed.Site, feed.Group, feed.IsPaused, feed.IsGone, feed.LastPolled, feed.LastNew,
        feed.IsPaused || feed.IsGone ? null : feed.NextDue, Math.Round(feed.Interval.TotalMinutes, 1), feed.Failures, feed.LastError);
}
