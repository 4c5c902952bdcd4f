namespace Hearsay.Language.Models;

/// <summary>A tree made walkable: children in order, siblings, an order from the root down. Reused from sentence to sentence.</summary>
internal sealed class TreeShape
{
    private int[] heads = [];
    private int[] firstChild = [];
    private int[] lastChild = [];
    private int[] next = [];
    private int[] previous = [];
    private int[] order = [];
    private uint[] kinds = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Heads => heads.AsSpan(0, Count);

    /// <summary>Every word, its head always before it, siblings from left to right.</summary>
    public ReadOnlySpan<int> TopDown => order.AsSpan(0, Count);

    public int FirstChild(int word) => firstChild[word];

    public int LastChild(int word) => lastChild[word];

    public int NextSibling(int word) => next[word];

    public int PreviousSibling(int word) => previous[word];

    /// <summary>The kinds of the word's dependents, a bit each.</summary>
    public uint Kinds(int word) => kinds[word];

    public void Fill(ReadOnlySpan<int> tree, ReadOnlySpan<byte> wordKinds)
    {
        Count = tree.Length;
        if (heads.Length < Count)
        {
            var size = Count * 2;
            (heads, firstChild, lastChild, next, previous, order, kinds) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size], new uint[size]);
        }

        tree.CopyTo(heads);
        firstChild.AsSpan(0, Count).Fill(-1);
        lastChild.AsSpan(0, Count).Fill(-1);
        kinds.AsSpan(0, Count).Clear();
        var filled = 0;
        for (var i = 0; i < Count; i++)
        {
            next[i] = previous[i] = -1;
            var h = heads[i];
            if (h < 0)
            {
                order[filled++] = i;
                continue;
            }

            if (firstChild[h] < 0) firstChild[h] = i;
            else (next[lastChild[h]], previous[i]) = (i, lastChild[h]);
            lastChild[h] = i;
            kinds[h] |= (i < h ? 1u : 1u << 16) << wordKinds[i];
        }

        for (var k = 0; k < filled; k++)
        {
            for (var child = firstChild[order[k]]; child >= 0; child = next[child]) order[filled++] = child;
        }
    }

    /// <summary>Which of the relations that a head has but once (by number, up to 32) stand before <paramref name="word"/> among its siblings.</summary>
    public uint LabelsBefore(int word, ReadOnlySpan<byte> labels)
    {
        var set = 0u;
        for (int s = previous[word], steps = 0; s >= 0 && steps < 12; s = previous[s], steps++)
        {
            if (labels[s] < 32) set |= 1u << labels[s];
        }

        return set;
    }
}
