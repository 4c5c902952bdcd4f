using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol.Protocol;

namespace Hearsay.App.Mcp;

/// <summary>The Model Context Protocol: how assistants ask a store, over standard input and output or on the desk.</summary>
internal static class McpSetup
{
    /// <summary>Where it is on the desk.</summary>
    public const string Path = "/mcp";

    private const string Instructions =
        "Hearsay holds news reports and what stands in their text. Before you state something of the news, check it; quote the words you are given with outlet and date, say how many independent origins carry it, and say so where reports oppose each other or nobody carries it.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The server with its tools; over what it speaks is for the caller to add.</summary>
    public static IMcpServerBuilder AddNewsTools(this IServiceCollection services) =>
        services
            .AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation { Name = "hearsay", Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3) };
                options.ServerInstructions = Instructions;
            })
            .WithTools<NewsTools>(Json);
}
