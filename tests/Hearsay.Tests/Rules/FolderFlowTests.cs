using System.Text.RegularExpressions;

namespace Hearsay.Tests.Rules;

/// <summary>Folder order is data order: a file of the engine may use only folders at or before its own.</summary>
public sealed partial class FolderFlowTests
{
    private static readonly string[] Order =
    [
        "Text", "Model", "Sources", "Pages", "Language", "Clauses", "Cast", "Statements", "Stories", "Copies", "Reconciliation", "Briefings",
    ];

    [GeneratedRegex(@"\bHearsay\.(Text|Model|Sources|Pages|Language|Clauses|Cast|Statements|Stories|Copies|Reconciliation|Briefings)\b")]
    private static partial Regex Use { get; }

    [Fact]
    public void The_engine_has_the_folders_of_the_data_flow_and_no_others()
    {
        var folders = Directory.GetDirectories(Repository.At("src", "Hearsay")).Select(Path.GetFileName).Except(["bin", "obj"]);
        Assert.Equal(Order.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_uses_only_folders_at_or_before_its_own()
    {
        var wrong = from file in Repository.CSharpFiles("src/Hearsay")
                    let folder = Path.GetRelativePath(Repository.At("src", "Hearsay"), file).Split(Path.DirectorySeparatorChar)[0]
                    let own = Array.IndexOf(Order, folder)
                    where own >= 0
                    from Match use in Use.Matches(File.ReadAllText(file))
                    where Array.IndexOf(Order, use.Groups[1].Value) > own
                    select $"{Path.GetRelativePath(Repository.Root, file)} uses {use.Value}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void A_namespace_says_the_folder()
    {
        var wrong = from file in Repository.CSharpFiles("src/Hearsay")
                    let folder = Path.GetRelativePath(Repository.At("src", "Hearsay"), file).Split(Path.DirectorySeparatorChar) is [var f, _, ..]
                        ? "Hearsay." + f
                        : "Hearsay"
                    let text = File.ReadAllText(file)
                    where !text.Contains($"namespace {folder};", StringComparison.Ordinal) && !text.Contains($"namespace {folder}.", StringComparison.Ordinal)
                    select Path.GetRelativePath(Repository.Root, file);
        Assert.Empty(wrong);
    }
}
