using BenchmarkDotNet.Attributes;
using Hearsay.Language;
using Hearsay.Statements;

namespace Hearsay.Benchmarks;

/// <summary>Statements alone (on finished readings), and the whole text pipeline from article to report.</summary>
[MemoryDiagnoser]
public class StatementBenchmarks
{
    private Reading[] readings = [];

    [GlobalSetup]
    public void Read() => readings = [.. Articles.All.Select(LanguageReader.Read)];

    [Benchmark(Description = "Hearsay: statements of finished readings")]
    public int Statements()
    {
        var count = 0;
        foreach (var reading in readings) count += StatementReader.Read(reading).Attributions.Length;
        return count;
    }

    [Benchmark(Description = "Hearsay: article to report")]
    public int Pipeline()
    {
        var count = 0;
        foreach (var article in Articles.All) count += Reader.Read(article).Attributions.Length;
        return count;
    }
}
