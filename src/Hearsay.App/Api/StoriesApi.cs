using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.App.Desk;
using Hearsay.App.Forms;
using Hearsay.Briefings;
using Hearsay.App.Web;
using Hearsay.Storage;
using Hearsay.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>Stories: a page of them, and the briefing of each in the form of the public contract.</summary>
internal static class StoriesApi
{
    private const int FeedEntries = 50;

    /// <summary>A story is taken in, then briefed: what comes of it within this time is told together.</summary>
    private static readonly TimeSpan SameChange = TimeSpan.FromMinutes(1);

    public static void Map(RouteGroupBuilder api)
    {
        var stories = api.MapGroup("/stories").WithTags("Stories");
        stories.MapGet("/", ListAsync).WithSummary("Stories, the last changed first, or the weightiest.").ProducesProblem(400);
        stories
            .MapGet("/{id}", GetAsync)
            .WithSummary(
                "One story's briefing with its reports, as hearsay brief --format json prints it: the form is /api/briefing.schema.json. In another form with format, or by what the request accepts; how much of it with length (short, page, full; page where nothing is said), of forms for programs always all."
            )
            .Produces<JsonElement>(200, "application/json", [.. BriefingForm.All.Select(f => f.MediaType).Where(t => t != "application/json").Distinct()])
            .Produces(304).ProducesProblem(400).ProducesProblem(404);
        stories.MapGet("/{id}/events", EventsAsync).WithSummary("What happened to a story: begun, merged, split, reports revised or removed, figures revised.").ProducesProblem(404);
        stories
            .MapGet("/feed", FrontFeedAsync)
            .WithSummary("Stories, the last changed first, each with what changed, as an Atom feed.")
            .Produces<string>(200, AtomFeed.MediaType)
            .Produces(304);
        stories
            .MapGet("/{id}/feed", FeedAsync)
            .WithSummary("What changed in the story, the last first, as an Atom feed: new and changed reports, figures revised.")
            .Produces<string>(200, AtomFeed.MediaType)
            .Produces(304)
            .ProducesProblem(404);
    }

    private static async Task<Results<Ok<Paged<StoryItem>>, ProblemHttpResult>> ListAsync(
        [AsParameters] StoryQuestion asked,
        INewsStore store,
        FrontList front,
        CancellationToken cancel
    )
    {
        if (asked.Fault() is { } fault) return Problems.BadRequest(fault);
        if (asked.Order == StoryQuestion.ByWeight) return TypedResults.Ok(Weighed(await front.ReadAsync(cancel), asked));
        var items = ImmutableArray.CreateBuilder<StoryItem>();
        var limit = asked.Limit ?? Paging.Usual;
        var filter = new StoryFilter { From = asked.From, Until = asked.Until, Outlet = asked.Outlet, Cursor = asked.Cursor, Limit = limit };
        do
        {
            var page = await store.ListStoriesAsync(filter with { Limit = limit - items.Count }, cancel);
            items.AddRange(page.Stories.Select(StoryItem.Of).Where(s => asked.Contested is not true || s.Contested > 0));
            filter = filter with { Cursor = page.Next };
        }
        while (items.Count < limit && filter.Cursor is not null);
        return TypedResults.Ok(new Paged<StoryItem>(items.ToImmutable(), filter.Cursor));
    }

    /// <summary>The stories of the front page in its order; the cursor is how many of them to pass over.</summary>
    private static Paged<StoryItem> Weighed(FrontState front, StoryQuestion asked)
    {
        var from = int.TryParse(asked.Cursor?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var passed) ? passed : 0;
        var limit = asked.Limit ?? Paging.Usual;
        var fitting = front.Stories
            .Where(s => !front.IsSample)
            .Where(s => asked.From is not { } first || s.Story.LastPublished >= first)
            .Where(s => asked.Until is not { } last || s.Story.FirstPublished < last)
            .Where(s => asked.Outlet is null || s.Card.Outlets.Contains(asked.Outlet, StringComparer.OrdinalIgnoreCase))
            .Where(s => asked.Contested is not true || s.Card.Contested > 0)
            .Skip(from)
            .Take(limit + 1)
            .ToList();
        var next = fitting.Count > limit ? string.Create(CultureInfo.InvariantCulture, $"{from + limit}.{StoryQuestion.ByWeight}") : null;
        return new Paged<StoryItem>([.. fitting.Take(limit).Select(s => StoryItem.Of(s.Story))], next);
    }

    private static async Task<IResult> GetAsync(
        string id, string? format, string? length, HttpContext context, INewsStore store, StoryViews views, CancellationToken cancel
    )
    {
        if (StoryForm.Asked(context.Request, format) is not { } form) return Problems.BadRequest($"format must be {BriefingForm.Names}");
        if (BriefingForm.LengthNamed(length ?? nameof(BriefingLength.Page)) is not { } size) return Problems.BadRequest("length must be short, page or full");
        context.Response.Headers.Vary = "Accept";
        if (await store.FindStoryAsync(id, cancel) is not { } story) return Problems.NotFound($"there is no story '{id}'");
        if (story.Id != id) return Results.Redirect($"/api/stories/{story.Id}{context.Request.QueryString}", permanent: true, preserveMethod: true);
        if (form.Name != "json")
            return await views.BriefAsync(store, story, cancel) is { } fresh
                ? StoryForm.Answer(context, form, id, fresh, size)
                : Problems.NotFound("the reports of this story are no longer here");
        if (await store.BriefingAsync(id, cancel) is not { } briefing) return Problems.NotFound("this story has not been briefed yet");
        return Cached.Text(context, $"{id}-{ContentId.Of(briefing.Json)}", briefing.Json, "application/json");
    }

