using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hearsay.App.Cli;

/// <summary>What commands print with --format json: one value, indented, members in camelCase. docs/command-output.md describes each.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void PrintJson<T>(this Surroundings around, T value) => around.Print(JsonSerializer.Serialize(value, Options) + "\n");
}
