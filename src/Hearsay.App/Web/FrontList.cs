using System.Collections.Immutable;
using Hearsay.Stories;
using Hearsay.App.Desk;
using Hearsay.Briefings;
using Hearsay.Storage;

namespace Hearsay.App.Web;

/// <summary>
/// A story of the front page, with how much it weighs there: what more independent reports tell of, and what is fresh, comes first.
/// </summary>
public sealed record FrontStory(StoredStory Story, StoryCard Card, double Weight);

/// <summary>The stories of the front page and of all outlets, read at most once a second however many look at it.</summary>
internal sealed class FrontList(ShownStore shown, TimeProvider clock)
{
    private const int Stories = 400;
    private const double HalfLifeHours = 24;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile FrontState? _state;

    /// <summary>The last changed stories, the weightiest first.</summary>
    public async ValueTask<FrontState> ReadAsync(CancellationToken cancel)
    {
        if (IsFresh(_state)) return _state!;
        await _gate.WaitAsync(cancel);
        try
        {
            return IsFresh(_state) ? _state! : _state = await LoadAsync(cancel);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The samples are never remembered: whoever loads the page right after the first story came would see them until the next change.</summary>
    private bool IsFresh(FrontState? state) => state is { IsSample: false } && clock.GetUtcNow() - state.At < Fresh;

    private async Task<FrontState> LoadAsync(CancellationToken cancel)
    {
        var (store, isSample) = await shown.PickAsync(cancel);
        var page = await store.ListStoriesAsync(new StoryFilter { Limit = Stories }, cancel);
        var outlets = await store.OutletsAsync(cancel);
        var latest = page.Stories.Select(When).DefaultIfEmpty().Max();
        var stories = page.Stories.Select(s => (Story: s, Card: StoryCard.Parse(s.Summary))).Where(s => s.Card is not null)
            .Select(s => new FrontStory(s.Story, s.Card!, Weight(s.Card!, latest - When(s.Story))))
            .OrderByDescending(s => s.Weight).ThenBy(s => s.Story.Id, StringComparer.Ordinal).ToImmutableArray();
        return new FrontState(
            clock.GetUtcNow(),
            isSample,
            stories,
            [
                .. outlets.OrderByDescending(o => o.Articles).Take(200).Select(o => OutletName.Readable(o.Name))
                    .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
            ],
            page.Stories.Length - stories.Length
        );
    }

    /// <summary>A story of which nothing tells when it happened is as fresh as its last arrival.</summary>
    private static DateTimeOffset When(StoredStory story) => story.LastPublished ?? story.Reports.Select(r => r.AddedAt).DefaultIfEmpty().Max();

    private static double Weight(StoryCard card, TimeSpan age) =>
        (Math.Log2(1 + card.Origins) + (0.25 * Math.Log2(1 + card.Reports)) + (card.Contested > 0 ? 0.3 : 0))
        * Math.Pow(0.5, age.TotalHours / HalfLifeHours);
}

/// <summary>What the front page can show. <paramref name="Waiting"/> counts stories that have not been briefed yet.</summary>
public sealed record FrontState(DateTimeOffset At, bool IsSample, ImmutableArray<FrontStory> Stories, ImmutableArray<string> Outlets, int Waiting);
