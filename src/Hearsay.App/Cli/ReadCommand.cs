using System.CommandLine;
using Hearsay.Language;
using Hearsay.Pages;
using Hearsay.Sources;

namespace Hearsay.App.Cli;

/// <summary>`hearsay read FILE`: one report with its language layer, for a person who wants to see why.</summary>
internal static class ReadCommand
{
    private static readonly string[] Formats = ["terminal", "conllu", "json", "html"];

    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "A report (.txt, .md, .html, .json), or - for standard input" };
        var format = new Option<string>("--format") { Description = "How to write the reading", DefaultValueFactory = _ => "terminal" };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("read", "Show a report with its sentences, words, trees, names and quotations.") { file, format };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(format)!, around));
        return command;
    }

    private static int Run(string file, string format, Surroundings around)
    {
        var source = PageSource.Read([file]);
        foreach (var failure in source.Failures) around.Complain($"{failure.Path}: {failure.Reason}");
        var code = source.Pages.IsEmpty || !source.Failures.IsEmpty ? ExitCode.UnreadInput : 0;
        foreach (var page in source.Pages)
        {
            var (article, reason) = PageReader.Read(page);
            if (article is null)
            {
                around.Complain($"{page.Path}: {reason}");
                code = ExitCode.UnreadInput;
                continue;
            }

            var reading = LanguageReader.Read(article);
            around.Print(format switch
            {
                "conllu" => ReadingWriter.Conllu(reading),
                "json" => ReadingWriter.Json(reading),
                "html" => ReadingWriter.Html(reading),
                _ => ReadingWriter.Terminal(reading),
            });
        }

        return code;
    }
}
