using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>
/// The signatures of a window by their words: document frequencies, and who is like a new report, without comparing it with everyone.
/// </summary>
internal sealed class SignatureIndex
{
    private readonly Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
    private readonly List<Word> words = [];
    private readonly Dictionary<string, int> slotOf = new(StringComparer.Ordinal);
    private readonly List<Slot?> slots = [];
    private double[] sums = [];

    /// <summary>Adds a signature whose report is not in the index.</summary>
    public void Add(StorySignature signature)
    {
        var numbers = signature.Words.Select(w => Number(w.Word)).ToArray();
        foreach (var number in numbers) words[number].Documents++;
        slotOf.Add(signature.ReportId, slots.Count);
        slots.Add(new Slot(signature.ReportId, signature.Day, numbers, [.. signature.Words.Select(w => w.Count)]));
        Post(slots.Count - 1);
    }

    /// <summary>Removes a report; one that is not in the index is none of its business.</summary>
    public void Remove(string reportId)
    {
        if (!slotOf.Remove(reportId, out var slot)) return;
        foreach (var number in slots[slot]!.Words) words[number].Documents--;
        slots[slot] = null;
        if (slots.Count > 1000 && slotOf.Count * 2 < slots.Count) Compact();
    }

    /// <summary>The report's words weighted as of now.</summary>
    public ImmutableArray<WeightedWord> Weighted(string reportId) => Weighted(slots[slotOf[reportId]]!);

    /// <summary>The report's day of publication.</summary>
    public DateOnly? Day(string reportId) => slots[slotOf[reportId]]!.Day;

    /// <summary>
    /// How like this report the others are that share a telling word with it, in order of arrival; their weights as of their arrival.
    /// </summary>
    public IEnumerable<(string ReportId, double Value)> Likenesses(string reportId)
    {
        var report = slots[slotOf[reportId]]!;
        if (sums.Length < slots.Count) sums = new double[2 * slots.Count];
        Array.Clear(sums);
        foreach (var (word, weight) in Weighted(report))
        {
            foreach (var posting in words[numberOf[word]].Postings) sums[posting.Slot] += weight * posting.Weight;
        }
        for (var slot = 0; slot < slots.Count; slot++)
        {
            if (sums[slot] > 0 && slots[slot] is { } other && other != report)
                yield return (other.ReportId, sums[slot] * ReportLikeness.Nearness(report.Day, other.Day));
        }
    }

    private int Number(string text)
    {
        if (numberOf.TryGetValue(text, out var number)) return number;
        numberOf.Add(text, words.Count);
        words.Add(new Word(text));
        return words.Count - 1;
    }

    private ImmutableArray<WeightedWord> Weighted(Slot slot) =>
        WordWeights.Of(
            slot.Words.Select((w, i) => new WordCount(words[w].Text, slot.Counts[i])),
            slotOf.Count,
            word => words[numberOf[word]].Documents
        );

    private void Post(int slot)
    {
        foreach (var (word, weight) in Weighted(slots[slot]!)) words[numberOf[word]].Postings.Add(new Posting(slot, (float)weight));
    }

    /// <summary>Drops the slots of reports that were removed, and the words that nobody has any more.</summary>
    private void Compact()
    {
        var left = slots
            .OfType<Slot>()
            .Select(s => new StorySignature(s.ReportId, s.Day, [.. s.Words.Select((w, i) => new WordCount(words[w].Text, s.Counts[i]))]))
            .ToList();
        numberOf.Clear();
        words.Clear();
        slotOf.Clear();
        slots.Clear();
        foreach (var signature in left) Add(signature);
    }

    private sealed class Word(string text)
    {
        public string Text { get; } = text;

        public int Documents { get; set; }

        public List<Posting> Postings { get; } = [];
    }

    private sealed record Slot(string ReportId, DateOnly? Day, int[] Words, int[] Counts);

    private readonly record struct Posting(int Slot, float Weight);
}
