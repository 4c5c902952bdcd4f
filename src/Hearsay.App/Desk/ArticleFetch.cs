using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;
using Hearsay.Sources.Polling;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Desk;

/// <summary>
/// An item of a feed in, its article in the store out. The page is read; where it cannot be had for good, the text that the feed itself carries
/// stands in, if it is long enough to be the report and not its teaser. What fails for a while is tried five times, with back-off.
/// </summary>
internal sealed class ArticleFetch(INewsStore store, Fetcher fetcher, TimeProvider clock, int seed)
{
    private const int MostAttempts = 5;
    private const int ShortestText = 600;

    /// <summary>Fetches one item and settles it.</summary>
    public async Task<RoundCounts> FetchAsync(FeedItem item, CancellationToken cancel)
    {
        if (WebAddress.Read(item.Url) is not { } address)
            return await SettleAsync(item, ItemState.Failed, "no address of the web").ConfigureAwait(false);
        // another feed may have listed the same report
        if (await store.FindArticleAsync(item.Url, cancel).ConfigureAwait(false) is not null)
        {
            await store.UpdateItemAsync(item with { State = ItemState.Saved }, CancellationToken.None).ConfigureAwait(false);
            return new RoundCounts { Fetched = 1, Known = 1 };
        }
        var (page, answer, reason) = await WebSource.ReadAsync(new FetchRequest(address), fetcher, clock, cancel).ConfigureAwait(false);
        var (article, unread) = page is null ? (null, reason) : Read(page, item);
        if (article is null && page is null && answer.Outcome is WebOutcome.Later or WebOutcome.Broken && item.Attempts + 1 < MostAttempts)
            return await LaterAsync(item, answer, reason).ConfigureAwait(false);
        article ??= FromFeed(item);
        if (article is null)
            return await SettleAsync(
                    item,
                    answer.Outcome == WebOutcome.Refused ? ItemState.Skipped : ItemState.Failed,
                    unread ?? "no article text on the page"
                )
                .ConfigureAwait(false);
        return await SaveAsync(item, article).ConfigureAwait(false);
    }

    /// <summary>Fetches a report again; a text that has changed is a new revision.</summary>
    public async Task<RoundCounts> AgainAsync(StoredArticle known, CancellationToken cancel)
    {
        if (WebAddress.Read(known.Article.Url ?? known.Urls.FirstOrDefault()) is not { } address) return new RoundCounts { Fetched = 1, Failed = 1 };
        var (page, _, reason) = await WebSource.ReadAsync(new FetchRequest(address), fetcher, clock, cancel).ConfigureAwait(false);
        var (article, unread) = page is null ? (null, reason) : PageReader.Read(page) is var read ? (read.Article, read.Reason) : default;
        if (article is null) return new RoundCounts { Fetched = 1, Failed = 1, Problems = [$"{address}: {unread}"] };
        return await SaveAsync(null, article, address.AbsoluteUri).ConfigureAwait(false);
    }

    private async Task<RoundCounts> SaveAsync(FeedItem? item, Article article, string? asked = null)
    {
        var arrival = new Arrival
        {
            Article = article,
            SeenAt = clock.GetUtcNow(),
            ItemId = item?.Id,
            Aliases = [.. new[] { item?.Url ?? asked }.OfType<string>().Where(u => u != article.Url)],
        };
        // once read, it is saved whatever happens
        var saved = (await store.SaveAsync([arrival], cancel: CancellationToken.None).ConfigureAwait(false))[0];
        return new RoundCounts
        {
            Fetched = 1,
            New = saved.Outcome == SaveOutcome.New ? 1 : 0,
            Revised = saved.Outcome == SaveOutcome.Revised ? 1 : 0,
            Known = saved.Outcome is SaveOutcome.Known or SaveOutcome.Alias ? 1 : 0,
        };
    }

    /// <summary>The article of a page; a page that does not say when it was published has the time of its feed.</summary>
    private static (Article? Article, string? Reason) Read(RawPage page, FeedItem item)
    {
        var (article, reason) = PageReader.Read(page);
        if (article is null) return (null, reason);
        if (article.Published.Value is null && item.Published is { } published)
            article = PageReader.Read(page with { Published = published }).Article ?? article;
        return (article.Headline is null ? article with { Headline = item.Title } : article, null);
    }

    private static Article? FromFeed(FeedItem item) =>
        item.Content is { Length: >= ShortestText } content
        && PageReader
            .Read(
                new RawPage
                {
                    Format = PageFormat.Html,
                    Content = content,
                    Url = item.Url,
                    Title = item.Title,
                    Published = item.Published,
                }
            )
            .Article
            is { } article
        && article.Text.Length >= ShortestText
            ? article
            : null;

    private async Task<RoundCounts> LaterAsync(FeedItem item, WebAnswer answer, string? reason)
    {
        var next = clock.GetUtcNow() + BackOff.After(item.Attempts + 1, item.Url, seed);
        await store
            .UpdateItemAsync(
                item with
                {
                    Attempts = item.Attempts + 1,
                    NotBefore = answer.RetryAt > next ? answer.RetryAt : next,
                    Reason = reason,
                },
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return new RoundCounts { Fetched = 1, Later = 1, Problems = [$"{item.Url}: {reason} (asked again later)"] };
    }

    private async Task<RoundCounts> SettleAsync(FeedItem item, ItemState state, string reason)
    {
        await store
            .UpdateItemAsync(item with { State = state, Attempts = item.Attempts + 1, Reason = reason }, CancellationToken.None)
            .ConfigureAwait(false);
        return new RoundCounts { Fetched = 1, Failed = 1, Problems = [$"{item.Url}: {reason}"] };
    }
}
