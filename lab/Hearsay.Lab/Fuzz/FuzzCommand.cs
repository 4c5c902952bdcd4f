using System.CommandLine;
using System.Globalization;

namespace Hearsay.Lab.Fuzz;

/// <summary>`fuzz TARGET… --minutes N`: mutated seeds against the parsers, with an oracle; findings are written to artifacts/fuzz.</summary>
internal static class FuzzCommand
{
    /// <summary>The command.</summary>
    public static Command Command()
    {
        var names = new Argument<string[]>("TARGET")
        {
            Description = "Which parsers: " + string.Join(", ", FuzzTarget.All.Select(t => t.Name)) + "; all where none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.AcceptOnlyFromAmong([.. FuzzTarget.All.Select(t => t.Name)]);
        var minutes = new Option<double>("--minutes") { Description = "How long each is run, in minutes", DefaultValueFactory = _ => 1 };
        var seed = new Option<int>("--seed")
        {
            Description = "Where chance starts: the same number gives the same inputs",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("fuzz", "Runs the parsers of hostile input on mutated seeds and checks what must hold for every input.")
        {
            names,
            minutes,
            seed,
        };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(names) is { Length: > 0 } some ? FuzzTarget.All.Where(t => some.Contains(t.Name)) : FuzzTarget.All;
            // the targets run one after the other, each on one thread
            return wanted.Select(t => Run(t, parsed.GetValue(minutes), parsed.GetValue(seed))).ToList().Any(found => found > 0) ? 3 : 0;
        });
        return command;
    }

    private static int Run(FuzzTarget target, double minutes, int seed)
    {
        var run = Fuzzer.Run(target, seed, TimeSpan.FromMinutes(minutes));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name}: {run.Inputs:N0} inputs in {minutes:0.##} min, slowest {run.Slowest.TotalMilliseconds:N0} ms (number {run.SlowestNumber}), {run.Findings.Count} findings"
            )
        );
        foreach (var finding in run.Findings)
        {
            var folder = Directory.CreateDirectory(Path.Combine("artifacts", "fuzz"));
            var file = Path.Combine(folder.FullName, $"{target.Name}-{seed}-{finding.Number}.bin");
            File.WriteAllBytes(file, finding.Input);
            Console.WriteLine(
                $"  {file}: {finding.Exception.GetType().Name}: {finding.Exception.Message}\n{finding.Exception.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Hearsay.", StringComparison.Ordinal))}"
            );
        }
        return run.Findings.Count;
    }
}
