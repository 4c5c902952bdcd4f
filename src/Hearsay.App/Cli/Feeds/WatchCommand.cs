using System.CommandLine;
using System.Globalization;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
using Hearsay.Briefings;
using Hearsay.Briefings.Terminal;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Feeds;

/// <summary>`hearsay watch`: follows the feeds and prints each story's briefing as news comes in, until Ctrl-C.</summary>
internal static class WatchCommand
{
    private const int ShelfPlaces = 1500;

    public static Command Build(Surroundings around)
    {
        var store = StoreOption.Build();
        var brief = new Option<bool>("--short") { Description = "A line for each story instead of its whole briefing" };
        var window = NumberOption.Whole("--window-days", "How many days a story stays open to new reports", usual: 14, least: 1, most: 90);
        var least = NumberOption.Whole("--least", "Only stories that so many reports tell", usual: 2, least: 1);
        var command = new Command("watch", "Follow the feeds and brief as news comes in, until Ctrl-C.") { store, brief, window, least };
        var quick = QuickOption.Build();
        command.Options.Add(quick);
        var web = WebOption.On(command);
        command.SetAction((parsed, cancel) => RunAsync(
            new WatchRequest(
                parsed.GetValue(store),
                parsed.GetValue(brief),
                parsed.GetValue(window),
                parsed.GetValue(least),
                web.AllowsPrivate(parsed),
                parsed.GetValue(quick)
            ),
            web.Open(parsed),
            around,
            cancel
        )
);
        return command;
    }

    internal static async Task<int> RunAsync(WatchRequest request, Fetcher fetcher, Surroundings around, CancellationToken cancel)
    {
        using var closed = fetcher;
        await using var store = StoreOption.Open(request.Store);
        using var mark = DeskMark.Take(StoreOption.FileOf(request.Store));
        if (mark.IsTaken) around.Complain(DeskMark.Warning(StoreOption.FileOf(request.Store)));
        var (clock, changes, shelf) = (TimeProvider.System, new DeskChanges(), new ReportShelf(ShelfPlaces));
        var reader = new DeepReader(shelf, request.Quick);
        if (request.AllowPrivate) await RefusedFeeds.ReleaseAsync(store, clock.GetUtcNow(), cancel);
        if ((await store.FeedsAsync(cancel)).IsEmpty)
            around.Complain("no feeds are followed yet: add one with `hearsay feeds add ADDRESS`, also while this runs");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // the listener is there before there is anything to hear
        using var listening = changes.Listen();
        Task[] work =
        [
            new FeedWorker(store, new FeedRound(store, fetcher, clock, Random.Shared.Next()), changes, clock).RunAsync(
                new Heartbeat(around, clock).Told,
                stop.Token
            ),
            KeepStoriesAsync(),
            ShowAsync(listening, new Shown(store, reader, request, around), stop.Token),
        ];
        // one that fails ends the others; each ends only so or when it is told to
        var ended = await Task.WhenAny(work);
        await stop.CancelAsync();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancel.IsCancellationRequested) await ended;
        around.Complain("stopped");
        return cancel.IsCancellationRequested ? ExitCode.Ok : ExitCode.Fault;

        async Task KeepStoriesAsync()
        {
            using var mine = await new StoryLock(StoreOption.FileOf(request.Store)).WaitAsync(
                clock,
                () => around.Complain("another process keeps the stories of this store: they are printed here once it ends"),
                stop.Token
            );
            await new DeskWorker(store, shelf, reader, changes, clock, request.WindowDays).RunAsync(
                stop.Token,
                failed => around.Complain($"report {failed.ArticleId} could not be read and stands in no story: {failed.Fault.Message}")
            );
        }
    }

    private static async Task ShowAsync(DeskChanges.Listener changes, Shown shown, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            if (await changes.NextAsync(Timeout.InfiniteTimeSpan, cancel) is { Kind: DeskChangeKind.Story, StoryId: { } id })
                await shown.ShowAsync(id, cancel);
        }
    }

    internal sealed record WatchRequest(string? Store, bool Short, int WindowDays, int Least, bool AllowPrivate = false, bool Quick = false);

    /// <summary>A line for each round that did something, and now and then one that says that all is well.</summary>
    private sealed class Heartbeat(Surroundings around, TimeProvider clock)
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

        private DateTimeOffset _said = DateTimeOffset.MinValue;

        private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        public void Told(RoundCounts counts, DateTimeOffset? next)
        {
            var now = clock.GetUtcNow();
            var isBusy = counts.Feeds + counts.Fetched > 0;
            if (!isBusy && now - _said < Longest) return;
            _said = now;
            var when = next is { } at ? $"next look at {Clock(at < now ? now : at)}" : "no feed to look at";
            around.Error.WriteLine($"{Clock(now)}  {(isBusy ? FetchCommand.Line(counts) : "nothing is due")}; {when}");
        }
    }

    /// <summary>Prints a story as it is now.</summary>
    private sealed class Shown(INewsStore store, DeepReader reader, WatchRequest request, Surroundings around)
    {
        private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);

        public async Task ShowAsync(string id, CancellationToken cancel)
        {
            if (await store.FindStoryAsync(id, cancel) is not { } story || story.Reports.Length < request.Least) return;
            // it is printed as deeply read as it can be; that it is briefed so once more is nothing new
            if (_versions.GetValueOrDefault(id, -1) == story.Version) return;
            _versions[id] = story.Version;
            if (request.Short)
            {
                around.Print(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{SearchCommand.Plain(story.Title ?? "")}  ({Hearsay.App.Web.Shown.Count(story.Reports.Length, "report")}, {story.Id})\n"
                    )
                );
                return;
            }
            var articles = await store.FindArticlesAsync([.. story.Reports.Select(r => r.ArticleId)], cancel);
            if (articles.IsEmpty) return;
            var read = await reader.ReadAsync(store, articles, cancel);
            var briefing = Reader.Brief(read.Reports, story.Id, read.Deep);
            around.Print(
                TerminalBriefing.Write(
                    new BriefingDocument([.. briefing.Story.Reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal)], [briefing.At(BriefingLength.Page)], []),
                    around.Colour
                ) + "\n"
            );
        }
    }
}
