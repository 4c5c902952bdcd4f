using System.Security.Cryptography;
using System.Text;
using Hearsay.App.Desk.Options;

namespace Hearsay.App.Api;

/// <summary>
/// Who may change and who may read. On this machine alone everybody may; beyond it every change takes the token (RFC 6750: <c>Authorization: Bearer
/// …</c>, or the password of HTTP Basic, which browsers ask for), and reading too where the settings say so. Changes asked for by another site's page
/// are refused everywhere.
/// </summary>
internal sealed class TokenGate(RequestDelegate next, DeskSettings settings)
{
    private readonly byte[]? _token = settings.Token is { } token ? Hash(token) : null;

    public async Task InvokeAsync(HttpContext context)
    {
        var reads =
            HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        if (!reads && IsFromElsewhere(context.Request))
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "a page of another site asked for this change");
            return;
        }

        var isHealth = context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
        if (_token is not null && !isHealth && (!reads || settings.TokenToRead) && !Brings(context.Request, _token))
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Hearsay\", charset=\"UTF-8\"";
            await Refuse(context, StatusCodes.Status401Unauthorized, "this takes the desk's token");
            return;
        }

        await next(context);
    }

    /// <summary>Browsers say where a request comes from (Fetch Metadata, else Origin); programs say nothing and are no danger of this kind.</summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is not ("same-origin" or "none");
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin) return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out var from)
            || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Brings(HttpRequest request, byte[] token)
    {
        var given = request.Headers.Authorization.ToString().Split(' ', 2, StringSplitOptions.TrimEntries);
        if (given.Length != 2) return false;
        if (given[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return CryptographicOperations.FixedTimeEquals(Hash(given[1]), token);
        if (!given[0].Equals("Basic", StringComparison.OrdinalIgnoreCase)) return false;
        var decoded = new byte[given[1].Length];
        return Convert.TryFromBase64String(given[1], decoded, out var length)
            && Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2) is [_, var password]
            && CryptographicOperations.FixedTimeEquals(Hash(password), token);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static Task Refuse(HttpContext context, int status, string reason) =>
        Results.Problem(statusCode: status, title: reason).ExecuteAsync(context);
}
