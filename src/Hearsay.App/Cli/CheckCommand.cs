using System.CommandLine;
using Hearsay.App.Checks;
using Hearsay.App.Cli.Feeds;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk;
using Hearsay.Language;
using Hearsay.Reconciliation.Checks;
using Hearsay.Sources.Web;
using Hearsay.Statements;

namespace Hearsay.App.Cli;

/// <summary>`hearsay check SENTENCE`: who says all of it, who a part, who the opposite?</summary>
internal static class CheckCommand
{
    public static Command Build(Surroundings around)
    {
        var sentence = new Argument<string>("SENTENCE") { Description = "One statement in English, in quotation marks" };
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders, addresses (https://…) or - for standard input to look in; without any the reports of the store",
            Arity = ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(Arguments.RefuseUnknownOptions);
        var (store, outlet, quick) = (StoreOption.Build(), OutletOption.Build(), QuickOption.Build());
        var command = new Command("check", "Say who carries all of a sentence, who a part of it and who the opposite, each with its words.")
        {
            sentence, paths, store, outlet, quick,
        };
        var format = FormatOption.On(command);
        var web = WebOption.On(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(paths) is { Length: > 0 } && result.GetValue(store) is not null)
                result.AddError("check takes PATHs, or the reports of a store (--store): one of the two");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var (given, typed, isQuick) = (parsed.GetValue(paths) ?? [], parsed.GetRequiredValue(sentence), parsed.GetValue(quick));
            var (answer, refusal, code) = (default(CheckAnswer), default(string), ExitCode.Ok);
            if (given.Length == 0)
            {
                await using var opened = StoreOption.OpenToRead(parsed.GetValue(store));
                var reader = new DeepReader(new ReportShelf(1), isQuick);
                (answer, refusal) = await new StoreCheck(reader).CheckAsync(opened, typed, atHand: false, cancel).ConfigureAwait(false);
            }
            else
            {
                var deep = QuickOption.Readings(isQuick, compares: true);
                (var asked, refusal) = AskedSentence.Read(typed, deep);
                using var fetcher = web.Open(parsed);
                if (asked is not null) (answer, code) = await InPagesAsync(asked, given, parsed.GetValue(outlet), deep, fetcher, around, cancel).ConfigureAwait(false);
            }

            if (refusal is not null) around.Complain(refusal);
            if (answer is null) return refusal is not null ? ExitCode.WrongUsage : code;
            if (format.IsJson(parsed, around)) around.PrintJson(answer);
            else around.Print(CheckWords.Write(answer));
            return code;
        });
        return command;
    }

    private static async Task<(CheckAnswer? Answer, int Code)> InPagesAsync(
        AskedSentence asked, string[] given, string? outlet, DeepReadings? deep, Fetcher fetcher, Surroundings around, CancellationToken cancel
    )
    {
        var source = await GivenPages.ReadAsync(given, fetcher, cancel).ConfigureAwait(false);
        var pages = OutletOption.Apply(outlet, source.Pages);
        var read = new (Report? Report, string? Reason)[pages.Length];
        var done = 0;
        ReadingProgress.Show(around, pages.Length, tick => Parallel.For(0, pages.Length, i =>
        {
            read[i] = Reader.Read(pages[i], deep);
            tick?.Invoke(Interlocked.Increment(ref done));
        }));
        foreach (var failure in source.Failures) around.Complain($"{failure.Path}: {failure.Reason}");
        foreach (var (page, result) in pages.Zip(read).Where(r => r.Second.Report is null)) around.Complain($"{page.Path ?? page.Url ?? "-"}: {result.Reason}");
        var reports = read.Select(r => r.Report).OfType<Report>().ToArray();
        if (reports.Length == 0)
        {
            if (pages.IsEmpty && source.Failures.IsEmpty) around.Complain($"nothing to read in {string.Join(", ", given)}");
            return (null, ExitCode.UnreadInput);
        }

        var isWhole = source.Failures.IsEmpty && reports.Length == pages.Length;
        return (CheckAnswer.Of(asked, Reader.Check(asked, reports, deep: deep), isStored: null), isWhole ? ExitCode.Ok : ExitCode.UnreadInput);
    }
}
