using System.Diagnostics;
using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Parser;

/// <summary>Trains the parser's network on the gold trees, with the tags that the tagger would give.</summary>
internal static class NetworkTraining
{
    private const int Workers = 2;
    private const int BatchWords = 1100;
    private const int Warm = 200;
    private const float LongestGradient = 5f;
    private const int RarestRelation = 3;

    public static ParserNetwork Train(
        IReadOnlyList<GoldSentence> train,
        byte[][] tags,
        TagInventory inventory,
        Vocabulary vocabulary,
        Lexicon lexicon,
        NetworkOptions options
    )
    {
        string[] relations =
        [
            .. train
                .SelectMany(s => s.Words)
                .CountBy(w => w.Relation)
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Where(c => c.Value >= RarestRelation)
                .Select(c => c.Key),
        ];
        var shape = options.Shape with { Relations = relations.Length, Tags = inventory.Tags.Count };
        var network = new TrainedNetwork(shape, vocabulary, relations, Workers, options.Seed);
        var sentences = Sentences(train, tags, inventory, vocabulary, lexicon, relations);
        var passes = Enumerable.Range(0, Workers).Select(w => new NetworkPass(network, w, options.LeftOut, options.WordsLeftOut)).ToArray();
        var random = new Random(options.Seed);
        var all = network.All().ToArray();
        var clock = Stopwatch.StartNew();
        var perRound = Batches(sentences, random).Count;
        var time = 0;
        for (var round = 1; round <= options.Rounds; round++)
        {
            var loss = 0.0;
            foreach (var batch in Batches(sentences, random))
            {
                time++;
                var losses = new double[Workers];
                var seed = random.Next();
                Parallel.For(0, Workers, w => losses[w] = passes[w].Learn(Share(batch, w), seed + w));
                loss += losses.Sum();
                var words = batch.Sum(s => s.Count);
                var length = Math.Sqrt(all.Sum(p => p.Gather())) / words;
                var scale = (float)(Math.Min(1, LongestGradient / length) / words);
                var left = 1 - (float)time / (perRound * options.Rounds);
                var rate = options.Rate * Math.Min(1f, time / (float)Warm) * Math.Max(left, 0.01f);
                foreach (var p in all) p.Step(rate, scale, time);
                if (time % 10 == 0)
                {
                    foreach (var p in all) p.Average(10, time);
                }
            }

            Console.Error.WriteLine($"    parser round {round}: loss {loss / sentences.Sum(s => s.Count):0.000}, {clock.Elapsed.TotalSeconds:0} s");
        }

        return network.Finish();
    }

    private static TrainingSentence[] Share(List<TrainingSentence> batch, int worker) => [.. batch.Where((_, i) => i % Workers == worker)];

    private static TrainingSentence[] Sentences(
        IReadOnlyList<GoldSentence> train,
        byte[][] tags,
        TagInventory inventory,
        Vocabulary vocabulary,
        Lexicon lexicon,
        string[] relations
    )
    {
        var numbers = relations.Index().ToDictionary(r => r.Item, r => r.Index, StringComparer.Ordinal);
        int Number(string relation) =>
            numbers.TryGetValue(relation, out var n) || numbers.TryGetValue(TreeScores.Universal(relation).ToString(), out n) ? n : 0;
        var hashes = new Hearsay.Language.SortedHashes(vocabulary.Hashes);
        var words = new WordTable();
        return [.. train.Select((sentence, i) =>
        {
            words.Clear();
            foreach (var word in sentence.Words) words.Add(word.Form, lexicon);
            var rows = new int[sentence.Words.Length * WordRows.Groups];
            WordRows.Fill(words, tags[i], hashes, rows);
            return new TrainingSentence(
                rows,
                [.. sentence.Words.Select(w => w.Head + 1)],
                [.. sentence.Words.Select(w => Number(w.Relation))],
                [.. sentence.Words.Select(w => (int)inventory.ClassOf(w))]
            );
        })];
    }

    /// <summary>Batches of sentences of like length, in random order.</summary>
    private static List<List<TrainingSentence>> Batches(TrainingSentence[] sentences, Random random)
    {
        var batches = new List<List<TrainingSentence>>();
        var size = BatchWords;
        foreach (var sentence in sentences.Select(s => (s, Key: s.Count + random.NextDouble() * 4)).OrderBy(s => s.Key).Select(s => s.s))
        {
            if (size + sentence.Count > BatchWords)
            {
                batches.Add([]);
                size = 0;
            }

            batches[^1].Add(sentence);
            size += sentence.Count;
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(batches));
        return batches;
    }
}

/// <summary>How a network is trained.</summary>
internal sealed record NetworkOptions(NetworkShape Shape, int Rounds, float Rate, float LeftOut, float WordsLeftOut, int Seed)
{
    /// <summary>As the network that ships was trained.</summary>
    public static NetworkOptions Shipped { get; } = new(new NetworkShape(96, 160, 2, 64, 64, 0, 0), 48, 0.002f, 0.33f, 0.08f, 1);
}
