namespace Hearsay.Lab.Language.WordVectors;

/// <summary>
/// Words as points: those that stand beside the same words lie close. The leading left singular vectors of the square roots of the counts of frequent
/// neighbours, before and behind apart, each root divided by those of the word's and the neighbour's own sums (canonical correlation, Stratos,
/// Collins and Hsu 2015), found by subspace iteration.
/// </summary>
internal sealed class VectorSearch
{
    private const int Rounds = 6;

    /// <summary>So many of the most frequent words are looked at as neighbours: rare ones tell names apart, not kinds of words.</summary>
    private const int Neighbours = 5000;

    private readonly PairCounts pairs;
    private readonly int dimensions;
    private readonly bool[] isNeighbour;
    private readonly double[] rowSums;
    private readonly double[] columnSums;
    private readonly float[][] rows;
    private readonly float[][] columns;
    private readonly double[] sizes;

    private VectorSearch(PairCounts pairs, int dimensions)
    {
        var words = pairs.Words.Length;
        (this.pairs, this.dimensions, isNeighbour, sizes) = (pairs, dimensions, new bool[words], new double[dimensions]);
        foreach (var i in Enumerable.Range(0, words).OrderByDescending(i => pairs.Shares[i]).Take(Neighbours)) isNeighbour[i] = true;
        (rowSums, columnSums) = (new double[words], new double[words * 2]);
        for (var p = 0; p < pairs.Weights.Length; p++)
        {
            var (left, right, root) = (pairs.Left[p], pairs.Right[p], Math.Sqrt(pairs.Weights[p]));
            rowSums[left] += root;
            rowSums[right] += root;
            columnSums[right] += root;
            columnSums[words + left] += root;
        }

        var random = new Random(5);
        rows = [.. Enumerable.Range(0, words).Select(_ => new float[dimensions])];
        columns = [.. Enumerable.Range(0, words * 2).Select(_ => Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - 0.5f).ToArray())];
    }

    /// <summary>A unit vector for every word of <paramref name="pairs"/>; <paramref name="dimensions"/> is a multiple of 16.</summary>
    public static float[][] Of(PairCounts pairs, int dimensions)
    {
        var vectors = new VectorSearch(pairs, dimensions);
        for (var round = 0; round < Rounds; round++)
        {
            vectors.Multiply(toRows: true);
            vectors.Orthogonalise();
            if (round < Rounds - 1) vectors.Multiply(toRows: false);
        }

        foreach (var row in vectors.rows)
        {
            for (var d = 0; d < dimensions; d++) row[d] *= (float)vectors.sizes[d];
            var length = Points.Length(row);
            if (length > 0) Points.Scale(row, 1 / length);
        }

        return vectors.rows;
    }

    private void Multiply(bool toRows)
    {
        foreach (var target in toRows ? rows : columns) Array.Clear(target);
        for (var p = 0; p < pairs.Weights.Length; p++)
        {
            var (left, right, root) = (pairs.Left[p], pairs.Right[p], Math.Sqrt(pairs.Weights[p]));
            if (isNeighbour[right]) Step(left, right, root, toRows);
            if (isNeighbour[left]) Step(right, pairs.Words.Length + left, root, toRows);
        }
    }

    private void Step(int row, int column, double root, bool toRows)
    {
        var by = (float)(root / Math.Sqrt(rowSums[row] * columnSums[column]));
        if (toRows) Points.Add(rows[row], columns[column], by);
        else Points.Add(columns[column], rows[row], by);
    }

    /// <summary>Gram and Schmidt, column by column; what is left of a column before it is brought to length 1 is its singular value.</summary>
    private void Orthogonalise()
    {
        for (var d = 0; d < dimensions; d++)
        {
            var products = new double[d + 1];
            foreach (var row in rows)
            {
                for (var e = 0; e <= d; e++) products[e] += row[e] * (double)row[d];
            }

            var square = products[d];
            for (var e = 0; e < d; e++) square -= products[e] * products[e];
            sizes[d] = Math.Sqrt(Math.Max(square, 0));
            foreach (var row in rows)
            {
                var value = (double)row[d];
                for (var e = 0; e < d; e++) value -= products[e] * row[e];
                row[d] = (float)(value / Math.Max(sizes[d], 1e-6));
            }
        }
    }
}
