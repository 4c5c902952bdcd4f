using System.Diagnostics;
using Spectre.Console;

namespace Hearsay.App.Cli;

/// <summary>Shows long work as it goes on: a bar that moves on a terminal, else a plain line now and then.</summary>
internal static class LongWork
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    /// <summary>Does the work, which tells how many things are done and how much of its source.</summary>
    public static async Task<T> ShowAsync<T>(Surroundings around, string title, string what, Func<Action<long, long, long>, Task<T>> work)
    {
        var rate = new Rate();
        if (!around.Progress) return await work(Lines(around, what, rate)).ConfigureAwait(false);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(around.Error) });
        return await console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn())
            .StartAsync(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: 1);
            task.IsIndeterminate = true;
            return work((count, done, total) =>
            {
                task.IsIndeterminate = total <= 0;
                if (total > 0) task.Value = (double)done / total;
                task.Description = Markup.Escape($"{title}: {rate.Line(what, count, done, total)}");
            });
        }).ConfigureAwait(false);
    }

    private static Action<long, long, long> Lines(Surroundings around, string what, Rate rate)
    {
        var last = Stopwatch.StartNew();
        return (count, done, total) =>
        {
            var line = rate.Line(what, count, done, total);
            if (last.Elapsed < BetweenLines) return;
            last.Restart();
            around.Error.WriteLine(line);
        };
    }
}
