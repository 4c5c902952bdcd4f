using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>A word, by its number in a vocabulary, with its share of a report's weight; the squares of a report's shares add up to 1.</summary>
internal readonly record struct WeightedWord(int Word, float Weight)
{
    /// <summary>Its share of the weight of the report's lead, whose squares add up to 1; 0 where it does not stand there.</summary>
    public float Lead { get; init; }

    /// <summary>How rare it is: the logarithm of its inverse document frequency.</summary>
    public float Rarity { get; init; }

    /// <summary>Whether it stands in the headline.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>What it mostly is in the report.</summary>
    public WordRole Role { get; init; }
}

/// <summary>A report's signature with its words weighted, in the order of their numbers.</summary>
internal sealed record WeightedSignature(StorySignature Signature, ImmutableArray<WeightedWord> Words);

/// <summary>The reports of a batch with their words weighted; the number of a word is its place among <paramref name="Words"/>, which are in ordinal order.</summary>
internal sealed record WeightedBatch(ImmutableArray<WeightedSignature> Reports, ImmutableArray<string> Words);

/// <summary>How often a word, by its number, stands in a report, up to 255 times: a window holds some hundred of these for each of its reports.</summary>
internal readonly record struct NumberedWord(int Word, byte Count, byte Lead, bool IsHeadline, WordRole Role)
{
    /// <summary>The counts of a word that has this number.</summary>
    public static NumberedWord Of(WordCount word, int number) => new(number, Counted(word.Count), Counted(word.Lead), word.IsHeadline, word.Role);

    private static byte Counted(int times) => (byte)Math.Min(times, byte.MaxValue);
}

/// <summary>
/// Tf-idf over background and batch: weight = (1 + ln count) · ln((N + n + 1) / (documents with it, in the background and in the batch + ½)), scaled
/// to length 1. The background makes two reports comparable alone; the batch takes over as it grows (Salton and Buckley 1988).
/// </summary>
internal static class WordWeights
{
    /// <summary>Words with less than this stand in a third of all documents: they tell nothing of the event.</summary>
    private const double LeastIdf = 1.0;

    /// <summary>The reports with their words weighted.</summary>
    public static WeightedBatch Of(IReadOnlyList<StorySignature> reports)
    {
        var batch = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var report in reports)
            foreach (var word in report.Words) batch[word.Word] = batch.GetValueOrDefault(word.Word) + 1;
        ImmutableArray<string> words = [.. batch.Keys];
        var numbers = words.Index().ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal);
        var rarities = batch.Select(w => Rarity(Background.English.DocumentsWith(w.Key), w.Value, reports.Count)).ToArray();
        return new([.. reports.Select(r => new WeightedSignature(r, Of([.. r.Words.Select(w => NumberedWord.Of(w, numbers[w.Word]))], n => rarities[n])))], words);
    }

    /// <summary>How rare a word is that stands in so many documents of the background and in so many reports of a batch of so many.</summary>
    public static double Rarity(int inBackground, int reportsWith, int reports) =>
        Math.Log((Background.English.Documents + reports + 1.0) / (inBackground + reportsWith + 0.5));

    /// <summary>The weighted words of one report, in the order in which they are given.</summary>
    public static ImmutableArray<WeightedWord> Of(ReadOnlySpan<NumberedWord> words, Func<int, double> rarityOf)
    {
        var weighted = ImmutableArray.CreateBuilder<WeightedWord>(words.Length);
        var (whole, lead) = (0.0, 0.0);
        foreach (var word in words)
        {
            var rarity = rarityOf(word.Word);
            if (rarity < LeastIdf) continue;
            var (inAll, inLead) = (Weight(word.Count, rarity), Weight(word.Lead, rarity));
            (whole, lead) = (whole + (inAll * inAll), lead + (inLead * inLead));
            weighted.Add(new WeightedWord(word.Word, (float)inAll) { Lead = (float)inLead, Rarity = (float)rarity, Role = word.Role, IsHeadline = word.IsHeadline });
        }

        (whole, lead) = (Math.Sqrt(whole), lead > 0 ? Math.Sqrt(lead) : 1);
        for (var i = 0; i < weighted.Count; i++) weighted[i] = weighted[i] with { Weight = (float)(weighted[i].Weight / whole), Lead = (float)(weighted[i].Lead / lead) };
        return weighted.ToImmutable();
    }

    private static double Weight(int count, double rarity) => count == 0 ? 0 : (1 + Math.Log(count)) * rarity;
}
