namespace Hearsay.App.Desk;

// In: the file of a store. Out: the right to work on its stories, which one process holds at a time.
// Method: a file beside the store, held open for nobody else to open; the system lets go of it whenever the process ends. The file stays: one that is
// taken away while another process opens it would be two.
// Limits: a file system that knows no locks (some network drives) lets two processes work at once.

/// <summary>Says who works on the stories of a store: a desk while it is open, or a command at its end.</summary>
internal sealed class StoryLock(string storeFile)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>The right to work until it is disposed of; null while another process has it.</summary>
    public IDisposable? TryTake()
    {
        try
        {
            return new FileStream(storeFile + ".stories", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits until no other process has it; <paramref name="waits"/> hears of it where one has.</summary>
    public async Task<IDisposable> WaitAsync(TimeProvider clock, Action waits, CancellationToken cancel)
    {
        var mine = TryTake();
        if (mine is null) waits();
        for (; mine is null; mine = TryTake()) await Task.Delay(Look, clock, cancel);
        return mine;
    }
}
