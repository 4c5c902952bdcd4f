using System.Collections.Immutable;
using System.Text;
using Hearsay.Copies;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Storage;
using Hearsay.Stories;

namespace Hearsay.App.Desk;

// In: articles of the store that no story knows as they are now: new ones and those whose text has changed, whoever saved them. Out: stories in the
// store, with what happened to them, what each report has of the text of earlier ones, and the dates that they lend to reports that show none.
// Method: articles are read some at a time, the oldest first, and given to the engine's StoryStream one by one; what they changed is saved in one
// transaction with the note that they wait no longer. A kill in between makes the next start read the same articles again, which gives the same
// stories: none is lost, none stands in two. A report in another language than English is part of no story. On opening, the stream is put back from the signatures kept with the reports of the window. What persons
// say of who is in one story with whom is taken in like an article, in one transaction with the note that it waits no longer; the reports that it is
// about are called up, and stay, however old they are.
// Limits: the window counts from the moment that a report came in, so that a large import is one window however old its reports are.

/// <summary>Keeps the stories of a store up to date. One at a time works on a store.</summary>
internal sealed class StoryKeeper(INewsStore store, ReportShelf shelf, TimeProvider clock, int windowDays)
{
    private const string Signature = "story-signature";
    private const int SignatureVersion = 2;
    private const int AtOnce = 32;

    private readonly StoryStream _stream = new(windowDays);
    private readonly CopyStream _copies = new(windowDays);
    private readonly StoryLedger _ledger = new();
    private readonly HashSet<string> _setAside = new(StringComparer.Ordinal);
    private DateOnly _day;
    private long _removals;

    private ThreadKeeper Threads => field ??= new ThreadKeeper(store, _ledger);

    /// <summary>Puts the stream back as it was.</summary>
    /// <param name="cancel">Stops it.</param>
    /// <param name="isDeep">Whether stories of the window are to be briefed anew that are not yet read deeply.</param>
    /// <returns>The ids of stories whose briefing is older than they are, or to be made anew.</returns>
    public async Task<ImmutableArray<string>> OpenAsync(CancellationToken cancel, bool isDeep = false)
    {
        _removals = (await store.RemovalsAsync(0, cancel)).LastOrDefault()?.Number ?? 0;
        var constraints = await ConstraintsAsync(store, cancel);
        _stream.Constrain(constraints, []);
        var since = clock.GetUtcNow().AddDays(-windowDays);
        var due = ImmutableArray.CreateBuilder<string>();
        var window = new List<(StoryReport Report, string Story)>();
        var filter = new StoryFilter { Limit = 500 };
        do
        {
            var page = await store.ListStoriesAsync(filter, cancel);
            foreach (var story in page.Stories)
            {
                var (isOpen, card) = (story.Reports.Any(IsOfWindow), StoryCard.Parse(story.Summary));
                if (card?.Version != story.Version || isOpen && isDeep && !card.IsDeep) due.Add(story.Id);
                if (!isOpen) continue;
                _ledger.Put(story);
                Threads.Put(story.Id, card?.Thread);
                window.AddRange(story.Reports.Where(IsOfWindow).Select(r => (r, story.Id)));
            }

            filter = filter with { Cursor = page.Next };
        }
        while (filter.Cursor is not null);
        foreach (var chunk in window.OrderBy(x => x.Report.AddedAt).ThenBy(x => x.Report.ArticleId, StringComparer.Ordinal).Chunk(1000))
            await RestoreAsync(chunk, cancel);
        return due.ToImmutable();

        bool IsOfWindow(StoryReport report) => report.AddedAt >= since || constraints.Concern(report.ArticleId);
    }

    /// <summary>What persons say of who is in one story with whom.</summary>
    public static async Task<StoryConstraints> ConstraintsAsync(INewsStore store, CancellationToken cancel) =>
        Correction.ConstraintsOf(await store.CorrectionsAsync(new CorrectionFilter { IsHolding = true, IsOfStories = true }, cancel).ConfigureAwait(false));

