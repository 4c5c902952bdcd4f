using System.Text;
using Hearsay.App.Cli;

namespace Hearsay.Tests.Cli;

/// <summary>One run of `hearsay` inside the test's process: exit code and what it wrote.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public static CommandRun Of(params string[] args) => With("", args);

    /// <summary>A run with something on its standard input.</summary>
    public static CommandRun With(string input, params string[] args)
    {
        using var typed = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = CommandLine.Run(args, new Surroundings { Input = typed, Output = output, Error = error });
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hearsay-test-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
