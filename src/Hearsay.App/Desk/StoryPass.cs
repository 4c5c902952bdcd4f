using Hearsay.App.Desk.Options;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

// In: a store into which a command has just brought reports. Out: the reports in stories, and the dates that stories lend them, so that the very next
// search goes by them. Briefings are left to whoever shows them.
// Limits: does nothing while a desk is open on the store, which does the same within a second.

/// <summary>One pass over what no story knows yet.</summary>
internal static class StoryPass
{
    private const int ShelfPlaces = 500;

    /// <summary>Takes in what waits and lends dates; what it has come to when it is stopped stays.</summary>
    /// <param name="store">The store.</param>
    /// <param name="file">Where it is.</param>
    /// <param name="told">Hears how many reports have been taken in.</param>
    /// <param name="failed">Hears of every report that could not be read.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task RunAsync(INewsStore store, string file, Action<int> told, Action<SetAside> failed, CancellationToken cancel)
    {
        using var mine = new StoryLock(file).TryTake();
        if (mine is null || !await IsDueAsync(store, cancel).ConfigureAwait(false)) return;
        var keeper = new StoryKeeper(store, new ReportShelf(ShelfPlaces), TimeProvider.System, DeskSettings.Defaults.WindowDays);
        await keeper.OpenAsync(cancel).ConfigureAwait(false);
        var reports = 0;
        while (await keeper.TakeInAsync(cancel).ConfigureAwait(false) is { } taken)
        {
            told(reports += taken.ArticleIds.Length);
            foreach (var fault in taken.Faults) failed(fault);
        }

        while (await keeper.LendDatesAsync(cancel).ConfigureAwait(false)) told(reports);
    }

    private static async Task<bool> IsDueAsync(INewsStore store, CancellationToken cancel) =>
        !(await store.CorrectionsAsync(new CorrectionFilter { IsWaiting = true, Limit = 1 }, cancel).ConfigureAwait(false)).IsEmpty
        || !(await store.ListArticlesAsync(new ArticleFilter { Waiting = true, Limit = 1 }, cancel).ConfigureAwait(false)).Articles.IsEmpty
        || !(await store.ListStoriesAsync(new StoryFilter { IsDateless = true, Limit = 1 }, cancel).ConfigureAwait(false)).Stories.IsEmpty;
}