    /// <summary>
    /// Takes in the next articles that wait; before them takes out those that were removed, and takes in what was corrected, by this process or another.
    /// </summary>
    /// <returns>What changed; null where nothing waits.</returns>
    public async Task<TakenIn?> TakeInAsync(CancellationToken cancel)
    {
        if (await TakeOutAsync(cancel) is { } gone) return gone;
        if (await CorrectAsync(cancel) is { } corrected) return corrected;
        var waiting = await WaitingAsync(cancel);
        if (waiting.IsEmpty) return null;
        var read = new (Report? Report, Exception? Fault)[waiting.Length];
        Parallel.For(0, waiting.Length, new ParallelOptions { CancellationToken = cancel }, i => read[i] = Read(waiting[i]));
        var faults = waiting.Zip(read).Where(x => x.Second.Fault is not null).Select(x => new SetAside(x.First.Id, x.Second.Fault!)).ToImmutableArray();
        _setAside.UnionWith(faults.Select(f => f.ArticleId));
        var taken = waiting
            .Zip(read)
            .Where(x => x.Second.Report is { Article.IsEnglish: true })
            .Select(x => (Article: x.First, Report: x.Second.Report!, Signature: StorySignature.Of(x.Second.Report!)))
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
        await store.SetSpeakersAsync([.. taken.Select(t => new ArticleSpeakers(t.Article.Id, t.Article.Revision, SpeakersOf(t.Report)))], cancel);
        var now = clock.GetUtcNow();
        await store.SaveDerivedAsync([.. taken.Select(t => KeptCopies.Of(t.Article, _copies.Add(CopyText.Of(t.Article.Article), Day(now))))], cancel);
        foreach (var (article, _, signature) in taken)
        {
            _ledger.Note(article, _stream.Add(signature, Day(now)), now);
        }

        // in another language: read by nobody, so that it waits for no story
        var passed = waiting.Where(a => !a.Article.IsEnglish);
        var changes = _ledger.Take(now) with { Taken = [.. taken.Select(t => t.Article).Concat(passed).Select(a => new TakenArticle(a.Id, a.Version))] };
        await store.SaveStoriesAsync(changes, cancel);
        foreach (var (id, fault) in faults) await store.SetFaultAsync(id, $"{fault.GetType().Name}: {fault.Message}", cancel);
        return new TakenIn([.. changes.Taken.Select(t => t.ArticleId)], [.. changes.Stories.Select(s => s.Id)], faults);
    }

    /// <summary>
    /// Lends dates to the reports of stories that changed: those that show none get the one that the other reports of their story support, or none.
    /// </summary>
    /// <returns>False where no story waits for it.</returns>
    public async Task<bool> LendDatesAsync(CancellationToken cancel)
    {
        var page = await store.ListStoriesAsync(new StoryFilter { IsDateless = true, Limit = AtOnce }, cancel);
        foreach (var story in page.Stories)
        {
            var articles = await store.FindArticlesAsync([.. story.Reports.Select(r => r.ArticleId)], cancel);
            IReadOnlyDictionary<string, PublicationDate> dates = ImmutableDictionary<string, PublicationDate>.Empty;
            if (articles.Any(a => a.Article.Published.Value is null) && articles.Any(a => a.Article.Published.Value is not null))
            {
                var reports = articles.AsParallel().AsOrdered().WithCancellation(cancel).Select(a => Read(a).Report).OfType<Report>();
                dates = DateCorroborator.Corroborate(StoryGrouper.Tell([.. reports], story.Id));
            }

            await store.LendDatesAsync(story.Id, story.Version, dates, cancel);
        }

        return !page.Stories.IsEmpty;
    }

    /// <summary>Finds which stories of the window are of one topic, and keeps that with them.</summary>
    /// <returns>The stories of which something else is known than before.</returns>
    public Task<ImmutableArray<StoredStory>> ThreadAsync(CancellationToken cancel) => Threads.SaveAsync(
        _stream.Threads(id => _ledger.Find(id)?.Title ?? ""), _stream.Stories.Select(s => s.Id).ToHashSet(StringComparer.Ordinal), cancel);

    /// <summary>The story as it is now, of the window or older.</summary>
    public async Task<StoredStory?> FindAsync(string storyId, CancellationToken cancel) =>
        _ledger.Find(storyId) ?? await store.FindStoryAsync(storyId, cancel);

    /// <summary>Saves a story's briefing and card with what it tells anew, unless the story has changed meanwhile.</summary>
    /// <returns>False where it has.</returns>
    public async Task<bool> SaveAsync(StoredStory briefed, StoredBriefing briefing, ImmutableArray<StoryEvent> events, CancellationToken cancel)
    {
        var current = await FindAsync(briefed.Id, cancel);
        if (current is null || current.Id != briefed.Id || current.Version != briefed.Version) return false;
        await store.SaveStoriesAsync(new StoryChanges { Stories = [briefed], Briefings = [briefing], Events = events }, cancel);
        if (_ledger.Find(briefed.Id) is not null) _ledger.Put(briefed);
        return true;
    }

