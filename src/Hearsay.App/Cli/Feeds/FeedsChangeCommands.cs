using System.CommandLine;
using Hearsay.App.Cli.Stored;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Feeds;

/// <summary>`hearsay feeds rename|move|pause|resume`: what a person decides of a feed that is followed.</summary>
internal static class FeedsChangeCommands
{
    public static Command Rename(Surroundings around)
    {
        var feed = One();
        var name = new Argument<string>("NAME") { Description = "What to call it from now on" };
        return Finished(new Command("rename", "Give a feed another name.") { feed, name }, around, parsed => new Change(
            [parsed.GetRequiredValue(feed)],
            f => f with { Title = parsed.GetRequiredValue(name) },
            f => $"renamed: {f.Title}  {f.Url}"
        ));
    }

    public static Command Move(Surroundings around)
    {
        var feed = One();
        var group = new Argument<string?>("GROUP")
        {
            Description = "The group, with / between groups within groups; none takes it out of its group", Arity = ArgumentArity.ZeroOrOne,
        };
        return Finished(new Command("move", "Put a feed into another group.") { feed, group }, around, parsed => new Change(
            [parsed.GetRequiredValue(feed)],
            f => f with { Group = parsed.GetValue(group) is { Length: > 0 } given ? given : null },
            f => f.Group is null ? $"in no group: {f.Url}" : $"in {f.Group}: {f.Url}"
        ));
    }

    public static Command Pause(Surroundings around)
    {
        var feeds = Several();
        return Finished(new Command("pause", "Look at feeds no more until they are resumed.") { feeds }, around, parsed => new Change(
            parsed.GetRequiredValue(feeds), f => f with { IsPaused = true }, f => $"paused {f.Url}"
        ));
    }

    public static Command Resume(Surroundings around)
    {
        var feeds = Several();
        return Finished(new Command("resume", "Look at paused feeds again.") { feeds }, around, parsed => new Change(
            parsed.GetRequiredValue(feeds), f => f with { IsPaused = false }, f => $"resumed {f.Url}"
        ));
    }

    private static Argument<string> One() => new("FEED") { Description = FeedsCommand.Named };

    private static Argument<string[]> Several() => new("FEED") { Description = FeedsCommand.Named, Arity = ArgumentArity.OneOrMore };

    private static Command Finished(Command command, Surroundings around, Func<ParseResult, Change> asked)
    {
        var store = StoreOption.Build();
        command.Options.Add(store);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.OpenToRead(parsed.GetValue(store));
            return await RunAsync(opened, asked(parsed), around, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(INewsStore store, Change change, Surroundings around, CancellationToken cancel)
    {
        var code = ExitCode.Ok;
        foreach (var named in change.Feeds)
        {
            if (
                await FeedsCommand.FindAsync(store, named, cancel) is not { } feed
                || await store.UpdateFeedAsync(feed.Id, change.Made, cancel) is not { } changed
            )
            {
                code = FeedsCommand.Complain(around, FeedsCommand.NoFeed(named), ExitCode.Store);
                continue;
            }
            around.Print(SearchCommand.Plain(change.Told(changed)) + "\n");
        }
        return code;
    }

    /// <summary>What to change of which feeds, and what to say of each.</summary>
    private sealed record Change(string[] Feeds, Func<Feed, Feed> Made, Func<Feed, string> Told);
}
