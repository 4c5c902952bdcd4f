using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hearsay.App.Cli.Feeds;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Forms;
using Hearsay.Briefings;
using Hearsay.Briefings.Terminal;
using Hearsay.Language;
using Hearsay.Model;
using Hearsay.Sources.Web;

namespace Hearsay.App.Cli;

/// <summary>`hearsay brief PATH…`: reports in, one briefing out.</summary>
internal static class BriefCommand
{
    public static Command Build(Surroundings around)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "Files (.txt, .md, .html, .json, .jsonl), folders (recursively), addresses (https://…), - for standard input; none with --since or --query",
            Arity = ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(Arguments.RefuseUnknownOptions);
        var file = new Option<string?>("--out")
        {
            Description = "Write to this file instead of standard output, in the form that its ending names", HelpName = "FILE",
        };
        var force = OutputFile.Force();
        var date = new Option<DateOnly?>("--date")
        {
            Description = "Publication date of reports that neither state nor imply one", HelpName = "YYYY-MM-DD", CustomParser = ParseDate,
        };
        var story = NumberOption.Ordinal("--story", "Only this story, counted from 1");
        var length = LengthOption();
        var quick = QuickOption.Build();
        var outlet = OutletOption.Build();
        var stored = new StoredReports();
        var command = new Command("brief", "Read reports and write one briefing for each story they tell.")
        {
            paths, file, force, date, outlet, story, length, quick, stored.Since, stored.Query, stored.Store,
        };
        var format = FormatOption.On(command, [FormatOption.Terminal, .. BriefingForm.All.Select(f => f.Name)]);
        var web = WebOption.On(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(paths) is { Length: > 0 } == stored.AreAskedFor(result))
                result.AddError("brief takes PATHs, or reports of the store (--since, --query): one of the two");
            if (result.GetValue(file) is { } to && to.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !format.IsNamedBy(result, to))
                result.AddError($"{to} may hold the figures or the claims: say --format figures.csv or --format claims.csv");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var to = parsed.GetValue(file);
            var request = new BriefRequest(
                parsed.GetValue(paths) ?? [], format.Of(parsed, around, to), to, parsed.GetValue(date), parsed.GetValue(story),
                QuickOption.Readings(parsed.GetValue(quick), compares: true)
            )
            {
                Outlet = parsed.GetValue(outlet), Length = parsed.GetValue(length) ?? BriefingLength.Page,
            };
            if (to is not null && !OutputFile.IsFree(to, parsed.GetValue(force), around)) return ExitCode.WrongUsage;
            if (!stored.AreAskedFor(parsed.CommandResult))
            {
                using var fetcher = web.Open(parsed);
                return Finish(await ReadAsync(request, fetcher, around, cancel).ConfigureAwait(false), request, around);
            }
            var chosen = await stored.ReadAsync(parsed, around, request.Deep, cancel).ConfigureAwait(false);
            if (chosen is null) return ExitCode.WrongUsage;
            var articles = StoredReports.Dated(chosen.Articles);
            var document = ReadingProgress.Show(
                around, articles.Count, tick => articles.Count == 0 ? null : Reader.Brief(articles, request.Date, tick, request.Deep, chosen.Constraints)
            );
            await stored.KeepAsync(parsed, chosen.Articles, request.Deep, cancel).ConfigureAwait(false);
            return Finish(document, request, around);
        });
        return command;
    }

    private static Option<BriefingLength?> LengthOption() => new("--length")
    {
        Description = "short: the account alone; page: each point once, 600 words for ten reports; full: everything (JSON, tables and maps always are)",
        HelpName = "short|page|full",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (BriefingForm.LengthNamed(given) is { } known) return known;
            result.AddError($"--length takes short, page or full, not '{given}'");
            return null;
        },
    };

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"--date takes a day as YYYY-MM-DD, not '{given}'");
        return null;
    }

    /// <summary>Null where there is nothing to read.</summary>
    private static async Task<BriefingDocument?> ReadAsync(BriefRequest request, Fetcher fetcher, Surroundings around, CancellationToken cancel)
    {
        var source = await GivenPages.ReadAsync(request.Paths, fetcher, cancel).ConfigureAwait(false);
        if (source.Pages.IsEmpty && source.Failures.IsEmpty) return null;
        var pages = OutletOption.Apply(request.Outlet, source.Pages);
        return ReadingProgress.Show(around, pages.Length, tick => Reader.Brief(pages, source.Failures, request.Date, tick, request.Deep));
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

    private static string Render(BriefingDocument document, BriefRequest request, Surroundings around) =>
        BriefingForm.Named(request.Format)?.WriteAt(document, request.Length)
        ?? TerminalBriefing.Write(document.At(request.Length), around.Colour && request.File is null);

    private static void Deliver(string text, string? file, Surroundings around)
    {
        if (file is null or "-")
        {
            around.Print(text);
        }
        else
        {
            OutputFile.Write(file, text);
        }
    }

    private sealed record BriefRequest(string[] Paths, string Format, string? File, DateOnly? Date, int? Story, DeepReadings? Deep)
    {
        public string? Outlet { get; init; }

        public BriefingLength Length { get; init; }
    }
}
