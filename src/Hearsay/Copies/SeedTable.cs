namespace Hearsay.Copies;

/// <summary>Where stretches of words stand, by their numbers: those of the reports of one day, the first few of each number.</summary>
internal sealed class SeedTable
{
    /// <summary>A stretch that stands in more texts than this is kept where it came first: it is a phrase, or one text that all have.</summary>
    private const int MostHolders = 2;

    private readonly List<CopyText> texts = [];
    private int[] heads = new int[1024];
    private Entry[] entries = new Entry[1024];
    private int count;

    /// <summary>Notes that the stretch with this number starts at a word of a text.</summary>
    public void Add(uint seed, CopyText text, int index)
    {
        if (count == entries.Length) Grow();
        if (texts.Count == 0 || texts[^1] != text) texts.Add(text);
        ref var head = ref heads[seed & (uint)(heads.Length - 1)];
        var holders = 0;
        for (var at = head; at > 0; at = entries[at - 1].Next)
            if (entries[at - 1].Seed == seed && ++holders == MostHolders) return;
        entries[count++] = new Entry(seed, texts.Count - 1, index, head);
        head = count;
    }

    /// <summary>Where a stretch with this number stands last; 0 for nowhere.</summary>
    public int First(uint seed) => OrNext(heads[seed & (uint)(heads.Length - 1)], seed);

    /// <summary>Where the same stretch stands before; 0 for nowhere.</summary>
    public int Next(int at) => OrNext(entries[at - 1].Next, entries[at - 1].Seed);

    /// <summary>The text and the word there.</summary>
    public (CopyText Text, int Index) this[int at] => (texts[entries[at - 1].Text], entries[at - 1].Index);

    /// <summary>Whether this very text was noted here.</summary>
    public bool Holds(CopyText text) => texts.Count > 0 && text.Number >= texts[0].Number && text.Number <= texts[^1].Number;

    private int OrNext(int at, uint seed)
    {
        while (at > 0 && entries[at - 1].Seed != seed) at = entries[at - 1].Next;
        return at;
    }

    private void Grow()
    {
        Array.Resize(ref entries, 2 * entries.Length);
        heads = new int[entries.Length];
        for (var i = 0; i < count; i++)
        {
            ref var head = ref heads[entries[i].Seed & (uint)(heads.Length - 1)];
            entries[i] = entries[i] with { Next = head };
            head = i + 1;
        }
    }

    private readonly record struct Entry(uint Seed, int Text, int Index, int Next);
}
