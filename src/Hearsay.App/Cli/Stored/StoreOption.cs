using System.CommandLine;
using Hearsay.Storage;
using Hearsay.Storage.Sqlite;

namespace Hearsay.App.Cli.Stored;

/// <summary>Where the store is: --store, else HEARSAY_STORE, else the user's own data folder.</summary>
internal static class StoreOption
{
    private const string Variable = "HEARSAY_STORE";

    /// <summary>The option, for each command that uses the store.</summary>
    public static Option<string?> Build() =>
        new("--store")
        {
            Description = $"The file of the store (else ${Variable}, else hearsay/hearsay.db in the user's data folder)",
            HelpName = "FILE",
        };

    /// <summary>The file, as a full path.</summary>
    public static string FileOf(string? given) =>
        Path.GetFullPath(
            given is { Length: > 0 } ? given
            : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set
            : Path.Combine(DataFolder(), "hearsay", "hearsay.db")
        );

    /// <summary>Opens the store to write in it, made where there is none.</summary>
    public static INewsStore Open(string? given) => SqliteNewsStore.Open(FileOf(given));

    /// <summary>Opens a store that is there, to change what is in it.</summary>
    public static INewsStore OpenToChange(string? given) => SqliteNewsStore.Open(Existing(given), new StoreOptions { Create = false });

    /// <summary>Opens a store that is there, to read alone: nothing is written, so a store on a read-only disk will do.</summary>
    public static INewsStore OpenToRead(string? given)
    {
        var file = Existing(given);
        try
        {
            return SqliteNewsStore.Open(file, new StoreOptions { Create = false });
        }
        catch (StoreException e) when (e.Fault is StoreFault.ReadOnly or StoreFault.Unreadable)
        {
            return SqliteNewsStore.Open(file, new StoreOptions { ReadOnly = true });
        }
    }

    private static string Existing(string? given)
    {
        var file = FileOf(given);
        return File.Exists(file)
            ? file
            : throw new StoreException(
                StoreFault.Missing,
                $"there is no store at {file}: make one with `hearsay import` or `hearsay feeds add`, or name another with --store"
            );
    }

    /// <summary>https://specifications.freedesktop.org/basedir-spec on Unix, the local application data elsewhere.</summary>
    private static string DataFolder() =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } folder && Path.IsPathRooted(folder) ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
}
