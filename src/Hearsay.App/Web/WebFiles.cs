using System.Collections.Frozen;
using System.Reflection;
using Hearsay.Briefings.Html;
using Hearsay.Text;

namespace Hearsay.App.Web;

/// <summary>Style sheets and scripts: embedded, each under an address that changes with its content, so that a browser keeps it for good.</summary>
internal static class WebFiles
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, string> Texts = Load();

    /// <summary>Changes with any of them.</summary>
    public static string Stamp { get; } = ContentId.Of(string.Concat(Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value)));

    /// <summary>The address of one.</summary>
    public static string Address(string name) => $"/assets/{name}?{Stamp}";

    public static void Map(IEndpointRouteBuilder web)
    {
        web.MapGet("/assets/{name}", (string name, HttpContext context) =>
        {
            if (!Texts.TryGetValue(name, out var text)) return Results.NotFound();
            var current = context.Request.QueryString.Value == "?" + Stamp;
            context.Response.Headers.CacheControl = current ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Text(text, TypeOf(name));
        });
        web.MapGet("/favicon.ico", () => Results.Redirect(Address("mark.svg")));
    }

    private static FrozenDictionary<string, string> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["briefing.css"] = HtmlBriefing.StyleSheet };
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            texts[name[Prefix.Length..]] = reader.ReadToEnd();
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };
}
