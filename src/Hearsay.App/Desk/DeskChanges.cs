using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Hearsay.App.Desk;

/// <summary>What a change is about.</summary>
internal enum DeskChangeKind
{
    /// <summary>Reports came in; the number says how many.</summary>
    Reports,

    /// <summary>A story was briefed anew; the number is its version.</summary>
    Story,

    /// <summary>Feeds were added, removed or polled.</summary>
    Sources,
}

/// <summary>Something that open pages may want to show.</summary>
internal sealed record DeskChange(DeskChangeKind Kind, string? StoryId, int Number);

/// <summary>Tells every listener of every change. A listener that does not keep up loses the oldest ones: a page that has missed some reads anew anyway.</summary>
internal sealed class DeskChanges
{
    private const int Waiting = 256;

    private readonly Lock _gate = new();
    private readonly HashSet<Channel<DeskChange>> _listeners = [];

    /// <summary>Tells all who listen now.</summary>
    public void Publish(DeskChange change)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners) listener.Writer.TryWrite(change);
        }
    }

    /// <summary>Changes from now on, until the listener stops.</summary>
    public async IAsyncEnumerable<DeskChange> ListenAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<DeskChange>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_gate) _listeners.Add(channel);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancel)) yield return change;
        }
        finally
        {
            lock (_gate) _listeners.Remove(channel);
        }
    }
}
