using BenchmarkDotNet.Attributes;
using Hearsay.Language;
using Hearsay.Statements;

namespace Hearsay.Benchmarks;

/// <summary>Expressions of time beside chrono-node and Microsoft's recognizers, same text, same run.</summary>
[MemoryDiagnoser]
public class TimeBenchmarks
{
    private Peer? peer;
    private Reading[] readings = [];

    [GlobalSetup(Target = nameof(Hearsay))]
    public void Read() => readings = [.. Articles.All.Select(LanguageReader.Read)];

    [GlobalSetup(Target = nameof(Chrono))]
    public void StartChrono() => peer = Peer.Start("chrono");

    [GlobalSetup(Target = nameof(Recognizers))]
    public void StartRecognizers() => peer = Peer.Start("recognizers");

    [GlobalCleanup(Targets = [nameof(Chrono), nameof(Recognizers)])]
    public void Stop() => peer?.Dispose();

    [Benchmark(Baseline = true, Description = "chrono-node")]
    public int Chrono() => peer!.Run();

    [Benchmark(Description = "@microsoft/recognizers-text-date-time")]
    public int Recognizers() => peer!.Run();

    [Benchmark(Description = "Hearsay: times of finished readings")]
    public int Hearsay()
    {
        var count = 0;
        foreach (var reading in readings) count += TimeReader.Read(reading).Length;
        return count;
    }
}
