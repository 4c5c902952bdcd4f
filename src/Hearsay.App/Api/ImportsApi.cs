using System.Collections.Immutable;
using Hearsay.App.Desk;
using Hearsay.App.Desk.Options;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hearsay.App.Api;

/// <summary>Files dropped in: accepted at once, read one after the other.</summary>
internal static class ImportsApi
{
    public static void Map(RouteGroupBuilder api, DeskSettings settings)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports");
        imports.MapGet("/", (Intake intake) => TypedResults.Ok(intake.States)).WithSummary("Files of late, the last accepted first.");
        imports.MapGet("/{id}", Find).WithSummary("How far a file has been read, and what became of it.").ProducesProblem(404);
        imports.MapPost("/", AcceptAsync).WithSummary("Files to read, as multipart/form-data. Accepted files survive a crash.")
            .Accepts<IFormFileCollection>("multipart/form-data").ProducesProblem(400).ProducesProblem(413).ProducesProblem(415)
            // each file is bounded while it is read; the whole by the same number of the largest
            .WithMetadata(new RequestLimit(settings.UploadLimit * 4)).DisableAntiforgery();
    }

    private static Results<Ok<IntakeState>, ProblemHttpResult> Find(string id, Intake intake) =>
        intake.Find(id) is { } state ? TypedResults.Ok(state) : Problems.NotFound($"there is no import '{id}'");

    internal static async Task<Results<Accepted<ImportAnswer>, ProblemHttpResult>> AcceptAsync(
        HttpRequest request,
        Intake intake,
        DeskSettings settings,
        CancellationToken cancel
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || type.MediaType != "multipart/form-data"
            || type.Boundary.Value is not { Length: > 0 and <= 70 } boundary
        )
            return TypedResults.Problem(
                statusCode: StatusCodes.Status415UnsupportedMediaType,
                title: "Unsupported Media Type",
                detail: "files come as multipart/form-data"
            );
        var accepted = ImmutableArray.CreateBuilder<IntakeState>();
        var refused = ImmutableArray.CreateBuilder<string>();
        try
        {
            // part by part to disk: an upload of any size takes no memory
            var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(boundary).Value!, request.Body);
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (section.AsFileSection() is not { FileStream: { } content } file) continue;
                var (job, refusal) = await intake.AcceptAsync(file.FileName, content, settings.UploadLimit, cancel);
                if (job is not null) accepted.Add(job);
                else refused.Add(refusal!);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            if (accepted.Count == 0) return Problems.BadRequest("the form cannot be read");
            refused.Add("the rest of the form cannot be read");
        }

        return accepted.Count > 0 ? TypedResults.Accepted("/api/imports", new ImportAnswer(accepted.ToImmutable(), refused.ToImmutable()))
            : refused.Count == 0 ? Problems.BadRequest("the form holds no file")
            : refused.Any(r => r.Contains(": larger than ", StringComparison.Ordinal)) ? Problems.TooLarge(string.Join("; ", refused))
            : Problems.BadRequest(string.Join("; ", refused));
    }

    internal sealed class RequestLimit(long? bytes) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize { get; } = bytes;
    }
}

/// <summary>What became of the files of one request.</summary>
internal sealed record ImportAnswer(ImmutableArray<IntakeState> Accepted, ImmutableArray<string> Refused);
