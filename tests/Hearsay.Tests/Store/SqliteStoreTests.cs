using Hearsay.Storage;
using Hearsay.Storage.Sqlite;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Store;

/// <summary>The compliance suite on SQLite.</summary>
public sealed class SqliteStoreTests : StoreCompliance
{
    private readonly TemporaryFolder _folder = new();

    private protected override INewsStore Open() => SqliteNewsStore.Open(Path.Combine(_folder.Path, "hearsay.db"));

    private protected override INewsStore OpenOther() => SqliteNewsStore.Open(Path.Combine(_folder.Path, "other.db"));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
