using System.Numerics.Tensors;

namespace Hearsay.Language.Models;

/// <summary>
/// The tree with the highest sum of scores, one word of it the root. The word that gains most from being the root is it, every other takes its best
/// head; where that gives a circle, Chu and Liu's (1965) and Edmonds' (1967) algorithm finds the tree, for each of the most likely roots.
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

    private static int BestHead(ReadOnlySpan<float> row, int word)
    {
        var best = word == 0 ? 1 : 0;
        for (var h = 0; h < row.Length; h++)
        {
            if (h != word && row[h] > row[best]) best = h;
        }

        return best;
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
        foreach (var root in Enumerable.Range(1, size - 1).OrderByDescending(d => table[d][0] - table[d].Skip(1).Max()).Take(Roots))
        {
            var own = table.Select((row, d) => d == root ? [row[0], .. Enumerable.Repeat(Never, size - 1)] : (float[])[Never, .. row[1..]]).ToArray();
            var heads = Largest(own);
            var sum = 0f;
            for (var d = 1; d < size; d++) sum += own[d][heads[d]];
            if (sum > most) (most, tree) = (sum, heads);
        }

        return tree;
    }

    /// <summary>The largest tree under place 0: circles are drawn together into one place until there are none.</summary>
    private static int[] Largest(float[][] scores)
    {
        var heads = scores.Select((row, d) => d == 0 ? -1 : BestHead(row, d)).ToArray();
        if (Circle(heads) is not { } circle) return heads;
        var inside = new bool[scores.Length];
        foreach (var c in circle) inside[c] = true;
        int[] rest = [.. Enumerable.Range(0, scores.Length).Where(i => !inside[i])];
        var one = rest.Length;
        var drawn = Enumerable.Range(0, one + 1).Select(_ => new float[one + 1]).ToArray();
        var (leaves, enters) = (new int[one], new int[one]);
        var within = circle.Sum(c => scores[c][heads[c]]);
        for (var a = 0; a < one; a++)
        {
            for (var b = 0; b < one; b++) drawn[a][b] = scores[rest[a]][rest[b]];
            leaves[a] = circle.MaxBy(c => scores[rest[a]][c]);
            enters[a] = circle.MaxBy(c => scores[c][rest[a]] - scores[c][heads[c]]);
            drawn[a][one] = scores[rest[a]][leaves[a]];
            drawn[one][a] = scores[enters[a]][rest[a]] - scores[enters[a]][heads[enters[a]]] + within;
        }

        drawn[one][one] = Never;
        var outer = Largest(drawn);
        for (var a = 1; a < one; a++) heads[rest[a]] = outer[a] == one ? leaves[a] : rest[outer[a]];
        heads[enters[outer[one]]] = rest[outer[one]];
        return heads;
    }

    /// <summary>The words of a circle, if there is one.</summary>
    private static List<int>? Circle(int[] heads)
    {
        var seen = new int[heads.Length];
        for (var start = 1; start < heads.Length; start++)
        {
            var at = start;
            while (at > 0 && seen[at] == 0)
            {
                seen[at] = start;
                at = heads[at];
            }

            if (at <= 0 || seen[at] != start) continue;
            var circle = new List<int>();
            for (var c = at; circle.Count == 0 || c != at; c = heads[c]) circle.Add(c);
            return circle;
        }

        return null;
    }
}
