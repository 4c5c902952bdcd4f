namespace Hearsay.Sources.Web;

/// <summary>One request at a time to a host, and a pause between two of them; a host that asked to be left alone is left alone.</summary>
internal sealed class HostPace(TimeProvider time)
{
    private const int MostIdle = 10_000;

    private readonly Dictionary<string, Slot> slots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; the turn ends when what is given back is disposed, and the pause begins.</summary>
    public async Task<IDisposable> EnterAsync(string host, TimeSpan pause, CancellationToken cancellation)
    {
        var slot = SlotOf(host);
        try
        {
            await slot.Gate.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Leave(slot, null);
            throw;
        }
        try
        {
            if (slot.Next - time.GetUtcNow() is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
            return new Turn(() => Release(slot, time.GetUtcNow() + pause));
        }
        catch (OperationCanceledException)
        {
            Release(slot, slot.Next);
            throw;
        }
    }

    /// <summary>Until when the host asked to be left alone; null where it did not.</summary>
    public DateTimeOffset? HeldUntil(string host)
    {
        lock (slots) return slots.TryGetValue(host, out var slot) && slot.Held > time.GetUtcNow() ? slot.Held : null;
    }

    /// <summary>Takes note that a host asked to be left alone.</summary>
    public void Hold(string host, DateTimeOffset until)
    {
        lock (slots)
        {
            var slot = slots.TryGetValue(host, out var known) ? known : slots[host] = new Slot();
            if (until > slot.Held) slot.Held = until;
        }
    }

    private Slot SlotOf(string host)
    {
        lock (slots)
        {
            if (slots.Count > MostIdle) Forget();
            var slot = slots.TryGetValue(host, out var known) ? known : slots[host] = new Slot();
            slot.Users++;
            return slot;
        }
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var idle in slots.Where(s => s.Value.Users == 0 && s.Value.Next <= now && s.Value.Held <= now).Select(s => s.Key).ToList())
            slots.Remove(idle);
    }

    private void Release(Slot slot, DateTimeOffset next)
    {
        Leave(slot, next);
        slot.Gate.Release();
    }

    private void Leave(Slot slot, DateTimeOffset? next)
    {
        lock (slots)
        {
            slot.Users--;
            slot.Next = next ?? slot.Next;
        }
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset Next { get; set; }

        public DateTimeOffset Held { get; set; }

        public int Users { get; set; }
    }

    private sealed class Turn(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
