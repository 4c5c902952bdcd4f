using System.Numerics.Tensors;

namespace Hearsay.Language.Models;

/// <summary>
/// The tree with the highest sum of scores, one word of it the root. The word that gains most from being the root is it, every other takes its best
/// head; where that gives a circle, Chu and Liu's (1965) and Edmonds' (1967) algorithm finds the tree (<see cref="Contraction"/>),
/// for each of the most likely roots.
/// </summary>
internal static class SpanningTree
{
    private const int Roots = 4;
    private const float Never = -1e9f;

    /// <summary>
    /// Row d of <paramref name="scores"/> (<paramref name="stride"/> numbers apart) scores each word as head of word d, place 0 being the root above
    /// the words; what a word scores as its own head is overwritten. Writes heads from 0, -1 for the root.
    /// </summary>
    public static void Find(Span<float> scores, int stride, int words, Span<int> heads)
    {
        var size = words + 1;
        var (root, most) = (1, float.NegativeInfinity);
        for (var d = 1; d < size; d++)
        {
            scores[d * stride + d] = Never;
            var row = scores.Slice(d * stride, size);
            var best = 1 + TensorPrimitives.IndexOfMax<float>(row[1..]);
            heads[d - 1] = best - 1;
            if (row[0] - row[best] <= most) continue;
            (root, most) = (d, row[0] - row[best]);
        }

        heads[root - 1] = -1;
        if (IsTree(heads[..words])) return;
        var tree = Edmonds(scores, stride, size);
        for (var d = 1; d < size; d++) heads[d - 1] = tree[d] - 1;
    }

    /// <summary>Whether every word hangs, over others or at once, on one root.</summary>
    public static bool IsTree(ReadOnlySpan<int> heads)
    {
        Span<int> seen = heads.Length <= 1024 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        var roots = 0;
        for (var start = 0; start < heads.Length; start++)
        {
            if (heads[start] < 0) roots++;
            var at = start;
            for (; at >= 0 && seen[at] == 0; at = heads[at]) seen[at] = start + 1;
            if (at >= 0 && seen[at] == start + 1) return false;
        }

        return roots == 1;
    }

    private static int[] Edmonds(ReadOnlySpan<float> scores, int stride, int size)
    {
        var table = new float[size][];
        for (var d = 0; d < size; d++)
        {
            table[d] = scores.Slice(d * stride, size).ToArray();
            table[d][d] = Never;
        }

        var (most, tree) = (float.NegativeInfinity, Array.Empty<int>());
        foreach (var root in Enumerable.Range(1, size - 1).OrderByDescending(d => table[d][0] - TensorPrimitives.Max<float>(table[d].AsSpan(1))).Take(Roots))
        {
            var own = table.Select((row, d) => d == root ? [row[0], .. Enumerable.Repeat(Never, size - 1)] : (float[])[Never, .. row[1..]]).ToArray();
            var heads = new Contraction(own).Heads();
            var sum = 0f;
            for (var d = 1; d < size; d++) sum += d == root ? table[d][0] : heads[d] == 0 ? Never : table[d][heads[d]];
            if (sum > most) (most, tree) = (sum, heads);
        }

        return tree;
    }
}
