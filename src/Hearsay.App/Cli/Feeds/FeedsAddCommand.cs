using System.Collections.Immutable;
using System.CommandLine;
using Hearsay.App.Cli.Stored;
using Hearsay.Sources;
using Hearsay.Sources.Feeds;
using Hearsay.Sources.Polling;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Feeds;

/// <summary>`hearsay feeds add ADDRESS…`: a feed, or the feed of a page.</summary>
internal static class FeedsAddCommand
{
    public static Command Build(Surroundings around)
    {
        var addresses = new Argument<string[]>("ADDRESS") { Description = "A feed, or a page that offers one", Arity = ArgumentArity.OneOrMore };
        addresses.Validators.Add(Arguments.RefuseUnknownOptions);
        var store = StoreOption.Build();
        var group = new Option<string?>("--group")
        {
            Description = "The group it belongs to, with / between groups within groups",
            HelpName = "NAME",
        };
        var all = new Option<bool>("--all") { Description = "Of a page that offers several feeds, add all" };
        var unchecked_ = new Option<bool>("--unchecked") { Description = "Add the address as it is, without asking it" };
        var command = new Command("add", "Follow feeds.") { addresses, store, group, all, unchecked_ };
        var web = WebOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.Open(parsed.GetValue(store));
            using var fetcher = web.Open(parsed);
            var adding = new Adding(opened, fetcher, parsed.GetValue(group), parsed.GetValue(all), around);
            var code = ExitCode.Ok;
            foreach (var address in parsed.GetRequiredValue(addresses))
            {
                var uri =
                    WebAddress.Read(address) ?? WebAddress.Read(address.Contains("://", StringComparison.Ordinal) ? null : "https://" + address);
                var done = uri is null ? FeedsCommand.Complain(around, $"{address}: no address of the web", ExitCode.WrongUsage) == ExitCode.Ok
                    : parsed.GetValue(unchecked_) ? await adding.KeepAsync(uri, null, cancel) : await adding.FollowAsync(uri, cancel);
                if (!done) code = uri is null ? ExitCode.WrongUsage : ExitCode.UnreadInput;
            }
            return code;
        });
        return command;
    }

    private sealed class Adding(INewsStore store, Fetcher fetcher, string? group, bool all, Surroundings around)
    {
        /// <summary>Adds the feed that is at an address, or the one that the page there offers.</summary>
        public async Task<bool> FollowAsync(Uri address, CancellationToken cancel)
        {
            var poll = await new FeedPoller(fetcher).PollAsync(address, cancellation: cancel);
            if (poll.Feed is { } feed) return await KeepAsync(poll.Answer.MovedTo ?? address, feed, cancel);
            if (poll.Answer.Outcome != WebOutcome.Content) return Complain($"{address}: {poll.Reason}");
            var (page, _, reason) = await WebSource.ReadAsync(new FetchRequest(address), fetcher, TimeProvider.System, cancel);
            var offered = page is null ? [] : FeedDiscovery.Find(page.Content, new Uri(page.Url!));
            if (offered.IsEmpty) return Complain($"{address}: {reason ?? poll.Reason}, and it offers none");
            if (offered.Length > 1 && !all) return Choose(address, offered);
            var good = true;
            foreach (var candidate in offered)
            {
                var tried = await new FeedPoller(fetcher).PollAsync(candidate.Address, cancellation: cancel);
                good &= tried.Feed is { } found
                    ? await KeepAsync(tried.Answer.MovedTo ?? candidate.Address, found, cancel)
                    : Complain($"{candidate.Address}: {tried.Reason}");
            }
            return good;
        }

        /// <summary>Adds a feed to the store, due at once.</summary>
        public async Task<bool> KeepAsync(Uri address, FeedDocument? feed, CancellationToken cancel)
        {
            var now = DateTimeOffset.UtcNow;
            var (kept, isNew) = await store.AddFeedAsync(
                new Feed
                {
                    Url = address.AbsoluteUri,
                    Title = feed?.Title,
                    Site = feed?.Site?.AbsoluteUri,
                    Group = group,
                    AddedAt = now,
                    NextDue = now,
                },
                cancel
            );
            around.Print($"{(isNew ? "added" : "known already")}: {(kept.Title is { } title ? SearchCommand.Plain(title) + "  " : "")}{kept.Url}\n");
            return true;
        }

        private bool Choose(Uri address, ImmutableArray<FeedCandidate> offered)
        {
            around.Complain($"{address} offers {offered.Length} feeds: name one of these, or add --all");
            foreach (var candidate in offered) around.Error.WriteLine($"  {candidate.Address}  {SearchCommand.Plain(candidate.Title ?? "")}");
            return false;
        }

        private bool Complain(string line)
        {
            around.Complain(line);
            return false;
        }
    }
}
