using System.Collections.Immutable;
using System.Text;
using Hearsay.Statements;
using Hearsay.Storage;
using Hearsay.Stories;

namespace Hearsay.App.Desk;

// In: articles of the store that no story holds yet or whose text has changed, whoever saved them. Out: stories in the store, with what happened to
// them.
// Method: articles are read some at a time, the oldest first, and given to the engine's StoryStream one by one; what they changed is saved in one
// transaction, and an article is noted as read after that. A kill in between makes the next start read the same articles again, which gives the same
// stories: none is lost, none stands in two. On opening, the stream is put back from the signatures kept with the reports of the window.
// Limits: the window counts from the moment that a report came in, so that a large import is one window however old its reports are.

/// <summary>Keeps the stories of a store up to date. One at a time works on a store.</summary>
internal sealed class StoryKeeper(INewsStore store, ReportShelf shelf, TimeProvider clock, int windowDays)
{
    private const string Signature = "story-signature";
    private const int SignatureVersion = 1;
    private const int AtOnce = 32;

    private readonly StoryStream _stream = new(windowDays);
    private readonly StoryLedger _ledger = new();
    private readonly HashSet<string> _setAside = new(StringComparer.Ordinal);
    private DateOnly _day;

    /// <summary>Puts the stream back as it was.</summary>
    /// <returns>The ids of stories whose briefing is older than they are.</returns>
    public async Task<ImmutableArray<string>> OpenAsync(CancellationToken cancel)
    {
        var since = clock.GetUtcNow().AddDays(-windowDays);
        var due = ImmutableArray.CreateBuilder<string>();
        var window = new List<(StoryReport Report, string Story)>();
        var filter = new StoryFilter { Limit = 500 };
        do
        {
            var page = await store.ListStoriesAsync(filter, cancel);
            due.AddRange(page.Stories.Where(s => StoryCard.Parse(s.Summary)?.Version != s.Version).Select(s => s.Id));
            foreach (var story in page.Stories.Where(s => s.Reports.Any(r => r.AddedAt >= since)))
            {
                _ledger.Put(story);
                window.AddRange(story.Reports.Where(r => r.AddedAt >= since).Select(r => (r, story.Id)));
            }

            filter = filter with { Cursor = page.Next };
        }
        while (filter.Cursor is not null);
        foreach (var chunk in window.OrderBy(x => x.Report.AddedAt).ThenBy(x => x.Report.ArticleId, StringComparer.Ordinal).Chunk(1000))
            await RestoreAsync(chunk, cancel);
        return due.ToImmutable();
    }

    /// <summary>Takes in the next articles that wait.</summary>
    /// <returns>What changed; null where nothing waits.</returns>
    public async Task<TakenIn?> TakeInAsync(CancellationToken cancel)
    {
        var waiting = await WaitingAsync(cancel);
        if (waiting.IsEmpty) return null;
        var read = new Report?[waiting.Length];
        Parallel.For(0, waiting.Length, new ParallelOptions { CancellationToken = cancel }, i => read[i] = Read(waiting[i]));
        var taken = waiting
            .Zip(read)
            .Where(x => x.Second is not null)
            .Select(x => (Article: x.First, Report: x.Second!, Signature: StorySignature.Of(x.Second!)))
            .ToImmutableArray();
        await store.SaveDerivedAsync(
            [
                .. taken.Select(t => new Derived(
                    t.Article.Id, t.Article.Revision, Signature, SignatureVersion,
                    Encoding.UTF8.GetBytes(t.Signature.WordLine())
                )),
            ],
            cancel
        );
        var now = clock.GetUtcNow();
        foreach (var (article, _, signature) in taken)
        {
            _ledger.Note(article, _stream.Add(signature, Day(now)), now);
        }

        var changes = _ledger.Take(now);
        await store.SaveStoriesAsync(changes, cancel);
        await store.SetSpeakersAsync([.. taken.Select(t => new ArticleSpeakers(t.Article.Id, t.Article.Revision, SpeakersOf(t.Report)))], cancel);
        return new TakenIn([.. taken.Select(t => t.Article.Id)], [.. changes.Stories.Select(s => s.Id)]);
    }

    /// <summary>The story as it is now, of the window or older.</summary>
    public async Task<StoredStory?> FindAsync(string storyId, CancellationToken cancel) =>
        _ledger.Find(storyId) ?? await store.FindStoryAsync(storyId, cancel);

    /// <summary>Saves a story's briefing and card, unless the story has changed meanwhile.</summary>
    /// <returns>False where it has.</returns>
    public async Task<bool> SaveAsync(StoredStory briefed, StoredBriefing briefing, CancellationToken cancel)
    {
        var current = await FindAsync(briefed.Id, cancel);
        if (current is null || current.Id != briefed.Id || current.Version != briefed.Version) return false;
        await store.SaveStoriesAsync(new StoryChanges { Stories = [briefed], Briefings = [briefing] }, cancel);
        if (_ledger.Find(briefed.Id) is not null) _ledger.Put(briefed);
        return true;
    }

    private async Task<ImmutableArray<StoredArticle>> WaitingAsync(CancellationToken cancel)
    {
        var filter = new ArticleFilter { WithoutStory = true, OldestFirst = true, Limit = AtOnce + _setAside.Count };
        var fresh = await store.ListArticlesAsync(filter, cancel);
        var unread = await store.ListArticlesAsync(filter with { WithoutStory = false, Unread = true }, cancel);
        return
        [
            .. fresh
                .Articles.Concat(unread.Articles)
                .DistinctBy(a => a.Id)
                .Where(a => !_setAside.Contains(a.Id))
                .OrderBy(a => a.At)
                .ThenBy(a => a.Id, StringComparer.Ordinal)
                .Take(AtOnce),
        ];
    }

    private async Task RestoreAsync((StoryReport Report, string Story)[] reports, CancellationToken cancel)
    {
        ImmutableArray<string> ids = [.. reports.Select(r => r.Report.ArticleId)];
        var kept = (await store.DerivedAsync(Signature, SignatureVersion, ids, cancel)).ToDictionary(
            d => d.ArticleId,
            d => d.Data,
            StringComparer.Ordinal
        );
        var articles = (await store.FindArticlesAsync(ids, cancel)).ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var (report, story) in reports)
        {
            // a text that changed since its signature was made waits to be read again; until then the story is known by its other reports
            if (!kept.TryGetValue(report.ArticleId, out var words) || !articles.TryGetValue(report.ArticleId, out var article)) continue;
            _stream.Restore(
                StorySignature.Parse(article.Id, article.Article.Published.Day, Encoding.UTF8.GetString(words.Span)),
                Day(report.AddedAt),
                story
            );
        }
    }

    /// <summary>A defect that shows with one article is no reason to leave the others: that one is set aside until the next start.</summary>
    private Report? Read(StoredArticle article)
    {
        try
        {
            return shelf.Read(article);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            lock (_setAside) _setAside.Add(article.Id);
            return null;
        }
    }

    private static ImmutableArray<string> SpeakersOf(Report report) =>
        [.. report.Attributions.Select(a => a.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Days never go back, whatever the clock does.</summary>
    private DateOnly Day(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return _day = day > _day ? day : _day;
    }
}

/// <summary>What one round of taking in changed: the articles taken in, and the stories that need a new briefing.</summary>
internal sealed record TakenIn(ImmutableArray<string> ArticleIds, ImmutableArray<string> StoryIds);
