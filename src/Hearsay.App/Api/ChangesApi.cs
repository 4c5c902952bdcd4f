using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Hearsay.App.Desk;

namespace Hearsay.App.Api;

/// <summary>What changes, as server-sent events: <c>reports</c>, <c>story</c>, <c>sources</c>, and a <c>pulse</c> when nothing does.</summary>
internal static class ChangesApi
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15), Reconnect = TimeSpan.FromSeconds(2);

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet(
                "/changes",
                (HttpContext context, DeskChanges changes, IHostApplicationLifetime life, CancellationToken cancel) =>
                    // an answer without a body has an end
                    TypedResults.ServerSentEvents(
                        HeadRequests.IsHead(context)
                            ? AsyncEnumerable.Empty<SseItem<DeskEvent>>()
                            : EventsAsync(changes, life.ApplicationStopping, cancel)
                    )
            )
            .WithTags("Changes")
            .WithSummary("Changes from now on, as server-sent events.")
            .Produces<string>(200, "text/event-stream").DisableRateLimiting();

    private static async IAsyncEnumerable<SseItem<DeskEvent>> EventsAsync(
        DeskChanges changes,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        using var listener = changes.Listen();
        yield return new SseItem<DeskEvent>(new DeskEvent(null, 0), "pulse") { ReconnectionInterval = Reconnect };
        while (!either.IsCancellationRequested)
        {
            // a line now and then keeps the connection open and lets the page notice that it is not
            var change = await listener.NextAsync(Pulse, either.Token);
            if (change is not null)
                yield return new SseItem<DeskEvent>(new DeskEvent(change.StoryId, change.Number), change.Kind.ToString().ToLowerInvariant());
            else if (!either.IsCancellationRequested) yield return new SseItem<DeskEvent>(new DeskEvent(null, 0), "pulse");
        }
    }
}

/// <summary>What changed: the story, if it is one, and its version or how many.</summary>
internal sealed record DeskEvent(string? StoryId, int Number);
