using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hearsay.Briefings;
using Hearsay.Briefings.Html;
using Hearsay.Briefings.Json;
using Hearsay.Briefings.Markdown;
using Hearsay.Briefings.Terminal;
using Hearsay.Sources;

namespace Hearsay.App.Cli;

/// <summary>`hearsay brief PATH…`: reports in, one briefing out.</summary>
internal static class BriefCommand
{
    private static readonly string[] Formats = ["terminal", "markdown", "html", "json"];

    public static Command Build(Surroundings around)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files (.txt, .md, .html, .json, .jsonl), folders (recursively) and - for standard input", Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(RefuseUnknownOptions);
        var format = new Option<string>("--format") { Description = "How to write the briefing", DefaultValueFactory = _ => "terminal" };
        format.AcceptOnlyFromAmong(Formats);
        var file = new Option<string?>("--out") { Description = "Write to this file instead of standard output", HelpName = "FILE" };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "Publication date of reports that neither state nor imply one", HelpName = "YYYY-MM-DD", CustomParser = ParseDate,
        };
        var story = new Option<int?>("--story") { Description = "Only this story, counted from 1", HelpName = "N" };
        story.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
            {
                result.AddError($"--story takes a number from 1 on, not '{given}'.");
            }
        });
        var command = new Command("brief", "Read reports and write one briefing for each story they tell.") { paths, format, file, date, story };
        command.SetAction(parsed => Run(
            new BriefRequest(parsed.GetValue(paths) ?? [], parsed.GetValue(format)!, parsed.GetValue(file), parsed.GetValue(date), parsed.GetValue(story)), around));
        return command;
    }

    /// <summary>A word that begins like an option is a slip of the keyboard, not a file.</summary>
    private static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
        {
            result.AddError($"'{token.Value}' is no option of this command (a file of that name is ./{token.Value}).");
        }
    }

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"--date takes a day as YYYY-MM-DD, not '{given}'.");
        return null;
    }

    private static int Run(BriefRequest request, Surroundings around)
    {
        var source = PageSource.Read(request.Paths);
        if (source.Pages.IsEmpty && source.Failures.IsEmpty)
        {
            around.Complain($"nothing to read in {string.Join(", ", request.Paths)}");
            return ExitCode.UnreadInput;
        }

        var document = ReadingProgress.Show(around, source.Pages.Length, tick => Reader.Brief(source.Pages, source.Failures, request.Date, tick));
        foreach (var failure in document.Failures)
        {
            around.Complain($"{failure.Path}: {failure.Reason}");
        }

        if (request.Story is { } number)
        {
            if (number > document.Stories.Length)
            {
                around.Complain($"there is no story {number}: the reports tell {document.Stories.Length}");
                return ExitCode.WrongUsage;
            }

            document = document.Only(number);
        }

        Deliver(Render(document, request, around), request.File, around);
        return document.Failures.IsEmpty ? ExitCode.Ok : ExitCode.UnreadInput;
    }

    private static string Render(BriefingDocument document, BriefRequest request, Surroundings around) => request.Format switch
    {
        "json" => JsonBriefing.Write(document),
        "markdown" => MarkdownBriefing.Write(document),
        "html" => HtmlBriefing.Write(document),
        _ => TerminalBriefing.Write(document, around.Colour && request.File is null),
    };

    private static void Deliver(string text, string? file, Surroundings around)
    {
        if (file is null)
        {
            around.Print(text);
        }
        else
        {
            File.WriteAllText(file, text);
        }
    }

    private sealed record BriefRequest(string[] Paths, string Format, string? File, DateOnly? Date, int? Story);
}
