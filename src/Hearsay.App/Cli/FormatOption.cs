using System.CommandLine;
using System.CommandLine.Parsing;
using Hearsay.App.Forms;

namespace Hearsay.App.Cli;

/// <summary>
/// In which form a command writes: <c>--format</c>, else what the ending of the file to write says, else the terminal's; <c>--json</c> is short for
/// <c>--format json</c>. Names of formats are understood in any case and by their usual short names.
/// </summary>
internal sealed class FormatOption
{
    public const string Terminal = "terminal", Markdown = "markdown", Html = "html", Json = "json", Conllu = "conllu";

    private readonly Option<string?> format = new("--format") { Description = "How to write it" };
    private readonly Option<bool> json = new("--json") { Description = "Short for --format json" };
    private readonly string[] formats;

    private FormatOption(string[] formats)
    {
        this.formats = formats;
        format.HelpName = string.Join('|', formats);
        format.CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (Named(given) is { } known && formats.Contains(known, StringComparer.Ordinal)) return known;
            result.AddError($"--format takes {string.Join(", ", formats[..^1])} or {formats[^1]}, not '{given}'");
            return null;
        };
    }

    /// <summary>Gives a command that writes for people or for programs the options.</summary>
    public static FormatOption On(Command command) => On(command, [Terminal, Json]);

    /// <summary>Gives a command the options; the first of the formats is the usual one.</summary>
    public static FormatOption On(Command command, string[] formats)
    {
        var option = new FormatOption(formats);
        command.Options.Add(option.format);
        command.Options.Add(option.json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(option.json) && result.GetResult(option.format) is { Tokens: [var given, ..] } && Named(given.Value) != Json)
                result.AddError($"--json and --format {given.Value} contradict each other");
        });
        return option;
    }

    /// <summary>The format that is asked for. One that contradicts the name of <paramref name="file"/> counts, and that is said.</summary>
    public string Of(ParseResult parsed, Surroundings around, string? file = null)
    {
        var asked = parsed.GetValue(json) ? Json : parsed.GetValue(format);
        var ending = EndingOf(file);
        if (asked is not null && ending is not null && asked != ending)
            around.Complain($"{file} is written as {asked}, as --format says, though its name ends like {ending}");
        return asked ?? ending ?? formats[0];
    }

    /// <summary>True where a format is asked for, or the name of the file says which it is.</summary>
    public bool IsNamedBy(CommandResult result, string file) =>
        result.GetValue(json) || result.GetValue(format) is not null || EndingOf(file) is not null;

    /// <summary>True where a program is to read the answer.</summary>
    public bool IsJson(ParseResult parsed, Surroundings around) => Of(parsed, around) == Json;

    /// <summary>The format that a file is called after: by the whole name ("figures.csv"), else by what stands behind a dot of it.</summary>
    private string? EndingOf(string? file)
    {
        for (var name = Path.GetFileName(file); !string.IsNullOrEmpty(name); name = name.Contains('.', StringComparison.Ordinal) ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : null)
        {
            if (Named(name) is { } named && formats.Contains(named, StringComparer.Ordinal)) return named;
        }

        return null;
    }

    private static string? Named(string given) => given.ToLowerInvariant() switch
    {
        "terminal" or "text" or "txt" => Terminal,
        "markdown" or "md" => Markdown,
        "html" or "htm" => Html,
        "json" => Json,
        "conllu" or "conll-u" => Conllu,
        "wiki" or "mediawiki" => "wikitext",
        var other => BriefingForm.Named(other)?.Name,
    };
}
