using System.Globalization;

namespace Hearsay.Text;

/// <summary>One node of a tree: a leaf where <see cref="Feature"/> is negative, else values below or at the threshold go left.</summary>
internal readonly record struct TreeNode(int Feature, double Value, int Left, int Right);

/// <summary>
/// A sum of regression trees that gives the log odds of a yes (gradient boosting, Friedman 2001; second-order steps as in Chen and Guestrin 2016).
/// Trained by the lab, read from a data file: one tree a line, its nodes by blanks, "feature,threshold,left,right" or the value of a leaf.
/// </summary>
internal sealed class TreeEnsemble
{
    // all trees in one row: they are walked some thousand times for a report that comes in
    private readonly TreeNode[] nodes;
    private readonly int[] roots;

    public TreeEnsemble(double offset, IReadOnlyList<TreeNode[]> trees)
    {
        (Offset, Trees) = (offset, trees);
        roots = new int[trees.Count];
        for (var t = 1; t < roots.Length; t++) roots[t] = roots[t - 1] + trees[t - 1].Length;
        nodes = [.. trees.SelectMany((tree, t) => tree.Select(n => n with { Left = n.Left + roots[t], Right = n.Right + roots[t] }))];
    }

    /// <summary>The log odds where nothing is known.</summary>
    public double Offset { get; }

    public IReadOnlyList<TreeNode[]> Trees { get; }

    /// <summary>The probability of a yes, from 0 to 1, rounded so that processors agree on it.</summary>
    public double Probability(ReadOnlySpan<double> features)
    {
        var sum = Offset;
        foreach (var root in roots)
        {
            ref readonly var node = ref nodes[root];
            while (node.Feature >= 0) node = ref nodes[features[node.Feature] <= node.Value ? node.Left : node.Right];
            sum += node.Value;
        }

        return Math.Round(1 / (1 + Math.Exp(-sum)), 6);
    }

    /// <summary>Reads an ensemble as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="FormatException">A line is no tree.</exception>
    public static TreeEnsemble Read(IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        return new TreeEnsemble(Number(all[0]), [.. all.Skip(1).Select(l => l.Split(' ').Select(Node).ToArray())]);
    }

    /// <summary>The lines of the data file.</summary>
    public IEnumerable<string> Write()
    {
        yield return Text(Offset);
        foreach (var tree in Trees)
        {
            yield return string.Join(
                ' ',
                tree.Select(n => n.Feature < 0 ? Text(n.Value) : string.Create(CultureInfo.InvariantCulture, $"{n.Feature},{Text(n.Value)},{n.Left},{n.Right}")));
        }
    }

    private static TreeNode Node(string text) =>
        text.Split(',') is [var feature, var value, var left, var right]
            ? new TreeNode(Whole(feature), Number(value), Whole(left), Whole(right))
            : new TreeNode(-1, Number(text), 0, 0);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
