using System.Diagnostics;
using System.Globalization;

namespace Hearsay.Benchmarks;

/// <summary>
/// An alternative from npm in a process of its own. A run costs one line each way, some ten microseconds, beside runs of many milliseconds.
/// </summary>
internal sealed class Peer : IDisposable
{
    private readonly Process process;

    private Peer(Process process) => this.process = process;

    /// <summary>Starts <paramref name="name"/> (see peers/peer.mjs) on the articles; ready when this returns.</summary>
    /// <exception cref="InvalidOperationException">Node or the packages are missing: run `npm ci` in bench/Hearsay.Benchmarks/peers.</exception>
    public static Peer Start(string name) => Start(name, Articles.AsJsonFile());

    /// <summary>As above, on the texts of a JSON file.</summary>
    /// <inheritdoc cref="Start(string)"/>
    public static Peer Start(string name, string file)
    {
        var script = Path.Combine(Articles.ProjectFolder, "peers", "peer.mjs");
        var process = Process.Start(
            new ProcessStartInfo("node", [script, name, file]) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        return process.StandardOutput.ReadLine() == "ready"
            ? new Peer(process)
            : throw new InvalidOperationException($"{name} did not start: run `npm ci` in {Path.GetDirectoryName(script)}");
    }

    /// <summary>Reads all articles once; how many things it found.</summary>
    public int Run()
    {
        process.StandardInput.WriteLine("run");
        process.StandardInput.Flush();
        return int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(5000);
        process.Dispose();
    }
}
