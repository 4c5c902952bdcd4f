using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Stories;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;
using Hearsay.Statements;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>
/// Reports: a page of them, each with its statements in the form of the public contract, and every text that an outlet ever had there.
/// </summary>
internal static class ReportsApi
{
    private const string Person = "person";

    public static void Map(RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/", ListAsync).WithSummary("Reports, the newest first.").ProducesProblem(400);
        reports
            .MapPost("/", AddAsync)
            .WithSummary("Takes in a report, as a file with one record would be: accepted at once, then read. The same report once more changes nothing; one that cannot be read is refused with the reason.")
            .ProducesProblem(400)
            .ProducesProblem(413);
        reports
            .MapGet("/{id}", GetAsync)
            .WithSummary("One report with its times, figures and attributions, in the form of /api/briefing.schema.json.")
            .Produces<JsonElement>(200, "application/json").Produces(304).ProducesProblem(404);
        reports
            .MapPatch("/{id}", ChangeAsync)
            .WithSummary("Sets a report's outlet, date or address by hand: it holds against what its page says, now and later.")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        reports
            .MapDelete("/{id}", RemoveAsync)
            .WithSummary("Takes a report out of the store for good: imports and feeds pass it over from then on.")
            .ProducesProblem(404);
        reports.MapGet("/{id}/revisions", RevisionsAsync).WithSummary("Every text that the report ever had, the oldest first.").ProducesProblem(404);
        reports
            .MapGet("/{id}/copies", CopiesAsync)
            .WithSummary("The reports that came before it, of the last days, whose text it has, in whatever story they are: with the passages.")
            .ProducesProblem(404);
    }

    private static async Task<Results<Ok<ImmutableArray<CopyItem>>, ProblemHttpResult>> CopiesAsync(string id, INewsStore store, CancellationToken cancel) =>
        await store.FindArticleAsync(id, cancel) is { } article
            ? TypedResults.Ok(await KeptCopies.FindAsync(store, article, cancel))
            : Problems.NotFound($"there is no report '{id}'");

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
        if (report.Fault() is { } fault) return Problems.BadRequest(fault);
        using var record = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(report, JsonSerializerOptions.Web));
        var (job, refusal) = await intake.AcceptAsync("report.json", record, settings.UploadLimit, cancel);
        return job is null ? Problems.TooLarge(refusal!) : TypedResults.Accepted($"/api/imports/{job.Id}", job);
    }

    private static async Task<IResult> GetAsync(string id, HttpContext context, INewsStore store, DeepReader reader, CancellationToken cancel)
    {
        if (await store.FindArticleAsync(id, cancel) is not { } article) return Problems.NotFound($"there is no report '{id}'");
        var report = await reader.ReadDatedAsync(store, article, cancel);
        return Cached.Text(
            context,
            $"{article.Id}-{article.Version}-{article.Published.Value}-{report.ReadAs}",
            JsonBriefing.Write(new BriefingDocument([Alone(report)], [], [])),
            "application/json"
        );
    }

    /// <summary>The report without what other reports bear its date out by: their words are not at hand in a document of this one.</summary>
    private static Report Alone(Report report)
    {
        var published = report.Article.Published;
        return report with
        {
            Article = report.Article with { Published = published with { Evidence = [.. published.Evidence.Where(c => c.ArticleId == report.Article.Id)] } },
        };
    }

    internal static async Task<Results<Ok<ReportItem>, ProblemHttpResult>> ChangeAsync(
        string id,
        ReportChange asked,
        INewsStore store,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var change = new SettingChange(asked.Outlet, asked.Date, asked.Url);
        if (change.Fault() is { } fault) return Problems.BadRequest(fault);
        if (await store.FindArticleAsync(id, cancel) is null) return Problems.NotFound($"there is no report '{id}'");
        if (await store.SetAsync(id, change, Person, clock.GetUtcNow(), cancel) is { } refusal) return Problems.Conflict(refusal);
        if (await store.FindArticleAsync(id, cancel) is not { } article) return Problems.NotFound($"there is no report '{id}'");
        return TypedResults.Ok(ReportItem.Of(article, (await store.StoriesOfAsync([article.Id], cancel)).GetValueOrDefault(article.Id)));
    }

    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id,
        INewsStore store,
        TimeProvider clock,
        CancellationToken cancel
    ) =>
        (await store.RemoveAsync([id], Person, clock.GetUtcNow(), cancel)).IsEmpty
            ? Problems.NotFound($"there is no report '{id}'")
            : TypedResults.NoContent();

    private static async Task<Results<Ok<ImmutableArray<RevisionItem>>, ProblemHttpResult>> RevisionsAsync(
        string id,
        INewsStore store,
        CancellationToken cancel
    )
    {
        if (await store.FindArticleAsync(id, cancel) is not { } article) return Problems.NotFound($"there is no report '{id}'");
        var revisions = await store.RevisionsAsync(article.Id, cancel);
        return TypedResults.Ok(revisions.Select(r => RevisionItem.Of(r)).ToImmutableArray());
    }
}

