using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Stories;
using Hearsay.App.Api;
using Hearsay.App.Desk;
using Hearsay.App.Web.Views;
using Hearsay.Briefings;
using Hearsay.Model;
using Hearsay.Statements;
using Hearsay.Storage;
using Hearsay.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Web;

/// <summary>A report's page: its text with what was read in it, every text it had, what was dropped, and why it stands in its story.</summary>
internal static class ReportPages
{
    private const int MostRevisions = 20;

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/reports/{id}", (string id, string? at, HttpContext context, ShownStore shown, DeepReader reader, CancellationToken cancel) =>
            ShowAsync(id, at, null, context, shown, reader, cancel));
        web.MapPost("/reports/{id}/set", SetAsync);
        web.MapPost("/reports/{id}/remove", RemoveAsync);
    }

    private static async Task<IResult> SetAsync(
        string id,
        HttpContext context,
        INewsStore store,
        ShownStore shown,
        DeepReader reader,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var change = new ReportChange(form["outlet"], form["date"], form["url"]);
        return (await ReportsApi.ChangeAsync(id, change, store, clock, cancel)).Result is ProblemHttpResult problem
            ? await ShowAsync(id, null, problem.ProblemDetails.Detail, context, shown, reader, cancel)
            : Results.Redirect(StoryViews.ReportAddress(id));
    }

    private static async Task<IResult> RemoveAsync(string id, INewsStore store, TimeProvider clock, CancellationToken cancel) =>
        (await ReportsApi.RemoveAsync(id, store, clock, cancel)).Result is ProblemHttpResult
            ? WebSetup.Missing("There is no report at this address.")
            : Results.Redirect("/");

    private static async Task<IResult> ShowAsync(
        string id,
        string? at,
        string? refusal,
        HttpContext context,
        ShownStore shown,
        DeepReader reader,
        CancellationToken cancel
    )
    {
        var (store, isSample) = await shown.PickAsync(cancel);
        if (await store.FindArticleAsync(id, cancel) is not { } article) return WebSetup.Missing("There is no report at this address.");
        if (article.Id != id) return Results.Redirect(StoryViews.ReportAddress(article.Id), permanent: true);
        var storyId = (await store.StoriesOfAsync([id], cancel)).GetValueOrDefault(id);
        var story = storyId is null ? null : await store.FindStoryAsync(storyId, cancel);
        var inStory = story is not null && await store.BriefingAsync(story.Id, cancel) is { } briefing ? ReportInStory.Of(briefing.Json, id) : null;
        var report = await reader.ReadDatedAsync(store, article, cancel);
        var revisions = article.Revisions > 1 ? await store.RevisionsAsync(id, cancel) : [];
        context.Response.Headers.CacheControl = "no-cache";
        return new RazorComponentResult<ReportView>(new
        {
            Model = new ReportModel(
                article, report, Span(at, report.Article.Text.Length), story, inStory,
                [.. RevisionChange.Of(revisions).Take(MostRevisions)],
                isSample
            )
            {
                Refusal = refusal,
                Copies = await KeptCopies.FindAsync(store, article, cancel),
            },
        })
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    /// <summary>"120-45": start and length; null where that lies outside of the text.</summary>
    private static TextSpan? Span(string? at, int length) =>
        at?.Split('-') is [var first, var second] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count > 0
        && start <= length - count
            ? new TextSpan(start, count)
            : null;
}

/// <summary>What a report's page shows.</summary>
public sealed record ReportModel(
    StoredArticle Stored,
    Report Report,
    TextSpan? Cited,
    StoredStory? Story,
    ReportInStory? InStory,
    ImmutableArray<RevisionChange> Changes,
    bool IsSample
)
{
    /// <summary>Why what was to be set was not; null where nothing was refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>What it has of the text of earlier reports.</summary>
    internal ImmutableArray<CopyItem> Copies { get; init; } = [];

    public string Outlet => Shown.Text(OutletName.Of(Report.Article));

    /// <summary>Null unless it is an address of the web.</summary>
    public string? Web =>
        Uri.TryCreate(Report.Article.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? Report.Article.Url : null;

    /// <summary>When it was published and how that is known; null where nobody knows.</summary>
    public string? Published =>
        Report.Article.Published is { Value: { } value, Basis: var basis } ? $"{Day(value)} ({Shown.Basis(basis)})" : null;

    private static string Day(string value) => Shown.Published([value]) ?? value;
}

/// <summary>What one revision of a report changed: the headline, and the text as stretches of which long unchanged ones are cut short.</summary>
public sealed record RevisionChange(Revision Revision, string? OldHeadline, ImmutableArray<ChangedWords> Text)
{
    private const int Around = 160;
    private const int MostStretches = 400;

    /// <summary>The changes, the newest first.</summary>
    public static IEnumerable<RevisionChange> Of(ImmutableArray<Revision> revisions) =>
        revisions
            .Zip(
                revisions.Skip(1),
                (old, now) => new RevisionChange(now, old.Article.Headline, [.. Words(old.Article.Text, now.Article.Text).Take(MostStretches)])
            )
            .Reverse();

    private static IEnumerable<ChangedWords> Words(string old, string now)
    {
        var changes = WordDiff.Of(old, now);
        foreach (var (place, change) in changes.Index())
        {
            if (!change.IsSame)
            {
                if (!change.Old.IsEmpty) yield return new ChangedWords(Stretch.Gone, change.Old.Of(old));
                if (!change.New.IsEmpty) yield return new ChangedWords(Stretch.New, change.New.Of(now));
                continue;
            }

            var text = change.New.Of(now);
            if (text.Length <= 2 * Around) yield return new ChangedWords(Stretch.Same, text);
            else yield return new ChangedWords(Stretch.Same, $"{(place > 0 ? Head(text) : "")} […] {(place < changes.Length - 1 ? Tail(text) : "")}");
        }
    }

    private static string Head(string text) => text[..(text.LastIndexOfAny([' ', '\n'], Around) is > 0 and var end ? end : Around)];

    private static string Tail(string text) =>
        text[(text.IndexOfAny([' ', '\n'], text.Length - Around) is >= 0 and var start ? start : text.Length - Around)..];

}

/// <summary>What became of a stretch.</summary>
public enum Stretch
{
    Same, Gone, New,
}

/// <summary>A stretch of a text and what became of it.</summary>
public sealed record ChangedWords(Stretch Stretch, string Text);
