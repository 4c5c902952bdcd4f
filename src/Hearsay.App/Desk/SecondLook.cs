using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>Reads reports of the store again at their addresses, hosts side by side, to see which outlet changed its text.</summary>
internal sealed class SecondLook(INewsStore store, ArticleFetch articles)
{
    private const int Most = 5000;
    private const int HostsAtOnce = 8;

    /// <summary>Reads the reports published from a time on again (those without a date that arrived from then on), the newest first.</summary>
    public async Task<RoundCounts> RunAsync(DateTimeOffset from, Action<RoundCounts>? told, CancellationToken cancel)
    {
        var tally = new RoundTally(told);
        var page = await store.ListArticlesAsync(new ArticleFilter { From = from, OrArrived = true, Limit = Most }, cancel).ConfigureAwait(false);
        var found = page.Articles.Where(a => a.Urls.Length > 0).ToList();
        tally.Expect(found.Count);
        await Parallel
            .ForEachAsync(
                found.GroupBy(a => Uri.TryCreate(a.Urls[0], UriKind.Absolute, out var uri) ? uri.Authority : ""),
                new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancel },
            async (host, token) =>
            {
                foreach (var article in host) tally.Add(await articles.AgainAsync(article, token).ConfigureAwait(false));
            }).ConfigureAwait(false);
        return tally.Counts;
    }
}
