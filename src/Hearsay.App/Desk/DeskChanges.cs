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

/// <summary>
/// Tells every listener of every change. A listener that does not keep up loses the oldest ones: a page that has missed some reads anew anyway.
/// </summary>
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

    /// <summary>Changes from now on, until the listener is disposed of.</summary>
    public Listener Listen() => new(this);

    /// <summary>Hears what changes.</summary>
    internal sealed class Listener : IDisposable
    {
        private readonly DeskChanges _changes;
        private readonly Channel<DeskChange> _channel = Channel.CreateBounded<DeskChange>(
            new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
        );

        public Listener(DeskChanges changes)
        {
            _changes = changes;
            lock (_changes._gate) _changes._listeners.Add(_channel);
        }

        /// <summary>The next change; null where none comes within the time.</summary>
        public async Task<DeskChange?> NextAsync(TimeSpan within, CancellationToken cancel)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(within);
            try
            {
                return await _channel.Reader.ReadAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        public void Dispose()
        {
            lock (_changes._gate) _changes._listeners.Remove(_channel);
        }
    }
}
