using Microsoft.Net.Http.Headers;

namespace Hearsay.App.Api;

/// <summary>Answers that carry an entity tag, so that who has them already is told only that (RFC 9110, 304).</summary>
internal static class Cached
{
    /// <summary>The text, or 304 where the request names its tag.</summary>
    /// <param name="tag">Changes whenever the text does; no quotation marks in it.</param>
    public static IResult Text(HttpContext context, string tag, string text, string mediaType)
    {
        var etag = new EntityTagHeaderValue($"\"{tag}\"");
        context.Response.GetTypedHeaders().ETag = etag;
        context.Response.Headers.CacheControl = "no-cache";
        return context
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(etag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Text(text, mediaType);
    }
}
