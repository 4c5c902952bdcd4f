using System.Collections.Immutable;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Stored;

/// <summary>The report of the store that a person names: by its id or how that begins, by its address, or by the file that it came from.</summary>
internal static class NamedReport
{
    /// <summary>How a report is named, for the help of each command that takes one.</summary>
    public const string Help = "A report's id or how it begins, its address, or the file that it came from";

    /// <summary>Null where no report, or more than one, is meant; then that has been said.</summary>
    public static async Task<StoredArticle?> FindAsync(INewsStore store, string named, Surroundings around, CancellationToken cancel)
    {
        var ids = await store.ArticlesNamedAsync(named, cancel).ConfigureAwait(false);
        // an import keeps full paths
        if (ids.IsEmpty && !named.Contains("://", StringComparison.Ordinal) && named.Length > 0)
            ids = await store.ArticlesNamedAsync(Path.GetFullPath(named), cancel).ConfigureAwait(false);
        if (ids is [var id]) return await store.FindArticleAsync(id, cancel).ConfigureAwait(false);
        around.Complain(
            ids.IsEmpty ? $"there is no report {named} in the store: `hearsay search` shows ids"
                : $"{named} may be any of several reports: {string.Join(", ", ids)}{(ids.Length == INewsStore.MostNamed ? ", …" : "")}"
        );
        return null;
    }
}
