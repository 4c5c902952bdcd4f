using System.CommandLine;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay backup FILE`: a copy of the store while it is in use.</summary>
internal static class BackupCommand
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the copy" };
        var store = StoreOption.Build();
        var force = OutputFile.Force();
        var command = new Command("backup", "Copy the store, as it is at one moment, while others read and write it.")
        {
            file, store, force,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var to = Path.GetFullPath(parsed.GetRequiredValue(file));
            if (to == StoreOption.FileOf(parsed.GetValue(store)))
            {
                around.Complain($"{to} is the store itself");
                return ExitCode.WrongUsage;
            }
            return OutputFile.IsFree(to, parsed.GetValue(force), around)
                ? await RunAsync(to, parsed.GetValue(store), around, cancel).ConfigureAwait(false)
                : ExitCode.WrongUsage;
        });
        return command;
    }

    private static async Task<int> RunAsync(string file, string? from, Surroundings around, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToRead(from);
        // an older copy stays until the new one is whole
        var whole = File.Exists(file) ? $"{file}.{Path.GetRandomFileName()}" : file;
        await LongWork.ShowAsync(around, "Copying", "%", async tick =>
        {
            await store
                .BackupAsync(whole, new Told(part => tick((long)(part * 100), (long)(part * 100), 100)), cancel)
                .ConfigureAwait(false);
            return 0;
        }).ConfigureAwait(false);
        if (whole != file) File.Move(whole, file, overwrite: true);
        around.Print($"copied to {file}\n");
        return ExitCode.Ok;
    }

    /// <summary>Tells at once, on the thread that works.</summary>
    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
