using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>Briefs stories that changed, and keeps the briefing with the version of the story that it tells.</summary>
internal sealed class StoryBriefer(INewsStore store, StoryKeeper keeper, DeepReader reader, TimeProvider clock)
{
    /// <summary>Reads a report of a story deeply that has not been read so yet.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> DeepenAsync(string storyId, CancellationToken cancel) =>
        await keeper.FindAsync(storyId, cancel) is { } story
        && await reader.ReadNextAsync(store, await store.FindArticlesAsync([.. story.Reports.Select(r => r.ArticleId)], cancel), cancel);

    /// <summary>Briefs a story as it is now, its reports read as deeply as they have been so far.</summary>
    /// <returns>The story with its new card; null where there is no such story, or where it changed while it was being briefed and is due
    /// again.</returns>
    public async Task<StoredStory?> BriefAsync(string storyId, CancellationToken cancel)
    {
        if (await keeper.FindAsync(storyId, cancel) is not { } story || story.Reports.IsEmpty) return null;
        var articles = await store.FindArticlesAsync([.. story.Reports.Select(r => r.ArticleId)], cancel);
        if (articles.IsEmpty) return null;
        var read = await reader.ReadAtHandAsync(store, articles, cancel);
        var last = StoryCard.Parse(story.Summary);
        var briefing = Reader.Brief(read.Reports, story.Id, read.Deep) with { Thread = last?.Thread };
        var card = StoryCard.Of(briefing, story.Version) with { IsDeep = read.AreDeep, Thread = last?.Thread };
        var briefed = story with { Title = card.Title, Summary = card.Write() };
        var json = JsonBriefing.Write(
            new BriefingDocument([.. briefing.Story.Reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal)], [briefing], [])
        );
        var now = clock.GetUtcNow();
        // a story's first briefing tells of no change, nor does one that is only read more deeply
        var told = last is not null && last.Version != story.Version ? last.Revisions : card.Revisions;
        var events = card.Revisions.Except(told).Select(what => new StoryEvent(story.Id, StoryEventKind.Figure, now, null, []) { What = what });
        if (!await keeper.SaveAsync(briefed, new StoredBriefing(story.Id, story.Version, now, json), [.. events], cancel)) return null;
        await store.SaveViewAsync(StoryViews.Of(briefing, story.Version), cancel);
        return briefed;
    }
}
