using Hearsay.Language.Models;

namespace Hearsay.Lab.Language.Training.Parser;

/// <summary>The words that the network knows: those of the training part met at least twice, and words with vectors from elsewhere.</summary>
internal sealed class Vocabulary
{
    public Vocabulary(IReadOnlyList<GoldSentence> train, IReadOnlyList<(string Word, float[] Vector)> vectors)
    {
        var counts = train.SelectMany(s => s.Words).CountBy(w => WordSight.LowerHash(w.Form)).ToDictionary();
        var trained = counts.Where(c => c.Value >= 2).Select(c => c.Key).Order().ToArray();
        var given = vectors
            .Select((v, i) => (Hash: WordSight.LowerHash(v.Word), Index: i))
            .DistinctBy(v => v.Hash)
            .ToDictionary(v => v.Hash, v => v.Index);
        Hashes = [.. trained.Concat(given.Keys).Distinct().Order()];
        Counts = [0, .. Hashes.Select(h => counts.GetValueOrDefault(h))];
        var numbers = trained.Index().ToDictionary(t => t.Item, t => t.Index + 1);
        Trained = [0, .. Hashes.Select(h => numbers.GetValueOrDefault(h))];
        TrainedCount = trained.Length + 1;
        Vectors =
        [
            new float[vectors[0].Vector.Length],
            .. Hashes.Select(h => given.TryGetValue(h, out var i) ? vectors[i].Vector : new float[vectors[0].Vector.Length]),
        ];
    }

    /// <summary>The known words' hashes, rising. The other tables are one longer: place 0 is for every word not known.</summary>
    public uint[] Hashes { get; }

    /// <summary>How often the training part has the word.</summary>
    public int[] Counts { get; }

    /// <summary>The word's row among those that are learned; 0 where it shares that of unknown words.</summary>
    public int[] Trained { get; }

    public int TrainedCount { get; }

    /// <summary>The word's given vector; zeros where it has none.</summary>
    public float[][] Vectors { get; }
}
