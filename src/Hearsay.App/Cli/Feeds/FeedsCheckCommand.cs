using System.CommandLine;
using System.Globalization;
using Hearsay.App.Cli.Stored;
using Hearsay.Sources;
using Hearsay.Sources.Feeds;
using Hearsay.Sources.Polling;

namespace Hearsay.App.Cli.Feeds;

/// <summary>`hearsay feeds check`: does each feed answer, and with what? Nothing is kept.</summary>
internal static class FeedsCheckCommand
{
    private const int AtOnce = 8;

    public static Command Build(Surroundings around)
    {
        var feeds = new Argument<string[]>("FEED")
        {
            Description = "Feeds by address or number, also ones that are not followed; all that are followed where none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
        feeds.Validators.Add(Arguments.RefuseUnknownOptions);
        var store = StoreOption.Build();
        var command = new Command("check", "Ask feeds now and say what they answer; nothing is kept.") { feeds, store };
        var web = WebOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var addresses = await AddressesAsync(parsed.GetValue(feeds) ?? [], parsed.GetValue(store), around, cancel);
            if (addresses is null) return ExitCode.UnreadInput;
            using var fetcher = web.Open(parsed);
            var poller = new FeedPoller(fetcher);
            var polls = new FeedPoll[addresses.Count];
            var done = 0;
            await LongWork.ShowAsync(around, "Asking", "feeds", async tick =>
            {
                await Parallel.ForEachAsync(
                    Enumerable.Range(0, addresses.Count),
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
                    async (i, token) =>
                {
                    polls[i] = await poller.PollAsync(addresses[i], cancellation: token);
                    tick(Interlocked.Increment(ref done), done, addresses.Count);
                });
                return 0;
            });
            foreach (var (address, poll) in addresses.Zip(polls)) around.Print(Line(address, poll));
            return polls.All(p => p.IsGood) ? ExitCode.Ok : ExitCode.UnreadInput;
        });
        return command;
    }

    private static async Task<List<Uri>?> AddressesAsync(string[] named, string? file, Surroundings around, CancellationToken cancel)
    {
        if (named.Length > 0 && named.All(n => WebAddress.Read(n) is not null)) return [.. named.Select(n => WebAddress.Read(n)!)];
        await using var store = StoreOption.OpenToRead(file);
        if (named.Length == 0) return [.. (await store.FeedsAsync(cancel)).Select(f => new Uri(f.Url))];
        var found = new List<Uri>();
        foreach (var name in named)
        {
            if (WebAddress.Read(name) is { } address) found.Add(address);
            else if (await FeedsCommand.FindAsync(store, name, cancel) is { } feed) found.Add(new Uri(feed.Url));
            else
            {
                around.Complain(FeedsCommand.NoFeed(name));
                return null;
            }
        }
        return found;
    }

    private static string Line(Uri address, FeedPoll poll)
    {
        if (poll.Feed is not { } feed) return $"failed  {address}  {SearchCommand.Plain(poll.Reason ?? "")}\n";
        var newest = feed.Items.Select(i => i.Published).Max();
        var moved = poll.Answer.MovedTo is { } to ? $", moved to {to}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"fine    {address}  {Kind(feed.Kind)}, {SearchCommand.Plain(feed.Title ?? "no title")}, {feed.Items.Length:N0} {(feed.Items.Length == 1 ? "item" : "items")}{(newest is { } time ? $", the newest {time.UtcDateTime:u}" : "")}{moved}\n"
        );
    }

    private static string Kind(FeedKind kind) => kind switch
    {
        FeedKind.Rss => "RSS",
        FeedKind.Json => "JSON Feed",
        FeedKind.Sitemap => "sitemap",
        FeedKind.SitemapIndex => "list of sitemaps",
        _ => kind.ToString(),
    };
}
