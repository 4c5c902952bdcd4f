using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>The one shape of every refusal: problem details (RFC 9457) with a reason for people.</summary>
internal static partial class Problems
{
    /// <summary>What is wrong with a request that could not be bound, in words that name no type of ours.</summary>
    public static string WordsOf(BadHttpRequestException fault)
    {
        if (fault.InnerException is System.Text.Json.JsonException) return "the body is not the JSON that is asked for";
        if (Unbound().Match(fault.Message) is not { Success: true } unbound) return fault.Message;
        var kind = unbound.Groups["type"].Value switch
        {
            "DateTimeOffset" => "a moment as 2031-05-01T00:00:00Z",
            "int" or "long" => "a whole number",
            "bool" => "true or false",
            var other => other,
        };
        return $"{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(unbound.Groups["name"].Value)} must be {kind}";
    }

    [GeneratedRegex("""^Failed to bind parameter "(Nullable<)?(?<type>[A-Za-z]+)>? (?<name>[A-Za-z]+)" from """)]
    private static partial Regex Unbound();

    public static ProblemHttpResult BadRequest(string reason) =>
        TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Bad Request", detail: reason);

    public static ProblemHttpResult NotFound(string reason) =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not Found", detail: reason);

    public static ProblemHttpResult Conflict(string reason) =>
        TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "Conflict", detail: reason);

    public static ProblemHttpResult TooLarge(string reason) =>
        TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: "Content Too Large", detail: reason);
}
