using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hearsay.App.Api;
using Hearsay.App.Checks;
using Hearsay.App.Cli;
using Hearsay.App.Cli.Feeds;
using Hearsay.App.Cli.Stored;
using Hearsay.App.Desk.Options;
using Hearsay.Storage;

namespace Hearsay.Tests.Rules;

/// <summary>Nothing a user or a newcomer meets goes without a word in the documents.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_command_and_option_has_a_description_and_stands_in_the_readme()
    {
        var readme = File.ReadAllText(Repository.At("README.md"));
        var missing = from command in Walk(CommandLine.Build())
                      from symbol in command.Options.Where(o => o is not (HelpOption or VersionOption)).Cast<Symbol>().Append(command)
                      where
                          string.IsNullOrWhiteSpace(symbol.Description)
                          || (
                              symbol is not RootCommand
                              && !readme.Contains($"`{symbol.Name}", StringComparison.Ordinal)
                              && !readme.Contains($" {symbol.Name}", StringComparison.Ordinal)
                          )
                      select $"{command.Name}: {symbol.Name}";
        Assert.Empty(missing.Distinct());
    }

    [Fact]
    [Trait("Docs", "generated")]
    public void The_options_of_the_desk_stand_in_the_readme_as_the_code_has_them()
    {
        const string First = "<!-- options: written from the code by `dotnet run dev.cs -- docs` -->\n", Last = "<!-- /options -->";
        var readme = File.ReadAllText(Repository.At("README.md"));
        var (start, end) = (readme.IndexOf(First, StringComparison.Ordinal) + First.Length, readme.IndexOf(Last, StringComparison.Ordinal));
        var rows = DeskOptions.All.Select(o => $"| `--{o.Name}` | {o.Help} | {(o.Default.Length > 0 ? $"`{o.Default}`" : "none")} |\n");
        Repository.Approve(
            Repository.At("README.md"),
            $"{readme[..start]}| option | meaning | default |\n|---|---|---|\n{string.Concat(rows)}{readme[end..]}"
        );
    }

    [Fact]
    public void Every_member_that_a_command_prints_as_JSON_is_described()
    {
        var text = File.ReadAllText(Repository.At("docs", "command-output.md"));
        Type[] printed =
        [
            typeof(SearchAnswer), typeof(SearchItem), typeof(ReportItem), typeof(ShownReport), typeof(RevisionTime), typeof(ReportDiff),
            typeof(DiffSide), typeof(DiffChange), typeof(StoreOverview), typeof(StoreStats), typeof(Outlet), typeof(ImportSummary),
            typeof(ImportedReport), typeof(FeedItemView), typeof(CheckedFeed), typeof(FetchSummary), typeof(CorrectionItem),
            typeof(CheckAnswer), typeof(CheckedReports), typeof(CheckedReport), typeof(CheckedDifference),
        ];
        var missing = from type in printed
                      from property in type.GetProperties()
                      let name = JsonNamingPolicy.CamelCase.ConvertName(property.Name)
                      where !text.Contains($"`{name}`", StringComparison.Ordinal)
                      select $"{type.Name}: {name}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_folder_stands_in_the_architecture()
    {
        var text = File.ReadAllText(Repository.At("ARCHITECTURE.md"));
        var folders = Directory
            .GetDirectories(Repository.At("src", "Hearsay"))
            .Concat(Directory.GetDirectories(Repository.At("src", "Hearsay.App")))
            .Concat(Directory.GetDirectories(Repository.Root))
            .Concat(Directory.GetDirectories(Repository.At("lab", "Hearsay.Lab")))
            .Select(f => Path.GetFileName(f)!).Where(f => f is not ("bin" or "obj" or "artifacts" or "TestResults") && !f.StartsWith('.'));
        Assert.DoesNotContain(folders, f => !text.Contains($"{f}/", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_note_is_dated() =>
        Assert.DoesNotContain(Directory.GetFiles(Repository.At("docs", "notes")).Select(f => Path.GetFileName(f)!),
            name => !DateOnly.TryParseExact(name[..Math.Min(10, name.Length)], "yyyy-MM-dd", out _));

    /// <summary>What CI runs are the fenced lines of the README; the tests are one of them.</summary>
    [Fact]
    public void Ci_runs_the_test_command_that_the_readme_prints()
    {
        Assert.Contains("\ndotnet test\n", File.ReadAllText(Repository.At("README.md")), StringComparison.Ordinal);
        Assert.Contains("fenced README.md", File.ReadAllText(Repository.At(".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_that_a_document_points_to_is_there() =>
        Assert.DoesNotContain(from document in new[] { "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "lab/README.md" }
                              from Match link in Link.Matches(File.ReadAllText(Repository.At(document)))
                              let target = Path.Combine(Path.GetDirectoryName(Repository.At(document))!, link.Groups[1].Value)
                              where !Path.Exists(target)
                              select $"{document}: {link.Groups[1].Value}", _ => true);

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex Link { get; }

    private static IEnumerable<Command> Walk(Command command) => command.Subcommands.SelectMany(Walk).Prepend(command);
}
