using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Hearsay.App.Desk.Options;

/// <summary>
/// The desk's options with their values. A flag counts before the environment, that before the configuration file, that before the default.
/// </summary>
internal sealed class DeskSettings
{
    private readonly ImmutableDictionary<string, string> _values;

    private DeskSettings(ImmutableDictionary<string, string> values) => _values = values;

    /// <summary>Every option at its default.</summary>
    public static DeskSettings Defaults { get; } = Bind(_ => null, _ => null, null).Settings!;

    /// <summary>Binds and checks every option, and the options together.</summary>
    /// <param name="flag">The value of a flag by its name; null where it was not given.</param>
    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    /// <param name="file">The configuration file: one JSON object with the options' names as keys; null for none.</param>
    /// <returns>The settings, or everything that is wrong, each naming where it was said.</returns>
    public static (DeskSettings? Settings, ImmutableArray<string> Faults) Bind(
        Func<string, string?> flag,
        Func<string, string?> variable,
        string? file
    )
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var written = file is null ? [] : ReadFile(file, faults);
        foreach (var key in written.Keys.Where(k => DeskOptions.All.All(o => o.Name != k)).Order(StringComparer.Ordinal))
            faults.Add($"{file}: there is no option '{key}'");
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var option in DeskOptions.All)
        {
            var (value, where) =
                flag(option.Name) is { } given ? (given, "--" + option.Name)
                : variable(option.Variable) is { Length: > 0 } set ? (set, option.Variable)
                : written.TryGetValue(option.Name, out var kept) ? (kept, $"{file}: {option.Name}")
                : (option.Default, "");
            values[option.Name] = value;
            // a token may be a secret: what is wrong is said without it
            if (option.Fault(value) is { } fault)
                faults.Add(option == DeskOptions.Token ? $"{where} takes {fault}" : $"{where} takes {fault}, not '{value}'");
        }

        var settings = new DeskSettings(values.ToImmutable());
        if (faults.Count == 0 && !settings.IsLocal && settings.Token is null)
            faults.Add($"--listen {settings.Listen} can be reached from other machines: that takes a --token");
        if (faults.Count == 0 && settings.TokenToRead && settings.Token is null) faults.Add("--token-to-read takes a --token");
        return faults.Count == 0 ? (settings, []) : (null, faults.ToImmutable());
    }

    public Uri Listen => new(this[DeskOptions.Listen]);

    /// <summary>True where only this machine can reach the desk.</summary>
    public bool IsLocal => Listen.IsLoopback;

    public string? Token => this[DeskOptions.Token] is { Length: > 0 } token ? token : null;

    public bool TokenToRead => Yes(DeskOptions.ReadToken);

    public int WindowDays => Number(DeskOptions.Window);

    public bool Poll => Yes(DeskOptions.Poll);

    public bool AllowPrivate => Yes(DeskOptions.AllowPrivate);

    public bool Quick => Yes(DeskOptions.Quick);

    /// <summary>In bytes.</summary>
    public long UploadLimit => Number(DeskOptions.UploadLimit) * 1_000_000L;

    public int RequestsPerMinute => Number(DeskOptions.Rate);

    public Uri? Telemetry => this[DeskOptions.Telemetry] is { Length: > 0 } address ? new Uri(address) : null;

    private string this[DeskOption option] => _values[option.Name];

    private bool Yes(DeskOption option) => this[option] == "yes";

    private int Number(DeskOption option) => int.Parse(this[option], CultureInfo.InvariantCulture);

    private static Dictionary<string, string> ReadFile(string file, ImmutableArray<string>.Builder faults)
    {
        try
        {
            using var json = JsonDocument.Parse(
                File.ReadAllBytes(file),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException();
            return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind switch
            {
                JsonValueKind.True => "yes",
                JsonValueKind.False => "no",
                _ => p.Value.ToString(),
            }, StringComparer.Ordinal);
        }
        catch (JsonException e)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{file}: not one JSON object{(e.LineNumber is { } line ? $" (line {line + 1})" : "")}"));
        }
        catch (ArgumentException)
        {
            faults.Add($"{file}: an option stands in it twice");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add($"{file}: there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{file}: it cannot be read");
        }

        return [];
    }
}
