using System.CommandLine;

namespace Hearsay.App.Cli;

/// <summary>The commands of `hearsay`.</summary>
internal static class CommandLine
{
    /// <summary>The root command with every command under it.</summary>
    public static RootCommand Build() => new("Reads many outlets' reports of the same events and writes one briefing in which every sentence points to its source.")
    {
        BriefCommand.Build(),
    };
}
