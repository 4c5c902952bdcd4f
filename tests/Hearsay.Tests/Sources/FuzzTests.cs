using Hearsay.Lab.Fuzz;

namespace Hearsay.Tests.Sources;

/// <summary>A short run of the fuzzer over every parser of hostile input; the long one is `dotnet run dev.cs -- fuzz --minutes 10`.</summary>
public sealed class FuzzTests
{
    public static TheoryData<string, int> Targets => new() { { "feed", 600 }, { "page", 60 }, { "warc", 1500 }, { "robots", 3000 }, { "archive", 800 } };

    [Theory]
    [MemberData(nameof(Targets))]
    public void What_must_hold_for_every_input_holds(string name, int inputs)
    {
        var run = Fuzzer.Run(FuzzTarget.All.Single(t => t.Name == name), seed: 5, TimeSpan.FromMinutes(5), inputs);
        Assert.Equal(inputs, run.Inputs);
        Assert.Empty(run.Findings.Select(f => $"{f.Number}: {f.Exception}"));
    }
}
