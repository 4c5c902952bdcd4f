using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hearsay.App.Cli.Stored;
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
            Description = "Files (.txt, .md, .html, .json, .jsonl), folders (recursively) and - for standard input; none with --since or --query",
            Arity = ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(Arguments.RefuseUnknownOptions);
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
            if (
                result.Tokens is [{ Value: var given }]
                && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            )
            {
                result.AddError($"--story takes a number from 1 on, not '{given}'.");
            }
        });
        var stored = new StoredReports();
        var command = new Command("brief", "Read reports and write one briefing for each story they tell.")
        {
            paths, format, file, date, story, stored.Since, stored.Query, stored.Store,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(paths) is { Length: > 0 } == stored.AreAskedFor(result))
                result.AddError("brief takes PATHs, or reports of the store (--since, --query): one of the two.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new BriefRequest(
                parsed.GetValue(paths) ?? [],
                parsed.GetValue(format)!,
                parsed.GetValue(file),
                parsed.GetValue(date),
                parsed.GetValue(story)
            );
            if (!stored.AreAskedFor(parsed.CommandResult)) return Finish(Read(request, around), request, around);
            var articles = await stored.ReadAsync(parsed, around, cancel).ConfigureAwait(false);
            return articles is null ? ExitCode.WrongUsage
                : Finish(
                    ReadingProgress.Show(around, articles.Count, tick => articles.Count == 0 ? null : Reader.Brief(articles, request.Date, tick)),
                    request,
                    around
                );
        });
        return command;
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

    /// <summary>Null where there is nothing to read.</summary>
    private static BriefingDocument? Read(BriefRequest request, Surroundings around)
    {
        var source = PageSource.Read(request.Paths);
        return source.Pages.IsEmpty && source.Failures.IsEmpty ? null
            : ReadingProgress.Show(around, source.Pages.Length, tick => Reader.Brief(source.Pages, source.Failures, request.Date, tick));
    }

    private static int Finish(BriefingDocument? document, BriefRequest request, Surroundings around)
    {
        if (document is null)
        {
            around.Complain(
                request.Paths.Length > 0 ? $"nothing to read in {string.Join(", ", request.Paths)}" : "no report of the store answers that"
            );
            return ExitCode.UnreadInput;
        }

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