/// <summary>Which reports to list.</summary>
/// <param name="From">Published at or after this moment; what has no date is left out.</param>
/// <param name="Until">Published before this moment; what has no date is left out.</param>
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
internal sealed record NewReport(string? Text, string? Html, string? Title, string? Headline, string? Url, string? Outlet, string? Published, string? Id)
{
    /// <summary>No id or name is longer.</summary>
    private const int Longest = 300;

    /// <summary>What is wrong with it; null where it can be taken in.</summary>
    public string? Fault() =>
        string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Html) ? "text or html must hold the report"
        : Url is { Length: > 0 } && WebAddress.Read(Url) is null ? "url must be an http or https address"
        : Published is { Length: > 0 } && !DateTimeOffset.TryParse(Published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? "published must be a day or a moment as 2031-05-01 or 2031-05-01T06:10:00Z"
        : new[] { Id, Outlet }.Any(n => n is not null && (n.Length > Longest || n.Any(char.IsControl))) ? $"id and outlet must have {Longest} letters at the most, on one line"
        : PageReader.Read(Page()).Reason;

    /// <summary>The same page as a file with this record holds.</summary>
    private RawPage Page() => new()
    {
        Id = Id, Url = Url, Outlet = Outlet, Title = Title ?? Headline, Published = Published,
        Format = string.IsNullOrWhiteSpace(Text) ? PageFormat.Html : PageFormat.PlainText, Content = (string.IsNullOrWhiteSpace(Text) ? Html : Text)!,
    };
}

/// <summary>What to set of a report; what is left out stays, the empty text takes back what was set.</summary>
/// <param name="Outlet">Who published it.</param>
/// <param name="Date">The day on which it was published, YYYY-MM-DD.</param>
/// <param name="Url">The address at which it was published.</param>
internal sealed record ReportChange(string? Outlet, string? Date, string? Url);

/// <summary>A report as a list shows it.</summary>
/// <param name="Published">When it was published, ISO 8601, as it shows or its story lends; null where nothing tells.</param>
/// <param name="PublishedBasis">How that is known, as the briefing's schema has it.</param>
/// <param name="Arrived">When the store took it in.</param>
internal sealed record ReportItem(
    string Id,
    string Outlet,
    string? Headline,
    string? Url,
    string? Published,
    string PublishedBasis,
    DateTimeOffset Arrived,
    int Revisions,
    string? StoryId
)
{
    public static ReportItem Of(StoredArticle article, string? storyId) => new(
        article.Id, OutletName.Of(article.Article), article.Article.Headline, article.Article.Url, article.Published.Value,
        article.Published.Basis.ToString().ToLowerInvariant(), article.Arrived, article.Revisions, storyId
    );
}

/// <summary>One text of a report.</summary>
/// <param name="Arrived">When the store took it in.</param>
/// <param name="FileTime">When its file was last written; null where it came from no file.</param>
internal sealed record RevisionItem(int Number, DateTimeOffset Arrived, DateTimeOffset? FileTime, string? Headline, string Text)
{
    public static RevisionItem Of(Revision revision) => new(
        revision.Number, revision.Arrived ?? revision.SeenAt, revision.IsFileTime ? revision.SeenAt : null, revision.Article.Headline,
        revision.Article.Text
    );
}
