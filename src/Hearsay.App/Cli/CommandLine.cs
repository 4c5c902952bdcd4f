using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Hearsay.App.Cli;

/// <summary>The commands of `hearsay`.</summary>
internal static class CommandLine
{
    /// <summary>The root command with every command under it, for the console of this process.</summary>
    public static RootCommand Build() => Build(Surroundings.OfThisProcess());

    /// <summary>The root command with every command under it.</summary>
    public static RootCommand Build(Surroundings around)
    {
        var root = new RootCommand("Reads many outlets' reports of the same events and writes one briefing in which every sentence points to its source.")
        {
            BriefCommand.Build(around),
            VerifyCommand.Build(around),
            ReadCommand.Build(around),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        }

        return root;
    }

    /// <summary>Runs the command that <paramref name="args"/> name; gives the exit code. A failure is told in one line, never as a stack trace.</summary>
    public static int Run(string[] args, Surroundings around)
    {
        using var output = new StreamWriter(around.Output, leaveOpen: true);
        try
        {
            return Build(around).Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = around.Error });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            around.Complain(e.Message);
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
