namespace Hearsay.App.Api;

/// <summary>HEAD is answered as GET is (RFC 9110, 9.3.2); the web server itself leaves the body out.</summary>
internal static class HeadRequests
{
    private static readonly object Mark = new();

    /// <summary>Comes before the routes are matched, which know GET alone.</summary>
    public static void UseHeadRequests(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Items[Mark] = true;
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });

    /// <summary>True where nobody waits for the body.</summary>
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(Mark);
}
