using System.Text.RegularExpressions;
using Hearsay.Tests.Cli;

namespace Hearsay.Tests.Rules;

/// <summary>The commands of the README do what it says they do.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.At("README.md"));

    [GeneratedRegex(@"^dotnet run --project src/Hearsay\.App -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex Command { get; }

    [Fact]
    public void Every_command_of_the_readme_runs()
    {
        var commands = Command.Matches(Readme);
        Assert.NotEmpty(commands);
        foreach (Match command in commands)
        {
            var run = CommandRun.Of([
                .. command
                    .Groups[1]
                    .Value.Trim()
                    .Split(' ')
                    .Select(a => a.StartsWith("samples/", StringComparison.Ordinal) ? Repository.At(a.Split('/')) : a),
            ]);
            Assert.True(run.Code == 0, $"{command.Value}: {run.Error}");
            Assert.NotEmpty(run.Output);
        }
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
}
