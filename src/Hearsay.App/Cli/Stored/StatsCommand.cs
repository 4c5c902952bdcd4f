using System.CommandLine;
using System.Globalization;
using System.Text;

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
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(store), parsed.GetValue(check), around, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? file, bool check, Surroundings around, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToRead(file);
        var stats = await store.StatsAsync(cancel).ConfigureAwait(false);
        var outlets = await store.OutletsAsync(cancel).ConfigureAwait(false);
        var text = new StringBuilder($"{StoreOption.FileOf(file)}\n");
        void Line(string name, FormattableString value) =>
            text.Append(CultureInfo.InvariantCulture, $"{name, -16}{value.ToString(CultureInfo.InvariantCulture)}\n");
        Line("reports", $"{stats.Articles:N0}");
        Line("revisions", $"{stats.Revisions:N0} ({stats.Revised:N0} reports were changed)");
        if (stats.Unread > 0) Line("speakers", $"not read in {stats.Unread:N0} reports");
        if (stats.Earliest is { } earliest && stats.Latest is { } latest) Line("days", $"{earliest:yyyy-MM-dd} to {latest:yyyy-MM-dd}");
        Line("stories", $"{stats.Stories:N0}");
        Line("feeds", $"{stats.Feeds:N0}{(stats.WaitingItems > 0 ? $", {stats.WaitingItems:N0} items to fetch" : "")}");
        Line("size", $"{stats.Bytes / 1048576.0:N1} MB{(stats.Articles > 0 ? $", {stats.Bytes / 1024.0 / stats.Articles:N1} KB a report" : "")}");
        foreach (var import in await store.UnfinishedAsync(cancel).ConfigureAwait(false)) Line("unfinished", $"{import.Source}");
        Line("outlets", $"{stats.Outlets:N0}");
        foreach (var outlet in outlets.OrderByDescending(o => o.Articles).ThenBy(o => o.Name, StringComparer.Ordinal).Take(MostOutlets))
            text.Append(CultureInfo.InvariantCulture, $"  {outlet.Articles, 12:N0}  {SearchCommand.Plain(outlet.Name)}\n");
        around.Print(text.ToString());
        if (!check) return ExitCode.Ok;
        var wrong = await store.CheckAsync(cancel).ConfigureAwait(false);
        foreach (var line in wrong) around.Complain(line);
        around.Print(wrong.IsEmpty ? "the store is sound\n" : $"{wrong.Length} faults\n");
        return wrong.IsEmpty ? ExitCode.Ok : ExitCode.Store;
    }
}
