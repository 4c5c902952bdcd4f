using System.Reflection;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;

namespace Hearsay.App.Desk;

// In: the reports that come with the program. Out: a store of their own, in a temporary file, that pages show while the desk's own is empty.
// Nothing of them ever gets into the desk's store; the API, which is for programs, never shows them.

/// <summary>The samples, as a desk of their own.</summary>
internal sealed class Samples(ReportShelf shelf, DeepReader reader, DeskChanges changes, TimeProvider clock) : IAsyncDisposable
{
    private const string Prefix = "samples/";
    private const int WindowDays = 90;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "hearsay-samples-" + Guid.CreateVersion7().ToString("n"));
    private volatile INewsStore? _store;

    /// <summary>Null until they have been read.</summary>
    public INewsStore? Store => _store;

    /// <summary>Reads and briefs them; ends when told to.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var pages = PageSource.Read([Unpack()]).Pages;
        var store = SqliteNewsStore.Open(Path.Combine(_folder, "samples.db"));
        _store = store;
        var work = Task.CompletedTask;
        // one story after the other, so that somebody who has just opened the desk soon has one to read
        foreach (var story in pages.GroupBy(p => Path.GetDirectoryName(p.Path), StringComparer.Ordinal))
        {
            var articles = story.Select(p => PageReader.Read(p with { Path = Path.GetFileName(p.Path) }).Article).OfType<Article>();
            var now = clock.GetUtcNow();
            await store.SaveAsync([.. articles.Select(a => new Arrival { Article = a, SeenAt = now, IsArchived = true })], cancel: cancel);
            if (work.IsCompleted) work = new DeskWorker(store, shelf, reader, changes, clock, WindowDays).RunAsync(cancel);
            while (!work.IsCompleted && !await IsBriefedAsync(store, cancel)) await Task.Delay(Look, cancel);
        }

        await work;
    }

    private static async Task<bool> IsBriefedAsync(SqliteNewsStore store, CancellationToken cancel) =>
        (await store.ListStoriesAsync(new StoryFilter(), cancel)).Stories is { IsEmpty: false } stories
        && stories.All(s => StoryCard.Parse(s.Summary)?.Version == s.Version);

    public async ValueTask DisposeAsync()
    {
        if (_store is { } store) await store.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private string Unpack()
    {
        var root = Path.Combine(_folder, "reports");
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var file = Path.Combine(root, name[Prefix.Length..].Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            using var to = File.Create(file);
            from.CopyTo(to);
        }

        return root;
    }
}

/// <summary>What pages show: the desk's own store, or the samples while that is empty.</summary>
internal sealed class ShownStore(INewsStore own, Samples samples)
{
    private volatile bool _hasReports;

    /// <summary>The store to read from now, and whether it holds the samples.</summary>
    public async ValueTask<(INewsStore Store, bool IsSample)> PickAsync(CancellationToken cancel)
    {
        if (await HasReportsAsync(cancel) || samples.Store is not { } shown) return (own, false);
        return (shown, true);
    }

    /// <summary>True once the desk's own store holds a report.</summary>
    public async ValueTask<bool> HasReportsAsync(CancellationToken cancel) =>
        _hasReports || (_hasReports = !(await own.ListArticlesAsync(new ArticleFilter { Limit = 1 }, cancel)).Articles.IsEmpty);
}

/// <summary>Shows the samples until the desk's own store holds a report.</summary>
internal sealed class SampleService(Samples samples, ShownStore shown, ILogger<SampleService> log, TimeProvider clock)
    : DeskService("The reading of the samples", log, clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task WorkAsync(CancellationToken cancel)
    {
        if (await shown.HasReportsAsync(cancel)) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var work = samples.RunAsync(stop.Token);
        while (!work.IsCompleted && !await shown.HasReportsAsync(cancel)) await Task.Delay(Look, cancel);
        await stop.CancelAsync();
        await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (work.IsFaulted) await work;
    }
}
