using Microsoft.AspNetCore.Http.HttpResults;

namespace Hearsay.App.Api;

/// <summary>The one shape of every refusal: problem details (RFC 9457) with a reason for people.</summary>
internal static class Problems
{
    public static ProblemHttpResult BadRequest(string reason) => TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Bad Request", detail: reason);

    public static ProblemHttpResult NotFound(string reason) => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not Found", detail: reason);

    public static ProblemHttpResult Conflict(string reason) => TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "Conflict", detail: reason);

    public static ProblemHttpResult TooLarge(string reason) => TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: "Content Too Large", detail: reason);
}
