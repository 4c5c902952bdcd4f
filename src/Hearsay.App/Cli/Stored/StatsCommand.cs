using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Hearsay.App.Web;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay stats`: what is in the store.</summary>
internal static class StatsCommand
{
    private const int MostOutlets = 20;

    public static Command Build(Surroundings around)
    {
        var store = StoreOption.Build();
        var check = new Option<bool>("--check") { Description = "Look the whole store over as well; fails if something is wrong with it" };
        var command = new Command("stats", "Say what is in the store.") { store, check };
        var format = FormatOption.On(command);
        command.SetAction((parsed, cancel) =>
            RunAsync(parsed.GetValue(store), parsed.GetValue(check), format.IsJson(parsed, around), around, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? file, bool check, bool json, Surroundings around, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToRead(file);
        var stats = await store.StatsAsync(cancel).ConfigureAwait(false);
        var outlets = (await store.OutletsAsync(cancel).ConfigureAwait(false))
            .OrderByDescending(o => o.Articles)
            .ThenBy(o => o.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        var unfinished = await store.UnfinishedAsync(cancel).ConfigureAwait(false);
        var faults = check ? await store.CheckAsync(cancel).ConfigureAwait(false) : (ImmutableArray<string>?)null;
        var found = new StoreOverview(StoreOption.FileOf(file), stats, outlets, [.. unfinished.Select(i => i.Source)], faults);
        if (json) around.PrintJson(found);
        else around.Print(Write(found));
        foreach (var line in faults ?? []) around.Complain(line);
        return faults is { IsEmpty: false } ? ExitCode.Store : ExitCode.Ok;
    }

    private static string Write(StoreOverview found)
    {
        var stats = found.Stats;
        var text = new StringBuilder($"{found.Store}\n");
        void Line(string name, FormattableString value) =>
            text.Append(CultureInfo.InvariantCulture, $"{name, -16}{value.ToString(CultureInfo.InvariantCulture)}\n");
        Line("reports", $"{stats.Articles:N0}");
        Line("revisions", $"{stats.Revisions:N0} ({Shown.Count(stats.Revised, "report")} {(stats.Revised == 1 ? "was" : "were")} changed)");
        if (stats.Unread > 0) Line("speakers", $"not read in {Shown.Count(stats.Unread, "report")}");
        if (stats.SetAside > 0) Line("set aside", $"{Shown.Count(stats.SetAside, "report")} that could not be read");
        if (stats.Earliest is { } earliest && stats.Latest is { } latest) Line("published", $"{earliest:yyyy-MM-dd} to {latest:yyyy-MM-dd}");
        if (stats.Undated > 0) Line("no date", $"{Shown.Count(stats.Undated, "report")}");
        Line("stories", $"{stats.Stories:N0}");
        Line("feeds", $"{stats.Feeds:N0}{(stats.WaitingItems > 0 ? $", {Shown.Count(stats.WaitingItems, "item")} to fetch" : "")}");
        Line("size", $"{stats.Bytes / 1048576.0:N1} MB{(stats.Articles > 0 ? $", {stats.Bytes / 1024.0 / stats.Articles:N1} KB a report" : "")}");
        foreach (var source in found.Unfinished) Line("unfinished", $"{source}");
        Line("outlets", $"{stats.Outlets:N0}");
        foreach (var outlet in found.Outlets.Take(MostOutlets))
            text.Append(CultureInfo.InvariantCulture, $"  {outlet.Articles, 12:N0}  {SearchCommand.Plain(outlet.Name)}\n");
        if (found.Faults is { } faults) text.Append(faults.IsEmpty ? "the store is sound\n" : Shown.Count(faults.Length, "fault") + "\n");
        return text.ToString();
    }
}

/// <summary>What is in a store, as `stats --format json` prints it; <paramref name="Faults"/> is null unless it was looked over.</summary>
internal sealed record StoreOverview(
    string Store,
    StoreStats Stats,
    ImmutableArray<Outlet> Outlets,
    ImmutableArray<string> Unfinished,
    ImmutableArray<string>? Faults
);
