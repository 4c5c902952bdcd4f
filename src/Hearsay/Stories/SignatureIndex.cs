using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>
/// The signatures of a window by their words: document frequencies, and who is like a new report, without comparing it with everyone. What two reports are
/// to each other is settled when the later of them comes, and anew when the window has grown so much since that words weigh differently.
/// </summary>
internal sealed class SignatureIndex
{
    /// <summary>A new report is compared with so many at most, those whose words are most like its own.</summary>
    private const int MostCompared = 200;

    /// <summary>In a window that has grown by this, words weigh differently.</summary>
    private const double Grown = 1.05;

    private readonly Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
    private readonly List<Word> words = [];
    private readonly Dictionary<string, int> slotOf = new(StringComparer.Ordinal);
    private readonly List<Slot?> slots = [];
    private readonly List<int> touched = [];
    private double[] cosines = [];

    /// <summary>Adds a signature whose report is not in the index, and compares it with those that are.</summary>
    public void Add(StorySignature signature)
    {
        var numbers = signature.Words.Select(w => Number(w.Word)).ToArray();
        foreach (var number in numbers) words[number].Documents++;
        // one string for a word, however many reports have it
        signature = signature with { Words = [.. signature.Words.Select((w, i) => w with { Word = words[numbers[i]].Text })] };
        var slot = new Slot(signature, numbers);
        slotOf.Add(slot.ReportId, slots.Count);
        Weigh(slot);
        foreach (var (other, _) in Nearest(slot.Weighted)) Settle(slot, other);
        Post(slot);
    }

    /// <summary>Removes a report; one that is not in the index is none of its business.</summary>
    public void Remove(string reportId)
    {
        if (!slotOf.Remove(reportId, out var at)) return;
        var slot = slots[at]!;
        foreach (var number in slot.Words) words[number].Documents--;
        foreach (var other in slot.Links.Keys) slots[slotOf[other]]!.Links.Remove(reportId);
        slots[at] = null;
        if (slots.Count > 1000 && slotOf.Count * 2 < slots.Count) Compact();
    }

    /// <summary>How alike this report and others are, for those that have something in common with it.</summary>
    public IEnumerable<(string ReportId, double Value)> LinksOf(string reportId) => slots[slotOf[reportId]]!.Links.Select(l => (l.Key, l.Value.Value));

    /// <summary>The pairs among these reports that have something in common, by their places in the list.</summary>
    public ImmutableArray<Likeness> Among(ImmutableArray<string> reportIds)
    {
        var pairs = ImmutableArray.CreateBuilder<Likeness>();
        for (var b = 0; b < reportIds.Length; b++)
        {
            var slot = slots[slotOf[reportIds[b]]]!;
            for (var a = 0; a < b; a++)
            {
                if (!slot.Links.TryGetValue(reportIds[a], out var link)) continue;
                pairs.Add(new Likeness(a, b, IsStale(link.At) ? Settle(slot, slots[slotOf[reportIds[a]]]!) : link.Value));
            }
        }

        return pairs.ToImmutable();
    }

    private bool IsStale(int at) => slotOf.Count > at * Grown;

    private void Weigh(Slot slot)
    {
        var signature = slot.Weighted.Signature;
        slot.Weighted = new WeightedSignature(signature, WordWeights.Of(signature.Words, slotOf.Count, word => words[numberOf[word]].Documents));
        slot.At = slotOf.Count;
    }

    private double Settle(Slot a, Slot b)
    {
        if (IsStale(a.At)) Weigh(a);
        if (IsStale(b.At)) Weigh(b);
        var value = ReportLikeness.Of(a.Weighted, b.Weighted, EventJudge.Shipped.Probability);
        a.Links[b.ReportId] = b.Links[a.ReportId] = new Link(value, slotOf.Count);
        return value;
    }

    private IEnumerable<(Slot Slot, double Cosine)> Nearest(WeightedSignature report)
    {
        if (cosines.Length < slots.Count) cosines = new double[2 * slots.Count];
        foreach (var (word, weight) in report.Words)
        {
            foreach (var posting in words[numberOf[word]].Postings)
            {
                if (cosines[posting.Slot] == 0) touched.Add(posting.Slot);
                cosines[posting.Slot] += weight * posting.Weight;
            }
        }

        var near = touched.Where(at => cosines[at] >= ReportLikeness.LeastCosine && slots[at] is not null).Select(at => (Slot: slots[at]!, Cosine: cosines[at])).ToList();
        foreach (var at in touched) cosines[at] = 0;
        touched.Clear();
        return near.Count <= MostCompared ? near : near.OrderByDescending(n => n.Cosine).ThenBy(n => n.Slot.ReportId, StringComparer.Ordinal).Take(MostCompared);
    }

    private int Number(string text)
    {
        if (numberOf.TryGetValue(text, out var number)) return number;
        numberOf.Add(text, words.Count);
        words.Add(new Word(text));
        return words.Count - 1;
    }

    /// <summary>Puts a slot whose report has this place in the list where its words find it.</summary>
    private void Post(Slot slot)
    {
        foreach (var (word, weight) in slot.Weighted.Words) words[numberOf[word]].Postings.Add(new Posting(slots.Count, (float)weight));
        slots.Add(slot);
    }

    /// <summary>Drops the slots of reports that were removed, and the words that nobody has any more.</summary>
    private void Compact()
    {
        var left = slots.OfType<Slot>().ToList();
        numberOf.Clear();
        words.Clear();
        slotOf.Clear();
        slots.Clear();
        foreach (var slot in left)
        {
            int[] numbers = [.. slot.Weighted.Signature.Words.Select(w => Number(w.Word))];
            foreach (var number in numbers) words[number].Documents++;
            slotOf.Add(slot.ReportId, slots.Count);
            slot.Words = numbers;
            Post(slot);
        }
    }

    private sealed class Word(string text)
    {
        public string Text { get; } = text;

        public int Documents { get; set; }

        public List<Posting> Postings { get; } = [];
    }

    /// <summary>A report with the numbers of its words, their weights as of a window of so many reports, and how alike it and others are.</summary>
    private sealed class Slot(StorySignature signature, int[] words)
    {
        public WeightedSignature Weighted { get; set; } = new(signature, []);

        public int[] Words { get; set; } = words;

        public int At { get; set; }

        public string ReportId => Weighted.Signature.ReportId;

        public Dictionary<string, Link> Links { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>How alike two reports are, as of a window of so many reports.</summary>
    private readonly record struct Link(double Value, int At);

    private readonly record struct Posting(int Slot, float Weight);
}
