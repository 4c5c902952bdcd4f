using System.Diagnostics;

namespace Hearsay.Lab.Fuzz;

/// <summary>An input that broke the oracle.</summary>
internal sealed record Finding(long Number, byte[] Input, Exception Exception);

/// <summary>What a run did.</summary>
internal sealed record FuzzRun(long Inputs, TimeSpan Slowest, long SlowestNumber, IReadOnlyList<Finding> Findings);

/// <summary>Runs a target over mutated seeds on one thread until a time or a number is reached, or there are ten findings.</summary>
internal static class Fuzzer
{
    /// <summary>No input of up to 64 KB may take longer (the machine may be busy with other things).</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Runs it.</summary>
    public static FuzzRun Run(FuzzTarget target, int seed, TimeSpan time, long most = long.MaxValue, Action<long>? progress = null)
    {
        var mutator = new Mutator(target.Seeds, target.Words);
        var findings = new List<Finding>();
        var (whole, slowest, slowestNumber, number) = (Stopwatch.StartNew(), TimeSpan.Zero, 0L, 0L);
        for (; number < most && whole.Elapsed < time && findings.Count < 10; number++)
        {
            var input = mutator.Input(seed, number);
            var one = Stopwatch.StartNew();
            try
            {
                target.Check(input);
                if (one.Elapsed > Limit) findings.Add(new Finding(number, input, new OracleException($"it took {one.Elapsed}")));
            }
            catch (Exception e)
            {
                findings.Add(new Finding(number, input, e));
            }
            if (one.Elapsed > slowest) (slowest, slowestNumber) = (one.Elapsed, number);
            if (number % 1000 == 999) progress?.Invoke(number + 1);
        }
        return new FuzzRun(number, slowest, slowestNumber, findings);
    }
}
