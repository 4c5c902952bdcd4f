using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Sources;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>
/// Reports: a page of them, each with its statements in the form of the public contract, and every text that an outlet ever had there.
/// </summary>
internal static class ReportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/", ListAsync).WithSummary("Reports, the newest first.").ProducesProblem(400);
        reports
            .MapPost("/", AddAsync)
            .WithSummary("Takes in a report, as a file with one record would be: accepted at once, then read.")
            .ProducesProblem(400)
            .ProducesProblem(413);
        reports
            .MapGet("/{id}", GetAsync)
            .WithSummary("One report with its times, figures and attributions, in the form of /api/briefing.schema.json.")
            .Produces<JsonElement>(200, "application/json").Produces(304).ProducesProblem(404);
        reports.MapGet("/{id}/revisions", RevisionsAsync).WithSummary("Every text that the report ever had, the oldest first.").ProducesProblem(404);
    }

    private static async Task<Results<Ok<Paged<ReportItem>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ReportQuestion asked,
        INewsStore store,
        CancellationToken cancel
    )
    {
        if (asked.Fault() is { } fault) return Problems.BadRequest(fault);
        var filter = new ArticleFilter
        {
            From = asked.From,
            Until = asked.Until,
            Outlet = asked.Outlet,
            Revised = asked.Revised is true,
            Cursor = asked.Cursor,
            Limit = asked.Limit ?? Paging.Usual,
        };
        var page = await store.ListArticlesAsync(filter, cancel);
        var stories = await store.StoriesOfAsync([.. page.Articles.Select(a => a.Id)], cancel);
        return TypedResults.Ok(new Paged<ReportItem>([.. page.Articles.Select(a => ReportItem.Of(a, stories.GetValueOrDefault(a.Id)))], page.Next));
    }

    private static async Task<Results<Accepted<IntakeState>, ProblemHttpResult>> AddAsync(
        NewReport report,
        Intake intake,
        DeskSettings settings,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrWhiteSpace(report.Text) && string.IsNullOrWhiteSpace(report.Html))
            return Problems.BadRequest("text or html must hold the report");
        if (report.Url is { Length: > 0 } && WebAddress.Read(report.Url) is null) return Problems.BadRequest("url must be an http or https address");
        using var record = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, JsonSerializerOptions.Web));
        var (job, refusal) = await intake.AcceptAsync("report.json", record, settings.UploadLimit, cancel);
        return job is null ? Problems.TooLarge(refusal!) : TypedResults.Accepted($"/api/imports/{job.Id}", job);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext context, INewsStore store, ReportShelf shelf, CancellationToken cancel)
    {
        if (await store.FindArticleAsync(id, cancel) is not { } article) return Problems.NotFound($"there is no report '{id}'");
        return Cached.Text(
            context,
            $"{article.Id}-{article.Revision}",
            JsonBriefing.Write(new BriefingDocument([shelf.Read(article)], [], [])),
            "application/json"
        );
    }

    private static async Task<Results<Ok<ImmutableArray<RevisionItem>>, ProblemHttpResult>> RevisionsAsync(
        string id,
        INewsStore store,
        CancellationToken cancel
    )
    {
        if (await store.FindArticleAsync(id, cancel) is not { } article) return Problems.NotFound($"there is no report '{id}'");
        var revisions = await store.RevisionsAsync(article.Id, cancel);
        return TypedResults.Ok(revisions.Select(r => new RevisionItem(r.Number, r.SeenAt, r.Article.Headline, r.Article.Text)).ToImmutableArray());
    }
}

/// <summary>Which reports to list.</summary>
/// <param name="From">Published (else first seen) at or after this moment.</param>
/// <param name="Until">Before this moment.</param>
/// <param name="Outlet">Of this outlet.</param>
/// <param name="Revised">Only reports whose text changed.</param>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at the most, 1 to 200.</param>
internal sealed record ReportQuestion(DateTimeOffset? From, DateTimeOffset? Until, string? Outlet, bool? Revised, string? Cursor, int? Limit)
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Fault() => Paging.Fault(Cursor, Limit) ?? (From >= Until ? "from must lie before until" : null);
}

/// <summary>A report to take in: its text or its HTML, and what is known of it.</summary>
internal sealed record NewReport(string? Text, string? Html, string? Title, string? Url, string? Outlet, string? Published, string? Id);

/// <summary>A report as a list shows it.</summary>
internal sealed record ReportItem(
    string Id,
    string Outlet,
    string? Headline,
    string? Url,
    string? Published,
    DateTimeOffset At,
    int Revisions,
    string? StoryId
)
{
    public static ReportItem Of(StoredArticle article, string? storyId) => new(
        article.Id, OutletName.Of(article.Article), article.Article.Headline, article.Article.Url, article.Article.Published.Value, article.At,
        article.Revisions, storyId
    );
}

/// <summary>One text of a report.</summary>
internal sealed record RevisionItem(int Number, DateTimeOffset SeenAt, string? Headline, string Text);
