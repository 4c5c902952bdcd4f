using System.Collections.Immutable;

namespace Hearsay.Stories;

/// <summary>
/// The signatures of a window by their words: document frequencies, and who may be like a report, without comparing it with everyone. What two reports are
/// to each other is settled when it is first asked, and anew when the window has grown so much since that words weigh differently.
/// </summary>
internal sealed class SignatureIndex
{
    /// <summary>So many reports are near another at most, those whose words are most like its own.</summary>
    private const int MostNear = 100;

    /// <summary>A word that more reports hold than these, or than this share of the window, calls nobody up: reports of one event share rarer ones.</summary>
    private const int CommonHolders = 500;

    private const double CommonShare = 0.01;

    /// <summary>In a window that has grown by this, words weigh differently.</summary>
    private const double Grown = 1.05;

    private readonly Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
    private readonly List<Word> words = [];
    private readonly Dictionary<string, int> slotOf = new(StringComparer.Ordinal);
    private readonly List<Slot?> slots = [];
    private readonly List<int> touched = [];
    private float[] cosines = [];

    /// <summary>Adds a signature whose report is not in the index.</summary>
    public void Add(StorySignature signature)
    {
        var slot = new Slot(slots.Count, signature with { Words = [] }, Numbered(signature));
        foreach (var word in slot.Words) words[word.Word].Documents++;
        slotOf.Add(slot.ReportId, slot.Place);
        Weigh(slot);
        Post(slot);
    }

    /// <summary>Removes a report; one that is not in the index is none of its business.</summary>
    public void Remove(string reportId)
    {
        if (!slotOf.Remove(reportId, out var at)) return;
        var slot = slots[at]!;
        foreach (var word in slot.Words) words[word.Word].Documents--;
        slots[at] = null;
        if (slots.Count > 1000 && slotOf.Count * 2 < slots.Count) Compact();
    }

    /// <summary>Reports whose words are like this one's, the most alike first.</summary>
    public IEnumerable<string> NearTo(string reportId) => Nearest(slots[slotOf[reportId]]!).Select(n => slots[n.Place]!.ReportId);

    /// <summary>The pairs of reports whose words are most alike, with the cosine of these, each once: as of when the later came, or was first asked.</summary>
    public IEnumerable<(string Later, string Earlier, double Cosine)> Cosines() =>
        from later in slots.OfType<Slot>()
        from near in later.Near ?? Nearest(later)
        where slots[near.Place] is not null
        select (later.ReportId, slots[near.Place]!.ReportId, (double)near.Cosine);

    /// <summary>The day on which a report was published; null where it is not known.</summary>
    public DateOnly? DayOf(string reportId) => slots[slotOf[reportId]]!.Weighted.Signature.Day;

    /// <summary>How alike these two reports are.</summary>
    public double Between(string reportId, string other) => Between(slots[slotOf[reportId]]!, slots[slotOf[other]]!);

    /// <summary>How alike the reports of each pair are, by their places in the list.</summary>
    public ImmutableArray<Likeness> Among(ImmutableArray<string> reportIds)
    {
        var pairs = ImmutableArray.CreateBuilder<Likeness>();
        var members = reportIds.Select(id => slots[slotOf[id]]!).ToArray();
        for (var b = 0; b < members.Length; b++)
            for (var a = 0; a < b; a++) pairs.Add(new Likeness(a, b, Between(members[b], members[a])));
        return pairs.ToImmutable();
    }

    private double Between(Slot a, Slot b)
    {
        // kept once, with the later of the two
        var (later, earlier) = a.Place > b.Place ? (a, b) : (b, a);
        return later.Links.TryGetValue(earlier.Place, out var link) && !IsStale(link.At) ? link.Value : Settle(later, earlier);
    }

    private bool IsStale(int at) => slotOf.Count > at * Grown;

    private void Weigh(Slot slot)
    {
        slot.Weighted = new WeightedSignature(
            slot.Weighted.Signature, WordWeights.Of(slot.Words, n => WordWeights.Rarity(words[n].InBackground, words[n].Documents, slotOf.Count)));
        slot.At = slotOf.Count;
    }

    private double Settle(Slot later, Slot earlier)
    {
        if (IsStale(later.At)) Weigh(later);
        if (IsStale(earlier.At)) Weigh(earlier);
        var value = (float)ReportLikeness.Of(later.Weighted, earlier.Weighted, EventJudge.Shipped.Probability);
        later.Links[earlier.Place] = new Link(value, slotOf.Count);
        return value;
    }

