using System.Collections.Immutable;
using Hearsay.App.Desk;
using Hearsay.App.Web.Views;
using Hearsay.Storage;
using Hearsay.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Web;

/// <summary>
/// Search over reports and, in the stories that they stand in, over claims. The same page serves a search as one types: the script takes the results
/// out of it.
/// </summary>
internal static class SearchPages
{
    private const int OnePage = 20;
    private const int StoriesForClaims = 6;
    private const int MostClaims = 8;

    public static void Map(IEndpointRouteBuilder web) => web.MapGet("/search", ShowAsync);

    private static async Task<IResult> ShowAsync(
        string? q,
        int? page,
        HttpContext context,
        ShownStore shown,
        ClaimShelf claims,
        CancellationToken cancel
    )
    {
        var (store, isSample) = await shown.PickAsync(cancel);
        context.Response.Headers.CacheControl = "no-store";
        if (string.IsNullOrWhiteSpace(q))
            return new RazorComponentResult<SearchView>(new { Model = new SearchModel("", null, 1, 0, [], [], isSample) });
        var (query, fault) = SearchQuery.Parse(q);
        if (query is null)
            return new RazorComponentResult<SearchView>(new { Model = new SearchModel(q, fault, 1, 0, [], [], isSample) })
            {
                StatusCode = StatusCodes.Status400BadRequest,
            };
        var number = page is > 0 and <= 500 ? page.Value : 1;
        var found = await store.SearchAsync(query, OnePage, (number - 1) * OnePage, cancel);
        var stories = await store.StoriesOfAsync([.. found.Hits.Select(h => h.Article.Id)], cancel);
        var fitting =
            number == 1
                ? await ClaimsAsync(
                    store,
                    query,
                    [.. found.Hits.Select(h => stories.GetValueOrDefault(h.Article.Id)).OfType<string>().Distinct(StringComparer.Ordinal)],
                    claims,
                    cancel
                )
                : [];
        var hits = found.Hits.Select(h => new FoundReport(h, stories.GetValueOrDefault(h.Article.Id))).ToImmutableArray();
        return new RazorComponentResult<SearchView>(new { Model = new SearchModel(q, null, number, found.Total, hits, fitting, isSample) });
    }

    /// <summary>The claims of these stories that hold a word of the query, those with the most of its words first.</summary>
    private static async Task<ImmutableArray<FoundClaim>> ClaimsAsync(
        INewsStore store,
        SearchQuery query,
        ImmutableArray<string> storyIds,
        ClaimShelf shelf,
        CancellationToken cancel
    )
    {
        var words = query
            .All.SelectMany(any => any)
            .Where(t => t.Field is SearchField.Anywhere or SearchField.Body)
            .SelectMany(t => t.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (words.Count == 0) return [];
        var found = new List<(FoundClaim Claim, int Words)>();
        foreach (var id in storyIds.Take(StoriesForClaims))
        {
            foreach (var claim in await shelf.ReadAsync(store, id, cancel))
            {
                var held = words.Count(w => claim.Text.Contains(w, StringComparison.OrdinalIgnoreCase));
                if (held > 0) found.Add((claim, held));
            }
        }

        return [.. found.OrderByDescending(f => f.Words).ThenByDescending(f => f.Claim.Origins).Take(MostClaims).Select(f => f.Claim)];
    }
}

/// <summary>What the search page shows.</summary>
public sealed record SearchModel(
    string Asked,
    string? Fault,
    int Page,
    int Total,
    ImmutableArray<FoundReport> Reports,
    ImmutableArray<FoundClaim> Claims,
    bool IsSample
);

/// <summary>A claim of a story.</summary>
public sealed record FoundClaim(string StoryId, string StoryTitle, string Text, int Reports, int Origins);

/// <summary>A report that answers, with the words around the first match.</summary>
public sealed record FoundReport(SearchHit Hit, string? StoryId)
{
    private const int Before = 90, Length = 260;

    /// <summary>The stretches around the first match, those that match told apart.</summary>
    public IEnumerable<(string Text, bool IsMatch)> Excerpt
    {
        get
        {
            var text = Hit.Article.Article.Text;
            var start = Hit.Matches.IsEmpty ? 0 : Math.Max(0, Hit.Matches[0].Start - Before);
            if (start > 0) start = text.LastIndexOf(' ', start) + 1;
            var end = Math.Min(text.Length, start + Length);
            if (end < text.Length && text.LastIndexOf(' ', end) is var blank && blank > start) end = blank;
            var at = start;
            foreach (var match in Hit.Matches.Where(m => m.Start >= start && m.End <= end))
            {
                if (match.Start < at) continue;
                yield return (text[at..match.Start], false);
                yield return (match.Of(text), true);
                at = match.End;
            }

            yield return (text[at..end], false);
        }
    }

    /// <summary>The report's page, at the first match.</summary>
    public string Address =>
        Hit.Matches.IsEmpty
            ? StoryViews.ReportAddress(Hit.Article.Id)
            : StoryViews.Address(Hit.Article.Id, Hit.Matches[0].Start, Hit.Matches[0].Length);
}
