using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Stories;
using Hearsay.App.Web.Views;
using Hearsay.Briefings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Web;

/// <summary>The front page: stories by weight, narrowed down by time, outlet and dispute; what is new since the last visit.</summary>
internal static class FrontPage
{
    private const int OnePage = 30;

    public static void Map(IEndpointRouteBuilder web) => web.MapGet("/", ShowAsync);

    private static async Task<IResult> ShowAsync(
        [AsParameters] FrontQuestion asked,
        HttpContext context,
        FrontList list,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var state = await list.ReadAsync(cancel);
        var since = LastVisit.Note(context, clock.GetUtcNow());
        var days = asked.Days is "1" or "3" or "7" ? int.Parse(asked.Days, CultureInfo.InvariantCulture) : 0;
        var fitting = state.Stories
            .Where(s => days == 0 || s.Story.LastPublished >= clock.GetUtcNow().AddDays(-days))
            .Where(s => asked.Contested != "yes" || s.Card.Contested > 0)
            .Where(s =>
                string.IsNullOrEmpty(asked.Outlet)
                || s.Card.Outlets.Contains(OutletName.Readable(asked.Outlet), StringComparer.OrdinalIgnoreCase)
            )
            .ToList();
        var page = asked.Page is > 0 and < 1000 and var number ? number : 1;
        context.Response.Headers.CacheControl = "no-cache";
        return new RazorComponentResult<FrontView>(new
        {
            Model = new FrontModel(
                state,
                asked,
                [.. fitting.Skip((page - 1) * OnePage).Take(OnePage)],
                fitting.Count,
                page,
                fitting.Count > page * OnePage,
                since
            ),
        });
    }
}

/// <summary>How the front page is narrowed down.</summary>
public sealed record FrontQuestion(string? Days, string? Outlet, string? Contested, int? Page)
{
    public bool IsNarrow => Days is "1" or "3" or "7" || !string.IsNullOrEmpty(Outlet) || Contested == "yes";

    /// <summary>The address of another page of the same.</summary>
    public string Address(int page) => "/" + QueryString.Create([
        KeyValuePair.Create<string, string?>("days", Days ?? ""), KeyValuePair.Create<string, string?>("outlet", Outlet ?? ""),
        KeyValuePair.Create<string, string?>("contested", Contested ?? ""),
        KeyValuePair.Create<string, string?>("page", page.ToString(CultureInfo.InvariantCulture)),
    ]);
}

/// <summary>What the front page shows.</summary>
public sealed record FrontModel(
    FrontState State,
    FrontQuestion Asked,
    ImmutableArray<FrontStory> Stories,
    int Fitting,
    int Page,
    bool HasMore,
    DateTimeOffset? Since
)
{
    /// <summary>How many reports of a story came in since the last visit; 0 on the first one.</summary>
    public int NewIn(FrontStory story) => Since is { } since ? story.Story.Reports.Count(r => r.AddedAt > since) : 0;
}

/// <summary>
/// When a reader was here before, told by a cookie that holds two moments and nothing else: the end of the visit before and the last look of this
/// one. Half an hour without a look ends a visit.
/// </summary>
internal static class LastVisit
{
    private const string Cookie = "hearsay-visit";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>The end of the visit before; null on the first one.</summary>
    public static DateTimeOffset? Note(HttpContext context, DateTimeOffset now)
    {
        var parts = (context.Request.Cookies[Cookie] ?? "").Split('.');
        var last = parts.Length == 2 ? Read(parts[1]) : null;
        var before = last is { } l && now - l > Pause ? last : parts.Length == 2 ? Read(parts[0]) : null;
        var value = string.Create(CultureInfo.InvariantCulture, $"{before?.ToUnixTimeSeconds() ?? 0}.{now.ToUnixTimeSeconds()}");
        context.Response.Cookies.Append(
            Cookie,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(90),
                IsEssential = true,
            }
        );
        return before;
    }

    private static DateTimeOffset? Read(string part) =>
        long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
