using System.Collections.Immutable;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>Search over the reports' newest texts, as JSON and as an Atom feed to subscribe to.</summary>
internal static class SearchApi
{
    private const int FeedEntries = 50;

    public static void Map(RouteGroupBuilder api)
    {
        var search = api.MapGroup("/search").WithTags("Search");
        search.MapGet("/", FindAsync).WithSummary("Reports that answer a query, the best first.").ProducesProblem(400);
        search
            .MapGet("/feed", FeedAsync)
            .WithSummary("The same as an Atom feed.")
            .Produces<string>(200, AtomFeed.MediaType)
            .Produces(304)
            .ProducesProblem(400);
    }

    private static async Task<Results<Ok<SearchAnswer>, ProblemHttpResult>> FindAsync(
        [AsParameters] SearchQuestion asked,
        INewsStore store,
        CancellationToken cancel
    )
    {
        var (query, fault) = asked.Read();
        if (query is null) return Problems.BadRequest(fault!);
        var page = await store.SearchAsync(query, asked.Limit ?? Paging.Usual, asked.Offset ?? 0, cancel);
        var stories = await store.StoriesOfAsync([.. page.Hits.Select(h => h.Article.Id)], cancel);
        return TypedResults.Ok(SearchAnswer.Of(page, stories));
    }

    private static async Task<IResult> FeedAsync([AsParameters] SearchQuestion asked, HttpContext context, INewsStore store, CancellationToken cancel)
    {
        var (query, fault) = asked.Read();
        if (query is null) return Problems.BadRequest(fault!);
        var page = await store.SearchAsync(query, FeedEntries, 0, cancel);
        var articles = page.Hits.Select(h => h.Article).OrderByDescending(a => a.At).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        var updated = articles.Select(a => a.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var feed = AtomFeed.Write(context.Request, $"Hearsay: {asked.Q}", "/search?q=" + Uri.EscapeDataString(asked.Q!), updated, articles.Select(AtomEntry.Of));
        return Cached.Text(context, Hearsay.Text.ContentId.Of(feed), feed, AtomFeed.MediaType);
    }
}

/// <summary>What to look for.</summary>
/// <param name="Q">Words, "phrases", word*, title: body: outlet: speaker:, OR, -word, since:, until:, on: YYYY-MM-DD.</param>
/// <param name="Limit">How many at the most, 1 to 200.</param>
/// <param name="Offset">How many of the best to pass over, 0 to 10000.</param>
internal sealed record SearchQuestion(string? Q, int? Limit, int? Offset)
{
    /// <summary>The query, or what is wrong with it.</summary>
    public (SearchQuery? Query, string? Fault) Read() =>
        string.IsNullOrWhiteSpace(Q) ? (null, "q says what to look for")
        : Paging.Fault(null, Limit) is { } limit ? (null, limit)
        : Offset is < 0 or > 10_000 ? (null, "offset must be from 0 to 10000")
        : SearchQuery.Parse(Q);
}

/// <summary>The reports found, and how many there are in all.</summary>
internal sealed record SearchAnswer(int Total, ImmutableArray<SearchItem> Items)
{
    public static SearchAnswer Of(SearchPage page, ImmutableDictionary<string, string> stories) =>
        new(page.Total, [.. page.Hits.Select(h => SearchItem.Of(h, stories.GetValueOrDefault(h.Article.Id)))]);
}

/// <summary>A report that answers a query, with the words around the first match.</summary>
/// <param name="Report">The report.</param>
/// <param name="Score">BM25, higher is better; comparable within one query only.</param>
/// <param name="Excerpt">The text around the first match; the report's beginning where only its headline or outlet matches.</param>
internal sealed record SearchItem(ReportItem Report, double Score, string Excerpt)
{
    private const int Before = 80, Length = 240;

    public static SearchItem Of(SearchHit hit, string? storyId)
    {
        var text = hit.Article.Article.Text;
        var start = hit.Matches.IsEmpty ? 0 : Math.Max(0, hit.Matches[0].Start - Before);
        // not in the middle of a word or of a surrogate pair
        if (start > 0) start = text.LastIndexOf(' ', start) + 1;
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length && text.LastIndexOf(' ', end) is var blank && blank > start) end = blank;
        return new SearchItem(ReportItem.Of(hit.Article, storyId), hit.Score, text[start..end].ReplaceLineEndings(" "));
    }
}
