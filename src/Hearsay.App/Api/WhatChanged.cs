using System.Collections.Immutable;
using Hearsay.Stories;
using Hearsay.App.Web;
using Hearsay.Briefings;
using Hearsay.Storage;

namespace Hearsay.App.Api;

/// <summary>Something that changed in a story: when, in words, and the page that shows it. The key tells it from the story's other changes.</summary>
internal sealed record StoryNews(string Key, DateTimeOffset At, string Words, string Path);

// In: a story. Out: what changed in it, the last first: reports that came in, texts that outlets changed, figures revised, reports removed.
// Method: what came in is told by when each report was added, all else by the story's events.

/// <summary>Tells what changed in a story.</summary>
internal static class WhatChanged
{
    private const int MostNamed = 5;

    public static async Task<ImmutableArray<StoryNews>> InAsync(INewsStore store, StoredStory story, CancellationToken cancel)
    {
        var found = await store.FindArticlesAsync([.. story.Reports.Select(r => r.ArticleId)], cancel);
        var articles = found.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var events = await store.StoryEventsAsync(story.Id, cancel);
        var arrivals = story.Reports.Where(r => articles.ContainsKey(r.ArticleId)).GroupBy(r => r.AddedAt)
            .Select(g => Arrival(story, g.Key, [.. g.Select(r => articles[r.ArticleId])]));
        return
        [
            .. arrivals.Concat(events.Index().Select(e => Happened(story, e.Item, e.Index, articles)).OfType<StoryNews>())
                .OrderByDescending(n => n.At).ThenBy(n => n.Key, StringComparer.Ordinal),
        ];
    }

    private static StoryNews Arrival(StoredStory story, DateTimeOffset at, List<StoredArticle> reports)
    {
        var key = $"reports:{at.ToUnixTimeMilliseconds()}";
        if (reports is [var report])
            return new StoryNews(key, at, $"New report: {OutletName.Of(report.Article)}, {HeadlineText.Of(report.Article)}", "/reports/" + report.Id);
        var outlets = reports.Select(r => OutletName.Of(r.Article)).Distinct(StringComparer.Ordinal).ToList();
        var names = string.Join(", ", outlets.Take(MostNamed)) + (outlets.Count > MostNamed ? ", …" : "");
        return new StoryNews(key, at, $"{Shown.Count(reports.Count, "new report")}: {names}", "/stories/" + story.Id);
    }

    private static StoryNews? Happened(StoredStory story, StoryEvent e, int number, Dictionary<string, StoredArticle> articles)
    {
        var (key, page) = ($"event:{number}", "/stories/" + story.Id);
        return e.Kind switch
        {
            StoryEventKind.Revised when e.ArticleIds is [var id, ..] && articles.TryGetValue(id, out var article) =>
                new StoryNews(
                    key, e.At, $"{OutletName.Of(article.Article)} changed its report: {HeadlineText.Of(article.Article)}", $"/reports/{id}#revisions"
                ),
            StoryEventKind.Figure => new StoryNews(key, e.At, $"Figure revised: {e.What}", page),
            StoryEventKind.Removed => new StoryNews(key, e.At, "A report was removed", page),
            StoryEventKind.Split => new StoryNews(
                key, e.At, $"{Shown.Count(e.ArticleIds.Length, "report")} became a story of their own", "/stories/" + e.Other
            ),
            _ => null,
        };
    }
}
