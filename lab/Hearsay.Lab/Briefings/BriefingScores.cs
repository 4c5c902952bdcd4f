using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Hearsay.Briefings.Json;
using Hearsay.Lab.Importance;
using Hearsay.Lab.Sameness;
using Hearsay.Language;
using Hearsay.Reconciliation.Importance;
using Hearsay.Reconciliation.Sameness;
using Hearsay.Sources;
using Hearsay.Statements;

namespace Hearsay.Lab.Briefings;

/// <summary>
/// `lab stories`: briefs each story that has complete gold, scores the JSON with the scorer that stands beside the gold, and prints every measure per
/// story and on average. The scorer is the one of the gold (Python), so that the figures are those that anybody else gets.
/// </summary>
internal static class BriefingScores
{
    private static readonly Option<bool> Write = new("--write") { Description = "Write the table into lab/README.md." };

    /// <summary>The command `stories`.</summary>
    public static Command Command()
    {
        var command = new Command("stories", "Brief the stories with complete gold and score the output.") { Write };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var floors = new Floors();
        var table = new ScoreTable();
        // a story is never scored with judges that learned from it; those of the twenty stories beside the corpora are trained in half the time
        var corpus = LabData.Find("gold", parsed) is null ? null : new StatedCorpus(MatrixGold.Beside(LabData.Root(parsed)));
        var weighed = corpus is null ? null : new WeighedCorpus(corpus, corpus.Judges());
        foreach (var story in GoldFiles.All)
        {
            if (
                LabData.Find(story.Folder, parsed) is not { } folder
                || LabData.Find(story.Gold, parsed) is not { } goldFile
                || LabData.Find("score/score.py", parsed) is not { } scorer
            )
                continue;
            foreach (var (measure, value) in Score(folder, goldFile, scorer, corpus!.JudgeWithout(story.Name), weighed!.Judge(s => corpus.Stories[s].Name != story.Name))) table.Add(story.ReportsName, measure, value);
        }
        foreach (var (column, measure, value) in table.WithMeans()) floors.Check(column, measure, value);
        if (parsed.GetValue(Write)) table.WriteInto(Path.Combine(LabData.Repository, "lab", "README.md"), "stories");
        return floors.ExitCode;
    }

    /// <summary>Every measure of the scorer by its name; of precision, recall and F1, the F1.</summary>
    private static IEnumerable<(string Measure, double Value)> Score(string folder, string gold, string scorer, SameJudge judge, ImportanceJudge importance)
    {
        var output = Path.GetTempFileName();
        try
        {
            // read as `brief` reads
            var (source, deep) = (PageSource.Read([folder]), new DeepReadings());
            var reports = source.Pages.AsParallel().AsOrdered().Select(p => Reader.Read(p, deep).Report).OfType<Report>().ToArray();
            File.WriteAllText(output, JsonBriefing.Write(Reader.Brief(reports, judge, importance, deep)));
            using var scored = JsonDocument.Parse(Output("python3", [scorer, output, gold, folder, "--json"]));
            foreach (var measure in scored.RootElement.EnumerateObject())
                yield return (
                    measure.Name,
                    measure.Value.ValueKind == JsonValueKind.Array ? measure.Value[2].GetDouble() : measure.Value.GetDouble()
                );
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static string Output(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? text
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
