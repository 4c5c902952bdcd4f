using System.CommandLine;
using Hearsay.App.Cli.Feeds;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Pages;
using Hearsay.Sources;
using Hearsay.Statements;

namespace Hearsay.App.Cli;

/// <summary>`hearsay read FILE`: one report by itself, what a reader wants of it first; its words and trees where they are asked for.</summary>
internal static class ReadCommand
{
    public static Command Build(Surroundings around)
    {
        var file = new Argument<string>("FILE") { Description = "A report (.txt, .md, .html, .json), its address, or - for standard input" };
        var trees = new Option<bool>("--trees") { Description = "Show its sentences with their words, trees and names instead" };
        var quick = QuickOption.Build();
        var outlet = OutletOption.Build();
        var command = new Command("read", "Show a report: outlet, date, who says what, figures, times and quotations.") { file, trees, quick, outlet };
        var format = FormatOption.On(command, [FormatOption.Terminal, FormatOption.Conllu, FormatOption.Json, FormatOption.Html]);
        var web = WebOption.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var fetcher = web.Open(parsed);
            var form = format.Of(parsed, around);
            var deep = QuickOption.Readings(parsed.GetValue(quick), compares: false);
            var source = await GivenPages.ReadAsync([parsed.GetRequiredValue(file)], fetcher, cancel).ConfigureAwait(false);
            var pages = OutletOption.Apply(parsed.GetValue(outlet), source.Pages);
            return Run(source with { Pages = pages }, article => Write(LanguageReader.Read(article, deep), form, parsed.GetValue(trees)), around);
        });
        return command;
    }

    private static int Run(SourceResult source, Func<Article, string> write, Surroundings around)
    {
        foreach (var failure in source.Failures) around.Complain($"{failure.Path}: {failure.Reason}");
        var code = source.Pages.IsEmpty || !source.Failures.IsEmpty ? ExitCode.UnreadInput : ExitCode.Ok;
        foreach (var page in source.Pages)
        {
            var (article, reason) = PageReader.Read(page);
            if (article is not null) reason = Reader.Refusal(article);
            if (article is null || reason is not null)
            {
                around.Complain($"{page.Path ?? page.Url}: {reason}");
                code = ExitCode.UnreadInput;
                continue;
            }

            around.Print(write(article));
        }

        return code;
    }

    private static string Write(Reading reading, string form, bool trees) => (form, trees) switch
    {
        (FormatOption.Conllu, _) => ReadingWriter.Conllu(reading),
        (FormatOption.Html, _) => ReadingWriter.Html(reading),
        (FormatOption.Json, true) => ReadingWriter.Json(reading),
        (FormatOption.Json, false) => JsonBriefing.Write(new BriefingDocument([StatementReader.Read(reading)], [], [])),
        (_, true) => ReadingWriter.Terminal(reading),
        _ => ReportText.Write(StatementReader.Read(reading)),
    };
}
