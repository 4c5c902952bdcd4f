using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>A word with its share of a report's weight; the squares of a report's shares add up to 1.</summary>
internal readonly record struct WeightedWord(string Word, double Weight)
{
    /// <summary>Its share of the weight of the report's lead, whose squares add up to 1; 0 where it does not stand there.</summary>
    public double Lead { get; init; }

    /// <summary>How rare it is: the logarithm of its inverse document frequency.</summary>
    public double Rarity { get; init; }

    /// <summary>Whether it stands in the headline.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>What it mostly is in the report.</summary>
    public WordRole Role { get; init; }
}

/// <summary>A report's signature with its words weighted.</summary>
internal sealed record WeightedSignature(StorySignature Signature, ImmutableArray<WeightedWord> Words);

/// <summary>
/// Tf-idf over background and batch: weight = (1 + ln count) · ln((N + n + 1) / (documents with it, in the background and in the batch + ½)), scaled
/// to length 1. The background makes two reports comparable alone; the batch takes over as it grows (Salton and Buckley 1988).
/// </summary>
internal static class WordWeights
{
    /// <summary>Words with less than this stand in a third of all documents: they tell nothing of the event.</summary>
    private const double LeastIdf = 1.0;

    /// <summary>The reports with their words weighted, in ordinal order of the words.</summary>
    public static ImmutableArray<WeightedSignature> Of(IReadOnlyList<StorySignature> reports)
    {
        var batch = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var report in reports)
            foreach (var word in report.Words) batch[word.Word] = batch.GetValueOrDefault(word.Word) + 1;
        return [.. reports.Select(r => new WeightedSignature(r, Of(r.Words, reports.Count, word => batch[word])))];
    }

    /// <summary>The weighted words of one report of a batch of so many, in ordinal order of the words.</summary>
    public static ImmutableArray<WeightedWord> Of(ImmutableArray<WordCount> words, int reports, Func<string, int> reportsWith)
    {
        var background = Background.English;
        var weighted = ImmutableArray.CreateBuilder<WeightedWord>(words.Length);
        var (whole, lead) = (0.0, 0.0);
        foreach (var word in words)
        {
            var rarity = Math.Log((background.Documents + reports + 1.0) / (background.DocumentsWith(word.Word) + reportsWith(word.Word) + 0.5));
            if (rarity < LeastIdf) continue;
            var next = new WeightedWord(word.Word, Weight(word.Count, rarity)) { Lead = Weight(word.Lead, rarity), Rarity = rarity, Role = word.Role, IsHeadline = word.IsHeadline };
            (whole, lead) = (whole + (next.Weight * next.Weight), lead + (next.Lead * next.Lead));
            weighted.Add(next);
        }

        (whole, lead) = (Math.Sqrt(whole), lead > 0 ? Math.Sqrt(lead) : 1);
        for (var i = 0; i < weighted.Count; i++) weighted[i] = weighted[i] with { Weight = weighted[i].Weight / whole, Lead = weighted[i].Lead / lead };
        return weighted.ToImmutable();
    }

    private static double Weight(int count, double rarity) => count == 0 ? 0 : (1 + Math.Log(count)) * rarity;
}
