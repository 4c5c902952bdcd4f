using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Hearsay.App.Cli.Feeds;
using Hearsay.App.Cli.Stored;
using Hearsay.Storage;

namespace Hearsay.App.Cli;

/// <summary>The commands of `hearsay`.</summary>
internal static class CommandLine
{
    /// <summary>How long a command that was stopped by Ctrl-C may take to put away what it has.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The root command with every command under it, for the console of this process.</summary>
    public static RootCommand Build() => Build(Surroundings.OfThisProcess());

    /// <summary>The root command with every command under it.</summary>
    public static RootCommand Build(Surroundings around)
    {
        var root = new RootCommand(
            "Reads many outlets' reports of the same events and writes one briefing in which every sentence points to its source."
        )
        {
            BriefCommand.Build(around),
            CheckCommand.Build(around),
            VerifyCommand.Build(around),
            ReadCommand.Build(around),
            RecordCommand.Build(around),
            ServeCommand.Build(around),
            McpCommand.Build(around),
            ImportCommand.Build(around),
            SearchCommand.Build(around),
            ShowCommand.Build(around),
            DiffCommand.Build(around),
            SetCommand.Build(around),
            RemoveCommand.Build(around),
            CorrectCommand.Build(around),
            StatsCommand.Build(around),
            ExportCommand.Build(around),
            BackupCommand.Build(around),
            FeedsCommand.Build(around),
            FetchCommand.Build(around),
            WatchCommand.Build(around),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        }

        return root;
    }

    /// <summary>
    /// Runs the command that <paramref name="args"/> name; gives the exit code. A failure is told in one line, never as a stack trace.
    /// </summary>
    public static int Run(string[] args, Surroundings around)
    {
        using var output = new StreamWriter(around.Output, leaveOpen: true);
        try
        {
            var parsed = Build(around).Parse(args);
            if (parsed.Action is ParseErrorAction) return Refuse(parsed, around);
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = Patience,
                    Output = output,
                    Error = around.Error,
                }
            );
        }
        catch (StoreException e)
        {
            around.Complain(e.Message);
            return ExitCode.Store;
        }
        catch (OperationCanceledException)
        {
            around.Complain("stopped");
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            around.Complain("the disk does not do what is asked of it: " + e.Message.ReplaceLineEndings(" "));
            return ExitCode.WrongUsage;
        }
        catch (Exception e)
        {
            // the last door: whatever comes here is a fault of ours, and a person is to read one line about it
            var cause = e is AggregateException { InnerException: { } inner } ? inner : e;
            around.Complain($"a fault in Hearsay itself ({cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")})");
            return ExitCode.Fault;
        }
    }

    /// <summary>Says what is wrong with a command line in one line, and where help is; the whole help would hide what matters.</summary>
    private static int Refuse(ParseResult parsed, Surroundings around)
    {
        var names = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
            names.Insert(0, command.Command.Name);
        var help = string.Join(' ', [.. names.Prepend("hearsay"), "--help"]);
        // that a command is missing says less than the word that is none
        var fault = parsed.UnmatchedTokens is [var word, ..] ? $"there is no command or option '{word}' here" : parsed.Errors[0].Message;
        around.Complain($"{fault.ReplaceLineEndings(" ").TrimEnd('.')} (`{help}` shows what it takes)");
        return ExitCode.WrongUsage;
    }

    private sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parsed)
        {
            var code = help.Invoke(parsed);
            parsed.InvocationConfiguration.Output.Write(ExitCode.Help);
            return code;
        }
    }
}
