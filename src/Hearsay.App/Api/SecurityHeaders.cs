namespace Hearsay.App.Api;

/// <summary>
/// What browsers are told not to do with any page of the desk. Also refuses requests under a foreign name, by which a page elsewhere could reach a
/// desk on this machine.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, Desk.Options.DeskSettings settings)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (settings.IsLocal && context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            await Results
                .Problem(
                    statusCode: StatusCodes.Status421MisdirectedRequest,
                    title: "Misdirected Request",
                    detail: "this desk answers under its own address only"
                )
                .ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}
