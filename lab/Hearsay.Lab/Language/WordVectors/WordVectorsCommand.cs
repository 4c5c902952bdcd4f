using System.CommandLine;
using System.Diagnostics;

namespace Hearsay.Lab.Language.WordVectors;

/// <summary>
/// `lab word-vectors --pairs FILE`: makes words into vectors by their company and writes the list that `lab train` reads. Method:
/// <see cref="VectorSearch"/>.
/// </summary>
internal static class WordVectorsCommand
{
    private const int Dimensions = 96;

    private static readonly Option<string> Pairs = new("--pairs")
    {
        Description = "A language model in CMU Sphinx's binary form (Debian: pocketsphinx-en-us, en-us.lm.bin)",
        Required = true,
    };
    private static readonly Option<string> Out = new("--out")
    {
        Description = "Where the list is written",
        DefaultValueFactory = _ => WordVectorFile.Path,
    };
    private static readonly Option<int> Most = new("--most")
    {
        Description = "So many of the most frequent words get a vector",
        DefaultValueFactory = _ => 30_000,
    };

    public static Command Command()
    {
        var command = new Command("word-vectors", "Makes words into vectors by their company; writes the list that train reads.")
        {
            Pairs,
            Out,
            Most,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var clock = Stopwatch.StartNew();
        var pairs = PairCounts.Read(parsed.GetValue(Pairs)!);
        Console.WriteLine(
            $"{clock.Elapsed.TotalSeconds:0} s  {pairs.Words.Length} words, {pairs.Weights.Length} pairs, which hold {pairs.Weights.Sum():0.00} of running text"
        );
        var vectors = VectorSearch.Of(pairs, Dimensions);
        // Words with an apostrophe are two tokens for the models.
        var chosen = Enumerable
            .Range(0, pairs.Words.Length)
            .Where(i => !pairs.Words[i].Contains('\'', StringComparison.Ordinal) && pairs.Words[i][0] != '<' && vectors[i][0] != 0)
            .OrderByDescending(i => pairs.Shares[i])
            .ThenBy(i => pairs.Words[i], StringComparer.Ordinal)
            .Take(parsed.GetValue(Most))
            .Select(i => (pairs.Words[i], vectors[i]))
            .ToList();
        WordVectorFile.Write(parsed.GetValue(Out)!, chosen);
        Console.WriteLine($"{clock.Elapsed.TotalSeconds:0} s  {chosen.Count} vectors in {parsed.GetValue(Out)}");
        return 0;
    }
}
