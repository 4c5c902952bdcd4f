using System.CommandLine;
using System.Globalization;
using Hearsay.App.Cli.Feeds;
using Hearsay.App.Desk;
using Hearsay.App.Imports;
using Hearsay.Sources;
using Hearsay.Sources.Web;
using Hearsay.Storage;

namespace Hearsay.App.Cli.Stored;

/// <summary>`hearsay import PATH…`: pages into the store, however many, resumable.</summary>
internal static class ImportCommand
{
    public static Command Build(Surroundings around)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "Files, folders (recursively), archives (.warc, .warc.gz, .zip, .tar, .tar.gz), exports of a store (.jsonl), addresses (https://…) and - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(Arguments.RefuseUnknownOptions);
        var store = StoreOption.Build();
        var pagesOnly = new Option<bool>("--pages-only") { Description = "Leave out who says what and which reports tell one story: faster, but speakers and dates that a story lends are not searched until that is read" };
        var list = new Option<bool>("--list")
        {
            Description = "Print a line for each article once it is safe on the disk: what became of it, its id, its revision, where it came from",
        };
        var outlet = OutletOption.Build();
        var again = new Option<bool>("--again-removed") { Description = "Take in again what was removed from the store (see remove)" };
        var command = new Command("import", "Read pages into the store. Stopped or killed, the same command goes on where it was.")
        {
            paths, store, pagesOnly, list, outlet, again,
        };
        var format = FormatOption.On(command);
        var web = WebOption.On(command);
        command.SetAction((parsed, cancel) => RunAsync(
            new ImportRequest(
                parsed.GetRequiredValue(paths), parsed.GetValue(store), parsed.GetValue(pagesOnly), parsed.GetValue(list),
                format.IsJson(parsed, around)
            )
            {
                Outlet = parsed.GetValue(outlet), AgainRemoved = parsed.GetValue(again),
            },
            web.Open(parsed),
            around,
            cancel
        ));
        return command;
    }

    private static async Task<int> RunAsync(ImportRequest request, Fetcher fetcher, Surroundings around, CancellationToken cancel)
    {
        using var closed = fetcher;
        await using var store = StoreOption.Open(request.Store);
        var sum = new ImportCounts();
        var taken = request is { List: true, Json: true } ? new List<ImportedReport>() : null;
        foreach (var path in request.Paths.Distinct(StringComparer.Ordinal))
        {
            var counts = ExportFile.Is(path)
                ? await RestoreAsync(path, store, around, cancel).ConfigureAwait(false)
                : await ImportAsync(new ImportWork(path, request, fetcher, store, taken), around, cancel).ConfigureAwait(false);
            sum = sum.Plus(counts);
            if (cancel.IsCancellationRequested) break;
        }
        if (!request.PagesOnly && !cancel.IsCancellationRequested) await ReadStoriesAsync(store, request.Store, around, cancel).ConfigureAwait(false);
        if (request.Json) around.PrintJson(new ImportSummary(sum.New, sum.Revised, sum.Known, sum.Removed, sum.Failed, sum.Skipped, taken));
        else Tell(sum, around);
        if (cancel.IsCancellationRequested)
        {
            around.Complain("stopped: the same command goes on from here");
            return ExitCode.Stopped;
        }
        return sum.Failed > 0 ? ExitCode.UnreadInput : ExitCode.Ok;
    }

    private static Task<ImportCounts> ImportAsync(ImportWork work, Surroundings around, CancellationToken cancel)
    {
        // the full path: the place is kept under it, whatever folder the next run is started in
        var (path, request) = (work.Path, work.Request);
        var address = GivenPages.AddressOf(path);
        var full = path == "-" || address is not null ? path : Path.GetFullPath(path);
        return LongWork.ShowAsync(around, $"Reading {path}", "pages", tick => new Importer(work.Store, new ImportOptions
        {
            Now = DateTimeOffset.UtcNow,
            Outlet = request.Outlet,
            AgainRemoved = request.AgainRemoved,
            Progress = state => tick(state.Counts.Pages, state.Done, state.Total),
            Acknowledge = (arrival, result) =>
            {
                if (result.Outcome is SaveOutcome.New or SaveOutcome.Revised && Reader.Refusal(arrival.Article) is { } unread)
                    around.Complain($"{ImportedReport.PlaceOf(arrival)}: {unread}: it is kept and can be searched, and is part of no story");
                if (work.Taken is { } list) list.Add(ImportedReport.Of(arrival, result));
                else if (request.List) around.Print(Line(arrival, result));
            },
            Fail = failure => around.Complain($"{failure.Path}: {failure.Reason}"),
        }).RunAsync(
            address is null ? new FileSource([full]) : new WebSource([address], work.Fetcher, TimeProvider.System), "import " + full, cancel
        ));
    }

    /// <summary>Reads what came in: who speaks, and the stories with the dates that they lend. What a stop leaves is read the next time.</summary>
    internal static async Task ReadStoriesAsync(INewsStore store, string? file, Surroundings around, CancellationToken cancel)
    {
        try
        {
            await LongWork.ShowAsync(around, "Reading stories", "reports", async tick =>
            {
                await StoryPass.RunAsync(
                    store,
                    StoreOption.FileOf(file),
                    reports => tick(reports, 0, 0),
                    failed => around.Complain($"report {failed.ArticleId} could not be read and stands in no story: {failed.Fault.Message}"),
                    cancel
                ).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static Task<ImportCounts> RestoreAsync(string path, INewsStore store, Surroundings around, CancellationToken cancel) =>
        LongWork.ShowAsync(
            around,
            $"Restoring {path}",
            "records",
            tick =>
                ExportFile.RestoreAsync(Path.GetFullPath(path), store, tick, failure => around.Complain($"{failure.Path}: {failure.Reason}"), cancel)
        );

    private static string Line(Arrival arrival, SaveResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Outcome.ToString().ToLowerInvariant()}\t{result.ArticleId}\t{result.Revision}\t{ImportedReport.PlaceOf(arrival)}\n"
        );

    private static void Tell(ImportCounts sum, Surroundings around)
    {
        around.Print(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sum.New:N0} new, {sum.Revised:N0} revised, {sum.Known:N0} known already, {sum.Failed:N0} not read\n"
            )
        );
        if (sum.Removed > 0)
            around.Print(string.Create(CultureInfo.InvariantCulture, $"passed over: {sum.Removed:N0} removed before (--again-removed takes them in)\n"));
        foreach (var (reason, count) in sum.Skipped) around.Print(string.Create(CultureInfo.InvariantCulture, $"passed over: {count:N0} {reason}\n"));
    }

    private sealed record ImportRequest(string[] Paths, string? Store, bool PagesOnly, bool List, bool Json)
    {
        public string? Outlet { get; init; }

        public bool AgainRemoved { get; init; }
    }

    private sealed record ImportWork(string Path, ImportRequest Request, Fetcher Fetcher, INewsStore Store, List<ImportedReport>? Taken);
}

/// <summary>
/// What came of an import, as `import --format json` prints it; <paramref name="Reports"/> is null unless --list asks for them,
/// <paramref name="Skipped"/> counts what was passed over by its reason.
/// </summary>
internal sealed record ImportSummary(
    long New,
    long Revised,
    long Known,
    long Removed,
    long NotRead,
    IReadOnlyDictionary<string, long> Skipped,
    IReadOnlyList<ImportedReport>? Reports
);

/// <summary>What became of one report: new, revised, known, known at one more address (alias), or removed before.</summary>
internal sealed record ImportedReport(SaveOutcome Outcome, string Id, int Revision, string Place)
{
    public static ImportedReport Of(Arrival arrival, SaveResult result) => new(result.Outcome, result.ArticleId, result.Revision, PlaceOf(arrival));

    /// <summary>The file or the address that it came from.</summary>
    public static string PlaceOf(Arrival arrival) => arrival.Article.Path ?? arrival.Article.Url ?? "-";
}
