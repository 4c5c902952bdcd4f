using System.CommandLine;
using System.Globalization;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Web;
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
        var format = FormatOption.On(command);
        var web = WebOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var addresses = await AddressesAsync(parsed.GetValue(feeds) ?? [], parsed.GetValue(store), around, cancel);
            if (addresses is null) return ExitCode.Store;
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
            if (format.IsJson(parsed, around)) around.PrintJson(addresses.Zip(polls, CheckedFeed.Of));
            else foreach (var (address, poll) in addresses.Zip(polls)) around.Print(Line(address, poll));
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
        var latest = newest is { } time ? string.Create(CultureInfo.InvariantCulture, $", the newest {time.UtcDateTime:u}") : "";
        var what = $"{Kind(feed.Kind)}, {SearchCommand.Plain(feed.Title ?? "no title")}, {Shown.Count(feed.Items.Length, "item")}";
        return $"fine    {address}  {what}{latest}{moved}\n";
    }

    internal static string Kind(FeedKind kind) => kind switch
    {
        FeedKind.Rss => "RSS",
        FeedKind.Json => "JSON Feed",
        FeedKind.Sitemap => "sitemap",
        FeedKind.SitemapIndex => "list of sitemaps",
        _ => kind.ToString(),
    };
}

/// <summary>What a feed answers, as `feeds check --format json` prints it; <paramref name="Reason"/> says why where it is not fine.</summary>
internal sealed record CheckedFeed(
    string Url, bool Fine, string? Kind, string? Title, int Items, DateTimeOffset? Newest, string? MovedTo, string? Reason
)
{
    public static CheckedFeed Of(Uri address, FeedPoll poll) => new(
        address.AbsoluteUri,
        poll.Feed is not null,
        poll.Feed is { } feed ? FeedsCheckCommand.Kind(feed.Kind) : null,
        poll.Feed?.Title,
        poll.Feed?.Items.Length ?? 0,
        poll.Feed?.Items.Select(i => i.Published).Max(),
        poll.Answer.MovedTo?.AbsoluteUri,
        poll.Feed is null ? poll.Reason : null
    );
}
