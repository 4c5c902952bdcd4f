using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Hearsay.Copies;
using Hearsay.Statements;
using Hearsay.Stories;

namespace Hearsay.Lab.Stories;

/// <summary>
/// `lab stream`: real reports, varied by known edits (EditedReports), through the live grouping and, on the other core, the search for copies, with a week
/// open: reports a second, what the process holds in memory, what a report costs at the beginning and at the end, and how many planted passages are found.
/// The making of the reports is not counted.
/// </summary>
internal static class StreamCommand
{
    private const int WindowDays = 7, Portion = 5000;

    /// <summary>The command `stream`.</summary>
    public static Command Command()
    {
        var reports = new Option<int>("--reports") { Description = "How many reports.", DefaultValueFactory = _ => 1_000_000 };
        var week = new Option<int>("--week") { Description = "How many reports come in a week.", DefaultValueFactory = _ => 100_000 };
        var command = new Command("stream", "Run a long stream of varied real reports through the live grouping.") { reports, week };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(reports), parsed.GetValue(week)));
        return command;
    }

    private static int Run(ParseResult parsed, int reports, int week)
    {
        var edited = new EditedReports([
            .. GroupedReports.All(parsed).Where(c => c.Name is not "samples").SelectMany(c => c.Reports).Where(r => r.Sentences.Length >= 5)
                // no more than grouping and copies look at
                .Select(r => r with { Attributions = [], Figures = [], Cast = [], Clauses = [], Meanings = null })
                .DistinctBy(r => r.Article.Text).OrderBy(r => r.Article.Id, StringComparer.Ordinal),
        ]);
        var (stream, copies) = (new StoryStream(WindowDays), new CopyStream(WindowDays));
        var clock = new Stopwatch();
        var planted = new Tally();
        Console.WriteLine("reports      reports/s    stories in the window    live memory, MB    of the process, MB");
        for (var from = 0; from < reports; from += Portion)
        {
            var portion = Enumerable.Range(from, Math.Min(Portion, reports - from)).AsParallel().AsOrdered().Select(n => edited[n]).ToArray();
            var before = clock.Elapsed;
            clock.Start();
            var grouping = Task.Run(() =>
            {
                for (var i = 0; i < portion.Length; i++) stream.Add(StorySignature.Of(portion[i].Report), Day(from + i));
            });
            var found = portion.Select((p, i) => copies.Add(CopyText.Of(p.Report.Article), Day(from + i))).ToArray();
            grouping.GetAwaiter().GetResult();
            clock.Stop();
            for (var i = 0; i < portion.Length; i++) planted.Add(portion[i], found[i], edited);
            if ((from / Portion) % 4 == 3 || from + Portion >= reports)
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{from + portion.Length,9:N0} {portion.Length / (clock.Elapsed - before).TotalSeconds,12:N0} {stream.Stories.Count(),20:N0} {GC.GetTotalMemory(true) / 1e6,15:N0} {Environment.WorkingSet / 1e6,15:N0}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"planted passages found: {planted.Exact}; edited in one word of eight: {planted.Edited}; passages found that are none: {planted.Wrong} of {planted.Found}"));
        return 0;

        DateOnly Day(int number) => new DateOnly(2026, 1, 1).AddDays((int)((long)number * WindowDays / week));
    }

    /// <summary>What was planted and what was found.</summary>
    private sealed class Tally
    {
        private int exact, exactFound, edited, editedFound;

        public string Exact => string.Create(CultureInfo.InvariantCulture, $"{exactFound} of {exact}, {exactFound / (double)exact:0.0000}");

        public string Edited => string.Create(CultureInfo.InvariantCulture, $"{editedFound} of {edited}, {editedFound / (double)edited:0.0000}");

        public int Found { get; private set; }

        public int Wrong { get; private set; }

        public void Add(EditedReport report, ImmutableArray<CopyFinding> findings, EditedReports all)
        {
            // a passage that two reports share is none where neither holds text of a base that the other holds
            foreach (var finding in findings)
            {
                Found += finding.Passages.Length;
                if (!all.ShareText(report.Number, EditedReports.NumberOf(finding.ReportId))) Wrong += finding.Passages.Length;
            }

            if (report.Planted is not { } planted) return;
            var isFound = findings.Any(f => f.Passages.Any(p => p.Here.Overlaps(planted.Span) && Math.Min(p.Here.End, planted.Span.End) - Math.Max(p.Here.Start, planted.Span.Start) > planted.Span.Length / 2));
            if (planted.IsEdited) (edited, editedFound) = (edited + 1, editedFound + (isFound ? 1 : 0));
            else (exact, exactFound) = (exact + 1, exactFound + (isFound ? 1 : 0));
        }
    }
}