    private async Task<TakenIn?> TakeOutAsync(CancellationToken cancel)
    {
        var removals = await store.RemovalsAsync(_removals, cancel);
        if (removals.IsEmpty) return null;
        foreach (var removal in removals)
        {
            _stream.Remove(removal.ArticleId);
            _copies.Remove(removal.ArticleId);
            _ledger.Remove(removal.ArticleId);
        }

        await store.SaveStoriesAsync(_ledger.Take(clock.GetUtcNow()), cancel);
        _removals = removals[^1].Number;
        // a story older than the window is not at hand here; the store has taken the report out of it
        return new TakenIn([], [.. removals.Select(r => r.StoryId).OfType<string>().Distinct(StringComparer.Ordinal)], []);
    }

    private async Task<TakenIn?> CorrectAsync(CancellationToken cancel)
    {
        var waiting = await store.CorrectionsAsync(new CorrectionFilter { IsWaiting = true }, cancel);
        if (waiting.IsEmpty) return null;
        ImmutableArray<string> concerned = [.. waiting.SelectMany(c => c.Concerned).Distinct(StringComparer.Ordinal)];
        await CallUpAsync(concerned, cancel);
        var change = _stream.Constrain(await ConstraintsAsync(store, cancel), concerned);
        var first = await store.FindArticlesAsync([.. change.Changed.Select(s => s.ReportIds[0])], cancel);
        var now = clock.GetUtcNow();
        _ledger.Regroup(change, story => StoryLedger.TitleOf(first.First(a => a.Id == story.ReportIds[0])), now);
        var changes = _ledger.Take(now) with { Corrected = [.. waiting.Select(c => new TakenCorrection(c.Id, c.UndoneAt is not null))] };
        await store.SaveStoriesAsync(changes, cancel);
        return new TakenIn([], [.. changes.Stories.Select(s => s.Id)], []);
    }

    /// <summary>Takes reports into the window that are older, with their stories.</summary>
    private async Task CallUpAsync(ImmutableArray<string> ids, CancellationToken cancel)
    {
        var places = await store.StoriesOfAsync([.. ids.Where(id => !_stream.Knows(id))], cancel);
        foreach (var (storyId, reports) in places.GroupBy(p => p.Value, p => p.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToHashSet(StringComparer.Ordinal))))
        {
            if (_ledger.Find(storyId) is null && await store.FindStoryAsync(storyId, cancel) is { } story) _ledger.Put(story);
            if (_ledger.Find(storyId) is { } known)
                await RestoreAsync([.. known.Reports.Where(r => reports.Contains(r.ArticleId)).Select(r => (r, storyId))], cancel);
        }
    }

    private async Task<ImmutableArray<StoredArticle>> WaitingAsync(CancellationToken cancel)
    {
        var filter = new ArticleFilter { Waiting = true, OldestFirst = true, Limit = AtOnce + _setAside.Count };
        var page = await store.ListArticlesAsync(filter, cancel);
        return [.. page.Articles.Where(a => !_setAside.Contains(a.Id)).Take(AtOnce)];
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
        // a text that changed while nobody worked on the stories, and those of a restored store, have none: without it the report would leave its story
        var made = articles.Values.Where(a => !kept.ContainsKey(a.Id)).AsParallel().WithCancellation(cancel).Select(a => Read(a).Report)
            .OfType<Report>().ToDictionary(r => r.Article.Id, StorySignature.Of, StringComparer.Ordinal);
        foreach (var (report, story) in reports)
        {
            if (!articles.TryGetValue(report.ArticleId, out var article)) continue;
            var signature = kept.TryGetValue(article.Id, out var words)
                ? StorySignature.Parse(article.Id, article.Article.Published.Day, Encoding.UTF8.GetString(words.Span))
                : made.GetValueOrDefault(article.Id);
            if (signature is null) continue;
            _stream.Restore(signature, Day(report.AddedAt), story);
            _copies.Restore(CopyText.Of(article.Article), Day(report.AddedAt));
        }
    }

    /// <summary>A defect that shows with one article is no reason to leave the others: that one is set aside until the next start.</summary>
    private (Report? Report, Exception? Fault) Read(StoredArticle article)
    {
        try
        {
            return (shelf.Read(article), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (null, e);
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

/// <summary>What one round of taking in changed: the articles taken in, the stories that need a new briefing, and what could not be read.</summary>
internal sealed record TakenIn(ImmutableArray<string> ArticleIds, ImmutableArray<string> StoryIds, ImmutableArray<SetAside> Faults);

/// <summary>An article whose statements could not be read, and the defect that showed.</summary>
internal readonly record struct SetAside(string ArticleId, Exception Fault);
