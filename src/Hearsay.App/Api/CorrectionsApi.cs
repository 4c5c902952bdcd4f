using System.Collections.Immutable;
using System.Globalization;
using Hearsay.App.Desk;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>Corrections: what persons said of reports against what was read in them; made, listed, undone.</summary>
internal static class CorrectionsApi
{
    private const string Person = "person";

    public static void Map(RouteGroupBuilder api)
    {
        var corrections = api.MapGroup("/corrections").WithTags("Corrections");
        corrections.MapGet("/", ListAsync).WithSummary("What was corrected, the last first, also what was undone.").ProducesProblem(400);
        corrections
            .MapPost("/", MakeAsync)
            .WithSummary("Makes a correction: it holds in every later grouping and reading until it is undone.")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        corrections
            .MapDelete("/{id:long}", UndoAsync)
            .WithSummary("Undoes a correction: what was said before it holds again. It stays in the list.")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static async Task<Results<Ok<Paged<CorrectionItem>>, ProblemHttpResult>> ListAsync(
        [AsParameters] CorrectionQuestion asked,
        INewsStore store,
        CancellationToken cancel
    )
    {
        if (asked.Fault() is { } fault) return Problems.BadRequest(fault);
        var limit = asked.Limit ?? Paging.Usual;
        var filter = new CorrectionFilter { IsHolding = asked.Holding is true, Before = CorrectionQuestion.Place(asked.Cursor), Limit = limit + 1 };
        var found = await store.CorrectionsAsync(filter, cancel);
        return TypedResults.Ok(new Paged<CorrectionItem>(
            [.. found.Take(limit).Select(CorrectionItem.Of)],
            found.Length > limit ? string.Create(CultureInfo.InvariantCulture, $"{found[limit - 1].Id}.id") : null
        ));
    }

    private static async Task<Results<Created<CorrectionItem>, ProblemHttpResult>> MakeAsync(
        NewCorrection asked,
        Corrector corrector,
        CancellationToken cancel
    )
    {
        if (KindNamed(asked.Kind) is not { } kind) return Problems.BadRequest($"kind must be one of {string.Join(", ", Kinds)}");
        var (made, refusal) = await corrector.MakeAsync(
            new CorrectionRequest(kind, string.IsNullOrWhiteSpace(asked.Who) ? Person : asked.Who)
            {
                Reports = asked.Reports ?? [], Stories = asked.Stories ?? [], Value = asked.Value, Speaker = asked.Speaker, Series = asked.Series,
            },
            cancel
        );
        return refusal switch
        {
            { Kind: RefusalKind.Wrong } => Problems.BadRequest(refusal.Why),
            { Kind: RefusalKind.Unknown } => Problems.NotFound(refusal.Why),
            { Kind: RefusalKind.Conflict } => Problems.Conflict(refusal.Why),
            _ => TypedResults.Created($"/api/corrections/{made!.Id}", CorrectionItem.Of(made)),
        };
    }

    private static async Task<Results<Ok<CorrectionItem>, ProblemHttpResult>> UndoAsync(
        long id,
        string? who,
        INewsStore store,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var (undone, refusal) = await store.UndoAsync(id, string.IsNullOrWhiteSpace(who) ? Person : who.Trim(), clock.GetUtcNow(), cancel);
        return refusal is not null ? Problems.Conflict(refusal)
            : undone is null ? Problems.NotFound($"there is no correction {id}")
            : TypedResults.Ok(CorrectionItem.Of(undone));
    }

    private static IEnumerable<string> Kinds => Enum.GetValues<CorrectionKind>().Select(CorrectionItem.NameOf);

    private static CorrectionKind? KindNamed(string? name) =>
        Enum.GetValues<CorrectionKind>().Where(k => CorrectionItem.NameOf(k) == name).Select(k => (CorrectionKind?)k).FirstOrDefault();
}

/// <summary>Which corrections to list.</summary>
/// <param name="Holding">Only those that hold.</param>
/// <param name="Cursor">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at the most, 1 to 200.</param>
internal sealed record CorrectionQuestion(bool? Holding, string? Cursor, int? Limit)
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Fault() => Paging.Fault(Cursor, Limit);

    /// <summary>The correction that a cursor names; null for the beginning.</summary>
    public static long? Place(string? cursor) =>
        long.TryParse(cursor?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}

/// <summary>A correction to make.</summary>
/// <param name="Kind">What is corrected.</param>
/// <param name="Reports">The reports that it is about, by id.</param>
/// <param name="Stories">The stories that it is about, by id.</param>
/// <param name="Value">The outlet, day, address or speaker that is right.</param>
/// <param name="Speaker">Who speaks as the report was read.</param>
/// <param name="Series">The series of figures, by its id or its question.</param>
/// <param name="Who">Who says so.</param>
internal sealed record NewCorrection(
    string? Kind, ImmutableArray<string>? Reports, ImmutableArray<string>? Stories, string? Value, string? Speaker, string? Series, string? Who
);

/// <summary>A correction as a list shows it.</summary>
/// <param name="With">The reports that those it is about are in one story with.</param>
/// <param name="Without">The reports that they are never in a story with.</param>
/// <param name="Value">The outlet, day, address or speaker that is right, the question of a series of figures; null for others.</param>
/// <param name="Speaker">Who speaks as the report was read; null where it is not about a speaker.</param>
/// <param name="UndoneBy">Who undid it; null while it holds.</param>
internal sealed record CorrectionItem(
    long Id,
    string Kind,
    ImmutableArray<string> Reports,
    ImmutableArray<string> With,
    ImmutableArray<string> Without,
    string? Value,
    string? Speaker,
    string Who,
    DateTimeOffset At,
    string? UndoneBy,
    DateTimeOffset? UndoneAt
)
{
    public static CorrectionItem Of(Correction correction) => new(
        correction.Id, NameOf(correction.Kind), correction.Reports, correction.With, correction.Without, correction.Value, correction.Speaker, correction.By,
        correction.At, correction.UndoneBy, correction.UndoneAt
    );

    /// <summary>The kind as commands and the API name it.</summary>
    public static string NameOf(CorrectionKind kind) => kind.ToString().ToLowerInvariant();
}
