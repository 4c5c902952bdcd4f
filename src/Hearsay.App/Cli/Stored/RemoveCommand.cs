using System.CommandLine;
using Hearsay.Briefings;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay remove ID…`: reports out of the store, and out of their stories.</summary>
internal static class RemoveCommand
{
    public static Command Build(Surroundings around)
    {
        var ids = new Argument<string[]>("ID") { Description = "Reports, each by its id or how that begins, its address, or the file that it came from", Arity = ArgumentArity.OneOrMore };
        ids.Validators.Add(Arguments.RefuseUnknownOptions);
        var store = StoreOption.Build();
        var command = new Command("remove", "Take reports out of the store for good: imports and feeds pass them over from then on.") { ids, store };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(ids), parsed.GetValue(store), around, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] ids, string? file, Surroundings around, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToChange(file);
        var code = ExitCode.Ok;
        foreach (var id in ids)
        {
            if (await NamedReport.FindAsync(store, id, around, cancel) is { } article)
            {
                await store.RemoveAsync([article.Id], SetCommand.Person, DateTimeOffset.UtcNow, cancel);
                around.Print($"removed: {article.Id}  {SearchCommand.Plain(HeadlineText.Of(article.Article))}\n");
                continue;
            }

            code = ExitCode.Store;
        }

        await ImportCommand.ReadStoriesAsync(store, file, around, cancel);
        return code;
    }
}
