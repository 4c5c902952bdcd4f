using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.App.Cli;
using Hearsay.Briefings;
using Hearsay.Briefings.Json;
using Hearsay.Lab.Sameness;
using Hearsay.Language;
using Hearsay.Sources;

namespace Hearsay.Lab.Briefings;

/// <summary>
/// `lab forgeries`: briefs every story with matrix gold, proves the briefing as `hearsay verify` does (a true one must hold), then forges it in every way
/// of <see cref="Forgeries"/> and proves it again (each must be found).
/// </summary>
internal static class ForgeryCommand
{
    /// <summary>The command `forgeries`.</summary>
    public static Command Command()
    {
        var briefs = new Option<DirectoryInfo?>("--briefs") { Description = "Take the briefings (JSON) of this folder instead of the stories." };
        var each = new Option<int>("--each") { Description = "Of each story try one forgery in so many, another one in the next.", DefaultValueFactory = _ => 1 };
        var command = new Command("forgeries", "Forge the briefings of the stories in every way: is each found, and no true one refused?") { briefs, each };
        command.SetAction(parsed => Run(Briefings(parsed, parsed.GetValue(briefs)?.FullName), Math.Max(1, parsed.GetValue(each))));
        return command;
    }

    /// <summary>What a proof finds in a briefing; forged ones go through the same door as those of users.</summary>
    public static List<string> Faults(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WrittenBriefing.From(document.RootElement) is { } briefing ? VerifyCommand.Faults(briefing) : ["no briefing"];
    }

    private static IEnumerable<(string Name, string Json)> Briefings(ParseResult parsed, string? folder)
    {
        if (folder is not null) return Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)));
        if (LabData.Find("gold", parsed) is null || LabData.Find("stories", parsed) is null) return [];
        return MatrixGold.All(LabData.Root(parsed)).Select(g => (g.Name, JsonBriefing.Write(Brief(g.Folder))));
    }

    private static BriefingDocument Brief(string folder)
    {
        var source = PageSource.Read([folder]);
        return Reader.Brief(source.Pages, source.Failures, deep: new DeepReadings());
    }

    private static int Run(IEnumerable<(string Name, string Json)> briefings, int each)
    {
        var (tried, missed, kinds, refused, sentences) = (0, 0, new HashSet<string>(StringComparer.Ordinal), 0, 0);
        foreach (var ((name, json), story) in briefings.Select((b, i) => (b, i)))
        {
            var faults = Faults(json);
            foreach (var fault in faults.Take(12)) Console.WriteLine($"{name}, as it is: {fault}");
            refused += faults.Count > 0 ? 1 : 0;
            sentences += JsonNode.Parse(json)!["stories"]!.AsArray().SelectMany(s => s!["briefing"]!.AsArray()).Sum(s => s!["sentences"]!.AsArray().Count);
            foreach (var forgery in faults.Count > 0 ? [] : Forgeries.All.Where((_, i) => (i + story) % each == 0))
            {
                var document = JsonNode.Parse(json)!;
                if (!forgery.Apply(document)) continue;
                tried++;
                kinds.Add(forgery.Name);
                if (Faults(document.ToJsonString()).Count > 0) continue;
                missed++;
                Console.WriteLine($"{name}, not found: {forgery.Name}");
            }
        }

        Console.WriteLine($"{kinds.Count} kinds of forgery, {tried} forgeries: {missed} not found; {sentences} true sentences, {refused} true briefings refused");
        return missed + refused == 0 ? 0 : 3;
    }
}
