namespace Hearsay.App.Cli;

/// <summary>What `hearsay` tells the program that called it. Shown by --help.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int WrongUsage = 1;
    public const int UnreadInput = 2;
    public const int SpanDoesNotHold = 3;
    public const int Fault = 4;
    public const int Stopped = 5;
    public const int Store = 6;

    /// <summary>The lines under --help.</summary>
    public const string Help = """
        Exit codes:
          0  everything was read and done
          1  wrong usage, the output could not be written, or serve cannot listen at its address
          2  some input could not be read (each is named with its reason), or there was none
          3  verify: a span does not cut out the words that it says it does
          4  a fault in Hearsay itself
          5  stopped by Ctrl-C: what was done is kept, the same command goes on from there
          6  the store cannot be used (the reason is named), or does not have what was asked for

        """;
}