    /// <summary>The reports that came before whose words are most like a slot's, the most alike first; noted with it.</summary>
    private ImmutableArray<Near> Nearest(Slot slot)
    {
        if (cosines.Length < slots.Count) cosines = new float[2 * slots.Count];
        var most = Math.Max(CommonHolders, CommonShare * slotOf.Count);
        foreach (var word in slot.Weighted.Words)
        {
            var holders = words[word.Word].Holders;
            if (holders.Count > most) continue;
            foreach (var holder in holders)
            {
                if (cosines[holder.Slot] == 0) touched.Add(holder.Slot);
                cosines[holder.Slot] += word.Weight * holder.Weight;
            }
        }

        var nearest = new PriorityQueue<Slot, float>();
        foreach (var at in touched)
        {
            if (cosines[at] >= ReportLikeness.LeastCosine && at < slot.Place && (nearest.Count < MostNear || IsNearer(at)) && slots[at] is { } other)
            {
                if (nearest.Count < MostNear) nearest.Enqueue(other, cosines[at]);
                else nearest.DequeueEnqueue(other, cosines[at]);
            }
        }

        foreach (var at in touched) cosines[at] = 0;
        touched.Clear();
        slot.Near =
        [
            .. nearest.UnorderedItems.OrderByDescending(n => n.Priority).ThenBy(n => n.Element.ReportId, StringComparer.Ordinal)
                .Select(n => new Near(n.Element.Place, n.Priority)),
        ];
        return slot.Near.Value;

        bool IsNearer(int at) => nearest.TryPeek(out _, out var least) && cosines[at] > least;
    }

    /// <summary>The words of a signature in the order of their numbers.</summary>
    private NumberedWord[] Numbered(StorySignature signature)
    {
        var numbered = signature.Words.Select(w => NumberedWord.Of(w, Number(w.Word))).ToArray();
        Array.Sort(numbered, (x, y) => x.Word.CompareTo(y.Word));
        return numbered;
    }

    private int Number(string text)
    {
        if (numberOf.TryGetValue(text, out var number)) return number;
        numberOf.Add(text, words.Count);
        words.Add(new Word(text));
        return words.Count - 1;
    }

    /// <summary>Puts a slot where its words find it.</summary>
    private void Post(Slot slot)
    {
        foreach (var word in slot.Weighted.Words) words[word.Word].Holders.Add(new Holder(slot.Place, word.Weight));
        slots.Add(slot);
    }

    /// <summary>Drops the slots of reports that were removed, and the words that nobody has any more.</summary>
    private void Compact()
    {
        var left = slots.OfType<Slot>().ToList();
        var placeOf = left.Index().ToDictionary(s => s.Item.Place, s => s.Index);
        string[] texts = [.. words.Select(w => w.Text)];
        numberOf.Clear();
        words.Clear();
        slotOf.Clear();
        slots.Clear();
        foreach (var slot in left)
        {
            slot.Renumber(placeOf, n => Number(texts[n]));
            foreach (var word in slot.Words) words[word.Word].Documents++;
            slotOf.Add(slot.ReportId, slot.Place);
            Post(slot);
        }
    }

    private sealed class Word(string text)
    {
        public string Text { get; } = text;

        public int InBackground { get; } = Background.English.DocumentsWith(text);

        public int Documents { get; set; }

        public List<Holder> Holders { get; } = [];
    }

    /// <summary>A report at its place in the list: its words, their weights as of a window of so many reports, and how alike it and others are.</summary>
    private sealed class Slot(int place, StorySignature signature, NumberedWord[] words)
    {
        public int Place { get; private set; } = place;

        public NumberedWord[] Words { get; private set; } = words;

        public WeightedSignature Weighted { get; set; } = new(signature, []);

        public int At { get; set; }

        public string ReportId => Weighted.Signature.ReportId;

        /// <summary>By the places of earlier ones, also of some that were removed.</summary>
        public Dictionary<int, Link> Links { get; private set; } = [];

        /// <summary>The earlier ones whose words are most like its own; null where nobody has asked yet.</summary>
        public ImmutableArray<Near>? Near { get; set; }

        /// <summary>Takes up new numbers of places and of words.</summary>
        public void Renumber(Dictionary<int, int> placeOf, Func<int, int> wordOf)
        {
            Place = placeOf[Place];
            Near = Near is { } near ? [.. near.Where(n => placeOf.ContainsKey(n.Place)).Select(n => n with { Place = placeOf[n.Place] })] : null;
            Links = Links.Where(l => placeOf.ContainsKey(l.Key)).ToDictionary(l => placeOf[l.Key], l => l.Value);
            Words = [.. Words.Select(w => w with { Word = wordOf(w.Word) }).OrderBy(w => w.Word)];
            Weighted = Weighted with { Words = [.. Weighted.Words.Select(w => w with { Word = wordOf(w.Word) }).OrderBy(w => w.Word)] };
        }
    }

    /// <summary>How alike two reports are, as of a window of so many reports.</summary>
    private readonly record struct Link(float Value, int At);

    /// <summary>Another report, by its place, and the cosine of the words.</summary>
    private readonly record struct Near(int Place, float Cosine);

    private readonly record struct Holder(int Slot, float Weight);
}
