using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>A word with its share of a report's weight; the squares of a report's shares add up to 1.</summary>
internal readonly record struct WeightedWord(string Word, double Weight);

/// <summary>
/// Tf-idf over background and batch: weight = (1 + ln count) · ln((N + n + 1) / (documents with it, in the background and in the batch + ½)), scaled
/// to length 1. The background makes two reports comparable alone; the batch takes over as it grows (Salton and Buckley 1988).
/// </summary>
internal static class WordWeights
{
    /// <summary>Words with less than this stand in a third of all documents: they tell nothing of the event.</summary>
    private const double LeastIdf = 1.0;

    /// <summary>The weighted words of each report, in ordinal order of the words.</summary>
    public static ImmutableArray<ImmutableArray<WeightedWord>> Of(IReadOnlyList<ImmutableArray<WordCount>> reports)
    {
        var batch = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var words in reports)
            foreach (var (word, _) in words) batch[word] = batch.GetValueOrDefault(word) + 1;
        return [.. reports.Select(words => Of(words, reports.Count, word => batch[word]))];
    }

    /// <summary>The weighted words of one report of a batch of so many, in ordinal order of the words.</summary>
    public static ImmutableArray<WeightedWord> Of(IEnumerable<WordCount> words, int reports, Func<string, int> reportsWith)
    {
        var background = Background.English;
        return Scaled(words.Select(w => new WeightedWord(w.Word, Weight(w.Count, Idf(w.Word)))).Where(w => w.Weight > 0));

        double Idf(string word) => Math.Log((background.Documents + reports + 1.0) / (background.DocumentsWith(word) + reportsWith(word) + 0.5));
    }

    private static double Weight(int count, double idf) => idf < LeastIdf ? 0 : (1 + Math.Log(count)) * idf;

    private static ImmutableArray<WeightedWord> Scaled(IEnumerable<WeightedWord> words)
    {
        var all = words.ToImmutableArray();
        var length = Math.Sqrt(all.Sum(w => w.Weight * w.Weight));
        return length == 0 ? all : [.. all.Select(w => w with { Weight = w.Weight / length })];
    }
}
