using System.CommandLine;

namespace Hearsay.Lab.Sameness;

/// <summary>`lab gold FOLDER`: writes the reports of the stories that the project judged itself (lab/gold), for any system to be scored on.</summary>
internal static class GoldCommand
{
    /// <summary>The command `gold`.</summary>
    public static Command Command()
    {
        var to = new Argument<DirectoryInfo>("folder") { Description = "Where to write them, one folder a story." };
        var command = new Command("gold", "Write the reports of the stories in lab/gold, taken from their corpora.") { to };
        command.SetAction(parsed =>
        {
            if (LabData.Find("data/stories", parsed) is null) return 0;
            foreach (var (name, labels, reports) in OwnGold.Stories(LabData.Root(parsed), parsed.GetValue(to)!.FullName))
                Console.WriteLine($"{name}: {Directory.GetFiles(reports).Length} reports in {reports}, labels in {labels}");
            return 0;
        });
        return command;
    }
}
