using System.Diagnostics;

namespace Hearsay.Lab.Fuzz;

/// <summary>An input that broke the oracle.</summary>
internal sealed record Finding(long Number, byte[] Input, Exception Exception);

/// <summary>What a run did.</summary>
internal sealed record FuzzRun(long Inputs, TimeSpan Slowest, long SlowestNumber, IReadOnlyList<Finding> Findings);

/// <summary>
/// Runs a target over mutated seeds on one thread until a time or a number is reached, or there are ten findings; an input that does not end is a
/// finding too, and the last one of the run.
/// </summary>
internal static class Fuzzer
{
    private const int MostFindings = 10;

    // where the machine is busy with other things, an input that uses no processor time is waited for so many times longer
    private const int BusyFactor = 10;

    /// <summary>No input of up to 64 KB may take more processor time.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>After this time an input is given up, if it was worked on for a quarter of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs it. <paramref name="patience"/> is how long an input is waited for, <see cref="Patience"/> where it is not given.</summary>
    public static FuzzRun Run(FuzzTarget target, int seed, TimeSpan time, long most = long.MaxValue, TimeSpan? patience = null)
    {
        var state = new State();
        // a thread that hangs cannot be ended, but as a background thread it does not keep the process
        var work = new Thread(() => Work(target, seed, time, most, state)) { IsBackground = true };
        work.Start();
        while (!work.Join(TimeSpan.FromSeconds(1)))
        {
            if (state.Overdue(patience ?? Patience) is { } run) return run;
        }
        return state.Run();
    }

    private static void Work(FuzzTarget target, int seed, TimeSpan time, long most, State state)
    {
        var mutator = new Mutator(target.Seeds, target.Words);
        var whole = Stopwatch.StartNew();
        for (var number = 0L; number < most && whole.Elapsed < time; number++)
        {
            var input = mutator.Input(seed, number);
            state.Begin(number, input);
            Exception? exception = null;
            try
            {
                target.Check(input);
            }
            catch (Exception e)
            {
                exception = e;
            }
            if (!state.End(exception)) return;
        }
    }

    /// <summary>What the thread that works and the one that watches it both see.</summary>
    private sealed class State
    {
        private readonly Lock gate = new();
        private readonly List<Finding> findings = [];
        private long number;
        private long done;
        private long started;
        private TimeSpan used;
        private byte[]? input;
        private TimeSpan slowest;
        private long slowestNumber;

        // the process does nothing else
        private static TimeSpan Used =>
            OperatingSystem.IsLinux() || OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? Environment.CpuUsage.TotalTime : TimeSpan.Zero;

        public void Begin(long next, byte[] bytes)
        {
            lock (gate) (number, input, started, used) = (next, bytes, Stopwatch.GetTimestamp(), Used);
        }

        /// <summary>False where there is nothing more to be looked for.</summary>
        public bool End(Exception? exception)
        {
            lock (gate)
            {
                var took = Used - used;
                if (took > slowest) (slowest, slowestNumber) = (took, number);
                exception ??= took > Limit ? new OracleException($"it took {took}") : null;
                if (exception is not null) findings.Add(new Finding(number, input!, exception));
                (input, done) = (null, number + 1);
                return findings.Count < MostFindings;
            }
        }

        public FuzzRun? Overdue(TimeSpan patience)
        {
            lock (gate)
            {
                var waited = Stopwatch.GetElapsedTime(started);
                if (input is null || waited < patience || (Used - used < patience / 4 && waited < patience * BusyFactor)) return null;
                var hung = new Finding(number, input, new OracleException($"it had not ended after {patience.TotalSeconds:0} s"));
                return new FuzzRun(number + 1, Used - used, number, [.. findings, hung]);
            }
        }

        public FuzzRun Run()
        {
            lock (gate) return new FuzzRun(done, slowest, slowestNumber, [.. findings]);
        }
    }
}
