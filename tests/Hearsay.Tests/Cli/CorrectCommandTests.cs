using System.Text.Json;
using Hearsay.App.Cli;

namespace Hearsay.Tests.Cli;

/// <summary>`hearsay correct …` on the samples, as a person types it.</summary>
public sealed class CorrectCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "hearsay.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Lane", "slow")]
    public void Every_correction_is_made_by_a_command_and_undone_by_another()
    {
        Assert.Equal(ExitCode.Ok, Run("import", Repository.At("samples")).Code);
        var (dam, courier, ferry) = (Sample("dam-breach", "meridian-post.txt"), Sample("dam-breach", "ansel-courier.md"), Sample("ferry-strike", "island-voice.md"));
        Made("move", ferry, "--to", dam, "--who", "Ana");
        Assert.Equal(StoryOf(dam), StoryOf(ferry));
        Undone(1);
        Assert.NotEqual(StoryOf(dam), StoryOf(ferry));
        Made("merge", dam, ferry);
        Assert.Equal(StoryOf(dam), StoryOf(ferry));
        Undone(2);
        Made("split", courier);
        Assert.NotEqual(StoryOf(dam), StoryOf(courier));
        Undone(3);
        Assert.Equal(StoryOf(dam), StoryOf(courier));
        Made("apart", courier, dam);
        Assert.NotEqual(StoryOf(dam), StoryOf(courier));
        var against = Run("correct", "merge", courier, dam);
        Assert.Equal(ExitCode.Store, against.Code);
        Assert.Contains("contradicts correction 4 (apart, by ", against.Error, StringComparison.Ordinal);
        Undone(4);
        var id = Shown(dam).GetProperty("id").GetString()!;
        Made("remove", dam);
        Assert.Equal(ExitCode.Store, Run("show", id).Code);
        Undone(5);
        Assert.Equal(StoryOf(courier), StoryOf(dam));
        Made("outlet", dam, "Norvik Gazette");
        Made("date", dam, "2025-03-14");
        Made("address", dam, "https://gazette.example/dam");
        Made("speaker", dam, "Greta Solano", "Wilhelmina Quist");
        Made("hide", dam, "How many people are missing?");
        Made("pin", dam, "How many people were killed?");
        var shown = Run("show", "https://gazette.example/dam").Output;
        Assert.Contains("outlet      Norvik Gazette\npublished", shown.Replace("credits     Continental Wire\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Greta Solano is Wilhelmina Quist (by ", shown, StringComparison.Ordinal);
        Assert.Contains(" hidden (by ", shown, StringComparison.Ordinal);
        Assert.Contains("speakers    Continental Wire, Corvane Hydro, Dario Fenn, Edmund Lasko, Harrow", shown, StringComparison.Ordinal);
        var briefing = Run("brief", "--query", "dam", "--quick", "--json").Output;
        Assert.Contains("Wilhelmina Quist", briefing, StringComparison.Ordinal);
        Assert.DoesNotContain("How many people are missing?", briefing, StringComparison.Ordinal);
        for (var correction = 6; correction <= 11; correction++) Undone(correction);
        Assert.Equal(JsonValueKind.Null, Shown(dam).GetProperty("settings").ValueKind);
        Assert.Equal("nothing was corrected\n", Run("correct", "list").Output);
        Assert.Contains("   1  ", Run("correct", "list", "--all").Output, StringComparison.Ordinal);
        var all = JsonDocument.Parse(Run("correct", "list", "--all", "--json").Output).RootElement;
        Assert.Equal((11, "Ana"), (all.GetArrayLength(), all[10].GetProperty("who").GetString()));
        Assert.Equal((10, 1), (all[1].GetProperty("id").GetInt32(), all[10].GetProperty("id").GetInt32()));
        Assert.Equal(0, Run("stats", "--check").Code);
    }

    [Fact]
    public void What_is_typed_wrong_is_told_in_a_line_and_changes_nothing()
    {
        var report = _folder.Write("oven.txt", "The bakery on Mill Lane has a new oven, its owner Ines Holm said on Monday.");
        Run("import", report);
        (string[] Typed, int Code, string Why)[] wrong =
        [
            (["date", report, "Monday"], ExitCode.WrongUsage, "YYYY-MM-DD"), (["outlet", "nobody", "Norvik Post"], ExitCode.Store, "no report nobody"),
            (["move", report, "--to", "nothing"], ExitCode.Store, "no report nothing"), (["merge", report, report], ExitCode.WrongUsage, "two stories"),
            (["speaker", report, "Otto Brandt", "Ana"], ExitCode.Store, "does not speak in report"), (["undo", "7"], ExitCode.Store, "no correction 7"),
            (["undo", "seven"], ExitCode.WrongUsage, "seven"), (["move", report], ExitCode.WrongUsage, "--to"), (["hide", report, "f1"], ExitCode.Store, "no series 'f1'"),
        ];
        foreach (var (typed, code, why) in wrong)
        {
            var run = Run(["correct", .. typed]);
            Assert.Equal((code, ""), (run.Code, run.Output));
            Assert.Contains(why, run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.Equal("[]\n", Run("correct", "list", "--all", "--json").Output);
    }

    private static string Sample(string folder, string file) => Repository.At("samples", folder, file);

    private CommandRun Run(params string[] args) => CommandRun.Of([.. args, "--store", Store]);

    private void Made(params string[] args)
    {
        var run = Run(["correct", .. args]);
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.StartsWith("corrected: ", run.Output, StringComparison.Ordinal);
    }

    private void Undone(int correction)
    {
        var run = Run("correct", "undo", $"{correction}", "--who", "Ben");
        Assert.Equal((ExitCode.Ok, ""), (run.Code, run.Error));
        Assert.Contains("(undone by Ben, ", run.Output, StringComparison.Ordinal);
    }

    private string StoryOf(string report) => Shown(report).GetProperty("storyId").GetString()!;

    private JsonElement Shown(string report) => JsonDocument.Parse(Run("show", report, "--json").Output).RootElement;
}
