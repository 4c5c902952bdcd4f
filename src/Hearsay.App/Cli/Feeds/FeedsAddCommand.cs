using System.CommandLine;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;

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
            var subscriber = new FeedSubscriber(opened, fetcher, TimeProvider.System);
            var code = ExitCode.Ok;
            foreach (var address in parsed.GetRequiredValue(addresses))
            {
                if (FeedSubscriber.AddressOf(address) is not { } uri)
                {
                    code = FeedsCommand.Complain(around, FeedSubscriber.NoAddress(address), ExitCode.WrongUsage);
                    continue;
                }
                var done = parsed.GetValue(unchecked_)
                    ? new Subscription { Kept = [await subscriber.KeepAsync(uri, null, parsed.GetValue(group), cancel)] }
                    : await subscriber.FollowAsync(uri, parsed.GetValue(group), parsed.GetValue(all), cancel);
                Tell(around, uri, done);
                if (!done.Refused.IsEmpty || !done.Offered.IsEmpty) code = ExitCode.UnreadInput;
            }
            return code;
        });
        return command;
    }

    private static void Tell(Surroundings around, Uri address, Subscription done)
    {
        foreach (var (feed, isNew) in done.Kept)
            around.Print($"{(isNew ? "added" : "known already")}: {(feed.Title is { } title ? SearchCommand.Plain(title) + "  " : "")}{feed.Url}\n");
        foreach (var reason in done.Refused) around.Complain(reason);
        if (done.Offered.IsEmpty) return;
        around.Complain($"{address} offers {done.Offered.Length} feeds: name one of these, or add --all");
        foreach (var candidate in done.Offered) around.Error.WriteLine($"  {candidate.Address}  {SearchCommand.Plain(candidate.Title ?? "")}");
    }
}
