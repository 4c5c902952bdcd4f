using System.CommandLine;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay backup FILE`: a copy of the store while it is in use.</summary>
internal static class BackupCommand
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the copy; must not be there yet" };
        var store = StoreOption.Build();
        var command = new Command("backup", "Copy the store, as it is at one moment, while others read and write it.") { file, store };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(store), around, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string file, string? from, Surroundings around, CancellationToken cancel)
    {
        await using var store = StoreOption.OpenToRead(from);
        await LongWork.ShowAsync(around, "Copying", "%", async tick =>
        {
            await store
                .BackupAsync(Path.GetFullPath(file), new Told(part => tick((long)(part * 100), (long)(part * 100), 100)), cancel)
                .ConfigureAwait(false);
            return 0;
        }).ConfigureAwait(false);
        around.Print($"copied to {file}\n");
        return ExitCode.Ok;
    }

    /// <summary>Tells at once, on the thread that works.</summary>
    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
