using System.CommandLine;
using System.Globalization;
using Hearsay.App.Imports;
using Hearsay.App.Web;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay export FILE`: the whole store as JSONL.</summary>
internal static class ExportCommand
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the records (.jsonl), or - for standard output" };
        var store = StoreOption.Build();
        var force = OutputFile.Force();
        var command = new Command("export", "Write the whole store as JSONL, a record a line; `import` reads it again.") { file, store, force };
        command.SetAction(async (parsed, cancel) =>
            OutputFile.IsFree(parsed.GetRequiredValue(file), parsed.GetValue(force), around)
                ? await RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(store), around, cancel).ConfigureAwait(false)
                : ExitCode.WrongUsage
        );
        return command;
    }

    private static async Task<int> RunAsync(string file, string? from, Surroundings around, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToRead(from);
        if (file == "-")
        {
            await ExportFile.WriteAsync(store, around.Output, _ => { }, cancel).ConfigureAwait(false);
            return ExitCode.Ok;
        }
        // beside and moved, so that a file under its own name is always a whole one
        var partial = file + ".partial";
        try
        {
            var total = (await store.StatsAsync(cancel).ConfigureAwait(false)).Articles;
            var to = new FileStream(partial, FileMode.Create);
            long count;
            await using (to.ConfigureAwait(false))
            {
                count = await LongWork
                    .ShowAsync(around, "Writing", "records", tick => ExportFile.WriteAsync(store, to, n => tick(n, n, total), cancel))
                    .ConfigureAwait(false);
            }
            File.Move(partial, file, overwrite: true);
            around.Print(string.Create(CultureInfo.InvariantCulture, $"{Shown.Count(count, "record")} written to {file}\n"));
            return ExitCode.Ok;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
