using System.CommandLine;
using System.Globalization;
using System.Text;
using Hearsay.App.Api;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
using Hearsay.App.Web;
using Hearsay.Sources;
using Hearsay.Sources.Feeds;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Feeds;

/// <summary>`hearsay feeds …`: the feeds that are followed.</summary>
internal static class FeedsCommand
{
    /// <summary>How a feed is named, for the help of each command that takes one.</summary>
    public const string Named = "A feed's address, or its number in the list";

    public static Command Build(Surroundings around) => new("feeds", "The feeds that are followed: add, list, change, remove, check, import, export.")
    {
        FeedsAddCommand.Build(around), List(around), FeedsChangeCommands.Rename(around), FeedsChangeCommands.Move(around),
        FeedsChangeCommands.Pause(around), FeedsChangeCommands.Resume(around), Remove(around), Import(around), Export(around),
        FeedsCheckCommand.Build(around),
    };

    private static Command List(Surroundings around)
    {
        var store = StoreOption.Build();
        var command = new Command("list", "List the feeds with their health.") { store };
        var format = FormatOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.OpenToRead(parsed.GetValue(store));
            var feeds = await opened.FeedsAsync(cancel);
            if (format.IsJson(parsed, around))
            {
                around.PrintJson(feeds.Select(FeedItemView.Of));
                return ExitCode.Ok;
            }
            var text = new StringBuilder();
            foreach (var feed in feeds) text.Append(Line(feed, DateTimeOffset.UtcNow));
            around.Print(text.Length > 0 ? text.ToString() : "no feeds: add one with `hearsay feeds add ADDRESS`\n");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Remove(Surroundings around)
    {
        var feeds = new Argument<string[]>("FEED") { Description = Named, Arity = ArgumentArity.OneOrMore };
        var store = StoreOption.Build();
        var command = new Command("remove", "Follow feeds no more; their reports stay.") { feeds, store };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = StoreOption.Open(parsed.GetValue(store));
            var code = ExitCode.Ok;
            foreach (var named in parsed.GetRequiredValue(feeds))
            {
                if (await FindAsync(opened, named, cancel) is { } feed && await opened.RemoveFeedAsync(feed.Id, cancel))
                    around.Print($"removed {feed.Url}\n");
                else (code, _) = (ExitCode.Store, Complain(around, NoFeed(named)));
            }
            return code;
        });
        return command;
    }

    private static Command Import(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "A list of feeds (OPML), as other readers write it" };
        var store = StoreOption.Build();
        var command = new Command("import", "Add the feeds of an OPML file; folders become groups.") { file, store };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path)) return Complain(around, $"{path}: there is no such file", ExitCode.UnreadInput);
            var (found, reason) = Opml.Read(await File.ReadAllBytesAsync(path, cancel), out var passed);
            if (reason is not null) return Complain(around, $"{path}: {reason}", ExitCode.UnreadInput);
            await using var opened = StoreOption.Open(parsed.GetValue(store));
            var counts = await FeedList.AddAsync(opened, found, DateTimeOffset.UtcNow, cancel);
            var groups = counts.Groups is { Length: > 0 } said ? $" ({said})" : "";
            var left = passed > 0 ? " (their addresses are not of the web)" : "";
            around.Print(
                string.Create(
                    CultureInfo.InvariantCulture, $"{counts.Added:N0} added, {counts.Known:N0} known already{groups}, {passed:N0} passed over{left}\n"
                )
            );
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Export(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the list (.opml), or - for standard output" };
        var store = StoreOption.Build();
        var force = OutputFile.Force();
        var command = new Command("export", "Write the feeds as OPML; groups become folders.") { file, store, force };
        command.SetAction(async (parsed, cancel) =>
        {
            if (!OutputFile.IsFree(parsed.GetRequiredValue(file), parsed.GetValue(force), around)) return ExitCode.WrongUsage;
            await using var opened = StoreOption.OpenToRead(parsed.GetValue(store));
            var list = Opml.Write(
                "Feeds of Hearsay",
                (await opened.FeedsAsync(cancel)).Select(f => new OpmlFeed(
                    new Uri(f.Url),
                    f.Title,
                    WebAddress.Read(f.Site),
                    OpmlFeed.FoldersOf(f.Group)
                ))
            );
            if (parsed.GetRequiredValue(file) == "-") around.Print(Encoding.UTF8.GetString(list));
            else await File.WriteAllBytesAsync(parsed.GetRequiredValue(file), list, cancel);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The feed that an address, in any of its spellings, or a number names.</summary>
    internal static Task<Feed?> FindAsync(INewsStore store, string named, CancellationToken cancel) =>
        store.FindFeedAsync(named.All(char.IsAsciiDigit) ? named : WebAddress.Read(named)?.AbsoluteUri ?? named, cancel);

    /// <summary>Said of a feed that is not followed.</summary>
    internal static string NoFeed(string named) => $"there is no feed {named}: `hearsay feeds list` shows their numbers and addresses";

    internal static int Complain(Surroundings around, string line, int code = ExitCode.UnreadInput)
    {
        around.Complain(line);
        return code;
    }

    /// <summary>A feed on a line: number, state, title, address; on a second one what is wrong.</summary>
    private static string Line(Feed feed, DateTimeOffset now)
    {
        var state = feed.IsGone ? "gone" : feed.IsPaused ? "paused" : feed.Failures > 0 ? "failing" : feed.LastPolled is null ? "new" : "fine";
        var group = feed.Group is null ? "" : $"[{SearchCommand.Plain(feed.Group)}] ";
        var when = feed.IsGone || feed.IsPaused ? "" : feed.NextDue <= now ? ", due now" : $", due in {Rate.Span(feed.NextDue - now)}";
        var rhythm = $"{Shown.Count(feed.Items, "item")}, every {Rate.Span(feed.Interval)}{when}";
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{feed.Id, 4}  {state, -8}{group}{SearchCommand.Plain(feed.Title ?? "")}  {feed.Url}  ({rhythm})\n"
        );
        return feed.LastError is { } error
            ? $"{line}      {SearchCommand.Plain(error)}{(feed.Failures > 1 ? string.Create(CultureInfo.InvariantCulture, $", {feed.Failures} times in a row") : "")}\n"
            : line;
    }
}
