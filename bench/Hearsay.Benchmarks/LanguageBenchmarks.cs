using BenchmarkDotNet.Attributes;
using Hearsay.Language;

namespace Hearsay.Benchmarks;

/// <summary>The language layer beside wink-nlp (all its stages on; no parser, no coreference), same text, same run.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private Peer? wink;

    [GlobalSetup(Target = nameof(WinkNlp))]
    public void StartWink() => wink = Peer.Start("wink");

    [GlobalCleanup(Target = nameof(WinkNlp))]
    public void StopWink() => wink?.Dispose();

    [Benchmark(Baseline = true, Description = "wink-nlp: all stages")]
    public int WinkNlp() => wink!.Run();

    [Benchmark(Description = "Hearsay: whole language layer")]
    public int WholeLayer()
    {
        var tokens = 0;
        foreach (var article in Articles.All) tokens += LanguageReader.Read(article).Tokens.Length;
        return tokens;
    }
}
