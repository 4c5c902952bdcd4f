using System.CommandLine;
using Hearsay.Briefings;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay set ID`: a report's outlet, date or address as a person knows it.</summary>
internal static class SetCommand
{
    /// <summary>Who sets what a command sets.</summary>
    public const string Person = "person";

    public static Command Build(Surroundings around)
    {
        var id = new Argument<string>("ID") { Description = NamedReport.Help };
        var store = StoreOption.Build();
        var outlet = new Option<string?>("--outlet") { Description = "Who published it; \"\" takes back what was set", HelpName = "NAME" };
        var date = new Option<string?>("--date") { Description = "The day on which it was published; \"\" takes it back", HelpName = "YYYY-MM-DD" };
        var url = new Option<string?>("--url") { Description = "The address at which it was published; \"\" takes it back", HelpName = "ADDRESS" };
        var command = new Command("set", "Set a report's outlet, date or address by hand: it holds against what its page says, now and later.")
        {
            id, store, outlet, date, url,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(id),
            new SettingChange(parsed.GetValue(outlet), parsed.GetValue(date), parsed.GetValue(url)),
            parsed.GetValue(store),
            around,
            cancel
        ));
        return command;
    }

    private static async Task<int> RunAsync(string id, SettingChange change, string? file, Surroundings around, CancellationToken cancel)
    {
        if (change.Fault() is { } fault)
        {
            around.Complain(fault);
            return ExitCode.WrongUsage;
        }

        await using var store = StoreOption.OpenToChange(file);
        if (await NamedReport.FindAsync(store, id, around, cancel) is not { } article) return ExitCode.Store;
        if (await store.SetAsync(article.Id, change, Person, DateTimeOffset.UtcNow, cancel) is { } refusal)
        {
            around.Complain(refusal);
            return ExitCode.Store;
        }

        await ImportCommand.ReadStoriesAsync(store, file, around, cancel);
        around.Print($"set: {article.Id}  {SearchCommand.Plain(HeadlineText.Of(article.Article))}\n");
        return ExitCode.Ok;
    }
}
