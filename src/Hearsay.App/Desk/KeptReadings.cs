using Hearsay.Language;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>What deep readings found, kept in the store with the revision that was read, so that no report is read deeply twice.</summary>
internal static class KeptReadings
{
    private const string Kind = "deep-reading";

    /// <summary>Puts what the store has of these articles' newest texts into <paramref name="deep"/>.</summary>
    public static async Task RecallAsync(INewsStore store, IReadOnlyList<StoredArticle> articles, DeepReadings? deep, CancellationToken cancel)
    {
        if (deep is null) return;
        foreach (var kept in await store.DerivedAsync(Kind, DeepReadings.Version, [.. articles.Select(a => a.Id)], cancel).ConfigureAwait(false))
            deep.Remember(kept.Data.Span);
    }

    /// <summary>Keeps what was found in these articles' texts and the store did not have; not where the store cannot be written.</summary>
    public static async Task KeepAsync(INewsStore store, IReadOnlyList<StoredArticle> articles, DeepReadings? deep, CancellationToken cancel)
    {
        if (deep is null) return;
        Derived[] found =
        [
            .. articles
                .Where(a => deep.IsNew(a.Article.Text))
                .Select(a => new Derived(a.Id, a.Revision, Kind, DeepReadings.Version, deep.Of(a.Article.Text)!)),
        ];
        if (found.Length == 0) return;
        try
        {
            await store.SaveDerivedAsync(found, cancel).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Fault is StoreFault.ReadOnly)
        {
            // whatever it was read for is whole without it
        }
    }
}
