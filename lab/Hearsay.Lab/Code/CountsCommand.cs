using System.CommandLine;

namespace Hearsay.Lab.Code;

/// <summary>
/// `lab counts`: what tells how plainly the code is written, beside what it may be: branchy methods, English words in conditions, cutters of words,
/// circles of files, and how long the stages are that read a sentence.
/// </summary>
internal static class CountsCommand
{
    /// <summary>A method with more branches than this is hard to follow.</summary>
    private const int Most = 30;

    private static readonly string[] Reading = ["Language", "Clauses", "Cast", "Statements"];

    private static readonly Option<bool> List = new("--list") { Description = "Name every place." };

    private static readonly Option<DirectoryInfo?> Of = new("--of") { Description = "The sources of another state of the repository. Default: src." };

    /// <summary>The command `counts`.</summary>
    public static Command Command()
    {
        var command = new Command("counts", "Counts what makes code hard to read: branches, words in conditions, cutters of words, circles of files.")
        {
            List, Of,
        };
        command.SetAction(parsed => Run(parsed.GetValue(Of)?.FullName ?? Path.Combine(LabData.Repository, "src"), parsed.GetValue(List)));
        return command;
    }

    private static int Run(string root, bool list)
    {
        var counts = new CodeCounts(root);
        var branchy = counts.Branches().Where(c => c.Number > Most).OrderByDescending(c => c.Number).ToArray();
        Print($"methods with more than {Most} branches", 8, branchy, list);
        var words = counts.Words().ToArray();
        Print("English words in conditions", 250, words.Where(w => IsReading(w.File)).ToArray(), list);
        Print("the same in all other folders", null, words.Where(w => !IsReading(w.File)).ToArray(), list);
        Print("cutters of words", 2, [.. counts.Cutters()], list);
        var circles = counts.Circles().ToArray();
        Console.WriteLine($"circles of files: {circles.Length} (at most 6), {circles.Sum(c => c.Length)} files in them");
        foreach (var circle in circles.Where(_ => list)) Console.WriteLine("  " + string.Join(' ', circle));
        Console.WriteLine($"lines of {string.Join(", ", Reading)}: {Reading.Sum(f => counts.Lines($"Hearsay/{f}"))}");
        return 0;
    }

    private static bool IsReading(string file) => Reading.Any(f => file.StartsWith($"Hearsay/{f}/", StringComparison.Ordinal));

    private static void Print(string what, int? owed, Count[] counts, bool list)
    {
        Console.WriteLine($"{what}: {counts.Length}{(owed is { } most ? $" (at most {most})" : "")}");
        foreach (var folder in counts.GroupBy(c => Path.GetDirectoryName(c.File)).OrderByDescending(g => g.Count()))
            Console.WriteLine($"  {folder.Count(),5}  {folder.Key}");
        foreach (var count in counts.Where(_ => list))
            Console.WriteLine($"  {count.File}: {count.What} {count.Number}");
    }
}
