using BenchmarkDotNet.Attributes;
using Hearsay.Cast;
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

    [Benchmark(Description = "Hearsay: tokens, sentences, tags, lemmas, names")]
    public int WithoutTrees()
    {
        var tokens = 0;
        foreach (var article in Articles.All) tokens += LanguageReader.ReadWithoutTrees(article).Tokens.Length;
        return tokens;
    }

    [Benchmark(Description = "Hearsay: whole layer with trees and coreference")]
    public int WholeLayer()
    {
        var things = 0;
        foreach (var article in Articles.All) things += CastReader.Read(LanguageReader.Read(article)).All.Length;
        return things;
    }
}
