using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
using Hearsay.App.Web;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Feeds;

/// <summary>`hearsay fetch`: looks once at what is due and reads what is new into the store.</summary>
internal static class FetchCommand
{
    private const int MostProblems = 20;

    public static Command Build(Surroundings around)
    {
        var store = StoreOption.Build();
        var all = new Option<bool>("--all") { Description = "Look at every feed, due or not" };
        var feedsOnly = new Option<bool>("--feeds-only") { Description = "Look at feeds but leave their reports unread" };
        var again = new Option<string?>("--again")
        {
            Description =
                "Read the reports of this time on once more (a day, a moment, or a time back: 36h), to see which outlet changed its text; "
                + "looks at no feed, or with --all at every one as well",
            HelpName = "TIME",
        };
        var command = new Command("fetch", "Look at the feeds that are due, and read their new reports into the store.")
        {
            store, all, feedsOnly, again,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(again) is not null && result.GetValue(feedsOnly))
                result.AddError("--again reads reports, --feeds-only leaves them unread: give one of the two");
        });
        var format = FormatOption.On(command);
        var web = WebOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.Open(parsed.GetValue(store));
            var (from, _, error) = StoredReports.Understand(parsed.GetValue(again), null, DateTimeOffset.UtcNow);
            if (error is not null)
                return FeedsCommand.Complain(around, error.Replace("--since", "--again", StringComparison.Ordinal), ExitCode.WrongUsage);
            using var fetcher = web.Open(parsed);
            var asked = new Asked(from, parsed.GetValue(all), parsed.GetValue(feedsOnly), web.AllowsPrivate(parsed));
            var code = await RunAsync(opened, fetcher, asked, new Teller(around, format.IsJson(parsed, around)), cancel);
            if (!asked.FeedsOnly && !cancel.IsCancellationRequested)
                await ImportCommand.ReadStoriesAsync(opened, parsed.GetValue(store), around, cancel);
            return code;
        });
        return command;
    }

    private static async Task<int> RunAsync(INewsStore store, Fetcher fetcher, Asked asked, Teller teller, CancellationToken cancel)
    {
        var last = new RoundCounts();
        try
        {
            last = await LongWork.ShowAsync(
                teller.Around,
                "Fetching",
                "reports",
                tick => WorkAsync(store, fetcher, asked, counts => tick((last = counts).Fetched, counts.Fetched, counts.Waiting), cancel)
            );
        }
        catch (OperationCanceledException)
        {
            await teller.TellAsync(last, store);
            return FeedsCommand.Complain(teller.Around, "stopped: the same command goes on from here", ExitCode.Stopped);
        }
        var feeds = await teller.TellAsync(last, store);
        if (last.Feeds == 0 && (asked.Again is null || asked.All)) teller.Around.Complain(NothingDue(feeds));
        return last.Problems.IsEmpty ? ExitCode.Ok : ExitCode.UnreadInput;
    }

    private static async Task<RoundCounts> WorkAsync(
        INewsStore store,
        Fetcher fetcher,
        Asked asked,
        Action<RoundCounts> told,
        CancellationToken cancel
    )
    {
        var (clock, seed) = (TimeProvider.System, Random.Shared.Next());
        var before = asked.Again is { } time
            ? await new SecondLook(store, new ArticleFetch(store, fetcher, clock, seed)).RunAsync(time, told, cancel)
            : new RoundCounts();
        if (asked.Again is not null && !asked.All) return before;
        var now = clock.GetUtcNow();
        if (asked.AllowPrivate) await RefusedFeeds.ReleaseAsync(store, now, cancel);
        var feeds = (await store.FeedsAsync(cancel)).Where(f => !f.IsPaused && !f.IsGone && (asked.All || f.NextDue <= now));
        return before.Plus(
            await new FeedRound(store, fetcher, clock, seed).RunAsync([.. feeds], asked.FeedsOnly, counts => told(before.Plus(counts)), cancel)
        );
    }

    /// <summary>The counts on a line.</summary>
    public static string Line(RoundCounts counts)
    {
        var parts = new List<string>
        {
            $"{Shown.Count(counts.Feeds, "feed")} looked at",
            $"{Shown.Count(counts.Items, "new item")}; {Shown.Count(counts.New, "report")} new",
            string.Create(CultureInfo.InvariantCulture, $"{counts.Revised:N0} revised"),
            string.Create(CultureInfo.InvariantCulture, $"{counts.Known:N0} known already"),
        };
        if (counts.Failed > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{counts.Failed:N0} not read"));
        if (counts.Later > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{counts.Later:N0} asked again later"));
        return string.Join(", ", parts);
    }

    private sealed record Asked(DateTimeOffset? Again, bool All, bool FeedsOnly, bool AllowPrivate);

    private static string NothingDue(ImmutableArray<Feed> feeds) =>
        feeds.IsEmpty ? "no feeds are followed: add one with `hearsay feeds add ADDRESS`"
        : Next(feeds) is not { } next ? "every feed is paused or gone: `hearsay feeds list` shows them"
        : $"no feed is due: the next, {SearchCommand.Plain(next.Title ?? next.Url)}, is in {Rate.Span(next.NextDue - DateTimeOffset.UtcNow)}; "
            + "--all looks at every feed now";

    private static Feed? Next(ImmutableArray<Feed> feeds) => feeds.Where(f => !f.IsPaused && !f.IsGone).MinBy(f => f.NextDue);

    /// <summary>Says what came of it, for a person or for a program.</summary>
    private sealed record Teller(Surroundings Around, bool Json)
    {
        /// <summary>Gives the feeds as they are now.</summary>
        public async Task<ImmutableArray<Feed>> TellAsync(RoundCounts counts, INewsStore store)
        {
            foreach (var problem in counts.Problems.Order(StringComparer.Ordinal).Take(MostProblems)) Around.Complain(SearchCommand.Plain(problem));
            if (counts.Problems.Length > MostProblems)
                Around.Complain(string.Create(CultureInfo.InvariantCulture, $"and {counts.Problems.Length - MostProblems:N0} more"));
            var feeds = await store.FeedsAsync(CancellationToken.None);
            if (Json) Around.PrintJson(FetchSummary.Of(counts, Next(feeds)?.NextDue));
            else Around.Print(Line(counts) + "\n");
            return feeds;
        }
    }
}

/// <summary>What came of a round, as `fetch --format json` prints it; <paramref name="NextDue"/> is null where no feed is followed.</summary>
internal sealed record FetchSummary(
    int Feeds, int Items, int New, int Revised, int Known, int NotRead, int Later, ImmutableArray<string> Problems, DateTimeOffset? NextDue
)
{
    public static FetchSummary Of(RoundCounts counts, DateTimeOffset? next) => new(
        counts.Feeds, counts.Items, counts.New, counts.Revised, counts.Known, counts.Failed, counts.Later,
        [.. counts.Problems.Order(StringComparer.Ordinal)], next
    );
}
