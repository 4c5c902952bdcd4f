using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

// In: articles of a store. Out: their reports, read deeply as whatever is briefed or shown; what the encoder found is kept in the store.
// Method: what was read deeply before costs no more than a quick reading. Reading many reports deeply takes a while, so that a story can be had with
// what is at hand, the other reports read quickly, and its reports be read deeply one after the other.

/// <summary>Reads what is briefed or shown.</summary>
/// <param name="shelf">Reports read before.</param>
/// <param name="isQuick">Reads everything quickly.</param>
internal sealed class DeepReader(ReportShelf shelf, bool isQuick = false)
{
    /// <summary>Whether there are deep readings at all.</summary>
    public bool IsDeep { get; } = !isQuick && new DeepReadings().CanRead;

    /// <summary>Reads every article deeply.</summary>
    public Task<DeepReports> ReadAsync(INewsStore store, ImmutableArray<StoredArticle> articles, CancellationToken cancel) =>
        ReadAsync(store, articles, atHand: false, cancel);

    /// <summary>Reads those articles deeply that have been read so before, the others quickly.</summary>
    public Task<DeepReports> ReadAtHandAsync(INewsStore store, ImmutableArray<StoredArticle> articles, CancellationToken cancel) =>
        ReadAsync(store, articles, atHand: true, cancel);

    /// <summary>Reads the first article deeply that has not been read so yet.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> ReadNextAsync(INewsStore store, ImmutableArray<StoredArticle> articles, CancellationToken cancel)
    {
        var deep = await RecallAsync(store, articles, cancel);
        if (deep is null || articles.FirstOrDefault(a => deep.Of(a.Article.Text) is null) is not { } next) return false;
        Reader.Read(next.Article, deep);
        await KeptReadings.KeepAsync(store, [next], deep, cancel);
        return true;
    }

    /// <summary>The article read deeply with the date that its story lends, to be shown.</summary>
    public async Task<Report> ReadDatedAsync(INewsStore store, StoredArticle article, CancellationToken cancel)
    {
        var deep = await RecallAsync(store, [article], cancel);
        var report = shelf.ReadDated(article, deep);
        await KeptReadings.KeepAsync(store, [article], deep, cancel);
        return report;
    }

    /// <summary>Reads the articles with the dates that their stories lend, those that have not been read deeply before only so where <paramref name="atHand"/> is false.</summary>
    public Task<DeepReports> ReadDatedAsync(INewsStore store, ImmutableArray<StoredArticle> articles, bool atHand, CancellationToken cancel) =>
        ReadAsync(store, articles, atHand, cancel, shelf.ReadDated);

    private async Task<DeepReports> ReadAsync(
        INewsStore store,
        ImmutableArray<StoredArticle> articles,
        bool atHand,
        CancellationToken cancel,
        Func<StoredArticle, DeepReadings?, Report>? read = null
    )
    {
        var deep = await RecallAsync(store, articles, cancel);
        var reports = articles
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancel)
            .Select(a => (read ?? shelf.Read)(a, atHand && deep?.Of(a.Article.Text) is null ? null : deep))
            .ToImmutableArray();
        await KeptReadings.KeepAsync(store, articles, deep, cancel);
        return new DeepReports(reports, deep);
    }

    private async Task<DeepReadings?> RecallAsync(INewsStore store, ImmutableArray<StoredArticle> articles, CancellationToken cancel)
    {
        if (!IsDeep) return null;
        var deep = new DeepReadings();
        await KeptReadings.RecallAsync(store, articles, deep, cancel);
        return deep;
    }
}

/// <summary>Reports to be briefed, and what is remembered of their deep readings; null where everything is read quickly.</summary>
internal readonly record struct DeepReports(ImmutableArray<Report> Reports, DeepReadings? Deep)
{
    /// <summary>Whether every report was read deeply.</summary>
    public bool AreDeep => Reports.All(r => r.ReadAs == ReadingDepth.Deep);
}