    private static async Task<Results<Ok<ImmutableArray<StoryEvent>>, ProblemHttpResult>> EventsAsync(
        string id,
        INewsStore store,
        CancellationToken cancel
    )
    {
        var events = await store.StoryEventsAsync(id, cancel);
        return events.IsEmpty ? Problems.NotFound($"there is no story '{id}'") : TypedResults.Ok(events);
    }

    private static async Task<IResult> FeedAsync(string id, HttpContext context, INewsStore store, CancellationToken cancel)
    {
        if (await store.FindStoryAsync(id, cancel) is not { } story) return Problems.NotFound($"there is no story '{id}'");
        var changes = await WhatChanged.InAsync(store, story, cancel);
        var entries = changes.Take(FeedEntries).Select(n => new AtomEntry($"urn:hearsay:story:{story.Id}:{n.Key}", n.Words, n.Path, n.At, story.Title));
        return Cached.Text(
            context, $"{story.Id}-{story.Version}-{changes.Length}-atom",
            AtomFeed.Write(context.Request, story.Title, $"/stories/{story.Id}", changes.Select(n => n.At).FirstOrDefault(story.ChangedAt), entries),
            AtomFeed.MediaType
        );
    }

    private static async Task<IResult> FrontFeedAsync(HttpContext context, INewsStore store, CancellationToken cancel)
    {
        var page = await store.ListStoriesAsync(new StoryFilter { Limit = FeedEntries }, cancel);
        var entries = new List<AtomEntry>();
        foreach (var story in page.Stories)
        {
            var changes = await WhatChanged.InAsync(store, story, cancel);
            var last = changes.TakeWhile(n => changes[0].At - n.At < SameChange).Select(n => n.Words);
            var words = string.Join(". ", last.Append(StoryCard.Parse(story.Summary)?.Lead).OfType<string>());
            entries.Add(new AtomEntry("urn:hearsay:story:" + story.Id, story.Title, "/stories/" + story.Id, story.ChangedAt, words));
        }

        var feed = AtomFeed.Write(
            context.Request, "Hearsay: stories", "/", page.Stories.Select(s => s.ChangedAt).FirstOrDefault(DateTimeOffset.UnixEpoch), entries
        );
        return Cached.Text(context, ContentId.Of(feed), feed, AtomFeed.MediaType);
    }
}

/// <summary>Which stories to list.</summary>
/// <param name="From">A report was published at or after this moment; a story without any date is left out.</param>
/// <param name="Until">The first report was published before this moment; a story without any date is left out.</param>
/// <param name="Outlet">A report of this outlet is among them.</param>
/// <param name="Contested">Only stories whose reports differ on a figure.</param>
/// <param name="Order"><c>changed</c>: the last changed first, as usual; <c>weight</c>: as on the front page, of its 400 stories.</param>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at the most, 1 to 200.</param>
internal sealed record StoryQuestion(
    DateTimeOffset? From, DateTimeOffset? Until, string? Outlet, bool? Contested, string? Order, string? Cursor, int? Limit
)
{
    public const string ByWeight = "weight";

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Fault() =>
        Paging.Fault(Cursor, Limit)
        ?? (From >= Until ? "from must lie before until" : Order is null or "changed" or ByWeight ? null : "order must be changed or weight");
}

/// <summary>A story as a list shows it.</summary>
/// <param name="FirstPublished">When the first of its dated reports was published; null where none has a date.</param>
/// <param name="LastPublished">When the last of them was.</param>
/// <param name="Before">Stories of its topic that came before it, by id, the earliest first; of many the nearest.</param>
/// <param name="After">Those that followed.</param>
internal sealed record StoryItem(
    string Id,
    string Title,
    string? Lead,
    ImmutableArray<string> Outlets,
    int Reports,
    int IndependentOrigins,
    int Contested,
    int Revised,
    DateTimeOffset? FirstPublished,
    DateTimeOffset? LastPublished,
    DateTimeOffset ChangedAt,
    int Version,
    ImmutableArray<string> Before,
    ImmutableArray<string> After
)
{
    public static StoryItem Of(StoredStory story)
    {
        var card = StoryCard.Parse(story.Summary);
        var thread = card?.Thread is { } known ? known.Stories.Select(s => s.Id).ToImmutableArray() : [];
        return new StoryItem(
            story.Id,
            story.Title,
            card?.Lead,
            card?.Outlets ?? [],
            story.Reports.Length,
            card?.Origins ?? 0,
            card?.Contested ?? 0,
            card?.Revised ?? 0,
            story.FirstPublished, story.LastPublished, story.ChangedAt, story.Version,
            [.. thread.TakeWhile(id => id != story.Id)], [.. thread.SkipWhile(id => id != story.Id).Skip(1)]);
    }
}
