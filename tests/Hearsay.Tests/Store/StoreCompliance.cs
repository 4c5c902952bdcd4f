using Hearsay.Storage;

namespace Hearsay.Tests.Store;

/// <summary>
/// What every store must do, whatever database it stands on. A database joins by a class that derives from this and opens an empty store.
/// </summary>
public abstract partial class StoreCompliance : IAsyncLifetime
{
    private INewsStore? _store;

    private protected INewsStore Store => _store!;

    /// <summary>A new, empty store; a second call opens the same one again.</summary>
    private protected abstract INewsStore Open();

    /// <summary>Another empty store.</summary>
    private protected abstract INewsStore OpenOther();

    public ValueTask InitializeAsync()
    {
        _store = Open();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        _store = Open();
    }

    private protected async Task<IReadOnlyList<string>> TextsAsync(string id) => [.. (await Store.RevisionsAsync(id)).Select(r => r.Article.Text)];
}
