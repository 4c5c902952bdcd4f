using System.Collections.Immutable;
using Hearsay.App.Checks;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>What people and bodies are reported to have said.</summary>
internal static class QuotesApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/quotes", ListAsync)
            .WithTags("Quotes")
            .WithSummary("What a person or body is reported to have said, or what was said in a story, the last published first.")
            .ProducesProblem(400)
            .ProducesProblem(404);

    private static async Task<Results<Ok<SaidAnswer>, ProblemHttpResult>> ListAsync(
        string? speaker, string? story, int? limit, INewsStore store, WhoSaidWhat said, CancellationToken cancel
    )
    {
        if (Paging.Fault(null, limit) is { } fault) return Problems.BadRequest(fault);
        if (string.IsNullOrWhiteSpace(speaker) && story is null) return Problems.BadRequest("speaker says whose words, or story in which story");
        if (await said.FindAsync(store, speaker, story, cancel) is not { } all) return Problems.NotFound($"there is no story '{story}'");
        return TypedResults.Ok(new SaidAnswer(all.Length, [.. all.Take(limit ?? Paging.Usual)]));
    }
}

/// <summary>What was said, and how much of it there is in all.</summary>
internal sealed record SaidAnswer(int Total, ImmutableArray<SaidWords> Items);
