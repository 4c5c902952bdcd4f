namespace Hearsay.App.Desk;

/// <summary>
/// Marks a store as kept by a desk (or a `watch`) for as long as the process lives: a lock on an empty file beside it, which the system takes off
/// however the process ends. Two desks on one store look at every feed twice.
/// </summary>
internal sealed class DeskMark : IDisposable
{
    private readonly FileStream? _held;

    private DeskMark(FileStream? held, bool isTaken) => (_held, IsTaken) = (held, isTaken);

    /// <summary>True where another process holds the mark.</summary>
    public bool IsTaken { get; }

    /// <summary>What is said then.</summary>
    public static string Warning(string storeFile) =>
        $"another desk has {storeFile} open already: that one keeps its stories, and both look at its feeds; close one of them";

    /// <summary>Takes the mark, or finds it taken. Where no file can be made there is no mark.</summary>
    public static DeskMark Take(string storeFile)
    {
        var file = storeFile + ".desk";
        var wasThere = File.Exists(file);
        try
        {
            var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new DeskMark(held, false);
        }
        catch (UnauthorizedAccessException)
        {
            return new DeskMark(null, false);
        }
        catch (IOException)
        {
            return new DeskMark(null, wasThere);
        }
    }

    public void Dispose() => _held?.Dispose();
}
