using Hearsay.App.Checks;
using Hearsay.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>Who carries all of a sentence, who a part, who the opposite.</summary>
internal static class CheckApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/check", CheckAsync)
            .WithTags("Check")
            .WithSummary("Who carries all of a sentence, who a part of it, who the opposite, from how many origins and since when, each with its words.")
            .ProducesProblem(400);

    private static async Task<Results<Ok<CheckAnswer>, ProblemHttpResult>> CheckAsync(string? q, INewsStore store, StoreCheck check, CancellationToken cancel)
    {
        var (answer, refusal) = await check.CheckAsync(store, q, atHand: true, cancel);
        return answer is null ? Problems.BadRequest($"q: {refusal}") : TypedResults.Ok(answer);
    }
}
