using System.Text;

namespace Hearsay.App.Cli;

/// <summary>Where a command writes to, and what the receiving end can show.</summary>
internal sealed record Surroundings
{
    /// <summary>Standard input; nothing where a test gives none.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Standard output, in bytes: always UTF-8 without a byte order mark.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error, for people.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True where standard output is a terminal and NO_COLOR is not set.</summary>
    public bool Colour { get; init; }

    /// <summary>True where standard error is a terminal: progress is shown there and nowhere else.</summary>
    public bool Progress { get; init; }

    /// <summary>The console of this process. Colour follows https://no-color.org.</summary>
    public static Surroundings OfThisProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Surroundings
        {
            Input = Console.OpenStandardInput(),
            Output = Console.OpenStandardOutput(),
            Error = Console.Error,
            Colour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Progress = !Console.IsErrorRedirected,
        };
    }

    /// <summary>Writes text to standard output.</summary>
    public void Print(string text)
    {
        Output.Write(Encoding.UTF8.GetBytes(text));
        Output.Flush();
    }

    /// <summary>A line for a person on standard error.</summary>
    public void Complain(string line) => Error.WriteLine($"hearsay: {line}");
}
