using Hearsay.Reconciliation.Sameness;
using Hearsay.Text;

namespace Hearsay.Lab.Sameness;

/// <summary>How an ensemble of trees is grown.</summary>
internal sealed record BoostingOptions
{
    public int Trees { get; init; } = 90;

    public double Rate { get; init; } = 0.08;

    /// <summary>Most leaves of a tree.</summary>
    public int Leaves { get; init; } = 8;

    /// <summary>Least sum of second derivatives in a leaf: so much evidence that a leaf is not a story's own.</summary>
    public double LeastWeight { get; init; } = 15;

    /// <summary>Weight of the squares of the leaves' values.</summary>
    public double Ridge { get; init; } = 10;
}

/// <summary>
/// Grows a <see cref="TreeEnsemble"/> for yes and no (gradient boosting, leaf by leaf, the best leaf first, over at most 64 bins a feature: Friedman
/// 2001, Chen and Guestrin 2016, Ke et al. 2017). The same rows in the same order give the same trees; nothing is drawn by chance.
/// </summary>
internal sealed class Boosting
{
    private const int Bins = 64;

    private readonly BoostingOptions options;
    private readonly double[][] edges;
    private readonly byte[][] binned;
    private readonly int rows;

    /// <summary>The features of all rows that may be learned from.</summary>
    public Boosting(IReadOnlyList<double[]> features, BoostingOptions options)
    {
        (this.options, rows) = (options, features.Count);
        var width = features[0].Length;
        (edges, binned) = (new double[width][], new byte[width][]);
        for (var f = 0; f < width; f++)
        {
            var sorted = features.Select(x => x[f]).Order().ToArray();
            edges[f] = [.. Enumerable.Range(1, Bins - 1).Select(i => sorted[(int)((long)i * (rows - 1) / Bins)]).Distinct()];
            var bins = new byte[rows];
            for (var i = 0; i < rows; i++)
            {
                var at = Array.BinarySearch(edges[f], features[i][f]);
                bins[i] = (byte)(at < 0 ? ~at : at);
            }

            binned[f] = bins;
        }
    }

    /// <summary>The trees for these answers; rows of weight 0 are passed over.</summary>
    public TreeEnsemble Grow(bool[] answers, double[] weights)
    {
        var (yes, all) = (0.0, 0.0);
        for (var i = 0; i < rows; i++) (yes, all) = (yes + (answers[i] ? weights[i] : 0), all + weights[i]);
        var offset = Math.Log(yes / (all - yes));
        var sums = new double[rows];
        Array.Fill(sums, offset);
        var (first, second) = (new double[rows], new double[rows]);
        var members = Enumerable.Range(0, rows).Where(i => weights[i] > 0).ToArray();
        var trees = new List<TreeNode[]>();
        for (var t = 0; t < options.Trees; t++)
        {
            foreach (var i in members)
            {
                var p = 1 / (1 + Math.Exp(-sums[i]));
                (first[i], second[i]) = (weights[i] * (p - (answers[i] ? 1 : 0)), weights[i] * p * (1 - p));
            }

            trees.Add(Tree(members, first, second, sums));
        }

        return new TreeEnsemble(offset, trees);
    }

    private TreeNode[] Tree(int[] members, double[] first, double[] second, double[] sums)
    {
        var nodes = new List<TreeNode> { default };
        var leaves = new List<Leaf> { Look(0, members, first, second) };
        while (leaves.Count < options.Leaves && leaves.MaxBy(l => l.Gain) is { Gain: > 1e-6 } best)
        {
            var (left, right) = (nodes.Count, nodes.Count + 1);
            nodes.Add(default);
            nodes.Add(default);
            nodes[best.Node] = new TreeNode(best.Feature, edges[best.Feature][best.Bin], left, right);
            leaves.Remove(best);
            leaves.Add(Look(left, [.. best.Members.Where(i => binned[best.Feature][i] <= best.Bin)], first, second));
            leaves.Add(Look(right, [.. best.Members.Where(i => binned[best.Feature][i] > best.Bin)], first, second));
        }

        foreach (var leaf in leaves)
        {
            var value = Math.Round(-options.Rate * leaf.First / (leaf.Second + options.Ridge), 6);
            nodes[leaf.Node] = new TreeNode(-1, value, 0, 0);
            foreach (var i in leaf.Members) sums[i] += value;
        }

        return [.. nodes];
    }

    /// <summary>A leaf with the cut that gains most.</summary>
    private Leaf Look(int node, int[] members, double[] first, double[] second)
    {
        var (g, h) = (0.0, 0.0);
        foreach (var i in members) (g, h) = (g + first[i], h + second[i]);
        var best = new Leaf(node, members, g, h, 0, 0, 0);
        if (h < 2 * options.LeastWeight) return best;
        var (gs, hs) = (new double[Bins + 1], new double[Bins + 1]);
        for (var f = 0; f < edges.Length; f++)
        {
            Array.Clear(gs);
            Array.Clear(hs);
            var bins = binned[f];
            foreach (var i in members)
            {
                gs[bins[i]] += first[i];
                hs[bins[i]] += second[i];
            }

            var (gl, hl) = (0.0, 0.0);
            for (var b = 0; b < edges[f].Length; b++)
            {
                (gl, hl) = (gl + gs[b], hl + hs[b]);
                if (hl < options.LeastWeight || h - hl < options.LeastWeight) continue;
                var gain = Score(gl, hl) + Score(g - gl, h - hl) - Score(g, h);
                if (gain > best.Gain) best = best with { Gain = gain, Feature = f, Bin = b };
            }
        }

        return best;
    }

    private double Score(double g, double h) => g * g / (h + options.Ridge);

    private sealed record Leaf(int Node, int[] Members, double First, double Second, double Gain, int Feature, int Bin);
}
