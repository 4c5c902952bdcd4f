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
        var window = new Option<int>("--window-days")
        {
            Description = "How many days a story stays open to new reports",
            DefaultValueFactory = _ => 14,
        };
        var least = new Option<int>("--least") { Description = "Only stories that so many reports tell", DefaultValueFactory = _ => 2 };
        var command = new Command("watch", "Follow the feeds and brief as news comes in, until Ctrl-C.") { store, brief, window, least };
        var web = WebOption.On(command);
        command.SetAction((parsed, cancel) => RunAsync(
            new WatchRequest(
                parsed.GetValue(store),
                parsed.GetValue(brief),
                Math.Clamp(parsed.GetValue(window), 1, 90),
                parsed.GetValue(least)
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
        var (clock, changes, shelf) = (TimeProvider.System, new DeskChanges(), new ReportShelf(ShelfPlaces));
        if ((await store.FeedsAsync(cancel)).IsEmpty)
            around.Complain("no feeds are followed yet: add one with `hearsay feeds add ADDRESS`, also while this runs");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // the listener is there before there is anything to hear
        using var listening = changes.Listen();
        Task[] work =
        [
            new FeedWorker(store, new FeedRound(store, fetcher, clock, Random.Shared.Next()), changes, clock).RunAsync(
                counts =>
                    around.Error.WriteLine(
                        string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():HH:mm:ss}Z  {FetchCommand.Line(counts)}")
                    ),
                stop.Token
            ),
            new DeskWorker(store, shelf, changes, clock, request.WindowDays).RunAsync(stop.Token),
            ShowAsync(listening, new Shown(store, shelf, request, around), stop.Token),
        ];
        // one that fails ends the others; each ends only so or when it is told to
        var ended = await Task.WhenAny(work);
        await stop.CancelAsync();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancel.IsCancellationRequested) await ended;
        around.Complain("stopped");
        return cancel.IsCancellationRequested ? ExitCode.Ok : ExitCode.Fault;
    }

    private static async Task ShowAsync(DeskChanges.Listener changes, Shown shown, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            if (await changes.NextAsync(Timeout.InfiniteTimeSpan, cancel) is { Kind: DeskChangeKind.Story, StoryId: { } id })
                await shown.ShowAsync(id, cancel);
        }
    }

    internal sealed record WatchRequest(string? Store, bool Short, int WindowDays, int Least);

    /// <summary>Prints a story as it is now.</summary>
    private sealed class Shown(INewsStore store, ReportShelf shelf, WatchRequest request, Surroundings around)
    {
        public async Task ShowAsync(string id, CancellationToken cancel)
        {
            if (await store.FindStoryAsync(id, cancel) is not { } story || story.Reports.Length < request.Least) return;
            if (request.Short)
            {
                around.Print(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{SearchCommand.Plain(story.Title ?? "")}  ({story.Reports.Length:N0} reports, {story.Id})\n"
                    )
                );
                return;
            }
            var articles = await store.FindArticlesAsync([.. story.Reports.Select(r => r.ArticleId)], cancel);
            if (articles.IsEmpty) return;
            var briefing = Reader.Brief([.. articles.Select(shelf.Read)], story.Id);
            around.Print(
                TerminalBriefing.Write(
                    new BriefingDocument([.. briefing.Story.Reports.OrderBy(r => r.Article.Id, StringComparer.Ordinal)], [briefing], []),
                    around.Colour
                ) + "\n"
            );
        }
    }
}
