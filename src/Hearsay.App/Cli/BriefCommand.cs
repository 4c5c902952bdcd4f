using System.CommandLine;
using System.Text;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Sources;

namespace Hearsay.App.Cli;

/// <summary>`hearsay brief PATH…`: reports in, one briefing out.</summary>
internal static class BriefCommand
{
    private static readonly Argument<string[]> Paths = new("PATH") { Description = "Files, folders (recursively) and - for standard input", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Format = new("--format") { Description = "How to write it: json", DefaultValueFactory = _ => "json" };
    private static readonly Option<string?> Out = new("--out") { Description = "Write to this file instead of standard output" };

    public static Command Build()
    {
        var command = new Command("brief", "Write one briefing from reports.") { Paths, Format, Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var source = PageSource.Read(parsed.GetValue(Paths) ?? []);
        var document = Reader.Brief(source.Pages, source.Failures);
        var text = JsonBriefing.Write(document);
        if (parsed.GetValue(Out) is { } path)
        {
            File.WriteAllText(path, text);
        }
        else
        {
            using var output = Console.OpenStandardOutput();
            output.Write(Encoding.UTF8.GetBytes(text));
        }

        return document.Failures.IsEmpty ? 0 : 2;
    }
}
