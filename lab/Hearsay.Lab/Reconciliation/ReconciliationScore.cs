using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Reconciliation;

namespace Hearsay.Lab.Reconciliation;

/// <summary>
/// Scores reconciliation alone: it is given the gold statements of every annotated story, and score/score.py judges what it makes of them.
/// </summary>
internal static class ReconciliationScore
{
    private static readonly string[] Measures =
    [
        "figure series links P R F1", "figure series verdict right", "quote variant links P R F1", "claims covered",
        "claim support found (report by report)", "responses P R F1", "timeline dates P R F1",
    ];

    /// <summary>The command <c>reconciliation</c>.</summary>
    public static Command Command()
    {
        var output = new Option<DirectoryInfo?>("--out") { Description = "Keep each story's briefing as JSON in this folder." };
        var command = new Command(
            "reconciliation",
            "Scores series, quotes, claims, responses and timeline on the gold statements of the annotated stories."
        )
        {
            output,
        };
        command.SetAction(parsed => Run(parsed, parsed.GetValue(output)?.FullName ?? Path.Combine(Path.GetTempPath(), "hearsay-lab-reconciliation")));
        return command;
    }

    private static int Run(ParseResult parsed, string output)
    {
        if (LabData.Find("gold", parsed) is not { } gold || LabData.Find("score/score.py", parsed) is not { } score) return 0;
        Directory.CreateDirectory(output);
        var (floors, sums, stories) = (new Floors(), new Dictionary<string, double>(StringComparer.Ordinal), 0);
        foreach (var file in Directory.GetFiles(gold, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var folder = Path.Combine(LabData.Root(parsed), "stories", name);
            if (!Directory.Exists(folder)) folder = Path.Combine(LabData.Root(parsed), "seeds");
            var json = Path.Combine(output, name + ".json");
            File.WriteAllText(json, Briefed(file, folder));
            stories++;
            foreach (var (measure, value) in Scores(score, json, file, folder))
            {
                floors.Check($"reconciliation/{name}", measure, value);
                sums[measure] = sums.GetValueOrDefault(measure) + value;
            }
        }

        foreach (var measure in sums.Keys) floors.Check("reconciliation/mean", measure, sums[measure] / stories);
        return floors.ExitCode;
    }

    private static string Briefed(string goldFile, string folder)
    {
        var (story, provenance) = OracleReports.Load(goldFile, folder);
        var findings = Reconciler.Reconcile(story, provenance);
        return JsonBriefing.Write(new BriefingDocument(story.Reports, [new StoryBriefing(story, provenance, findings, [])], []));
    }

    private static IEnumerable<(string Measure, double Value)> Scores(string script, string json, string gold, string folder)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", [script, json, gold, folder, "--json"]) { RedirectStandardOutput = true })!;
        var scores = JsonNode.Parse(python.StandardOutput.ReadToEnd())!;
        python.WaitForExit();
        foreach (var measure in Measures)
        {
            if (scores[measure] is JsonArray parts)
            {
                yield return (measure.Replace("P R F1", "P", StringComparison.Ordinal), (double)parts[0]!);
                yield return (measure.Replace("P R F1", "R", StringComparison.Ordinal), (double)parts[1]!);
                yield return (measure.Replace("P R F1", "F1", StringComparison.Ordinal), (double)parts[2]!);
            }
            else
            {
                yield return (measure, (double)scores[measure]!);
            }
        }
    }
}
