using Hearsay.Text;

namespace Hearsay.Reconciliation;

/// <summary>The content stems of a stretch of a report with what each tells within the story.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);
    private readonly double sum;

    public WordBag(StoryText story, ReportText report, TextSpan span)
        : this(story, StoryText.StemsOf(report.Within(span)))
    {
    }

    public WordBag(StoryText story, IEnumerable<string> stems)
    {
        foreach (var stem in stems)
        {
            var weight = story.Weight(stem);
            if (weights.TryAdd(stem, weight * weight)) sum += weight * weight;
        }

        Numbers = [.. weights.Keys.Where(s => char.IsAsciiDigit(s[0])).Order(StringComparer.Ordinal)];
    }

    /// <summary>The stems, in no order that means anything.</summary>
    public IEnumerable<string> Stems => weights.Keys;

    public int Count => weights.Count;

    /// <summary>Stems that begin with a digit.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>
    /// From 0 to 1: the mean of the common weight's share in both (Dice) and its share in the lighter one (containment); less where one has numbers
    /// that the other has not.
    /// </summary>
    public static double Likeness(WordBag a, WordBag b)
    {
        if (a.sum == 0 || b.sum == 0) return 0;
        var (small, large) = a.weights.Count <= b.weights.Count ? (a, b) : (b, a);
        var common = small.weights.Where(w => large.weights.ContainsKey(w.Key)).Sum(w => w.Value);
        var likeness = (common / (a.sum + b.sum)) + (0.5 * common / Math.Min(a.sum, b.sum));
        if (a.Numbers.Count + b.Numbers.Count == 0 || a.Numbers.Any(b.weights.ContainsKey)) return likeness;
        return a.Numbers.Count > 0 && b.Numbers.Count > 0 ? 0.6 * likeness : 0.85 * likeness;
    }
}
