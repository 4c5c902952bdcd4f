using System.CommandLine;
using System.Globalization;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
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
            Description = "Read the reports of this time on once more (a day, a moment, or a time back: 36h), to see which outlet changed its text",
            HelpName = "TIME",
        };
        var command = new Command("fetch", "Look at the feeds that are due, and read their new reports into the store.")
        {
            store, all, feedsOnly, again,
        };
        var web = WebOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.Open(parsed.GetValue(store));
            var (from, _, error) = StoredReports.Understand(parsed.GetValue(again), null, DateTimeOffset.UtcNow);
            if (error is not null)
                return FeedsCommand.Complain(around, error.Replace("--since", "--again", StringComparison.Ordinal), ExitCode.WrongUsage);
            using var fetcher = web.Open(parsed);
            var last = new RoundCounts();
            try
            {
                last = await LongWork.ShowAsync(
                    around,
                    "Fetching",
                    "reports",
                    tick => WorkAsync(counts => tick((last = counts).Fetched, counts.Fetched, counts.Waiting))
                );
            }
            catch (OperationCanceledException)
            {
                Tell(last, around);
                return FeedsCommand.Complain(around, "stopped: the same command goes on from here", ExitCode.Stopped);
            }
            Tell(last, around);
            return last.Problems.IsEmpty ? ExitCode.Ok : ExitCode.UnreadInput;

            async Task<RoundCounts> WorkAsync(Action<RoundCounts> told)
            {
                if (from is { } time)
                    return await new SecondLook(opened, new ArticleFetch(opened, fetcher, TimeProvider.System, Random.Shared.Next())).RunAsync(
                        time,
                        told,
                        cancel
                    );
                var round = new FeedRound(opened, fetcher, TimeProvider.System, Random.Shared.Next());
                if (!parsed.GetValue(all) && !parsed.GetValue(feedsOnly)) return await round.RunAsync(told, cancel);
                var feeds = parsed.GetValue(all)
                    ? [.. (await opened.FeedsAsync(cancel)).Where(f => !f.IsPaused && !f.IsGone)]
                    : await opened.DueFeedsAsync(DateTimeOffset.UtcNow, int.MaxValue, cancel);
                return await round.RunAsync(feeds, parsed.GetValue(feedsOnly), told, cancel);
            }
        });
        return command;
    }

    /// <summary>The counts on a line.</summary>
    public static string Line(RoundCounts counts)
    {
        var parts = new List<string>
        {
            string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Feeds:N0} feeds looked at, {counts.Items:N0} new items; {counts.New:N0} reports new, {counts.Revised:N0} revised, {counts.Known:N0} known already"
            ),
        };
        if (counts.Failed > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{counts.Failed:N0} not read"));
        if (counts.Later > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{counts.Later:N0} asked again later"));
        return string.Join(", ", parts);
    }

    private static void Tell(RoundCounts counts, Surroundings around)
    {
        foreach (var problem in counts.Problems.Order(StringComparer.Ordinal).Take(MostProblems)) around.Complain(SearchCommand.Plain(problem));
        if (counts.Problems.Length > MostProblems)
            around.Complain(string.Create(CultureInfo.InvariantCulture, $"and {counts.Problems.Length - MostProblems:N0} more"));
        around.Print(Line(counts) + "\n");
    }
}
