using Hearsay.App.Logging;

namespace Hearsay.App.Desk;

/// <summary>
/// Runs one piece of the desk's work for as long as the desk is open, or until it has nothing more to do. A fault is logged and the work begins anew:
/// what it had done is in the store.
/// </summary>
internal abstract class DeskService(string name, ILogger log, TimeProvider clock) : BackgroundService
{
    private const int FirstRest = 1, LongestRest = 60;

    protected TimeProvider Clock => clock;

    /// <summary>The work; once it ends without a fault it is done for good.</summary>
    protected abstract Task WorkAsync(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rest = FirstRest;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                DeskLog.Faulted(log, e, name, rest);
                await Task.Delay(TimeSpan.FromSeconds(rest), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                rest = Math.Min(LongestRest, rest * 2);
            }
        }
    }
}

/// <summary>Keeps stories and briefings; where another process does, waits until it ends.</summary>
internal sealed class StoryService(DeskWorker worker, StoryLock mine, ILogger<StoryService> log, TimeProvider clock)
    : DeskService("The work on stories", log, clock)
{
    protected override async Task WorkAsync(CancellationToken cancel)
    {
        using var held = await mine.WaitAsync(Clock, () => DeskLog.StoriesTaken(log), cancel);
        await worker.RunAsync(cancel, failed => DeskLog.SetAside(log, failed.Fault, failed.ArticleId));
    }
}

/// <summary>Takes in files.</summary>
internal sealed class IntakeService(Intake intake, ILogger<IntakeService> log, TimeProvider clock) : DeskService("The reading of files", log, clock)
{
    protected override Task WorkAsync(CancellationToken cancel) => intake.RunAsync(cancel);
}

/// <summary>Follows the feeds.</summary>
internal sealed class FeedService(FeedWorker worker, ILogger<FeedService> log, TimeProvider clock) : DeskService("The polling of feeds", log, clock)
{
    protected override Task WorkAsync(CancellationToken cancel) => worker.RunAsync(null, cancel);
}
