using Spectre.Console;

namespace Hearsay.App.Cli;

/// <summary>How many reports have been read, on a terminal only.</summary>
internal static class ReadingProgress
{
    /// <summary>Does <paramref name="work"/>, which tells how many of <paramref name="total"/> are done.</summary>
    public static T Show<T>(Surroundings around, int total, Func<Action<int>?, T> work)
    {
        if (!around.Progress || total == 0)
        {
            return work(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(around.Error) });
        return console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
        {
            var task = context.AddTask("Reading reports", maxValue: total);
            return work(done => task.Value = Math.Max(task.Value, done));
        });
    }
}
